import { z } from 'zod';
import { approvalRule } from './approvalRule';

/** Why an approval doesn't count for what would be sent. */
export const approvalFaults = [
  /** Nobody had confirmed the approver's key when the approval arrived. */
  'unconfirmedKey',
  /** The key is this installation's own, the drafter's or the sender's. */
  'sameKey',
  /** It names another sender, or this installation has no key. */
  'otherSender',
  'otherRealm',
  'used',
  'tooOld',
  /** It says it was given later than now. */
  'inFuture',
  'oldSnapshot',
  /** Rows that aren't approved, or not as they are now. */
  'changed',
  'otherNotify',
] as const;
export type ApprovalFault = (typeof approvalFaults)[number];

/** An approval of a batch that has arrived, and whether it counts. Times are ms since 1970. */
export const batchApproval = z.object({
  approvalId: z.string(),
  fileId: z.string(),
  drafter: z.string(),
  approver: z.string(),
  sender: z.string(),
  approvedAt: z.number(),
  receivedAt: z.number(),
  comment: z.string(),
  /** Empty: it counts. */
  faults: z.array(z.enum(approvalFaults)),
  /** The rows that would be sent and aren't approved as they are. */
  uncoveredRowIds: z.array(z.string()),
});
export type BatchApproval = z.infer<typeof batchApproval>;

/** The rule's last loosening; stands in the report of every batch sent after. */
export const loosening = z.object({ at: z.number(), by: z.string() });

/** Under which rule and approval a run of a batch went. Names as they were known here; empty without an approval. */
export const batchSend = z.object({
  runId: z.number(),
  sentAt: z.number(),
  rule: approvalRule,
  loosened: loosening.nullable(),
  approvedAt: z.number().nullable(),
  drafter: z.string(),
  approver: z.string(),
  sender: z.string(),
  uncheckedAccountIds: z.array(z.string()),
});
export type BatchSend = z.infer<typeof batchSend>;
