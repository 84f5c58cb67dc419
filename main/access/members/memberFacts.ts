import type { MemberListName, MemberScope } from '../../../shared/domain/member/member';
import type { ErrorBody } from '../../../shared/errors';
import { newRecordId } from '../../storage/recordId';
import type { Database } from '../../storage/database';
import { withoutNames } from '../../storage/prepared';
import {
  applyListings,
  noAges,
  type AppliedListings,
  type ListAges,
  type MemberChange,
  type MemberListing,
  type MemberState,
} from './memberState';
import { writtenBefore } from './reading/clockJumps';
import { unreadableEntries } from '../refresh/refreshText';

/** An account by realm and ID. */
export interface AccountPlace {
  readonly realm: string;
  readonly accountId: string;
}

/**
 * Writes the listings of one account: members, their history and the ages of the lists. Call it inside a transaction.
 * @param now ms since 1970, for the IDs of the history
 * @returns whether any membership changed
 */
export function writeListings(
  db: Database,
  account: AccountPlace,
  listings: readonly MemberListing[],
  now: number,
): boolean {
  const known = writtenBefore(now, {
    members: readMembers(db, account),
    ages: readListAges(db, account),
    listings,
  });
  const { written, seenAgain, history, ages } = applyListings(
    new Map(known.members.map((member) => [member.userId, member])),
    known.ages,
    listings,
  );
  writeMembers(db, account, written);
  for (const list of Object.keys(seenColumns) as MemberListName[])
    writeSeen(db, account, list, seenAgain[list]);
  writeHistory(db, account, history, now);
  writeAges(db, account, listings, ages);
  return written.length > 0;
}

/**
 * Writes Amazon's answer about a member's direct role. An answer about access that has since ended or begun, or one older than
 * what is known, changes nothing. Call it inside a transaction.
 * @param role null if Amazon names none
 * @param beganAt ms since 1970, before Amazon was asked
 * @returns whether the role changed
 */
export function writeRole(
  db: Database,
  { realm, accountId, userId }: AccountPlace & { readonly userId: string },
  { role, beganAt, now }: { readonly role: string | null; readonly beganAt: number; readonly now: number },
): boolean {
  const [before] = readMembers(db, { realm, accountId }, userId);
  // Undefined for an unknown person, and a time for one who left.
  if (before?.goneAt !== null || before.scope === 'inherited') return false;
  const isOlder = (time: number | null): boolean => time !== null && beganAt < time && time <= now;
  if (isOlder(before.sinceAt) || isOlder(before.roleAsOf)) return false;
  db.prepare(
    'UPDATE members SET role = ?, role_as_of = ? WHERE realm = ? AND account_id = ? AND user_id = ?',
  ).run(role, beganAt, realm, accountId, userId);
  if (role === before.role) return false;
  const event = before.role === null ? 'roleSeen' : 'roleChanged';
  const change = { event, userId, at: beganAt, scope: before.scope, role, before: before.role } as const;
  writeHistory(db, { realm, accountId }, [change], now);
  return true;
}

/**
 * Writes that Amazon confirmed a removal: direct access has ended, and with it all access unless some comes through a manager
 * account. Lists read before don't bring the member back. Call it inside a transaction.
 * @param at ms since 1970
 */
export function writeRemoved(
  db: Database,
  { realm, accountId, userId }: AccountPlace & { readonly userId: string },
  at: number,
): void {
  const [before] = readMembers(db, { realm, accountId }, userId);
  if (before?.goneAt !== null || before.scope === 'inherited') return;
  const isInherited = before.seen.inherited !== null;
  const scope = isInherited ? 'inherited' : before.scope;
  const after: MemberState = {
    ...before,
    seen: { ...before.seen, direct: null, unscoped: null },
    scope,
    role: isInherited ? null : before.role,
    roleAsOf: isInherited ? null : before.roleAsOf,
    goneAt: isInherited ? null : at,
    removedAt: at,
  };
  writeMembers(db, { realm, accountId }, [after]);
  const event = isInherited ? 'scopeChanged' : 'left';
  const change = {
    event,
    userId,
    at,
    scope,
    role: after.role,
    before: isInherited ? before.scope : null,
  } as const;
  writeHistory(db, { realm, accountId }, [change], at);
}

/** The members of an account, including those who left. @param userId only this one, if given */
export function readMembers(
  db: Database,
  { realm, accountId }: AccountPlace,
  userId?: string,
): MemberState[] {
  const rows = withoutNames(
    db,
    `SELECT user_id, masked_email, scope, direct_seen_at, inherited_seen_at, unscoped_seen_at, role, role_as_of,
       first_seen_at, last_seen_at, since_at, gone_at, removed_at
     FROM members WHERE realm = ? AND account_id = ? ${userId === undefined ? '' : 'AND user_id = ?'}`,
  ).all(realm, accountId, ...(userId === undefined ? [] : [userId])) as unknown as StoredRow[];
  return rows.map(memberOf);
}

/** When the latest complete reading of each list of an account began. */
export function readListAges(db: Database, { realm, accountId }: AccountPlace): ListAges {
  const rows = db
    .prepare('SELECT list, as_of AS asOf FROM member_lists WHERE realm = ? AND account_id = ?')
    .all(realm, accountId) as unknown as { readonly list: MemberListName; readonly asOf: number | null }[];
  return rows.reduce((ages, { list, asOf }) => ({ ...ages, [list]: asOf }), noAges);
}

const seenColumns: Readonly<Record<MemberListName, string>> = {
  direct: 'direct_seen_at',
  inherited: 'inherited_seen_at',
  unscoped: 'unscoped_seen_at',
};

