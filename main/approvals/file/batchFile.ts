import { z } from 'zod';
import {
  batchFile,
  batchFileFormat,
  batchFileVersion,
  maxBatchFileBytes,
  type AnswerFile,
  type BatchFile,
  type DraftFile,
  type Signer,
} from '../../../shared/domain/approval/batchFile';
import { CodedError } from '../../../shared/errors';
import { isSignedBy } from '../keys/ed25519';
import { batchFileErrorText } from './batchFileErrorText';
import { canonicalBytes, parseCanonical } from './canonical';
import { contentHash, decidedContent } from './content';

/** A file before it is signed. */
export type Unsigned<File extends BatchFile> = Pick<File, 'kind' | 'body'>;

/** Signs bytes with this installation's key; a signature in base64url. */
export type Sign = (bytes: Uint8Array) => string;

/** The bytes that are signed: the whole file except the signature, and what it is, so that no other text can be meant. */
const signedBytes = ({ kind, body }: Unsigned<BatchFile>): Buffer =>
  Buffer.concat([
    Buffer.from(`${batchFileFormat} ${String(batchFileVersion)} ${kind}\n`),
    canonicalBytes({ format: batchFileFormat, version: batchFileVersion, kind, body }),
  ]);

/** The key that signed a file, as the file itself says. */
export const signerOf = (file: BatchFile): Signer =>
  file.kind === 'draft' ? file.body.drafter : file.body.approver;

export const signDraft = (body: DraftFile['body'], sign: Sign): DraftFile => ({
  format: batchFileFormat,
  version: batchFileVersion,
  kind: 'draft',
  body,
  signature: sign(signedBytes({ kind: 'draft', body })),
});

export const signAnswer = (body: AnswerFile['body'], sign: Sign): AnswerFile => ({
  format: batchFileFormat,
  version: batchFileVersion,
  kind: 'answer',
  body,
  signature: sign(signedBytes({ kind: 'answer', body })),
});

/**
 * The bytes of a file.
 * @throws CodedError INVALID_INPUT when there are too many
 */
export function writeBatchFile(file: BatchFile): Buffer {
  const bytes = canonicalBytes(file);
  if (bytes.length > maxBatchFileBytes) throw refused(batchFileErrorText.tooLargeToWrite);
  return bytes;
}

/**
 * Reads a file. What it returns is complete, consistent, and signed by the keys it names; whether these keys count is for the
 * caller.
 * @throws CodedError INVALID_INPUT with the reason and what to do
 */
export function readBatchFile(bytes: Uint8Array): BatchFile {
  if (bytes.length > maxBatchFileBytes) throw refused(batchFileErrorText.tooLarge);
  const value = parseCanonical(bytes);
  if (value === undefined) throw refused(batchFileErrorText.notCanonical);
  const outer = anyVersion.safeParse(value).data;
  if (outer === undefined) throw refused(batchFileErrorText.otherFormat);
  if (outer.version > batchFileVersion) throw refused(batchFileErrorText.newer);
  const { data } = batchFile.safeParse(value);
  if (data === undefined || !isConsistent(data)) throw refused(batchFileErrorText.unexpected);
  if (!isSigned(data)) throw refused(batchFileErrorText.wrongSignature);
  return data;
}

/** What every version has. */
const anyVersion = z.looseObject({ format: z.literal(batchFileFormat), version: z.int().min(1) });

const isSigned = (file: BatchFile): boolean =>
  isSignedBy(signerOf(file).key, signedBytes(file), file.signature) &&
  (file.kind === 'draft' || isSigned(file.body.draft));

function isConsistent(file: BatchFile): boolean {
  if (file.kind === 'draft') return true;
  const { decision, draft, removedRowIds, rowComments, contentHash: hash } = file.body;
  const drafted = new Set(draft.body.rows.map(({ rowId }) => rowId));
  const content = decidedContent(file);
  return (
    new Set(removedRowIds).size === removedRowIds.length &&
    [...removedRowIds, ...rowComments.map(({ rowId }) => rowId)].every((rowId) => drafted.has(rowId)) &&
    (decision === 'returned' || content.rows.length > 0) &&
    contentHash(content) === hash
  );
}

const refused = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });
