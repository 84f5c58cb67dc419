import type { ChannelOutput, CheckedInput } from '../../../../shared/bridge/ipc';
import type { Orphan } from '../../../../shared/domain/person/directory';
import { groupBy } from '../../../../shared/util/groupBy';
import type { Database } from '../../../storage/database';
import { accountMembersOf, coverage, usersWithAccess } from '../../members/listing/listPeople';
import { readDirectoryFile, readDirectoryPeople } from './directoryStore';
import type { DirectoryPerson } from './readDirectory';

type Query = CheckedInput<'people.orphans'>;
type FoundOrphan = Omit<Orphan, 'accounts'>;

/** Those with access as far as they could be compared with the file. */
interface Compared {
  readonly orphans: readonly FoundOrphan[];
  /** How many user IDs have no address, or only a possible one. */
  readonly unidentified: number;
}

/**
 * A page of those with access who, with certainty or probably, have an address that isn't in the directory file, or isn't active
 * in it. Nobody is one without a file, or if the file doesn't say whether the person is active. The addresses are those of
 * `LedgerAddresses.bringUpToDate`.
 */
export function listOrphans(db: Database, query: Query): ChannelOutput<'people.orphans'> {
  const file = readDirectoryFile(db);
  const { orphans: all, unidentified } = file === null ? nobody : compare(db);
  const own = all.filter(({ isDomainInFile }) => isDomainInFile);
  const listed = query.ownDomains ? own : [...all];
  const shown = listed
    .sort((one, other) => byCode(one.address, other.address) || byCode(one.userId, other.userId))
    .slice(query.offset, query.offset + query.limit);
  return {
    ...{ file, orphans: withAccounts(db, shown), total: listed.length },
    ...{ otherDomains: all.length - own.length, unidentified, coverage: coverage(db) },
  };
}

const nobody: Compared = { orphans: [], unidentified: 0 };

function compare(db: Database): Compared {
  const people = readDirectoryPeople(db);
  const domains = new Set([...people.keys()].map(domainOf));
  let unidentified = 0;
  const orphans = usersWithAccess(db).flatMap(({ realm, userId, ledgerAddress }) => {
    if (ledgerAddress === null) {
      unidentified += 1;
      return [];
    }
    const { address } = ledgerAddress;
    const why = reasonOf(people.get(address));
    if (why === null) return [];
    const name = people.get(address)?.name ?? '';
    return [{ realm, userId, ...ledgerAddress, name, why, isDomainInFile: domains.has(domainOf(address)) }];
  });
  return { orphans, unidentified };
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
const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
