import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { AdsInvitation, Entries } from '../../amazonAds/answers';
import type { Database } from '../../storage/database';
import { prepared, withoutNames } from '../../storage/prepared';
import { growFactsStamp } from '../factsStamp';
import { absenceMatters, isDoubtful, isMissing, isWholeAddress, mayWriteNamed, type Known } from './evidence';
import { beginUnchanged, digestOf, endUnchanged, noteUnchanged } from './unchangedListing';
import type { Conclusions, VanishedInvitation, Unexplained } from './vanishedInvitations';
import type { KnownAccount } from '../accountAccess';

/** All pages of one account's pending list. */
export interface PendingSnapshot extends Entries<AdsInvitation> {
  /** ms since 1970, before the first page was requested. */
  readonly beganAt: number;
}

/** If an entry couldn't be read, nothing is certainly missing from the reading, since it may be any of them. */
function unexplainedBy(reading: PendingSnapshot, all: ReadonlyMap<string, KnownInvitation>): Unexplained {
  const missing: VanishedInvitation[] = [];
  const doubtful: VanishedInvitation[] = [];
  const others: string[] = [];
  if (reading.unreadable > 0) return { missing, doubtful, others };
  const named = new Set(reading.entries.map(({ invitationId }) => invitationId));
  for (const [invitationId, known] of all) {
    if (named.has(invitationId)) continue;
    const { emailAddress, expiresAt, state } = known;
    if (isMissing(known, reading.beganAt)) missing.push({ invitationId, emailAddress, expiresAt });
    else if (isDoubtful(known, reading.beganAt)) doubtful.push({ invitationId, emailAddress, expiresAt });
    else if (state === 'accepted' || state === 'gone') others.push(emailAddress);
  }
  return { missing, doubtful: doubtful.length === 0 ? doubtful : withoutNewer(doubtful, all), others };
}

/** A current user may be one because of a newer invitation. */
function withoutNewer(
  some: readonly VanishedInvitation[],
  all: ReadonlyMap<string, KnownInvitation>,
): VanishedInvitation[] {
  const newest = new Map<string, number>();
  for (const { emailAddress, firstSeenAt } of all.values()) {
    const key = mailboxKey(emailAddress);
    newest.set(key, Math.max(newest.get(key) ?? 0, firstSeenAt));
  }
  return some.filter(
    ({ invitationId, emailAddress }) =>
      all.get(invitationId)?.firstSeenAt === newest.get(mailboxKey(emailAddress)),
  );
}

/**
 * Writes a complete reading: every invitation in it. Call it inside a transaction.
 * @returns the missing invitations, to be explained
 */
export function writeSnapshot(db: Database, account: KnownAccount, reading: PendingSnapshot): Unexplained {
  const { beganAt } = reading;
  const digest = digestOf(reading);
  const same = digest !== null && noteUnchanged(db, account, digest, beganAt);
  const unexplained = same ? nothingMissing : writeChanges(db, account, reading, digest);
  if (reading.unreadable === 0) {
    prepared(
      db,
      `UPDATE accounts SET invitations_as_of = max(coalesce(invitations_as_of, 0), ?)
       WHERE realm = ? AND account_id = ?`,
    ).run(beganAt, account.realm, account.accountId);
  }
  return unexplained;
}

const nothingMissing: Unexplained = { missing: [], doubtful: [], others: [] };

/** @param digest see `digestOf` */
function writeChanges(
  db: Database,
  account: KnownAccount,
  reading: PendingSnapshot,
  digest: Buffer | null,
): Unexplained {
  const { beganAt } = reading;
  endUnchanged(db, account);
  const known = knownInvitations(db, account.realm, account.accountId);
  const unchanged: string[] = [];
  const news: TakenIn[] = [];
  for (const listed of reading.entries) {
    const before = known.get(listed.invitationId);
    if (before !== undefined && !mayWriteNamed(before, beganAt)) continue;
    const facts = merged(listed, before);
    if (before !== undefined && isAsBefore(facts, before)) unchanged.push(listed.invitationId);
    else news.push(facts);
  }
  writeSeen(db, account, unchanged, beganAt);
  writeNews(db, account, news, beganAt);
  if (news.length > 0) growFactsStamp(db, account);
  const isWhole = unchanged.length + news.length === reading.entries.length;
  if (digest !== null && isWhole && isAllThatMatters(reading, known)) {
    beginUnchanged(db, account, digest, beganAt);
  }
  return unexplainedBy(reading, known);
}

/** Whether later readings with the same list say nothing about the account's other invitations either. */
function isAllThatMatters(reading: PendingSnapshot, all: ReadonlyMap<string, KnownInvitation>): boolean {
  const named = new Set(reading.entries.map(({ invitationId }) => invitationId));
  for (const [invitationId, known] of all) {
    if (absenceMatters(known, reading.beganAt) && !named.has(invitationId)) return false;
  }
  return true;
}

/**
 * Writes the conclusions for invitations missing from a reading, except where something newer was learned since it began. Call it
 * inside a transaction.
 */
