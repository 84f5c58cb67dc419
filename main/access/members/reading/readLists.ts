import type { MemberList } from '../../../../shared/domain/member/memberList';
import { errorBody } from '../../../../shared/errorBody';
import { accountKey } from '../../../../shared/util/accountKey';
import type { Database } from '../../../storage/database';
import type { AccountPlace } from '../memberFacts';

const columns = 'list, as_of AS asOf, tried_at AS triedAt, outcome, error';

/** The latest reading of each list of an account; none for a list that was never tried. */
export function readLists(db: Database, { realm, accountId }: AccountPlace): MemberList[] {
  const rows = db
    .prepare(`SELECT ${columns} FROM member_lists WHERE realm = ? AND account_id = ? ORDER BY list`)
    .all(realm, accountId) as unknown as ListRow[];
  return rows.map(listOf);
}

/** The same for every account, by `accountKey`. */
export function readAllLists(db: Database): ReadonlyMap<string, readonly MemberList[]> {
  const rows = db
    .prepare(`SELECT realm, account_id AS accountId, ${columns} FROM member_lists ORDER BY list`)
    .all() as unknown as (ListRow & AccountPlace)[];
  const lists = new Map<string, MemberList[]>();
  for (const { realm, accountId, ...row } of rows) {
    const key = accountKey({ realm, accountId });
    const known = lists.get(key) ?? [];
    known.push(listOf(row));
    lists.set(key, known);
  }
  return lists;
}

type ListRow = Omit<MemberList, 'error'> & { readonly error: string | null };

const listOf = ({ error, ...row }: ListRow): MemberList => ({
  ...row,
  error: error === null ? null : errorBody.parse(JSON.parse(error)),
});
