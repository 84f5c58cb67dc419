import { z } from 'zod';
import { accountRef } from '../account/account';
import { instanceAccessState } from '../account/instanceAccessState';
import { batchSend } from '../approval/approvalStatus';
import { difference } from '../outbox/agreement';
import { batchConflict, batchCounts } from './batch';
import { invitationState } from '../invitation/invitation';
import { region } from '../connection/region';
import { errorBody } from '../../errorBody';

/** The result of sending a batch: its run, or what has to be settled first. In that case nothing was sent. */
export const batchSending = z.discriminatedUnion('sent', [
  z.object({
    sent: z.literal(true),
    runId: z.number(),
    invitations: z.number(),
    /** Selected rows that weren't sent because of an error in them. */
    leftOut: z.number(),
  }),
  z.object({
    sent: z.literal(false),
    /** What Amazon's lists show now that the batch didn't know. */
    conflicts: z.array(batchConflict),
    /** Accounts that could not be read. */
    failures: z.array(z.object({ account: accountRef, accountName: z.string(), error: errorBody })),
    /** How what would be sent now differs from what was agreed; null if that wasn't compared because of the above. */
    difference: difference.nullable(),
  }),
]);
export type BatchSending = z.infer<typeof batchSending>;

/** The results of a batch's sent rows. */
export const batchReport = z.object({
  counts: batchCounts,
  /** The current states of the invitations it created. */
  states: z.array(z.object({ state: invitationState, rows: z.number() })),
  /** What is known of the access to instances of those who accepted, most frequent first. */
  instances: z.array(z.object({ access: instanceAccessState, rows: z.number() })),
  /** Why rows failed, most frequent first. */
  failures: z.array(
    z.object({ code: z.string(), message: z.string(), retryable: z.boolean(), rows: z.number() }),
  ),
  /** The runs that carried its rows, oldest first; times are ms since 1970. */
  runs: z.array(z.object({ runId: z.number(), createdAt: z.number() })),
  /** Under which rule and approval they went. */
  sends: z.array(batchSend),
  /** When the last of its rows was settled; null while one is open or if none was sent. */
  endedAt: z.number().nullable(),
});
export type BatchReport = z.infer<typeof batchReport>;

/** A pending invitation of a batch, to share. */
export const batchLink = z.object({
  rowId: z.string(),
  emailAddress: z.string(),
  userName: z.string(),
  role: z.string(),
  accountName: z.string(),
  invitationId: z.string(),
  region,
  /** ms since 1970. */
  expiresAt: z.number().nullable(),
});
export type BatchLink = z.infer<typeof batchLink>;