export function writeConclusions(
  db: Database,
  { realm, accountId }: KnownAccount,
  { beganAt }: PendingSnapshot,
  conclusions: Conclusions,
): void {
  const known = knownInvitations(db, realm, accountId, [...conclusions.keys()]);
  const write = db.prepare(
    `UPDATE invitations SET state_changed_at = iif(state = :state, state_changed_at, :beganAt), state = :state, evidence = :evidence
     WHERE realm = :realm AND account_id = :accountId AND invitation_id = :invitationId`,
  );
  let hasWritten = false;
  for (const [invitationId, { state, evidence }] of conclusions) {
    const before = known.get(invitationId);
    if (before === undefined || !(isMissing(before, beganAt) || isDoubtful(before, beganAt))) continue;
    write.run({ realm, accountId, invitationId, state, evidence, beganAt });
    hasWritten = true;
  }
  if (hasWritten) growFactsStamp(db, { realm, accountId });
}

/** Only the time changes for nearly all of them. Written one by one they would take most of a refresh's time. */
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
      created_at, expires_at, first_seen_at, last_seen_at, state_changed_at, evidence, search_text)
    VALUES (:realm, :accountId, :invitationId, :emailAddress, :userName, :role, 'pending', :createdBy,
      :createdAt, :expiresAt, :beganAt, :beganAt, :beganAt, 'listed',
      search_text(:userName, :emailAddress, :createdBy, :invitationId))
    ON CONFLICT (realm, account_id, invitation_id) DO UPDATE SET
      email_address = excluded.email_address, user_name = excluded.user_name, role = excluded.role,
      created_by = excluded.created_by, created_at = excluded.created_at, expires_at = excluded.expires_at,
      last_seen_at = excluded.last_seen_at,
      state_changed_at = iif(state = 'pending', state_changed_at, excluded.state_changed_at), state = 'pending',
      evidence = 'listed', search_text = excluded.search_text`);
  for (const facts of news) write.run({ realm, accountId, beganAt, ...facts });
}

/** What a reading shows about an invitation besides its being pending. */
interface Facts {
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  readonly createdBy: string;
  readonly createdAt: number | null;
  readonly expiresAt: number | null;
}

type KnownInvitation = Known & Facts & { readonly firstSeenAt: number };
type TakenIn = Facts & { readonly invitationId: string };

/** @param only the IDs to read; omitted: all */
function knownInvitations(
  db: Database,
  realm: string,
  accountId: string,
  only?: readonly string[],
): Map<string, KnownInvitation> {
  const rows = withoutNames(
    db,
    `SELECT invitation_id, state, evidence, state_changed_at, last_seen_at, first_seen_at, expires_at, email_address,
       user_name, role, created_by, created_at
     FROM invitations WHERE realm = ? AND account_id = ?
       ${only === undefined ? '' : 'AND invitation_id IN (SELECT value FROM json_each(?))'}`,
  ).all(realm, accountId, ...(only === undefined ? [] : [JSON.stringify(only)])) as unknown as StoredRow[];
  return new Map(rows.map((row) => [row[0], knownOf(row)]));
}

function knownOf([
  ,
  state,
  evidence,
  stateChangedAt,
  lastSeenAt,
  firstSeenAt,
  expiresAt,
  emailAddress,
  userName,
  role,
  createdBy,
  createdAt,
]: StoredRow): KnownInvitation {
  return {
    ...{ state, evidence, stateChangedAt, lastSeenAt, firstSeenAt, expiresAt },
    ...{ emailAddress, userName, role, createdBy, createdAt },
  };
}

type StoredRow = readonly [
  invitationId: string,
  state: KnownInvitation['state'],
  evidence: KnownInvitation['evidence'],
  stateChangedAt: number,
  lastSeenAt: number | null,
  firstSeenAt: number,
  expiresAt: number | null,
  emailAddress: string,
  userName: string,
  role: string,
  createdBy: string,
  createdAt: number | null,
];

/** What Amazon omits or masks keeps its known value. */
const merged = (listed: AdsInvitation, before: KnownInvitation | undefined): TakenIn => ({
  invitationId: listed.invitationId,
  emailAddress:
    [listed.emailAddress, before?.emailAddress].find(isWholeAddress) ??
    listed.emailAddress ??
    before?.emailAddress ??
    '',
  userName: listed.userName ?? before?.userName ?? '',
  role: listed.role ?? before?.role ?? '',
  createdBy: listed.createdBy ?? before?.createdBy ?? '',
  createdAt: listed.createdAt ?? before?.createdAt ?? null,
  expiresAt: listed.expiresAt ?? before?.expiresAt ?? null,
});

const isAsBefore = (facts: Facts, before: KnownInvitation): boolean =>
  before.state === 'pending' &&
  facts.emailAddress === before.emailAddress &&
  facts.userName === before.userName &&
  facts.role === before.role &&
  facts.createdBy === before.createdBy &&
  facts.createdAt === before.createdAt &&
  facts.expiresAt === before.expiresAt;
