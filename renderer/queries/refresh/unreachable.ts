import type { ChannelOutput } from '../../../shared/bridge/ipc';
import type { Account } from '../../../shared/domain/account/account';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { Run } from '../../../shared/domain/outbox/run';
import { underWayOf } from '../../../shared/domain/outbox/runCounts';
import type { ErrorBody } from '../../../shared/errors';
import { isOffline, type RefreshFailure, type RefreshState } from './refreshState';

/** That Amazon can't be reached: one cause, whatever it prevents. */
export interface Unreachable {
  /** The connections it was noticed for. */
  readonly connectionIds: readonly string[];
  /** The labels of these connections; empty if they are all that are signed in, so that there is nothing to tell apart. */
  readonly labels: readonly string[];
  /** What went wrong and what to check, in one sentence. */
  readonly message: string;
  /** The error of a reading, with its details; null if only sending noticed it. */
  readonly error: ErrorBody | null;
  /** What couldn't be read because of it. */
  readonly failures: readonly RefreshFailure[];
  /** How many changes go out when Amazon can be reached again. */
  readonly queued: number;
}

/** Whether Amazon can't be reached, as far as reading and sending have noticed; null if it can, or nothing was tried. */
export function unreachableOf(
  refresh: Pick<RefreshState, 'failures' | 'offline'>,
  status: Pick<ChannelOutput<'outbox.status'>, 'runs' | 'waits'>,
  connections: readonly Pick<Connection, 'connectionId' | 'label' | 'state'>[],
): Unreachable | null {
  const waits = status.waits.filter(
    ({ reason, accounts }) => reason === 'unreachable' && accounts === undefined,
  );
  const waiting = new Set(waits.map(({ connectionId }) => connectionId));
  const failures = refresh.failures.filter(
    (failure) => isOffline(failure) && (refresh.offline || waiting.has(failure.connectionId)),
  );
  const ids = new Set([...waiting, ...failures.map(({ connectionId }) => connectionId)]);
  const error = failures[0]?.error ?? null;
  const message = waits[0]?.message ?? error?.message;
  if (message === undefined) return null;
  return {
    connectionIds: [...ids],
    labels: connections.every(({ connectionId, state }) => state !== 'signedIn' || ids.has(connectionId))
      ? []
      : connections.filter(({ connectionId }) => ids.has(connectionId)).map(({ label }) => label),
    message,
    error,
    failures,
    queued: status.runs.reduce((sum, run) => sum + waitingIn(run, ids), 0),
  };
}

/** How many changes of a run wait for these connections; none while a person holds it back. */
export function waitingIn(
  { paused, startsAt, accounts }: Pick<Run, 'paused' | 'startsAt' | 'accounts'>,
  connectionIds: ReadonlySet<string>,
): number {
  if (paused || startsAt !== null) return 0;
  return accounts.reduce(
    (sum, { connectionId, counts }) => (connectionIds.has(connectionId) ? sum + underWayOf(counts) : sum),
    0,
  );
}

/** Whether a failed reading is already explained by Amazon being unreachable. */
export const isExplained = (
  unreachable: Unreachable | null,
  failure: Pick<RefreshFailure, 'connectionId' | 'error'>,
): boolean =>
  unreachable !== null && isOffline(failure) && unreachable.connectionIds.includes(failure.connectionId);

/** The accounts without the failed readings that Amazon being unreachable explains: one cause gives one message. */
export const withoutExplained = (
  accounts: readonly Account[],
  unreachable: Unreachable | null,
): readonly Account[] =>
  unreachable === null
    ? accounts
    : accounts.map((account) =>
        account.trouble !== null &&
        isExplained(unreachable, { connectionId: account.connectionId, error: account.trouble })
          ? { ...account, trouble: null, troubleAt: null }
          : account,
      );
