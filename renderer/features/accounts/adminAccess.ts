import type { Account } from '../../../shared/domain/account/account';
import type { Connection } from '../../../shared/domain/connection/connection';
import { signedInOnly } from '../../queries/signedInOnly';

/**
 * The connection to an account through which its invitations can be changed, preferably a signed-in one; null if there is none.
 */
export function adminAccessTo(
  { realm, accountId }: Pick<Account, 'realm' | 'accountId'>,
  accounts: readonly Account[],
  connections: readonly Connection[],
): Account | null {
  const accesses = accounts.filter(
    (access) =>
      access.realm === realm &&
      access.accountId === accountId &&
      access.reachable &&
      access.canInvite === true,
  );
  return signedInOnly(accesses, connections)[0] ?? accesses[0] ?? null;
}
