import type { AnswerFile, DraftFile, FileRow, Signer } from '../../../../shared/domain/approval/batchFile';
import {
  hashOf,
  signedBytes,
  withSignature,
  type Sign,
  type UnsignedFile,
} from '../../../../main/approvals/file/batchFile';
import { contentHash, contentOf } from '../../../../main/approvals/file/content';
import { newKeyPair, signatureOf } from '../../../../main/approvals/keys/ed25519';

/** Somebody with a key, outside any database. */
export interface Person extends Signer {
  readonly sign: Sign;
}

export function person(name: string): Person {
  const { publicKey, secret } = newKeyPair();
  return { name, key: publicKey, sign: (bytes) => signatureOf(bytes, secret) };
}

export const signerIn = ({ name, key }: Signer): Signer => ({ name, key });

export const fileRowOf = (number: number, fields: Partial<FileRow> = {}): FileRow => ({
  rowId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  accountId: 'A1',
  accountName: 'Name of A1',
  emailAddress: `p${String(number)}@client.example`,
  userName: `Person ${String(number)}`,
  role: 'viewer',
  instances: '',
  note: '',
  warnings: [],
  ...fields,
});

const signature = (file: UnsignedFile, sign: Sign): string => sign(signedBytes(file.kind, hashOf(file)));

export function signDraft(body: DraftFile['body'], sign: Sign): DraftFile {
  const file = { kind: 'draft', body } as const;
  return withSignature(file, signature(file, sign)) as DraftFile;
}

export function signAnswer(body: AnswerFile['body'], sign: Sign): AnswerFile {
  const file = { kind: 'answer', body } as const;
  return withSignature(file, signature(file, sign)) as AnswerFile;
}

const batchId = '00000000-0000-4000-8000-00000000ba7c';

/** A draft of three rows. */
export const draftBy = (drafter: Person, fields: Partial<DraftFile['body']> = {}): DraftFile =>
  signDraft(
    {
      ...{ batchId, batchName: 'June', realm: 'sandbox', notify: false },
      rows: [fileRowOf(1), fileRowOf(2), fileRowOf(3)],
      ...{ snapshotAt: 1_000_000, draftedAt: 1_000_000, drafter: signerIn(drafter) },
      ...fields,
    },
    drafter.sign,
  );

/** An answer that approves it, to be sent by its drafter. */
export function answerBy(
  approver: Person,
  draft: DraftFile,
  fields: Partial<AnswerFile['body']> = {},
): AnswerFile {
  const removedRowIds = fields.removedRowIds ?? [];
  return signAnswer(
    {
      ...{ approvalId: '11111111-1111-4111-8111-111111111111', decision: 'approved', draft, removedRowIds },
      contentHash: contentHash(contentOf(draft, removedRowIds)),
      ...{ sender: draft.body.drafter, approver: signerIn(approver), approverSnapshotAt: 1_000_000 },
      ...{ uncheckedAccountIds: [], decidedAt: 1_000_000, comment: '', rowComments: [], ...fields },
    },
    approver.sign,
  );
}
