import type { Account, AccountRef } from '../../shared/domain/account/account';
import type { UnreadAccount } from '../../shared/domain/leaver/leaver';
import { readingOf } from '../../shared/domain/member/membersReading';
import { compareNames } from '../../shared/text/formats';
import { accountKey } from '../../shared/util/accountKey';
import { groupBy } from '../../shared/util/groupBy';
import type { Database } from '../storage/database';
import { listAccounts } from './accounts';
import { readAllLists } from './members/reading/readLists';

/** When the lists of an account that a connection reaches were read. Times are ms since 1970; null = never. */
export interface AccountAges {
  readonly realm: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly marketplaceId: string;
  readonly group: Account['group'];
  /** Through the connection that tells most about it. */
  readonly account: AccountRef;
  readonly membersAsOf: number | null;
  readonly invitationsAsOf: number | null;
}

/** How much is known about who has access to the accounts that connections reach. */
export interface Completeness {
  /** By name, each account once. */
  readonly ages: readonly AccountAges[];
  /** Those of which something is missing, by name. */
  readonly unread: readonly UnreadAccount[];
}

/** From the stored data. */
export function completenessOf(db: Database): Completeness {
  const lists = readAllLists(db);
  const accounts = [...groupBy(listAccounts(db, {}), accountKey).values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [bestAccess(first, others)]))
    .sort((one, other) => compareNames(one.name, other.name));
  const known = accounts.map((account) => {
    const members = readingOf(lists.get(accountKey(account)) ?? []);
    const { realm, accountId, connectionId, name: accountName, marketplaceId, group } = account;
    const ages = {
      ...{ realm, accountId, accountName, marketplaceId, group, account: { connectionId, accountId } },
      ...{ membersAsOf: members.asOf, invitationsAsOf: account.invitationsAsOf },
    };
    return { ages, unread: missingOf(account, members, ages) };
  });
  return {
    ages: known.map(({ ages }) => ages),
    unread: known.flatMap(({ unread }) => (unread === null ? [] : [unread])),
  };
}

/** The connection that tells most about an account. */
const bestAccess = (first: Account, others: readonly Account[]): Account =>
  [first, ...others].reduce((best, each) => (worth(each) > worth(best) ? each : best));

const worth = ({ reachable, canInvite, trouble }: Account): number =>
  (reachable ? 4 : 0) + (canInvite === false ? 0 : 2) + (trouble === null ? 1 : 0);

function missingOf(
  account: Account,
  members: ReturnType<typeof readingOf>,
  { membersAsOf, invitationsAsOf }: AccountAges,
): UnreadAccount | null {
  const { realm, accountId, name: accountName, connectionId, reachable, canInvite, trouble } = account;
  const [problem] = members.problems;
  const isOnlyInherited =
    members.problems.length > 0 && members.problems.every(({ list }) => list === 'inherited');
  const missing: UnreadAccount['missing'] = [];
  if (membersAsOf === null || (problem !== undefined && !isOnlyInherited)) missing.push('members');
  else if (isOnlyInherited) missing.push('inherited');
  if (invitationsAsOf === null || canInvite === false || trouble !== null) missing.push('invitations');
  if (missing.length === 0 && reachable) return null;
  const isAboutMembers = missing[0] !== 'invitations';
  return {
    ...{ realm, accountId, accountName, account: { connectionId, accountId }, missing },
    isUnreachable: !reachable,
    isViewerOnly: canInvite === false,
    asOf: isAboutMembers ? membersAsOf : invitationsAsOf,
    error: (isAboutMembers ? problem?.error : null) ?? trouble,
  };
}
