import { isUsable, type Account, type AccountRef } from '../../../../shared/domain/account/account';
import type { GroupRef } from '../../../../shared/domain/account/labels';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { accountKey, accountRefKey } from '../../../../shared/util/accountKey';
import { signedInOnly } from '../../../queries/signedInOnly';

/** The accounts to invite people to, in the order in which they are offered. */
export interface OfferedAccounts {
  readonly favorites: readonly Account[];
  /** Opened last, the latest first. */
  readonly recent: readonly Account[];
  /** The clients' groups with accounts to offer, in the person's order. Each of these accounts is only here. */
  readonly groups: readonly { readonly name: string; readonly accounts: readonly Account[] }[];
  readonly others: readonly Account[];
}

/** As many as people remember having opened. */
const maxRecent = 5;

/**
 * Each account once, through the connection that is selected or else the best one: signed in, and known to be allowed to
 * invite. Those where Amazon said no are left out.
 * @param accounts in the order of `useAccounts`
 * @param selected what the person has selected already
 * @param groups all groups, in the person's order
 */
export function offeredAccounts(
  accounts: readonly Account[],
  connections: readonly Connection[],
  selected: readonly AccountRef[],
  groups: readonly GroupRef[],
): OfferedAccounts {
  const signedIn = new Set(signedInOnly(accounts, connections));
  const isSelected = new Set(selected.map(accountRefKey));
  const worthOf = (account: Account): number =>
    (isSelected.has(accountRefKey(account)) ? 4 : 0) +
    (signedIn.has(account) ? 2 : 0) +
    (account.canInvite === true ? 1 : 0);
  const best = new Map<string, Account>();
  for (const account of accounts.filter(isUsable)) {
    const before = best.get(accountKey(account));
    if (before === undefined || worthOf(account) > worthOf(before)) best.set(accountKey(account), account);
  }
  const grouped = groups
    .map(({ groupId, name }) => ({
      name,
      accounts: [...best.values()].filter(({ group }) => group?.groupId === groupId),
    }))
    .filter((group) => group.accounts.length > 0);
  const inGroup = new Set(grouped.flatMap((group) => group.accounts));
  const offered = [...best.values()].filter((account) => !inGroup.has(account));
  const favorites = offered.filter(({ favourite }) => favourite);
  const rest = offered.filter(({ favourite }) => !favourite);
  const recent = rest
    .filter(({ lastOpenedAt }) => lastOpenedAt !== null)
    .sort((one, other) => (other.lastOpenedAt ?? 0) - (one.lastOpenedAt ?? 0))
    .slice(0, maxRecent);
  return {
    ...{ favorites, recent, groups: grouped },
    others: rest.filter((account) => !recent.includes(account)),
  };
}
