import type { AdsInvitation, Entries } from '../amazonAds/answers';
import type { Database } from '../storage/database';
import { isMissing, isWholeAddress, mayWriteNamed, type Conclusion, type Known } from './evidence';
import type { Missing } from './missing';
import type { KnownAccount } from './ways';

/** All pages of one account's pending list. */
export interface Reading extends Entries<AdsInvitation> {
  /** ms since 1970, before the first page was asked for. */
  readonly beganAt: number;
}

/**
 * The invitations whose absence from a complete reading needs explaining. If an entry could not be read there are none,
 * since it may be any of them.
 */
export function missingFrom(db: Database, { realm, accountId }: KnownAccount, reading: Reading): Missing[] {
  if (reading.unreadable > 0) return [];
  const named = new Set(reading.entries.map(({ invitationId }) => invitationId));
  return [...knownInvitations(db, realm, accountId)].flatMap(([invitationId, known]) =>
    named.has(invitationId) || !isMissing(known, reading.beganAt)
      ? []
      : [{ invitationId, emailAddress: known.emailAddress, expiresAt: known.expiresAt }],
  );
}

/**
 * Writes what a complete reading told: every invitation named, and what was concluded for those it does not name. Call
 * it inside a transaction.
 */
export function writeReading(
  db: Database,
  account: KnownAccount,
  reading: Reading,
  conclusions: ReadonlyMap<string, Conclusion> = new Map(),
): void {
  const { realm, accountId } = account;
  const { beganAt } = reading;
  const known = knownInvitations(db, realm, accountId);
  const unchanged: string[] = [];
  const news: TakenIn[] = [];
  for (const told of reading.entries) {
    const before = known.get(told.invitationId);
    if (before !== undefined && !mayWriteNamed(before, beganAt)) continue;
    const facts = merged(told, before);
    if (before !== undefined && isAsBefore(facts, before)) unchanged.push(told.invitationId);
    else news.push(facts);
  }
  writeSeen(db, account, unchanged, beganAt);
  writeNews(db, account, news, beganAt);
  writeConclusions(db, account, conclusions, { known, beganAt });
  if (reading.unreadable > 0) return;
  db.prepare(
    `UPDATE accounts SET invitations_as_of = max(coalesce(invitations_as_of, 0), ?)
     WHERE realm = ? AND account_id = ?`,
  ).run(beganAt, realm, accountId);
}

/** Not for what was learned anew since the reading began. */
function writeConclusions(
  db: Database,
  { realm, accountId }: KnownAccount,
  conclusions: ReadonlyMap<string, Conclusion>,
  { known, beganAt }: { readonly known: ReadonlyMap<string, Known>; readonly beganAt: number },
): void {
  if (conclusions.size === 0) return;
  const write = db.prepare(
    `UPDATE invitations SET state_changed_at = iif(state = :state, state_changed_at, :beganAt), state = :state, evidence = :evidence
     WHERE realm = :realm AND account_id = :accountId AND invitation_id = :invitationId`,
  );
  for (const [invitationId, { state, evidence }] of conclusions) {
    const before = known.get(invitationId);
    if (before === undefined || !isMissing(before, beganAt)) continue;
    write.run({ realm, accountId, invitationId, state, evidence, beganAt });
  }
}

/** Nothing but when: nearly all of them, as a rule. One by one they would take most of a refresh's time. */
function writeSeen(
  db: Database,
  { realm, accountId }: KnownAccount,
  invitationIds: readonly string[],
  beganAt: number,
): void {
  if (invitationIds.length === 0) return;
  db.prepare(
    `UPDATE invitations SET last_seen_at = ? WHERE realm = ? AND account_id = ?
       AND invitation_id IN (SELECT value FROM json_each(?))`,
  ).run(beganAt, realm, accountId, JSON.stringify(invitationIds));
}

function writeNews(
  db: Database,
  { realm, accountId }: KnownAccount,
  news: readonly TakenIn[],
  beganAt: number,
): void {
  if (news.length === 0) return;
  const write = db.prepare(`
    INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
      created_at, expires_at, first_seen_at, last_seen_at, state_changed_at, evidence)
    VALUES (:realm, :accountId, :invitationId, :emailAddress, :userName, :role, 'pending', :createdBy,
      :createdAt, :expiresAt, :beganAt, :beganAt, :beganAt, 'listed')
    ON CONFLICT (realm, account_id, invitation_id) DO UPDATE SET
      email_address = excluded.email_address, user_name = excluded.user_name, role = excluded.role,
      created_by = excluded.created_by, created_at = excluded.created_at, expires_at = excluded.expires_at,
      last_seen_at = excluded.last_seen_at,
      state_changed_at = iif(state = 'pending', state_changed_at, excluded.state_changed_at), state = 'pending',
      evidence = 'listed'`);
  for (const facts of news) write.run({ realm, accountId, beganAt, ...facts });
}

/** What a reading tells of an invitation beyond that it is pending. */
interface Facts {
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  readonly createdBy: string;
  readonly createdAt: number | null;
  readonly expiresAt: number | null;
}

type KnownInvitation = Known & Facts;
type TakenIn = Facts & { readonly invitationId: string };

function knownInvitations(db: Database, realm: string, accountId: string): Map<string, KnownInvitation> {
  const rows = db
    .prepare(
      `SELECT invitation_id AS invitationId, state, state_changed_at AS stateChangedAt, last_seen_at AS lastSeenAt,
         expires_at AS expiresAt, email_address AS emailAddress, user_name AS userName, role,
         created_by AS createdBy, created_at AS createdAt
       FROM invitations WHERE realm = ? AND account_id = ?`,
    )
    .all(realm, accountId) as (KnownInvitation & { invitationId: string })[];
  return new Map(rows.map((row) => [row.invitationId, row]));
}

/** What Amazon leaves out or masks stays as we know it. */
const merged = (told: AdsInvitation, before: KnownInvitation | undefined): TakenIn => ({
  invitationId: told.invitationId,
  emailAddress:
    [told.emailAddress, before?.emailAddress].find(isWholeAddress) ??
    told.emailAddress ??
    before?.emailAddress ??
    '',
  userName: told.userName ?? before?.userName ?? '',
  role: told.role ?? before?.role ?? '',
  createdBy: told.createdBy ?? before?.createdBy ?? '',
  createdAt: told.createdAt ?? before?.createdAt ?? null,
  expiresAt: told.expiresAt ?? before?.expiresAt ?? null,
});

const isAsBefore = (facts: Facts, before: KnownInvitation): boolean =>
  before.state === 'pending' &&
  facts.emailAddress === before.emailAddress &&
  facts.userName === before.userName &&
  facts.role === before.role &&
  facts.createdBy === before.createdBy &&
  facts.createdAt === before.createdAt &&
  facts.expiresAt === before.expiresAt;
