import type { Database } from '../../storage/database';

export interface InstanceRow {
  readonly position: number;
  readonly instanceId: string;
  readonly name: string;
  readonly types: readonly InstanceType[];
  readonly status: InstanceStatus;
}

export type InstanceType = 'DISPLAY' | 'SAS' | 'SPONSORED_ADS';
export type InstanceStatus = 'COMPLETED';

/**
 * The instances of an account that a person reaches, in a fixed order, after the given position: a direct admin all of them,
 * anybody else those to which an admin added them.
 */
export function instancesReachedBy(
  db: Database,
  { accountId, userId }: { readonly accountId: string; readonly userId: string },
  page: { readonly after: number; readonly limit: number },
): InstanceRow[] {
  return db
    .prepare(
      `SELECT ${columns} FROM instances
       WHERE account_id = ? AND position > ? AND (
         EXISTS (SELECT 1 FROM members WHERE members.account_id = instances.account_id AND user_id = ? AND role = 'admin')
         OR EXISTS (SELECT 1 FROM instance_members
                    WHERE instance_members.instance_id = instances.instance_id AND user_id = ?))
       ORDER BY position LIMIT ?`,
    )
    .all(accountId, page.after, userId, userId, page.limit)
    .map((row) => instanceOf(row as unknown as StoredRow));
}

/** Every instance of an account, in a fixed order. */
export const instancesOf = (db: Database, accountId: string): InstanceRow[] =>
  db
    .prepare(`SELECT ${columns} FROM instances WHERE account_id = ? ORDER BY position`)
    .all(accountId)
    .map((row) => instanceOf(row as unknown as StoredRow));

/** The Login with Amazon IDs of those an admin added to an instance. */
export const membersOfInstance = (db: Database, instanceId: string): ReadonlySet<string> =>
  new Set(
    db
      .prepare('SELECT user_id AS userId FROM instance_members WHERE instance_id = ?')
      .all(instanceId)
      .map((row) => (row as { readonly userId: string }).userId),
  );

export function addToInstance(db: Database, instanceId: string, userId: string): void {
  db.prepare('INSERT OR IGNORE INTO instance_members (instance_id, user_id) VALUES (?, ?)').run(
    instanceId,
    userId,
  );
}

export function removeFromInstance(db: Database, instanceId: string, userId: string): void {
  db.prepare('DELETE FROM instance_members WHERE instance_id = ? AND user_id = ?').run(instanceId, userId);
}

/** Ends a person's membership of every instance whose account the person has no access to, however it was obtained. */
export function leaveUnreachableInstances(db: Database, userId: string): void {
  db.prepare(
    `DELETE FROM instance_members WHERE user_id = ? AND instance_id NOT IN (
       SELECT instance_id FROM instances JOIN members USING (account_id) WHERE members.user_id = ?
       UNION
       SELECT instance_id FROM instances JOIN managed_accounts USING (account_id) JOIN manager_members USING (manager_id)
       WHERE manager_members.user_id = ?)`,
  ).run(userId, userId, userId);
}

const columns = 'position, instance_id AS instanceId, name, types, status';

type StoredRow = Omit<InstanceRow, 'types'> & { readonly types: string };

const instanceOf = (row: StoredRow): InstanceRow => ({
  ...row,
  types: JSON.parse(row.types) as InstanceType[],
});
