import { createHash } from 'node:crypto';
import type { AdsInvitation, Entries } from '../../amazonAds/answers';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import type { KnownAccount } from '../accountAccess';

/**
 * When the latest reading that included an invitation began, in SQL, over `invitations`; null before the first. The column alone
 * doesn't say so: a reading that finds an account's list unchanged notes only that.
 */
export const lastSeenColumn = `coalesce(
  (SELECT as_of FROM unchanged_listings AS unchanged WHERE unchanged.realm = invitations.realm
     AND unchanged.account_id = invitations.account_id AND unchanged.seen_at = invitations.last_seen_at),
  invitations.last_seen_at)`;

type Account = Pick<KnownAccount, 'realm' | 'accountId'>;

/** SHA-256 of all that a reading says; null if an entry couldn't be read, since that may be any invitation. */
export const digestOf = ({ entries, unreadable }: Entries<AdsInvitation>): Buffer | null =>
  unreadable > 0 ? null : createHash('sha256').update(JSON.stringify(entries)).digest();

/**
 * Notes that a reading shows the same list as the one stored last, if so. Call the functions of this file inside a transaction.
 * @param beganAt ms since 1970, when the reading began
 * @returns whether it does: then no invitation of the account has changed since, here or at Amazon, and none is missing
 */
export function noteUnchanged(
  db: Database,
  { realm, accountId }: Account,
  digest: Buffer,
  beganAt: number,
): boolean {
  const { changes } = prepared(
    db,
    `UPDATE unchanged_listings SET as_of = max(as_of, ?) WHERE realm = ? AND account_id = ? AND digest = ?`,
  ).run(beganAt, realm, accountId, digest);
  return changes > 0;
}

/** Marks the invitations of the list stored last with when they were seen last. Then `last_seen_at` alone says so. */
export function endUnchanged(db: Database, { realm, accountId }: Account): void {
  const ended = prepared(
    db,
    'DELETE FROM unchanged_listings WHERE realm = ? AND account_id = ? RETURNING seen_at AS seenAt, as_of AS asOf',
  ).get(realm, accountId) as { readonly seenAt: number; readonly asOf: number } | undefined;
  if (ended === undefined || ended.seenAt === ended.asOf) return;
  prepared(
    db,
    'UPDATE invitations SET last_seen_at = ? WHERE realm = ? AND account_id = ? AND last_seen_at = ?',
  ).run(ended.asOf, realm, accountId, ended.seenAt);
}

/**
 * Notes that what is stored of an account is exactly this list: each of its invitations as the reading shows it, no other one
 * pending, and none whose end is still checked again.
 */
export function beginUnchanged(
  db: Database,
  { realm, accountId }: Account,
  digest: Buffer,
  beganAt: number,
): void {
  prepared(
    db,
    `INSERT INTO unchanged_listings (realm, account_id, digest, seen_at, as_of) VALUES (?, ?, ?, ?, ?)`,
  ).run(realm, accountId, digest, beganAt, beganAt);
}
