import type { Database } from '../../storage/database';

export interface AccountRow {
  readonly position: number;
  readonly accountId: string;
  readonly name: string;
  readonly marketplaceId: string;
}

export function findAccount(db: Database, accountId: string): AccountRow | undefined {
  return db
    .prepare(
      `SELECT position, account_id AS accountId, name, marketplace_id AS marketplaceId
       FROM accounts WHERE account_id = ?`,
    )
    .get(accountId) as AccountRow | undefined;
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

/** Whether the account's instance came from instant access, so that it refuses user changes. */
export function isFromInstantAccess(db: Database, accountId: string): boolean {
  return (
    db.prepare('SELECT 1 FROM accounts WHERE account_id = ? AND from_instant_access = 1').get(accountId) !==
    undefined
  );
}
