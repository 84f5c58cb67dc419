import type { MatrixCell } from '../../../shared/domain/person/matrix';
import type { MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';
import { currentAccess } from '../members/listing/currentAccess';
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
  for (const { userId, accountId, ...access } of currentAccess(db, realm, userIds)) {
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
