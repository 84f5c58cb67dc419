import type { MatrixAccess } from '../../../../shared/domain/person/matrix';
import type { Database } from '../../../storage/database';
import { isReached } from './listPeople';

/** What a user ID has in an account. */
export type CurrentAccess = MatrixAccess & { readonly userId: string; readonly accountId: string };

/** What user IDs of a realm have in the accounts that a connection reaches; access that ended isn't included. */
export function currentAccess(db: Database, realm: string, userIds: readonly string[]): CurrentAccess[] {
  const rows: unknown = db
    .prepare(
      `SELECT user_id AS userId, account_id AS accountId, scope, role, role_as_of AS roleAsOf,
         last_seen_at AS lastSeenAt
       FROM members INDEXED BY members_by_user
       WHERE realm = ? AND user_id IN (SELECT value FROM json_each(?)) AND gone_at IS NULL AND ${isReached}`,
    )
    .all(realm, JSON.stringify(userIds));
  return rows as CurrentAccess[];
}
