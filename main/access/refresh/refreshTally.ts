import type { AccountRef } from '../../../shared/domain/account/account';
import type { RefreshFailure } from '../../../shared/domain/account/refresh';
import type { ErrorBody } from '../../../shared/errors';

export interface TallyCounts {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly current: AccountRef[];
  readonly failures: RefreshFailure[];
}

/** Counts the progress of a refresh of many accounts. */
export interface Tally {
  /** How many accounts a connection has to read, as far as is known now. */
  expect(connectionId: string, accounts: number): void;
  begin(account: AccountRef): void;
  /** @param error null if it was read; missing permission is an answer too */
  end(account: AccountRef, error: ErrorBody | null): void;
  /** The account list of a connection couldn't be read. */
  connectionFailed(connectionId: string, error: ErrorBody): void;
  counts(): TallyCounts;
}

/** @param changed is called after each change */
export function createTally(changed: () => void): Tally {
  const expected = new Map<string, number>();
  const current = new Set<AccountRef>();
  const failures: RefreshFailure[] = [];
  let done = 0;
  return {
    expect(connectionId, accounts) {
      expected.set(connectionId, accounts);
      changed();
    },
    begin(account) {
      current.add(account);
      changed();
    },
    end(account, error) {
      current.delete(account);
      if (error === null || error.code === 'FORBIDDEN') done += 1;
      else failures.push({ connectionId: account.connectionId, account, error });
      changed();
    },
    connectionFailed(connectionId, error) {
      failures.push({ connectionId, account: null, error });
      changed();
    },
    counts: () => ({
      total: [...expected.values()].reduce((sum, accounts) => sum + accounts, 0),
      done,
      failed: failures.filter(({ account }) => account !== null).length,
      current: [...current],
      failures: [...failures],
    }),
  };
}
