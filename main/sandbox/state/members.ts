import type { Database } from '../../storage/database';
import { leaveUnreachableInstances } from './instances';

export type Role = 'admin' | 'viewer';

/** A person with access to an account: in the account itself, through its manager account, or both. */
export interface MemberRow {
  readonly position: number;
  readonly userId: string;
  readonly adsUserId: string;
  readonly name: string;
  readonly email: string;
  /** The direct role; null for access only through a manager account. */
  readonly role: Role | null;
  readonly isInherited: boolean;
}

/** @returns the direct role; undefined for a person without one, or if there is no such account */
export function roleIn(db: Database, accountId: string, userId: string): Role | undefined {
  const row = db
    .prepare('SELECT role FROM members WHERE user_id = ? AND account_id = ?')
    .get(userId, accountId) as { role: Role } | undefined;
  return row?.role;
}

/** Whether a person has access to an account, however they got it. */
export const hasAccess = (db: Database, accountId: string, userId: string): boolean =>
  db
    .prepare(`SELECT 1 FROM people WHERE user_id = ? AND (${isDirect} OR ${isInherited})`)
    .get(userId, accountId, accountId) !== undefined;

export function isMemberByEmail(db: Database, accountId: string, email: string): boolean {
  return (
    db
      .prepare('SELECT 1 FROM members JOIN people USING (user_id) WHERE email = ? AND account_id = ?')
      .get(email, accountId) !== undefined
  );
}

/** SQL conditions on a row of `people`; each takes an account's ID. */
const isDirect = 'EXISTS (SELECT 1 FROM members WHERE members.user_id = people.user_id AND account_id = ?)';
const isInherited = `EXISTS (SELECT 1 FROM manager_members JOIN managed_accounts USING (manager_id)
  WHERE manager_members.user_id = people.user_id AND account_id = ?)`;

const columns = `people.rowid AS position, user_id AS userId, ads_user_id AS adsUserId, name, email,
  (SELECT role FROM members WHERE members.user_id = people.user_id AND account_id = ?) AS role, ${isInherited} AS isInherited`;

/** Which people of an account to return. */
export type MemberScope = 'direct' | 'inherited' | 'all';

const conditions: Readonly<Record<MemberScope, { readonly sql: string; readonly accounts: number }>> = {
  direct: { sql: isDirect, accounts: 1 },
  inherited: { sql: isInherited, accounts: 1 },
  all: { sql: `(${isDirect} OR ${isInherited})`, accounts: 2 },
};

/** The people of an account, in a fixed order, after the given position. */
export function membersOf(
  db: Database,
  accountId: string,
  page: { readonly scope: MemberScope; readonly after: number; readonly limit: number },
): MemberRow[] {
  const { sql, accounts } = conditions[page.scope];
  return db
    .prepare(`SELECT ${columns} FROM people WHERE ${sql} AND people.rowid > ? ORDER BY people.rowid LIMIT ?`)
    .all(accountId, accountId, ...Array<string>(accounts).fill(accountId), page.after, page.limit)
    .map((row) => memberOf(row as StoredRow));
}

/** Everybody with access to an account, in a fixed order. */
export const allMembersOf = (db: Database, accountId: string): MemberRow[] =>
  membersOf(db, accountId, { scope: 'all', after: 0, limit: Number.MAX_SAFE_INTEGER });

/** @param adsUserId the user operations' ID */
export function findMember(db: Database, accountId: string, adsUserId: string): MemberRow | undefined {
  const row = db
    .prepare(`SELECT ${columns} FROM people WHERE ads_user_id = ? AND (${isDirect} OR ${isInherited})`)
    .get(accountId, accountId, adsUserId, accountId, accountId) as StoredRow | undefined;
  return row === undefined ? undefined : memberOf(row);
}

/** Makes a person a member, or changes a member's role. */
export function setRole(db: Database, accountId: string, userId: string, role: Role): void {
  db.prepare(
    `INSERT INTO members (account_id, user_id, role) VALUES (?, ?, ?)
     ON CONFLICT (user_id, account_id) DO UPDATE SET role = excluded.role`,
  ).run(accountId, userId, role);
}

/** Ends a person's direct access, and without other access that to the account's instances. */
export function removeMember(db: Database, accountId: string, userId: string): void {
  db.prepare('DELETE FROM members WHERE account_id = ? AND user_id = ?').run(accountId, userId);
  leaveUnreachableInstances(db, userId);
}

export function countAdmins(db: Database, accountId: string): number {
  const row = db
    .prepare("SELECT count(*) AS count FROM members WHERE account_id = ? AND role = 'admin'")
    .get(accountId) as { count: number };
  return row.count;
}

/**
 * Makes a person who can't sign in leave an account, or return as a viewer.
 * @param turn which of them: each in turn
 */
export function comeOrGo(db: Database, accountId: string, turn: number): void {
  const people = db
    .prepare('SELECT user_id AS userId FROM people WHERE signs_in = 0 ORDER BY rowid')
    .all() as { readonly userId: string }[];
  const person = people[turn % Math.max(1, people.length)];
  if (person === undefined) return;
  if (roleIn(db, accountId, person.userId) === undefined) setRole(db, accountId, person.userId, 'viewer');
  else removeMember(db, accountId, person.userId);
}

/** Adds a person to the manager account of all accounts that have one, or removes the access. */
export function setManagerMember(db: Database, userId: string, isMember: boolean): void {
  db.prepare(
    isMember
      ? 'INSERT OR IGNORE INTO manager_members (manager_id, user_id) SELECT manager_id, ? FROM managers'
      : 'DELETE FROM manager_members WHERE user_id = ?',
  ).run(userId);
  if (!isMember) leaveUnreachableInstances(db, userId);
}

type StoredRow = Omit<MemberRow, 'isInherited'> & { readonly isInherited: number };

const memberOf = (row: StoredRow): MemberRow => ({ ...row, isInherited: row.isInherited === 1 });
