import type { AccountRef } from '../../shared/domain/account/account';
import { identity, type Identity } from '../../shared/domain/connection/connection';
import { CodedError, type ErrorBody } from '../../shared/errors';
import type { AdsAccount } from '../amazonAds/accounts';
import type { Database } from '../storage/database';
import { prepared } from '../storage/prepared';
import { accessErrorText } from './accessErrorText';
import { bestFirst } from './bestConnection';

/** The account behind an AccountRef. */
export interface KnownAccount {
  readonly realm: string;
  readonly accountId: string;
  readonly name: string;
}

/**
 * Resolves an AccountRef.
 * @throws CodedError NOT_FOUND when the connection doesn't reach such an account
 */
export function requireAccount(db: Database, account: AccountRef): KnownAccount {
  const known = findAccount(db, account);
  if (known !== undefined) return known;
  throw new CodedError({
    code: 'NOT_FOUND',
    message: accessErrorText.unknownAccount(account.accountId),
  });
}

/** The same; undefined when the connection doesn't reach such an account. */
export function findAccount(db: Database, { connectionId, accountId }: AccountRef): KnownAccount | undefined {
  const row: unknown = prepared(
    db,
    `SELECT accounts.realm, accounts.account_id AS accountId, accounts.name
     FROM ways_in JOIN accounts USING (realm, account_id)
     WHERE ways_in.connection_id = ? AND ways_in.account_id = ?`,
  ).get(connectionId, accountId);
  return row as KnownAccount | undefined;
}

/** An account through the connection that serves it best; null if none ever reached it. */
export function accountRefOf(db: Database, realm: string, accountId: string): AccountRef | null {
  const access: unknown = prepared(
    db,
    `SELECT connection_id AS connectionId, account_id AS accountId FROM ways_in JOIN connections USING (connection_id)
     WHERE ways_in.realm = ? AND account_id = ? ORDER BY ${bestFirst} LIMIT 1`,
  ).get(realm, accountId);
  return (access as AccountRef | undefined) ?? null;
}

/** The realm of an account that a connection reached, even if the connection is gone; empty if there is no such account. */
export function realmOfAccount(db: Database, { connectionId, accountId }: AccountRef): string {
  const row = db
    .prepare(
      `SELECT accounts.realm FROM accounts LEFT JOIN ways_in
         ON ways_in.realm = accounts.realm AND ways_in.account_id = accounts.account_id AND connection_id = ?
       WHERE accounts.account_id = ? ORDER BY connection_id IS NULL LIMIT 1`,
    )
    .get(connectionId, accountId) as { readonly realm: string } | undefined;
  return row?.realm ?? '';
}

/** The label of a connection; its ID if there is no connection with that ID. */
export function connectionLabel(db: Database, connectionId: string): string {
  const row = db.prepare('SELECT label FROM connections WHERE connection_id = ?').get(connectionId) as
    { label: string } | undefined;
  return row?.label ?? connectionId;
}

/** The person signed in with a connection, as far as Amazon says; null if unknown. */
export function signedInPerson(db: Database, connectionId: string): Identity | null {
  const row = db.prepare('SELECT identity FROM connections WHERE connection_id = ?').get(connectionId) as
    { readonly identity: string | null } | undefined;
  return identity.safeParse(JSON.parse(row?.identity ?? 'null')).data ?? null;
}

/**
 * Writes the result of one complete reading of a connection's accounts. Call it inside a transaction.
 * @param everyone whether every entry could be read: only then is a missing account no longer reachable
 * @param asOf ms, when the reading began
 */
export function writeAccounts(
  db: Database,
  connection: { readonly connectionId: string; readonly realm: string },
  listed: readonly AdsAccount[],
  { everyone, asOf }: { readonly everyone: boolean; readonly asOf: number },
): void {
  const { connectionId, realm } = connection;
  const writeAccount = db.prepare(`
    INSERT INTO accounts (realm, account_id, name, marketplace_id, first_seen_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (realm, account_id) DO UPDATE SET
      name = iif(excluded.name = '', name, excluded.name),
      marketplace_id = iif(excluded.marketplace_id = '', marketplace_id, excluded.marketplace_id)`);
  const writeAccess = db.prepare(`
    INSERT INTO ways_in (connection_id, realm, account_id, as_of) VALUES (?, ?, ?, ?)
    ON CONFLICT (connection_id, account_id) DO UPDATE SET as_of = excluded.as_of, reachable = 1`);
  for (const { accountId, accountName = '', marketplaceId = '' } of listed) {
    writeAccount.run(realm, accountId, accountName, marketplaceId, asOf);
    writeAccess.run(connectionId, realm, accountId, asOf);
  }
  if (!everyone) return;
  // It is no longer read, so its last problem would stay forever.
  db.prepare(
    `UPDATE ways_in SET reachable = 0, trouble = NULL, trouble_at = NULL WHERE connection_id = ? AND as_of < ?`,
  ).run(connectionId, asOf);
}

/** Whether this connection may list and create invitations. Call it inside a transaction. */
export function writeCanInvite(
  db: Database,
  { connectionId, accountId }: AccountRef,
  canInvite: boolean,
): void {
  prepared(
    db,
    'UPDATE ways_in SET can_invite = ?1 WHERE connection_id = ?2 AND account_id = ?3 AND can_invite IS NOT ?1',
  ).run(canInvite ? 1 : 0, connectionId, accountId);
}

/**
 * The problem with the latest reading of this connection; null if there was none. Call it inside a transaction. @param at ms
 * since 1970
 */
export function writeProblem(
  db: Database,
  { connectionId, accountId }: AccountRef,
  problem: ErrorBody | null,
  at: number,
): void {
  const json = problem === null ? null : JSON.stringify(problem);
  prepared(
    db,
    `UPDATE ways_in SET trouble = ?, trouble_at = ? WHERE connection_id = ? AND account_id = ?
       AND (trouble IS NOT NULL OR ? IS NOT NULL)`,
  ).run(json, json === null ? null : at, connectionId, accountId, json);
}
