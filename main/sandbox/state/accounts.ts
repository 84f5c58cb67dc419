import type { Database } from '../../storage/database';

export interface AccountRow {
  readonly position: number;
  readonly accountId: string;
  readonly name: string;
  readonly marketplaceId: string;
}

/** The accounts a person is a member of, in a fixed order, after the given position. */
export function accountsOf(db: Database, userId: string, after: number, limit: number): AccountRow[] {
  return db
    .prepare(
      `SELECT position, account_id AS accountId, name, marketplace_id AS marketplaceId
       FROM accounts JOIN members USING (account_id)
       WHERE user_id = ? AND position > ? ORDER BY position LIMIT ?`,
    )
    .all(userId, after, limit) as AccountRow[];
}

/** @returns undefined when the person is no member, or there is no such account */
export function roleIn(db: Database, accountId: string, userId: string): 'admin' | 'viewer' | undefined {
  const row = db
    .prepare('SELECT role FROM members WHERE user_id = ? AND account_id = ?')
    .get(userId, accountId) as { role: 'admin' | 'viewer' } | undefined;
  return row?.role;
}

export function isMemberByEmail(db: Database, accountId: string, email: string): boolean {
  return (
    db
      .prepare('SELECT 1 FROM members JOIN people USING (user_id) WHERE email = ? AND account_id = ?')
      .get(email, accountId) !== undefined
  );
}
