import type { ChannelOutput, CheckedInput } from '../../../../shared/bridge/ipc';
import type {
  AccountMember,
  MemberPerson,
  MemberPersonRef,
  PeopleCoverage,
} from '../../../../shared/domain/person/memberPerson';
import type { LedgerAddress } from '../../../../shared/domain/person/ledgerAddress';
import type { Database } from '../../../storage/database';
import { bestConnection } from '../../bestConnection';
import { isInGroups } from '../../labels/labelsInSql';
import { addressOf, ledgerAddressFrom, ledgerAddressOf, withMemberAddresses } from './memberAddresses';
import { domainIn, memberColumns, memberMatch, memberOf, type MemberRow } from '../memberRows';

type Query = CheckedInput<'people.list'>;

/** Accounts that a connection reaches, or reached last: nobody can ask about the others anymore. */
export const isReached = `EXISTS (SELECT 1 FROM ways_in
  WHERE ways_in.realm = members.realm AND ways_in.account_id = members.account_id)`;

/** The same as a table: for everybody it is faster to go from account to account. */
const reachedAccounts = '(SELECT DISTINCT realm, account_id FROM ways_in) AS reached';

/** Several roles are stored as one text. */
const hasRole = (role: string): string =>
  `(role = '${role}' OR (role LIKE '%,%' AND instr(', ' || role || ', ', ', ${role}, ') > 0))`;

/** The email that was listed last; a number of as many digits in front sorts by time. */
const latestEmail = `substr(max(iif(masked_email = '', '', (1000000000000000 + last_seen_at) || masked_email)), 17)`;

/** Each sort key over the members with one user ID, in SQL. Unknown values come last in either direction. */
const sortKeys: Readonly<Record<Query['sort'], string>> = {
  maskedEmail: `coalesce(${addressOf('members')}, nullif(${latestEmail}, ''))`,
  userId: 'user_id',
  accounts: 'count(*)',
  admins: `count(*) FILTER (WHERE ${hasRole('admin')})`,
  latestSinceAt: 'max(since_at)',
  lastSeenAt: 'min(last_seen_at)',
};

/** What a row shows of the members with one user ID. */
const shownOfPerson = `page.user_id AS userId, ${latestEmail} AS maskedEmail, count(*) AS accounts,
  ${sortKeys.admins} AS admins,
  count(*) FILTER (WHERE ${hasRole('viewer')}) AS viewers,
  count(*) FILTER (WHERE role IS NOT NULL AND role NOT IN ('admin', 'viewer', 'admin, viewer', 'viewer, admin'))
    AS otherRoles,
  count(*) FILTER (WHERE role IS NULL AND scope <> 'inherited') AS unknownRoles,
  count(*) FILTER (WHERE scope = 'inherited') AS inherited,
  max(since_at) AS latestSinceAt, min(last_seen_at) AS lastSeenAt`;

/**
 * A page of everybody with access to an account that a connection reaches, and how much of that is known. Those whose address
 * the ledger knows (`LedgerAddresses.bringUpToDate`) are found and sorted by it.
 */
