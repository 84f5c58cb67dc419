import type { Database } from '../../storage/database';

export type Role = 'admin' | 'viewer';

export interface MemberRow {
  readonly position: number;
  readonly userId: string;
  readonly adsUserId: string;
  readonly email: string;
  readonly role: Role;
}

/** @returns undefined when the person is no member, or there is no such account */
export function roleIn(db: Database, accountId: string, userId: string): Role | undefined {
  const row = db
    .prepare('SELECT role FROM members WHERE user_id = ? AND account_id = ?')
    .get(userId, accountId) as { role: Role } | undefined;
  return row?.role;
}

export function isMemberByEmail(db: Database, accountId: string, email: string): boolean {
  return (
    db
      .prepare('SELECT 1 FROM members JOIN people USING (user_id) WHERE email = ? AND account_id = ?')
      .get(email, accountId) !== undefined
  );
}

const columns = 'people.rowid AS position, user_id AS userId, ads_user_id AS adsUserId, email, role';

/** The people of an account, in a fixed order, after the given position. */
export function membersOf(db: Database, accountId: string, after: number, limit: number): MemberRow[] {
  return db
    .prepare(
      `SELECT ${columns} FROM members JOIN people USING (user_id)
       WHERE account_id = ? AND people.rowid > ? ORDER BY people.rowid LIMIT ?`,
    )
    .all(accountId, after, limit) as MemberRow[];
}

/** @param adsUserId the user operations' id */
export function findMember(db: Database, accountId: string, adsUserId: string): MemberRow | undefined {
  return db
    .prepare(
      `SELECT ${columns} FROM members JOIN people USING (user_id) WHERE account_id = ? AND ads_user_id = ?`,
    )
    .get(accountId, adsUserId) as MemberRow | undefined;
}

/** Makes a person a member, or gives a member another role. */
export function setRole(db: Database, accountId: string, userId: string, role: Role): void {
  db.prepare(
    `INSERT INTO members (account_id, user_id, role) VALUES (?, ?, ?)
     ON CONFLICT (user_id, account_id) DO UPDATE SET role = excluded.role`,
  ).run(accountId, userId, role);
}

export function removeMember(db: Database, accountId: string, userId: string): void {
  db.prepare('DELETE FROM members WHERE account_id = ? AND user_id = ?').run(accountId, userId);
}

export function countAdmins(db: Database, accountId: string): number {
  const row = db
    .prepare("SELECT count(*) AS count FROM members WHERE account_id = ? AND role = 'admin'")
    .get(accountId) as { count: number };
  return row.count;
}
