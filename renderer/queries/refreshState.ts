import type { AccountRef } from '../../shared/domain/account';
import type { ErrorBody, ErrorCode } from '../../shared/errors';

/** One question to Amazon that could not be answered. `account` is null when it was about a whole connection. */
export interface RefreshTrouble {
  readonly connectionId: string;
  readonly account: AccountRef | null;
  readonly error: ErrorBody;
}

export interface RefreshState {
  readonly refreshing: boolean;
  /** What the latest attempts left unread. A later success about the same thing clears it. */
  readonly troubles: readonly RefreshTrouble[];
  /** True when the latest troubles include that Amazon could not be reached. */
  readonly offline: boolean;
}

/** One refresh: what it was about, and what it left unread once it ended. */
export interface Reading {
  readonly at: number;
  readonly pending: boolean;
  /** Keys of what the reading was about: `connectionId` alone for its accounts, with `/accountId` for one account. */
  readonly about: readonly string[];
  readonly troubles: readonly RefreshTrouble[];
}

/** Lets later readings replace what earlier ones said about the same thing. */
export function refreshStateOf(readings: readonly Reading[]): RefreshState {
  const latest = new Map<string, RefreshTrouble | null>();
  for (const reading of readings.filter(({ pending }) => !pending).sort((one, other) => one.at - other.at)) {
    for (const key of reading.about) latest.set(key, null);
    for (const trouble of reading.troubles) latest.set(troubleKey(trouble), trouble);
  }
  const troubles = [...latest.values()].filter((trouble) => trouble !== null);
  return {
    refreshing: readings.some(({ pending }) => pending),
    troubles,
    offline: troubles.some(({ error }) => networkCodes.includes(error.code)),
  };
}

const networkCodes: readonly ErrorCode[] = ['NETWORK', 'TIMEOUT'];

/** How readings of one account are told from those of others. */
export const accountKey = ({ connectionId, accountId }: AccountRef): string => `${connectionId}/${accountId}`;

const troubleKey = ({ connectionId, account }: RefreshTrouble): string =>
  account === null ? connectionId : accountKey(account);
