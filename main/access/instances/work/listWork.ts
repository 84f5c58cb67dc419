import type { ChannelOutput, CheckedInput } from '../../../../shared/bridge/ipc';
import type { InstanceWork, WorkAccount } from '../../../../shared/domain/account/instanceAccess';
import { accountKey } from '../../../../shared/util/accountKey';
import { chunksOf } from '../../../../shared/domain/outbox/chunk';
import type { Database } from '../../../storage/database';
import type { Stepwise } from '../../../storage/stepwise';
import { requireAccount } from '../../accountAccess';
import { knownInstances } from '../knownInstances';
import { administeredAccounts, findWork, type AdministeredAccount, type FoundWork } from './findWork';
import { readWork } from './readWork';

export type WorkCounts = WorkAccount['counts'];

/** How many people each step reads: about 10 ms. */
const peopleAtOnce = 100;

/** How many people there are in each state, in all accounts that a connection administers. */
export function* countWork(db: Database): Stepwise<WorkCounts> {
  return countsOf(yield* findWork(db, administeredAccounts(db)));
}

/** A page of the work list. @throws CodedError NOT_FOUND when the connection doesn't reach the account */
export function* listWork(
  db: Database,
  { states, account, search, limit, offset }: CheckedInput<'instances.list'>,
): Stepwise<ChannelOutput<'instances.list'>> {
  const found = yield* findWork(db, accountsFor(db, account), search);
  const wanted = found.filter(({ access, fits }) => fits && (states?.includes(access) ?? true));
  const page = wanted.slice(offset, offset + limit);
  const people = yield* readPeople(db, page);
  return { people, accounts: accountsOf(db, page, found), total: wanted.length };
}

/** Everybody in some states, in the order of the list. */
export function* everybodyInWork(
  db: Database,
  states?: CheckedInput<'instances.list'>['states'],
): Stepwise<InstanceWork[]> {
  const found = yield* findWork(db, administeredAccounts(db));
  return yield* readPeople(
    db,
    found.filter(({ access }) => states?.includes(access) ?? true),
  );
}

function* readPeople(db: Database, found: readonly FoundWork[]): Stepwise<InstanceWork[]> {
  const people: InstanceWork[] = [];
  for (const some of chunksOf(found, peopleAtOnce)) {
    if (people.length > 0) yield;
    const keys = some.map(({ account, invitationId }) => {
      const { realm, accountId, name, connectionId } = account;
      return { realm, accountId, accountName: name, connectionId, invitationId };
    });
    people.push(...readWork(db, keys).filter((work) => work !== undefined));
  }
  return people;
}

/** All of them, or the one of a connection, if it is administered by any. */
function accountsFor(
  db: Database,
  account: CheckedInput<'instances.list'>['account'],
): readonly AdministeredAccount[] {
  const accounts = administeredAccounts(db);
  if (account === undefined) return accounts;
  const wanted = accountKey(requireAccount(db, account));
  return accounts.filter((each) => accountKey(each) === wanted);
}

function countsOf(found: readonly FoundWork[]): WorkCounts {
  const counts = { waiting: 0, has: 0, notTracked: 0 };
  for (const { access } of found) counts[access] += 1;
  return counts;
}

/** The accounts of a page, each once. */
function accountsOf(
  db: Database,
  page: readonly FoundWork[],
  everybody: readonly FoundWork[],
): WorkAccount[] {
  return [...new Set(page.map(({ account }) => account))].map((account) => ({
    account: { connectionId: account.connectionId, accountId: account.accountId },
    realm: account.realm,
    ...listedInstances(db, account),
    counts: countsOf(everybody.filter((each) => each.account === account)),
  }));
}

/** What admins' sign-ins listed of an account. */
export function listedInstances(
  db: Database,
  account: Pick<AdministeredAccount, 'realm' | 'accountId'>,
): Pick<WorkAccount, 'instances' | 'asOf'> {
  const { instances, asOf } = knownInstances(db, account);
  return { instances: instances?.map(({ instanceId, name }) => ({ instanceId, name })) ?? null, asOf };
}
