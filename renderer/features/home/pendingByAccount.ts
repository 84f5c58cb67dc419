import type { Account } from '../../../shared/domain/account/account';
import { compareNames } from '../../../shared/text/formats';
import { accountKey } from '../../../shared/util/accountKey';

/** One bar: an account with pending invitations. */
export interface PendingAccount {
  /** The same account through whichever connection. */
  readonly key: string;
  readonly account: Account;
  readonly count: number;
}

/** How many bars are easy to compare. */
const maxBars = 8;

export interface PendingByAccount {
  /** Those with the most first. */
  readonly bars: readonly PendingAccount[];
  /** All accounts with pending invitations, those without a bar too. */
  readonly accounts: number;
  readonly total: number;
}

/** Where the pending invitations are. An account counts once, however many connections reach it. */
export function pendingByAccount(accounts: readonly Account[]): PendingByAccount {
  const byKey = new Map(accounts.map((account) => [accountKey(account), account]));
  const all = [...byKey]
    .filter(([, { pendingInvitations }]) => pendingInvitations > 0)
    .map(([key, account]) => ({ key, account, count: account.pendingInvitations }))
    .sort((one, other) => other.count - one.count || compareNames(one.account.name, other.account.name));
  return {
    bars: all.slice(0, maxBars),
    accounts: all.length,
    total: all.reduce((sum, { count }) => sum + count, 0),
  };
}
