import { z } from 'zod';
import { visibleText } from '../../people/characters';
import { maxBatchName, maxCellLength, maxRows } from '../batch/batch';
import { maxSignerName } from './signerName';
import { invitee } from '../invitation/invitation';

/** What a batch file calls itself; the version is raised when older versions couldn't read it anymore. */
export const batchFileFormat = 'amc-access-manager/batch';
export const batchFileVersion = 1;

/** The extension of a batch file, without the dot. */
export const batchFileEnding = 'amcbatch';

/** Max size of a batch file, in bytes. */
export const maxBatchFileBytes = 20 * 1_048_576;

/** Max length of what a person writes about a batch or a row, in characters. */
export const maxComment = 2000;

/** Text as it is shown: on one line, without characters that are invisible or change the direction of what follows. */
const shownText = (max: number) => z.string().max(max).refine(isShown);
function isShown(text: string): boolean {
  return visibleText(text) === text;
}

/** An Ed25519 public key: 32 bytes in base64url, in the one spelling that has no stray bits. */
export const publicKey = z.string().regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/);

/** A signature: 64 bytes, likewise. */
const signature = z.string().regex(/^[\w-]{85}[AQgw]$/);

const rowId = z.string().min(8).max(64);
const time = z.int().min(0).max(8.64e15);

/** Somebody with a key, by the name they gave themselves. */
export const signer = z.strictObject({ name: shownText(maxSignerName).min(1), key: publicKey });
export type Signer = z.infer<typeof signer>;

/** One invitation as it will be sent, with the note for its approver. */
export const fileRow = z
  .strictObject({
    rowId,
    accountId: shownText(400).min(1),
    accountName: shownText(400),
    emailAddress: z.string().max(254),
    userName: z.string().max(120),
    role: z.enum(['admin', 'viewer']),
    /** As planned in the batch: names or IDs with ";" between them, or "all"; empty if nothing is planned. */
    instances: z.string().max(maxCellLength),
    note: shownText(maxCellLength),
    /** The codes of the warnings that the drafter's check found. */
    warnings: z.array(z.string().max(60)).max(40),
  })
  // Exactly what the app itself would send, and nothing that it would first repair.
  .refine(({ emailAddress, userName, role }) => {
    const parsed = invitee.safeParse({ emailAddress, userName, role }).data;
    return parsed?.emailAddress === emailAddress && parsed.userName === userName;
  });
export type FileRow = z.infer<typeof fileRow>;

const draftBody = z.strictObject({
  batchId: rowId,
  batchName: shownText(maxBatchName).min(1),
  /** Where the accounts are: `amazon`, `sandbox`, or the origin of custom endpoints. */
  realm: shownText(300).min(1),
  /** Whether Amazon emails the people. */
  notify: z.boolean(),
  rows: z.array(fileRow).min(1).max(maxRows).refine(hasEachOnce),
  /** The oldest reading among the accounts, as the drafter had it. */
  snapshotAt: time,
  draftedAt: time,
  drafter: signer,
});

function hasEachOnce(rows: readonly { readonly rowId: string }[]): boolean {
  return new Set(rows.map((row) => row.rowId)).size === rows.length;
}

const envelope = { format: z.literal(batchFileFormat), version: z.literal(batchFileVersion), signature };

/** A batch for somebody else to approve, signed by its drafter. Times are ms since 1970. */
export const draftFile = z.strictObject({ ...envelope, kind: z.literal('draft'), body: draftBody });
export type DraftFile = z.infer<typeof draftFile>;

/** What an approver wrote about one row. */
export const rowComment = z.strictObject({ rowId, text: shownText(maxComment).min(1) });
export type FileRowComment = z.infer<typeof rowComment>;

const answerBody = z.strictObject({
  /** Random: one approval is good for one send. */
  approvalId: z.uuid(),
  decision: z.enum(['approved', 'returned']),
  draft: draftFile,
  /** The rows that the approver removed. Nothing can be added or changed: the rest is the draft's, under its signature. */
  removedRowIds: z.array(rowId).max(maxRows),
  /** SHA-256 (hex) over everything that will be sent. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Who may send it. */
  sender: signer,
  approver: signer,
  /** The oldest reading among the accounts, as the approver had it; null if she could read none. */
  approverSnapshotAt: time.nullable(),
  /** Accounts that the approver couldn't read and approved nevertheless. */
  uncheckedAccountIds: z.array(z.string().min(1).max(400)).max(maxRows),
  decidedAt: time,
  comment: shownText(maxComment),
  rowComments: z.array(rowComment).max(maxRows).refine(hasEachOnce),
});

/** What somebody decided about a draft, signed by them. */
export const answerFile = z.strictObject({ ...envelope, kind: z.literal('answer'), body: answerBody });
export type AnswerFile = z.infer<typeof answerFile>;

export const batchFile = z.discriminatedUnion('kind', [draftFile, answerFile]);
export type BatchFile = z.infer<typeof batchFile>;

const empty = z.tuple([]);
const draftHead = draftFile.extend({ body: draftBody.extend({ rows: empty }) });
const answerHead = answerFile.extend({ body: answerBody.extend({ draft: draftHead, rowComments: empty }) });

/** A file without its rows, and without what is said about single ones: both are stored, and cross between processes, in pieces. */
export const batchFileHead = z.discriminatedUnion('kind', [draftHead, answerHead]);
export type BatchFileHead = z.infer<typeof batchFileHead>;
