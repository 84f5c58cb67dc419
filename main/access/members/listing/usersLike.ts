import type { Database } from '../../../storage/database';

/** A user ID of a realm and an address that Amazon lists, or listed, for it. */
export interface UserLike {
  readonly realm: string;
  readonly userId: string;
  readonly maskedEmail: string;
}

/** How many are looked at. */
const maxUsers = 2000;

/**
 * Those whose address, as Amazon lists it in any account, begins like this one and ends with the same letter: a first sieve, of
 * whom most are somebody else.
 * @param key an address as `mailboxKey` has it
 */
export function usersLike(db: Database, key: string): UserLike[] {
  const rows: unknown = db
    .prepare(
      `SELECT DISTINCT realm, user_id AS userId, masked_email AS maskedEmail FROM members
       WHERE substr(lower(masked_email), 1, 1) IN (substr(:key, 1, 1), '*', '…')
         AND substr(lower(masked_email), -1) IN (substr(:key, -1), '*', '…')
       LIMIT :limit`,
    )
    .all({ key, limit: maxUsers });
  return rows as UserLike[];
}
