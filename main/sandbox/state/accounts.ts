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

/** Every account, in a fixed order. */
export const allAccounts = (db: Database): AccountRow[] =>
  db
    .prepare(
      `SELECT position, account_id AS accountId, name, marketplace_id AS marketplaceId
       FROM accounts ORDER BY position`,
    )
    .all() as AccountRow[];

/** The accounts a person has access to, including through a manager account, in a fixed order, after the given position. */
export function accountsOf(db: Database, userId: string, after: number, limit: number): AccountRow[] {
  return db
    .prepare(
      `SELECT position, account_id AS accountId, name, marketplace_id AS marketplaceId
       FROM accounts
       WHERE position > ? AND account_id IN (
         SELECT account_id FROM members WHERE user_id = ?
         UNION SELECT account_id FROM managed_accounts JOIN manager_members USING (manager_id) WHERE user_id = ?)
       ORDER BY position LIMIT ?`,
    )
    .all(after, userId, userId, limit) as AccountRow[];
}

/** Whether the account's instance came from instant access, so that it refuses user changes. */
export function isFromInstantAccess(db: Database, accountId: string): boolean {
  return (
    db.prepare('SELECT 1 FROM accounts WHERE account_id = ? AND from_instant_access = 1').get(accountId) !==
    undefined
  );
}