function writeMembers(
  db: Database,
  { realm, accountId }: AccountPlace,
  members: readonly MemberState[],
): void {
  if (members.length === 0) return;
  const write = db.prepare(`
    INSERT INTO members (realm, account_id, user_id, masked_email, scope, direct_seen_at, inherited_seen_at,
      unscoped_seen_at, role, role_as_of, first_seen_at, last_seen_at, since_at, gone_at, removed_at)
    VALUES (:realm, :accountId, :userId, :maskedEmail, :scope, :direct, :inherited,
      :unscoped, :role, :roleAsOf, :firstSeenAt, :lastSeenAt, :sinceAt, :goneAt, :removedAt)
    ON CONFLICT (realm, account_id, user_id) DO UPDATE SET
      masked_email = excluded.masked_email, scope = excluded.scope, direct_seen_at = excluded.direct_seen_at,
      inherited_seen_at = excluded.inherited_seen_at, unscoped_seen_at = excluded.unscoped_seen_at,
      role = excluded.role, role_as_of = excluded.role_as_of, last_seen_at = excluded.last_seen_at,
      since_at = excluded.since_at, gone_at = excluded.gone_at, removed_at = excluded.removed_at`);
  for (const { seen, ...member } of members) write.run({ realm, accountId, ...member, ...seen });
}

/** Only the time changes for nearly all of them, so not one by one. */
function writeSeen(
  db: Database,
  { realm, accountId }: AccountPlace,
  list: MemberListName,
  { at, userIds }: AppliedListings['seenAgain'][MemberListName],
): void {
  if (userIds.length === 0) return;
  const column = seenColumns[list];
  db.prepare(
    `UPDATE members SET last_seen_at = max(last_seen_at, :at), ${column} = iif(${column} IS NULL, NULL, max(${column}, :at))
     WHERE realm = :realm AND account_id = :accountId AND user_id IN (SELECT value FROM json_each(:userIds))`,
  ).run({ at, realm, accountId, userIds: JSON.stringify(userIds) });
}

function writeHistory(
  db: Database,
  { realm, accountId }: AccountPlace,
  changes: readonly MemberChange[],
  now: number,
): void {
  if (changes.length === 0) return;
  const write = db.prepare(`
    INSERT INTO member_history (entry_id, at, event, realm, account_id, user_id, scope, role, before)
    VALUES (:entryId, :at, :event, :realm, :accountId, :userId, :scope, :role, :before)`);
  for (const change of changes) write.run({ entryId: newRecordId(now), realm, accountId, ...change });
}

function writeAges(
  db: Database,
  account: AccountPlace,
  listings: readonly MemberListing[],
  ages: ListAges,
): void {
  for (const { list, beganAt, unreadable } of listings) {
    const error = unreadable === 0 ? null : unreadableEntries(unreadable, 'member').toBody();
    const outcome = unreadable === 0 ? 'complete' : 'partial';
    writeOutcome(db, account, { list, beganAt, outcome, error, asOf: ages[list] });
  }
}

/** Why a list couldn't be read; its age and its members stay. Call it inside a transaction. */
export function writeListProblem(
  db: Database,
  account: AccountPlace,
  problem: Omit<ListOutcome, 'asOf'> & { readonly outcome: 'unavailable' | 'failed' },
): void {
  writeOutcome(db, account, { ...problem, asOf: null });
}

/** How reading a list ended. */
interface ListOutcome {
  readonly list: MemberListName;
  /** ms since 1970, before the first page was requested. */
  readonly beganAt: number;
  readonly outcome: 'complete' | 'partial' | 'unavailable' | 'failed';
  readonly error: ErrorBody | null;
  /** When the latest complete reading began; null if that hasn't changed. */
  readonly asOf: number | null;
}

/** Readings may end in a different order than they began: the outcome is that of the latest one. */
function writeOutcome(
  db: Database,
  { realm, accountId }: AccountPlace,
  { error, ...outcome }: ListOutcome,
): void {
  db.prepare(
    `INSERT INTO member_lists (realm, account_id, list, as_of, tried_at, outcome, error)
     VALUES (:realm, :accountId, :list, :asOf, :beganAt, :outcome, :error)
     ON CONFLICT (realm, account_id, list) DO UPDATE SET
       as_of = coalesce(excluded.as_of, as_of),
       outcome = iif(excluded.tried_at >= tried_at, excluded.outcome, outcome),
       error = iif(excluded.tried_at >= tried_at, excluded.error, error),
       tried_at = max(excluded.tried_at, tried_at)`,
  ).run({ realm, accountId, ...outcome, error: error === null ? null : JSON.stringify(error) });
}

type StoredRow = readonly [
  userId: string,
  maskedEmail: string,
  scope: MemberScope,
  direct: number | null,
  inherited: number | null,
  unscoped: number | null,
  role: string | null,
  roleAsOf: number | null,
  firstSeenAt: number,
  lastSeenAt: number,
  sinceAt: number,
  goneAt: number | null,
  removedAt: number | null,
];

function memberOf(row: StoredRow): MemberState {
  const [userId, maskedEmail, scope, direct, inherited, unscoped, role, roleAsOf, firstSeenAt, ...times] =
    row;
  const [lastSeenAt, sinceAt, goneAt, removedAt] = times;
  return {
    ...{ userId, maskedEmail, scope, role, roleAsOf, firstSeenAt, lastSeenAt, sinceAt, goneAt, removedAt },
    seen: { direct, inherited, unscoped },
  };
}
