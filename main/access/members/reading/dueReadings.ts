import { isUsable, type Account } from '../../../../shared/domain/account/account';
import { accountKey } from '../../../../shared/util/accountKey';
import type { Database } from '../../../storage/database';
import type { AccountPlace } from '../memberFacts';
import type { MemberPlace } from './memberReader';

/** An account and the connections through which its members may be read, best first. */
export interface ReachableAccount extends AccountPlace {
  readonly connectionIds: readonly string[];
}

/** The accounts these connections reach, each once. Only admins may read members (amazon-api §1). */
export function reachableAccounts(
  accounts: readonly Account[],
  signedIn: readonly string[],
): Map<string, ReachableAccount> {
  const open = new Set(signedIn);
  const usable = accounts.filter((account) => open.has(account.connectionId) && isUsable(account));
  // Connections known to be an admin come before unknown ones.
  const sorted = usable.toSorted((one, other) => Number(other.canInvite) - Number(one.canInvite));
  const found = new Map<string, ReachableAccount>();
  for (const { realm, accountId, connectionId } of sorted) {
    const key = accountKey({ realm, accountId });
    const connectionIds = [...(found.get(key)?.connectionIds ?? []), connectionId];
    found.set(key, { realm, accountId, connectionIds });
  }
  return found;
}

/**
 * Whether an account's lists are due.
 * @param before ms since 1970: lists last tried before that are due; 0 = none
 */
export function areListsDue(db: Database, before: number): (account: AccountPlace) => boolean {
  const rows = db
    .prepare(
      `SELECT realm, account_id AS accountId, max(tried_at) AS triedAt FROM member_lists GROUP BY realm, account_id`,
    )
    .all() as (AccountPlace & { readonly triedAt: number })[];
  const triedAt = new Map(rows.map((row) => [accountKey(row), row.triedAt]));
  return (account) => (triedAt.get(accountKey(account)) ?? 0) < before;
}

/**
 * The members whose direct role is due: never read, or older than `before` (ms since 1970; 0 = only those never read). Oldest
 * first.
 */
export const rolesDue = (db: Database, before: number): MemberPlace[] =>
  db
    .prepare(
      `SELECT realm, account_id AS accountId, user_id AS userId FROM members
       WHERE gone_at IS NULL AND scope <> 'inherited' AND (role_as_of IS NULL OR role_as_of < ?)
       ORDER BY role_as_of NULLS FIRST, realm, account_id, user_id`,
    )
    .all(before) as MemberPlace[];
