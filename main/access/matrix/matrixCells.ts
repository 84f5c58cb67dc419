import type { MatrixAccess, MatrixCell } from '../../../shared/domain/person/matrix';
import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';
import { isReached } from '../members/listPeople';
import { pendingRoles } from './pendingRoles';

/**
 * What user IDs have, or are invited to, in the accounts that a connection reaches. Access that ended isn't included.
 * @param people at most about a hundred at a time, so that main isn't blocked for long
 */
export function matrixCells(db: Database, people: readonly MemberPersonRef[]): MatrixCell[] {
  return [...groupBy(people, ({ realm }) => realm)].flatMap(([realm, ofRealm]) =>
    cellsOfRealm(
      db,
      realm,
      ofRealm.map(({ userId }) => userId),
    ),
  );
}

function cellsOfRealm(db: Database, realm: string, userIds: readonly string[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell>();
  for (const { userId, accountId, ...access } of accessOf(db, realm, userIds)) {
    cells.set(keyOf(userId, accountId), { realm, userId, accountId, access, pendingRole: null });
  }
  for (const { userId, accountId, role } of pendingRoles(db, realm, userIds)) {
    const key = keyOf(userId, accountId);
    const access = cells.get(key)?.access ?? null;
    cells.set(key, { realm, userId, accountId, access, pendingRole: role });
  }
  return [...cells.values()];
}

const keyOf = (userId: string, accountId: string): string => JSON.stringify([userId, accountId]);

type Listed = MatrixAccess & { readonly userId: string; readonly accountId: string };

function accessOf(db: Database, realm: string, userIds: readonly string[]): Listed[] {
  const rows: unknown = db
    .prepare(
      `SELECT user_id AS userId, account_id AS accountId, scope, role, role_as_of AS roleAsOf,
         last_seen_at AS lastSeenAt
       FROM members INDEXED BY members_by_user
       WHERE realm = ? AND user_id IN (SELECT value FROM json_each(?)) AND gone_at IS NULL AND ${isReached}`,
    )
    .all(realm, JSON.stringify(userIds));
  return rows as Listed[];
}
