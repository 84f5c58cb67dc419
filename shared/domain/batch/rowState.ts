import { z } from 'zod';
import type { ShownInvitation } from '../invitation/invitation';
import { overdueName, stateNames } from '../invitation/invitationText';
import type { ShownStatus } from '../outbox/operation';

/**
 * The state of a batch's row. Each row is in exactly one, and they are shown in this order:
 * - `draft`: not sent, with an error. `ready`: not sent, without one; it may have warnings.
 * - `queued`, `sending`, `skipped`, `stopped`, `failed`, `inDoubt`: as its latest operation is shown (`shownStatus`).
 * - `invited`: sent, and its invitation is pending as far as is known.
 * - `overdue`: the same, but expired as far as is known.
 * - `accepted`, `revoked`, `lapsed`, `gone`: sent, by the current state of its invitation.
 */
export const rowStates = [
  'draft',
  'ready',
  'queued',
  'sending',
  'invited',
  'skipped',
  'stopped',
  'failed',
  'inDoubt',
  'overdue',
  'accepted',
  'revoked',
  'lapsed',
  'gone',
] as const;
export const rowState = z.enum(rowStates);
export type RowState = z.infer<typeof rowState>;

/** What determines a row's state. */
export interface RowFacts {
  /** Whether any of its findings is an error. */
  readonly hasError: boolean;
  /** How its latest operation is shown; null if it was never sent. */
  readonly status: ShownStatus | null;
  /** The current state of its invitation; null if there is none, or none is known. */
  readonly invitation: ShownInvitation | null;
}

/** The one state a row is in. A failed row stays failed until it is sent again, even if it is edited. */
export function rowStateOf({ hasError, status, invitation }: RowFacts): RowState {
  if (status === null) return hasError ? 'draft' : 'ready';
  if (status !== 'done') return status;
  return invitation === null || invitation === 'pending' ? 'invited' : invitation;
}

/** How each state is shown. */
export const rowStateNames: Readonly<Record<RowState, string>> = {
  draft: 'Draft',
  ready: 'Ready',
  queued: 'Queued',
  sending: 'Sending',
  invited: 'Invited',
  skipped: 'Skipped',
  stopped: 'Stopped',
  failed: 'Failed',
  inDoubt: 'Unconfirmed',
  overdue: overdueName,
  accepted: stateNames.accepted,
  revoked: stateNames.revoked,
  lapsed: stateNames.lapsed,
  gone: stateNames.gone,
};

/** How many rows are in each state. They add up to the number of rows. */
export const rowStateCounts = z.object({
  draft: z.number(),
  ready: z.number(),
  queued: z.number(),
  sending: z.number(),
  invited: z.number(),
  skipped: z.number(),
  stopped: z.number(),
  failed: z.number(),
  inDoubt: z.number(),
  overdue: z.number(),
  accepted: z.number(),
  revoked: z.number(),
  lapsed: z.number(),
  gone: z.number(),
});
export type RowStateCounts = z.infer<typeof rowStateCounts>;

export const noRowStates: RowStateCounts = {
  draft: 0,
  ready: 0,
  queued: 0,
  sending: 0,
  invited: 0,
  skipped: 0,
  stopped: 0,
  failed: 0,
  inDoubt: 0,
  overdue: 0,
  accepted: 0,
  revoked: 0,
  lapsed: 0,
  gone: 0,
};

/** How many rows were sent, however that ended: all that are neither drafts nor ready. */
export const sentRowsIn = (counts: RowStateCounts): number =>
  rowStates.reduce((sum, state) => sum + (state === 'draft' || state === 'ready' ? 0 : counts[state]), 0);
