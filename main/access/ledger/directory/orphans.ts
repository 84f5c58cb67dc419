import type { ChannelOutput, CheckedInput } from '../../../../shared/bridge/ipc';
import type { Orphan } from '../../../../shared/domain/person/directory';
import { groupBy } from '../../../../shared/util/groupBy';
import type { Database } from '../../../storage/database';
import { accountMembersOf, usersWithAccess } from '../../members/listPeople';
import { readIdentities } from '../identities';
import { noKnownAddresses } from '../knownAddresses';
import { readDirectoryFile, readDirectoryPeople } from './directoryStore';
import type { DirectoryPerson } from './readDirectory';

type Query = CheckedInput<'people.orphans'>;
type FoundOrphan = Omit<Orphan, 'accounts'>;

/**
 * A page of those with access who, with certainty or probably, have an address that isn't in the directory file, or isn't active
 * in it. Nobody is one without a file, or if the file doesn't say whether the person is active.
 */
export function listOrphans(db: Database, query: Query): ChannelOutput<'people.orphans'> {
  const file = readDirectoryFile(db);
  if (file === null) return { file, orphans: [], total: 0 };
  const all = findOrphans(db).filter(({ isDomainInFile }) => isDomainInFile || !query.ownDomains);
  const shown = all
    .sort((one, other) => compare(one.address, other.address) || compare(one.userId, other.userId))
    .slice(query.offset, query.offset + query.limit);
  return { file, orphans: withAccounts(db, shown), total: all.length };
}

function findOrphans(db: Database): FoundOrphan[] {
  const people = readDirectoryPeople(db);
  const domains = new Set([...people.keys()].map(domainOf));
  return [...groupBy(usersWithAccess(db), ({ realm }) => realm)].flatMap(([realm, users]) => {
    const identities = readIdentities(db, realm, null, noKnownAddresses);
    return users.flatMap(({ userId }) => {
      const link = identities.get(userId)?.link;
      if (link === undefined || link.address === null || link.rule === null) return [];
      const { address, confidence, rule } = link;
      if (confidence !== 'certain' && confidence !== 'probable') return [];
      const why = reasonOf(people.get(address));
      if (why === null) return [];
      const name = people.get(address)?.name ?? '';
      const isDomainInFile = domains.has(domainOf(address));
      return [{ realm, userId, address, name, confidence, rule, why, isDomainInFile }];
    });
  });
}

function reasonOf(person: DirectoryPerson | undefined): Orphan['why'] | null {
  if (person === undefined) return 'notInFile';
  return person.active === false ? 'notActive' : null;
}

function withAccounts(db: Database, orphans: readonly FoundOrphan[]): Orphan[] {
  const realms = groupBy(orphans, ({ realm }) => realm);
  const accounts = new Map(
    [...realms].map(([realm, ofRealm]) => [
      realm,
      groupBy(
        accountMembersOf(
          db,
          realm,
          ofRealm.map(({ userId }) => userId),
        ).filter(({ goneAt }) => goneAt === null),
        ({ userId }) => userId,
      ),
    ]),
  );
  return orphans.map((each) => ({ ...each, accounts: accounts.get(each.realm)?.get(each.userId) ?? [] }));
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** By code units, so that pages don't overlap. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
