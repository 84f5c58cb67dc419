import type { ChannelOutput, CheckedInput } from '../../../../shared/bridge/ipc';
import type { ListedMember } from '../../../../shared/domain/person/listedMember';
import type { Database } from '../../../storage/database';
import { requireAccount } from '../../accountAccess';
import { readLists } from '../reading/readLists';
import { addressOf, ledgerAddressFrom, ledgerAddressOf, withMemberAddresses } from './memberAddresses';
import { memberColumns, memberMatch, memberOf, type MemberRow } from '../memberRows';

type Query = CheckedInput<'members.list'>;

/** Each sort key in SQL. Unknown values come last in either direction. */
const sortColumns: Readonly<Record<Query['sort'], string>> = {
  maskedEmail: `coalesce(${addressOf('members')}, nullif(masked_email, '')) COLLATE NOCASE`,
  userId: 'user_id',
  scope: 'scope',
  role: 'role COLLATE NOCASE',
  roleAsOf: 'role_as_of',
  firstSeenAt: 'first_seen_at',
  sinceAt: 'since_at',
  lastSeenAt: 'last_seen_at',
};

/**
 * A page of an account's members, how many match the filter, and how old each list is. Those whose address the ledger knows
 * (`LedgerAddresses.bringUpToDate`) are found and sorted by it.
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
  const { total } = withMemberAddresses(db)
    .prepare(`SELECT count(*) AS total FROM members WHERE ${where}`)
    .get(values) as {
    readonly total: number;
  };
  const members = db
    .prepare(
      `SELECT ${memberColumns}, ${ledgerAddressOf('members')} AS ledgerAddress
       FROM members WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as unknown as ListedRow[];
  return { members: members.map(listedOf), total, lists: readLists(db, account) };
}

type ListedRow = MemberRow & { readonly ledgerAddress: string | null };

const listedOf = ({ ledgerAddress, ...row }: ListedRow): ListedMember => ({
  ...memberOf(row),
  ledgerAddress: ledgerAddressFrom(ledgerAddress),
});
