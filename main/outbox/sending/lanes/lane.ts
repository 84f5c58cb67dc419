import type { PendingSnapshot } from '../../../access/refresh/pendingSnapshot';
import type { Pace } from '../../../amazonAds/pacing/pace';
import type { AccountRef } from '../../../../shared/domain/account/account';
import type { LaneDeps } from '../../deps';
import type { SharedAccount } from '../turns/accountTurns';
import type { AccountAccess, JournalRequest } from '../../journal/append';

/** The account's pending list before the calls that it covers. */
export interface LaneBaseline {
  readonly reading: PendingSnapshot;
  /** By the monotonic clock. */
  readonly readAt: number;
  /** The last recorded call when it was read. */
  readonly lastWritten: number;
  /** In the journal, once a call was sent after it. */
  id?: number;
}

/** One account through one connection, and what is known about it while its calls are sent. */
export interface Lane {
  readonly deps: LaneDeps;
  readonly access: AccountAccess;
  readonly account: AccountRef;
  /** The connection's. */
  readonly pace: Pace;
  /** The account's own. */
  readonly ownPace: Pace;
  baseline: LaneBaseline | undefined;
  /** The account was already refused once. */
  refused: boolean;
  /** The token was refused with the last call. */
  tokenRefused: boolean;
  /** Amazon's list has more than its answers said. */
  amazonKnowsMore: boolean;
  /** The members may not be what was read before: colleagues may have changed them, or Amazon refused a change of one. */
  areMembersOutdated: boolean;
  /** Amazon refused a change of a member, and the members weren't read since. */
  wasMemberRefused: boolean;
  /** The account as shared with colleagues since the lane's last turn; it may not be shared any longer. */
  shared: SharedAccount | null;
  /** Colleagues can’t be asked, and what is sent is what a person let be sent without. */
  isSolo: boolean;
  /** How many changes were open in the account at most; for colleagues who wait. */
  maxOpen: number;
}

export const laneOf = (deps: LaneDeps, access: AccountAccess): Lane => ({
  deps,
  access,
  account: { connectionId: access.connectionId, accountId: access.accountId },
  pace: deps.paces.of(access.connectionId),
  ownPace: deps.paceOfAccount(access),
  baseline: undefined,
  refused: false,
  tokenRefused: false,
  amazonKnowsMore: false,
  areMembersOutdated: false,
  wasMemberRefused: false,
  shared: null,
  isSolo: false,
  maxOpen: 0,
});

export const withStatus = (request: JournalRequest, status: 'queued' | 'sending'): JournalRequest => ({
  ...request,
  operations: request.operations.map((operation) => ({ ...operation, status })),
});
