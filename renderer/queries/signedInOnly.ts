import type { Account } from '../../shared/domain/account/account';
import type { Connection } from '../../shared/domain/connection/connection';

/** The accounts as reached through connections that are signed in. */
export function signedInOnly(
  accounts: readonly Account[],
  connections: readonly Connection[],
): readonly Account[] {
  const signedIn = new Set(
    connections.filter(({ state }) => state === 'signedIn').map(({ connectionId }) => connectionId),
  );
  return accounts.filter(({ connectionId }) => signedIn.has(connectionId));
}
