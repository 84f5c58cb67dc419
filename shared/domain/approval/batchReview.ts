import { z } from 'zod';
import { rowFinding } from '../batch/batch';
import { approvalRule } from './approvalRule';
import { batchApproval, batchSend, loosening } from './approvalStatus';
import { fileRow, maxComment, publicKey } from './batchFile';
import { keyStates } from './colleagueKey';

/** Somebody who signed, as this desktop knows them. */
export const knownSigner = z.object({
  key: publicKey,
  name: z.string(),
  /** `own`: this installation's key. */
  state: z.enum(['own', ...keyStates]),
  /** The key as ten words. */
  phrase: z.array(z.string()),
});
export type KnownSigner = z.infer<typeof knownSigner>;

/** An account of a file, held against what is known here. */
export const reviewedAccount = z.object({
  accountId: z.string(),
  /** As it is called here; as the file calls it where it isn't known. */
  name: z.string(),
  /** Whether its invitations were read here, so that its rows could be checked. */
  checked: z.boolean(),
  /** When they were read, ms since 1970; null: never. */
  asOf: z.number().nullable(),
  rows: z.number(),
  admins: z.number(),
});
export type ReviewedAccount = z.infer<typeof reviewedAccount>;

/** A row of a file, held against what is known here. */
export const reviewedRow = fileRow.extend({
  /** What this desktop's check found; none in an account that isn't checked. */
  findings: z.array(rowFinding),
  /** Whether one of them is something that the drafter's check didn't find. */
  differs: z.boolean(),
  /** In an answer: what its author did with it. */
  removed: z.boolean(),
  comment: z.string(),
});
export type ReviewedRow = z.infer<typeof reviewedRow>;

/** An opened batch file. Times are ms since 1970; those inside a file are what its author's computer said. */
export const batchReviewHead = z.object({
  fileId: z.string(),
  receivedAt: z.number(),
  batchId: z.string(),
  batchName: z.string(),
  realm: z.string(),
  notify: z.boolean(),
  draftedAt: z.number(),
  drafter: knownSigner,
  /** The oldest reading of its accounts, as the drafter and this desktop have it; null: one wasn't read. */
  snapshotAt: z.number(),
  ownSnapshotAt: z.number().nullable(),
  /** Those that aren't checked first. */
  accounts: z.array(reviewedAccount),
  /** Who may be named as the sender: the drafter, and colleagues whose keys are confirmed. */
  senders: z.array(knownSigner),
  /** Why it can't be approved or returned here; null: it can. */
  whyNot: z.string().nullable(),
  /** The decision, where the file has one. */
  answer: z
    .object({
      decision: z.enum(['approved', 'returned']),
      approver: knownSigner,
      sender: knownSigner,
      decidedAt: z.number(),
      comment: z.string(),
      uncheckedAccountIds: z.array(z.string()),
      /** Whether it arrived signed by a key that was confirmed here by then. */
      counts: z.boolean(),
      /** The batch it belongs to is here, or can be made from it here. */
      canBeTaken: z.boolean(),
    })
    .nullable(),
});

/** The same with its rows, in the drafter's order. */
export type BatchReview = z.infer<typeof batchReviewHead> & { readonly rows: readonly ReviewedRow[] };

/** What an approver decides. */
export const reviewDecision = z.strictObject({
  fileId: z.string().min(1).max(64),
  decision: z.enum(['approved', 'returned']),
  removedRowIds: z.array(fileRow.shape.rowId).max(20_000),
  comment: z.string().max(maxComment, 'A comment has at most 2,000 characters.'),
  rowComments: z
    .array(z.strictObject({ rowId: fileRow.shape.rowId, text: z.string().max(maxComment) }))
    .max(20_000),
  /** The accounts that were shown as not checked, and are approved nevertheless. */
  uncheckedAccountIds: z.array(z.string().min(1).max(400)).max(20_000),
  /** Who may send it. */
  senderKey: publicKey,
});
export type ReviewDecision = z.infer<typeof reviewDecision>;

/** How a batch stands with the rule about approvals. */
export const approvalOfBatch = z.object({
  rule: approvalRule,
  loosened: loosening.nullable(),
  /** Whether sending everything that can be sent now needs an approval. */
  needed: z.boolean(),
  /** Those that have arrived, the latest first, held against everything that can be sent now. */
  approvals: z.array(batchApproval),
  /** The latest decision to return it, until it is exported again; null: none. */
  returned: z.object({ by: z.string(), at: z.number(), comment: z.string() }).nullable(),
  sends: z.array(batchSend),
});
export type ApprovalOfBatch = z.infer<typeof approvalOfBatch>;
