import type { Account } from '../../shared/domain/account/account';
import type { Connection } from '../../shared/domain/connection/connection';
import { accountKey } from '../../shared/util/accountKey';
import { groupBy } from '../../shared/util/groupBy';
import { signedInOnly } from './signedInOnly';

/**
 * An account with all connections that reach it. What differs between them is that of the best one: it can be reached, is signed
 * in, and may invite, in this order. Whether people can be invited here is known as soon as it is through one of them.
 */
export interface AccountRow extends Account {
  /** The best one first. */
  readonly accesses: readonly Account[];
}

/** Each account once, in the order of `useAccounts`. */
export function accountRows(
  accounts: readonly Account[],
  connections: readonly Connection[],
): readonly AccountRow[] {
  const signedIn = new Set(signedInOnly(accounts, connections));
  const worthOf = (access: Account): number =>
    (access.reachable ? 4 : 0) + (signedIn.has(access) ? 2 : 0) + (access.canInvite === true ? 1 : 0);
  return [...groupBy(accounts, accountKey).values()].flatMap((listed) => {
    const accesses = listed.toSorted((one, other) => worthOf(other) - worthOf(one));
    const [best] = accesses;
    return best === undefined ? [] : [{ ...best, canInvite: canInviteThrough(accesses), accesses }];
  });
}

/** Null as long as no connection is known to be allowed to, and one isn't checked. */
function canInviteThrough(accesses: readonly Account[]): boolean | null {
  const known = accesses.filter(({ reachable }) => reachable).map(({ canInvite }) => canInvite);
  if (known.includes(true)) return true;
  return known.includes(null) ? null : (known[0] ?? accesses[0]?.canInvite ?? null);
}

/** Whether the account's invitations couldn't be read through one of its connections. */
export const needsAttention = ({ accesses }: AccountRow): boolean =>
  accesses.some(({ trouble }) => trouble !== null);