export function listPeople(db: Database, query: Query): ChannelOutput<'people.list'> {
  const { conditions, values } = matchOf(query);
  const direction = `${query.descending ? 'DESC' : 'ASC'} NULLS LAST`;
  const isText = query.sort === 'maskedEmail' ? 'COLLATE NOCASE' : '';
  const order = (prefix: string): string =>
    `${prefix}sortKey ${isText} ${direction}, ${prefix}realm, ${prefix}user_id`;
  // Only the sort key is needed of everybody; the rest is read for the page.
  const everybody = `
    SELECT members.realm, members.user_id, ${sortKeys[query.sort]} AS sortKey
    FROM ${reachedAccounts} CROSS JOIN members USING (realm, account_id) WHERE gone_at IS NULL
    GROUP BY members.realm, members.user_id
    ${conditions.length === 0 ? '' : `HAVING max(${conditions.join(' AND ')}) = 1`}`;
  const rows = withMemberAddresses(db)
    .prepare(
      `WITH page AS (
         SELECT *, count(*) OVER () AS total FROM (${everybody}) ORDER BY ${order('')} LIMIT :limit OFFSET :offset),
       shown AS (
         SELECT ${shownOfPerson}, total, page.realm AS realm, page.user_id AS user_id, sortKey
         FROM page CROSS JOIN members INDEXED BY members_by_user
           ON members.realm = page.realm AND members.user_id = page.user_id
         WHERE gone_at IS NULL AND ${isReached}
         GROUP BY page.realm, page.user_id)
       SELECT realm, userId, maskedEmail, accounts, admins, viewers, otherRoles, unknownRoles, inherited,
         latestSinceAt, lastSeenAt, total, ${ledgerAddressOf('shown')} AS ledgerAddress, EXISTS (
         SELECT 1 FROM members INDEXED BY members_by_user
         CROSS JOIN member_history AS history USING (realm, account_id, user_id)
         WHERE members.realm = shown.realm AND members.user_id = shown.user_id AND gone_at IS NULL
           AND event = 'joined' AND at = since_at AND since_at = latestSinceAt
       ) AS isLatestSinceKnown
       FROM shown ORDER BY ${order('shown.')}`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as unknown as PersonRow[];
  const total = rows[0]?.total ?? (query.offset === 0 ? 0 : totalOf(db, everybody, values));
  return { people: rows.map(personOf), total, coverage: coverage(db) };
}

function matchOf({ groups, ...filter }: Query): ReturnType<typeof memberMatch> {
  const { conditions, values } = memberMatch(filter);
  if (groups === undefined) return { conditions, values };
  return {
    conditions: [...conditions, isInGroups('members')],
    values: { ...values, groups: JSON.stringify(groups) },
  };
}

type PersonRow = Omit<MemberPerson, 'isLatestSinceKnown' | 'ledgerAddress'> & {
  readonly ledgerAddress: string | null;
  readonly isLatestSinceKnown: number;
  readonly total: number;
};

const personOf = ({ total: _, ledgerAddress, ...row }: PersonRow): MemberPerson => ({
  ...row,
  ledgerAddress: ledgerAddressFrom(ledgerAddress),
  isLatestSinceKnown: row.isLatestSinceKnown === 1,
});

/** A page behind the last one has no row to tell the total. */
const totalOf = (db: Database, people: string, values: Readonly<Record<string, string>>): number =>
  (db.prepare(`SELECT count(*) AS total FROM (${people})`).get(values) as { readonly total: number }).total;

/** The domains of those with access, the most frequent first; what a mask hides isn't among them. @param limit how many */
export function domainsOfPeople(db: Database, limit: number): string[] {
  const rows = withMemberAddresses(db)
    .prepare(
      `SELECT coalesce(${domainIn(addressOf('users'))}, ${domainIn('users.email')}) AS domain FROM (
         SELECT members.realm, members.user_id, max(masked_email) AS email
         FROM ${reachedAccounts} CROSS JOIN members USING (realm, account_id) WHERE gone_at IS NULL
         GROUP BY members.realm, members.user_id) AS users
       WHERE domain IS NOT NULL AND instr(domain, '*') = 0
       GROUP BY domain ORDER BY count(*) DESC, domain LIMIT ?`,
    )
    .all(limit) as unknown as { readonly domain: string }[];
  return rows.map(({ domain }) => domain);
}

/** What a user ID has, and had, in each account that a connection reaches, by the account's name. */
export function accessOfMember(
  db: Database,
  { realm, userId }: MemberPersonRef,
): Pick<ChannelOutput<'people.access'>, 'access' | 'coverage'> {
  return { access: accountMembersOf(db, realm, [userId]), coverage: coverage(db) };
}

/** The same of several user IDs of a realm. */
export function accountMembersOf(db: Database, realm: string, userIds: readonly string[]): AccountMember[] {
  const rows = db
    .prepare(
      `SELECT ${memberColumns}, accounts.name AS accountName,
         ${bestConnection('members')} AS connectionId
       FROM members JOIN accounts USING (realm, account_id)
       WHERE members.realm = ? AND members.user_id IN (SELECT value FROM json_each(?)) AND ${isReached}
       ORDER BY accounts.name COLLATE NOCASE, members.account_id`,
    )
    .all(realm, JSON.stringify(userIds)) as unknown as AccessRow[];
  return rows.map(accountMemberOf);
}

/** Everybody with access to an account that a connection reaches, with the address if the ledger knows it. */
export function usersWithAccess(
  db: Database,
): (MemberPersonRef & { readonly ledgerAddress: LedgerAddress | null })[] {
  const rows = withMemberAddresses(db)
    .prepare(
      `SELECT realm, user_id AS userId, ${ledgerAddressOf('users')} AS ledgerAddress
       FROM (SELECT DISTINCT realm, user_id FROM members WHERE gone_at IS NULL AND ${isReached}) AS users`,
    )
    .all() as unknown as (MemberPersonRef & { readonly ledgerAddress: string | null })[];
  return rows.map((row) => ({ ...row, ledgerAddress: ledgerAddressFrom(row.ledgerAddress) }));
}

type AccessRow = MemberRow & { readonly accountName: string; readonly connectionId: string };

function accountMemberOf({ connectionId, ...row }: AccessRow): AccountMember {
  return { ...memberOf(row), account: { connectionId, accountId: row.accountId } };
}

/** How much is known of who has access. The list without a scope counts where Amazon accepts none. */
export function coverage(db: Database): PeopleCoverage {
  const row: unknown = db
    .prepare(
      `SELECT count(*) AS accounts, count(*) FILTER (WHERE listed IS NULL) AS unread, min(listed) AS asOf FROM (
         SELECT (SELECT max(as_of) FROM member_lists
                 WHERE member_lists.realm = reached.realm AND member_lists.account_id = reached.account_id
                   AND list IN ('direct', 'unscoped')) AS listed
         FROM ${reachedAccounts})`,
    )
    .get();
  return row as PeopleCoverage;
}
