import { groupBy } from '../../../shared/util/groupBy';
import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import type { Decision } from './identityRules';

/** A decision, and when it was made (ms since 1970). */
export interface DatedDecision extends Decision {
  readonly at: number;
}

/** Who may be behind a user ID, to be decided. */
export interface Question {
  readonly realm: string;
  readonly userId: string;
  /** In the form of `mailboxKey`. */
  readonly key: string;
}

/**
 * All decisions about user IDs of a realm, in the order in which they were made.
 * @param userIds null: all of the realm
 */
export function readDecisions(
  db: Database,
  realm: string,
  userIds: readonly string[] | null,
): ReadonlyMap<string, readonly DatedDecision[]> {
  const rows = db
    .prepare(
      `SELECT user_id AS userId, kind, email_address AS address, at FROM identity_decisions
       WHERE realm = ? ${userIds === null ? '' : 'AND user_id IN (SELECT value FROM json_each(?))'}
       ORDER BY decision`,
    )
    .all(realm, ...(userIds === null ? [] : [JSON.stringify(userIds)])) as unknown as (DatedDecision & {
    readonly userId: string;
  })[];
  return groupBy(rows, ({ userId }) => userId);
}

/** The user IDs about which something was decided for an address. @param key in the form of `mailboxKey` */
export function usersDecidedFor(
  db: Database,
  key: string,
): { readonly realm: string; readonly userId: string }[] {
  const rows: unknown = db
    .prepare(
      'SELECT DISTINCT realm, user_id AS userId FROM identity_decisions WHERE email_address = ? ORDER BY 1, 2',
    )
    .all(key);
  return rows as { readonly realm: string; readonly userId: string }[];
}

/** Appends a decision. Call it inside a transaction. @param at ms since 1970 */
export function writeDecision(
  db: Database,
  { realm, userId, key }: Question,
  kind: Decision['kind'],
  at: number,
): void {
  db.prepare(
    `INSERT INTO identity_decisions (decision_id, at, kind, realm, user_id, email_address) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(newRecordId(at), at, kind, realm, userId, key);
}
