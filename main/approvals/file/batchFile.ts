import { createHash } from 'node:crypto';
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
export type UnsignedFile = Pick<DraftFile, 'kind' | 'body'> | Pick<AnswerFile, 'kind' | 'body'>;

/** A file before anything was computed of it. */
export type NewFile =
  | Pick<DraftFile, 'kind' | 'body'>
  | { readonly kind: 'answer'; readonly body: Omit<AnswerFile['body'], 'contentHash'> };

/** Signs bytes with this installation's key; a signature in base64url. */
export type Sign = (bytes: Uint8Array) => string;

/**
 * SHA-256 (hex) over the whole file except the signature, in canonical form; an answer has its draft's hash and signature in the
 * draft's place. Takes long for a long file.
 */
export const hashOf = (file: UnsignedFile): string =>
  file.kind === 'draft' ? hashOfText(file.kind, file.body) : hashOfAnswer(file.body, hashOf(file.body.draft));

const hashOfAnswer = (body: AnswerFile['body'], draftHash: string): string =>
  hashOfText('answer', { ...body, draft: { hash: draftHash, signature: body.draft.signature } });

const hashOfText = (kind: BatchFile['kind'], body: object): string =>
  createHash('sha256')
    .update(canonicalBytes({ format: batchFileFormat, version: batchFileVersion, kind, body }))
    .digest('hex');

/** The bytes that are signed: the hash, and what it is of, so that no other text can be meant. */
export const signedBytes = (kind: BatchFile['kind'], hash: string): Buffer =>
  Buffer.from(`${batchFileFormat} ${String(batchFileVersion)} ${kind}\n${hash}`);

/** The key that signed a file, as the file itself says. */
export const signerOf = (file: BatchFile): Signer =>
  file.kind === 'draft' ? file.body.drafter : file.body.approver;

/** A file with its signature. */
export function withSignature(file: UnsignedFile, signature: string): BatchFile {
  const signed = { format: batchFileFormat, version: batchFileVersion, signature } as const;
  return file.kind === 'draft' ? { ...signed, ...file } : { ...signed, ...file };
}

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
  if (bytes.length > maxBatchFileBytes) throw tooLarge();
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

function isSigned(file: BatchFile): boolean {
  if (file.kind === 'draft') return isSignedWith(file, hashOf(file));
  const draftHash = hashOf(file.body.draft);
  return isSignedWith(file.body.draft, draftHash) && isSignedWith(file, hashOfAnswer(file.body, draftHash));
}

const isSignedWith = (file: BatchFile, hash: string): boolean =>
  isSignedBy(signerOf(file).key, signedBytes(file.kind, hash), file.signature);

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

/** Why a file isn't read whose size alone is too large. */
export const tooLarge = (): CodedError => refused(batchFileErrorText.tooLarge);

const refused = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });
