import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import type { MemberListName } from '../../../shared/domain/member/member';
import { errorBody } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import { requireAccount } from '../accountAccess';
import type { AccountPlace } from './memberFacts';
import { memberColumns, memberMatch, memberOf, type MemberRow } from './memberRows';

type Query = CheckedInput<'members.list'>;

/** Each sort key in SQL. Unknown values come last in either direction. */
const sortColumns: Readonly<Record<Query['sort'], string>> = {
  maskedEmail: "nullif(masked_email, '') COLLATE NOCASE",
  userId: 'user_id',
  scope: 'scope',
  role: 'role COLLATE NOCASE',
  roleAsOf: 'role_as_of',
  firstSeenAt: 'first_seen_at',
  sinceAt: 'since_at',
  lastSeenAt: 'last_seen_at',
};

/**
 * A page of an account's members, how many match the filter, and how old each list is.
 * @throws CodedError NOT_FOUND when the connection doesn't reach such an account
 */
export function listMembers(db: Database, query: Query): ChannelOutput<'members.list'> {
  const account = requireAccount(db, query.account);
  const match = memberMatch(query);
  const where = [
    'realm = :realm AND account_id = :accountId',
    query.left ? 'gone_at IS NOT NULL' : 'gone_at IS NULL',
    ...match.conditions,
  ].join(' AND ');
  const values = { realm: account.realm, accountId: account.accountId, ...match.values };
  const order = `${sortColumns[query.sort]} ${query.descending ? 'DESC' : 'ASC'} NULLS LAST, user_id`;
  const { total } = db.prepare(`SELECT count(*) AS total FROM members WHERE ${where}`).get(values) as {
    readonly total: number;
  };
  const members = db
    .prepare(
      `SELECT ${memberColumns}
       FROM members WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as unknown as MemberRow[];
  return { members: members.map(memberOf), total, lists: readLists(db, account) };
}

/** The latest reading of each list of an account; none for a list that was never tried. */
function readLists(db: Database, { realm, accountId }: AccountPlace): ChannelOutput<'members.list'>['lists'] {
  const rows = db
    .prepare(
      `SELECT list, as_of AS asOf, tried_at AS triedAt, outcome, error FROM member_lists
       WHERE realm = ? AND account_id = ? ORDER BY list`,
    )
    .all(realm, accountId) as unknown as ListRow[];
  return rows.map(({ error, ...row }) => ({
    ...row,
    error: error === null ? null : errorBody.parse(JSON.parse(error)),
  }));
}

interface ListRow {
  readonly list: MemberListName;
  readonly asOf: number | null;
  readonly triedAt: number;
  readonly outcome: 'complete' | 'partial' | 'unavailable' | 'failed';
  readonly error: string | null;
}
