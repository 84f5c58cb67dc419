import type { MatrixAccount } from '../../../shared/domain/person/matrix';
import { accountKey } from '../../../shared/util/accountKey';
import type { Database } from '../../storage/database';
import { completenessOf } from '../completeness';
import { readAllLists } from '../members/reading/readLists';

/** The accounts that a connection reaches, by name, each once, and how much is known about the members of each. */
export function matrixAccounts(db: Database): MatrixAccount[] {
  const { ages, unread } = completenessOf(db);
  const withoutInherited = new Set(
    unread.filter(({ missing }) => missing.includes('inherited')).map(accountKey),
  );
  const lists = readAllLists(db);
  return ages.map(({ realm, accountId, accountName, marketplaceId, group, account, membersAsOf }) => {
    const key = accountKey({ realm, accountId });
    const isInheritedRead =
      lists.get(key)?.some(({ list, asOf }) => list !== 'direct' && asOf !== null) === true;
    return {
      ...{ realm, accountId, accountName, marketplaceId, group, account, membersAsOf },
      isInheritedUnknown: membersAsOf !== null && (withoutInherited.has(key) || !isInheritedRead),
    };
  });
}
