import { z } from 'zod';
import { accountRef } from '../account/account';
import { difference } from '../outbox/agreement';
import { batchConflict, batchCounts } from './batch';
import { invitationState } from '../invitation/invitation';
import { region } from '../connection/region';
import { errorBody } from '../../errors';

/** What came of sending a batch: its run, or what has to be settled first. Then nothing was sent. */
export const batchSending = z.discriminatedUnion('sent', [
  z.object({
    sent: z.literal(true),
    runId: z.number(),
    invitations: z.number(),
    /** Rows of the selection that did not go because of an error in them. */
    leftOut: z.number(),
  }),
  z.object({
    sent: z.literal(false),
    /** What Amazon's lists show now and the batch did not know. */
    conflicts: z.array(batchConflict),
    /** Accounts that could not be read. */
    failures: z.array(z.object({ account: accountRef, accountName: z.string(), error: errorBody })),
    /** How what would be sent now differs from what was agreed; null where that was not looked at, for the above. */
    difference: difference.nullable(),
  }),
]);
export type BatchSending = z.infer<typeof batchSending>;

/** How a batch stands, as far as it was sent. */
export const batchReport = z.object({
  counts: batchCounts,
  /** What became of the invitations that were made, as of now. */
  states: z.array(z.object({ state: invitationState, rows: z.number() })),
  /** Why rows failed, the most frequent first. */
  failures: z.array(
    z.object({ code: z.string(), message: z.string(), retryable: z.boolean(), rows: z.number() }),
  ),
  /** The runs that carried its rows, the first first; times are ms since 1970. */
  runs: z.array(z.object({ runId: z.number(), createdAt: z.number() })),
  /** When the last of its rows was settled; null while one is open or none was sent. */
  endedAt: z.number().nullable(),
});
export type BatchReport = z.infer<typeof batchReport>;

/** A pending invitation of a batch, to be passed on. */
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
