import type { LedgerAddress } from '../../../../shared/domain/person/ledgerAddress';
import type { MemberPersonRef } from '../../../../shared/domain/person/memberPerson';
import type { Database } from '../../../storage/database';
import { prepared } from '../../../storage/prepared';

/**
 * The certain or probable address behind each user ID, beside the tables of members, so that lists can be searched and sorted by
 * it. A temporary table: it is concluded from what is stored (ledger/ledgerAddresses.ts), and ends with the connection.
 */
const table = `
  CREATE TEMP TABLE IF NOT EXISTS member_addresses (
    realm      TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    address    TEXT NOT NULL, -- in the form of mailboxKey
    confidence TEXT NOT NULL,
    rule       TEXT NOT NULL,
    PRIMARY KEY (realm, user_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS temp.member_addresses_by_address ON member_addresses (address);`;

/** The same database, in which statements can name `member_addresses`. */
export function withMemberAddresses(db: Database): Database {
  db.exec(table);
  return db;
}

/** The address behind the user ID of a row in SQL, as JSON; null if none is certain or probable. @param row its table */
export const ledgerAddressOf = (row: string): string => `(
  SELECT json_object('address', address, 'confidence', confidence, 'rule', rule) FROM member_addresses AS known
  WHERE known.realm = ${row}.realm AND known.user_id = ${row}.user_id)`;

/** The address alone. */
export const addressOf = (row: string): string => `(
  SELECT address FROM member_addresses AS known
  WHERE known.realm = ${row}.realm AND known.user_id = ${row}.user_id)`;

/** How certain it is; null if it is neither certain nor probable. */
export const confidenceOf = (row: string): string => `(
  SELECT confidence FROM member_addresses AS known
  WHERE known.realm = ${row}.realm AND known.user_id = ${row}.user_id)`;

/** From a column made by `ledgerAddressOf`. */
export const ledgerAddressFrom = (json: string | null): LedgerAddress | null =>
  json === null ? null : (JSON.parse(json) as LedgerAddress);

/** The address behind a user ID; null if none is certain or probable. */
export function readLedgerAddress(db: Database, { realm, userId }: MemberPersonRef): LedgerAddress | null {
  const row: unknown = prepared(
    withMemberAddresses(db),
    'SELECT address, confidence, rule FROM member_addresses WHERE realm = ? AND user_id = ?',
  ).get(realm, userId);
  return row === undefined ? null : (row as LedgerAddress);
}

/** The certain addresses of those whom an account lists, or listed, by user ID. */
export function certainAddressesIn(
  db: Database,
  { realm, accountId }: { readonly realm: string; readonly accountId: string },
): ReadonlyMap<string, LedgerAddress> {
  const rows = withMemberAddresses(db)
    .prepare(
      `SELECT user_id AS userId, address, confidence, rule FROM members JOIN member_addresses USING (realm, user_id)
       WHERE members.realm = ? AND account_id = ? AND confidence = 'certain'`,
    )
    .all(realm, accountId) as unknown as (LedgerAddress & { readonly userId: string })[];
  return new Map(rows.map(({ userId, ...ledgerAddress }) => [userId, ledgerAddress]));
}

/** What is known of each of these user IDs now. */
export function writeMemberAddresses(
  db: Database,
  known: readonly { readonly ref: MemberPersonRef; readonly ledgerAddress: LedgerAddress | null }[],
): void {
  const text = JSON.stringify(known.map(({ ref, ledgerAddress }) => ({ ...ref, ...ledgerAddress })));
  db.prepare(
    `DELETE FROM member_addresses WHERE (realm, user_id) IN (
       SELECT value ->> 'realm', value ->> 'userId' FROM json_each(?) WHERE value ->> 'address' IS NULL)`,
  ).run(text);
  db.prepare(
    `INSERT OR REPLACE INTO member_addresses (realm, user_id, address, confidence, rule)
     SELECT value ->> 'realm', value ->> 'userId', value ->> 'address', value ->> 'confidence', value ->> 'rule'
     FROM json_each(?) WHERE value ->> 'address' IS NOT NULL`,
  ).run(text);
}

/** Nothing is known of anybody. */
export function clearMemberAddresses(db: Database): void {
  withMemberAddresses(db).exec('DELETE FROM member_addresses');
}

/** Those with access whose address is known, in each account that lists them. */
export function currentMembersWithAddresses(
  db: Database,
): ({ readonly realm: string; readonly accountId: string } & Pick<
  LedgerAddress,
  'address' | 'confidence'
>)[] {
  const rows: unknown = withMemberAddresses(db)
    .prepare(
      `SELECT members.realm, members.account_id AS accountId, address, confidence
       FROM member_addresses AS known CROSS JOIN members INDEXED BY members_by_user USING (realm, user_id)
       WHERE gone_at IS NULL ORDER BY members.account_id, address`,
    )
    .all();
  return rows as ReturnType<typeof currentMembersWithAddresses>;
}
