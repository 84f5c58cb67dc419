import type { Account } from '../../../shared/domain/account/account';
import type { Connection } from '../../../shared/domain/connection/connection';

export function signedInOnly(
  accounts: readonly Account[],
  connections: readonly Connection[],
): readonly Account[] {
  const signedIn = new Set(
    connections.filter(({ state }) => state === 'signedIn').map(({ connectionId }) => connectionId),
  );
  return accounts.filter(({ connectionId }) => signedIn.has(connectionId));
}

/** The way in to an account through which its invitations can be changed, a signed-in one first; null when there is none. */
export function adminWayTo(
  { realm, accountId }: Pick<Account, 'realm' | 'accountId'>,
  accounts: readonly Account[],
  connections: readonly Connection[],
): Account | null {
  const ways = accounts.filter(
    (way) => way.realm === realm && way.accountId === accountId && way.reachable && way.canInvite === true,
  );
  return signedInOnly(ways, connections)[0] ?? ways[0] ?? null;
}
