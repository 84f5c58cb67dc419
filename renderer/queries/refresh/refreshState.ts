import type { AccountRef } from '../../../shared/domain/account/account';
import type { RefreshProgress } from '../../../shared/domain/account/refresh';
import type { ErrorBody, ErrorCode } from '../../../shared/errors';
import type { ChannelOutput } from '../../../shared/bridge/ipc';

/** One request to Amazon that failed. `account` is null if it was about a connection's accounts. */
export interface RefreshFailure {
  readonly connectionId: string;
  readonly account: AccountRef | null;
  readonly error: ErrorBody;
}

export interface RefreshState {
  readonly refreshing: boolean;
  /** What the latest attempts couldn't read. A later attempt at the same thing replaces the earlier result. */
  readonly failures: readonly RefreshFailure[];
  /** True if some of it failed because Amazon couldn't be reached, and the latest attempt reached nothing. */
  readonly offline: boolean;
  /** When the latest completed attempt began, ms since 1970; null before the first. */
  readonly latestAt: number | null;
}

/** One attempt to read from Amazon. */
export interface Reading {
  /** When it began, ms since 1970. */
  readonly at: number;
  readonly pending: boolean;
  readonly failures: readonly RefreshFailure[];
  /** Whether Amazon answered any of it. */
  readonly reached: boolean;
  /** Whether this attempt updates what an earlier one couldn't read. */
  readonly settles: (earlier: RefreshFailure) => boolean;
}

/** The state of refreshing, from all attempts since the page was opened. Connections removed since are excluded. */
export function refreshStateOf(readings: readonly Reading[], connectionIds: readonly string[]): RefreshState {
  let failures: readonly RefreshFailure[] = [];
  const ended = readings.filter(({ pending }) => !pending).sort((one, other) => one.at - other.at);
  for (const reading of ended) {
    failures = [...failures.filter((earlier) => !reading.settles(earlier)), ...reading.failures];
  }
  failures = failures.filter(({ connectionId }) => connectionIds.includes(connectionId));
  return {
    refreshing: readings.some(({ pending }) => pending),
    failures,
    offline: failures.some(isOffline) && ended.at(-1)?.reached !== true,
    latestAt: ended.at(-1)?.at ?? null,
  };
}

/**
 * What to read again because the network was to blame: while offline only one, to find out whether Amazon can be reached;
 * afterwards the rest. Nothing while anything is being read.
 */
export function toReadAgain({ failures, offline, refreshing }: RefreshState): readonly RefreshFailure[] {
  if (refreshing) return [];
  const unreached = failures.filter(isOffline);
  return offline ? unreached.slice(0, 1) : unreached;
}

/** The state of an attempt: neither answer nor error while it is running. */
export interface Attempt<Answer> {
  readonly at: number;
  readonly answer: Answer | undefined;
  readonly error: ErrorBody | undefined;
}

/** Reading a connection's accounts also reads the invitations of each. */
export function accountsReading(
  connectionId: string,
  { at, answer, error }: Attempt<ChannelOutput<'accounts.refresh'>>,
): Reading {
  return {
    at,
    pending: answer === undefined && error === undefined,
    failures:
      error === undefined
        ? (answer?.failures ?? []).map((failure) => ({ connectionId, ...failure }))
        : [{ connectionId, account: null, error }],
    reached: answer !== undefined,
    settles: (earlier) =>
      earlier.connectionId === connectionId && (earlier.account === null || answer !== undefined),
  };
}

/** The refresh of all accounts, which runs in main. */
export function allReading(progress: RefreshProgress): Reading {
  const { startedAt, quiet, running, paused, stopped, done, failures } = progress;
  const whole = new Set(
    failures.flatMap(({ account, connectionId }) => (account === null ? [connectionId] : [])),
  );
  return {
    at: startedAt ?? 0,
    // What the app does automatically, or a person has paused, doesn't keep a button busy.
    pending: running && !quiet && !paused,
    // If a connection as a whole couldn't be read, that says it all.
    failures: running
      ? []
      : failures.filter(({ account, connectionId }) => account === null || !whole.has(connectionId)),
    reached: done > 0,
    settles: (earlier) => (quiet || stopped ? done > 0 && isOffline(earlier) : startedAt !== null),
  };
}

/** Reading the invitations of some accounts. */
export function invitationsReading(
  accounts: readonly AccountRef[],
  { at, answer, error }: Attempt<ChannelOutput<'invitations.refresh'>>,
): Reading {
  const results =
    error === undefined ? (answer?.results ?? []) : accounts.map((account) => ({ account, error }));
  const reached = results
    .filter((result) => result.error === null)
    .map(({ account }) => account.connectionId);
  return {
    at,
    pending: answer === undefined && error === undefined,
    failures: results.flatMap((result) =>
      result.error === null
        ? []
        : [{ connectionId: result.account.connectionId, account: result.account, error: result.error }],
    ),
    reached: reached.length > 0,
    settles: (earlier) =>
      earlier.account === null
        ? // An answer for one account shows that the network is back.
          isOffline(earlier) && reached.includes(earlier.connectionId)
        : accounts.some((account) => isSame(account, earlier.account)),
  };
}

const networkCodes: readonly ErrorCode[] = ['NETWORK', 'TIMEOUT'];

/** Whether the network was to blame. */
export const isOffline = ({ error }: Pick<RefreshFailure, 'error'>): boolean =>
  networkCodes.includes(error.code);

const isSame = (one: AccountRef, other: AccountRef | null): boolean =>
  one.connectionId === other?.connectionId && one.accountId === other.accountId;
