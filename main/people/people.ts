import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';
import { mailboxKey } from '../../shared/domain/invitation/person';
import type { FoundPerson } from '../../shared/domain/person/knownPerson';
import { colleaguesMemberEvents } from '../access/colleagues/memberEvents';
import { invitedPeople } from '../access/findPeople';
import { findMembers } from '../access/members/listing/findMembers';
import { matrixAccounts } from '../access/matrix/matrixAccounts';
import { matrixCells } from '../access/matrix/matrixCells';
import { invitationsOfMember } from '../access/members/listing/memberInvitations';
import { accessOfMember, domainsOfPeople, listPeople } from '../access/members/listing/listPeople';
import { listOrphans } from '../access/ledger/directory/orphans';
import { ledgerAddressesOf } from '../access/ledger/ledgerAddresses';
import { addressesOf } from '../access/memberAddress';
import { personAccess } from '../access/personAccess';
import { draftedPeople, findBatches, personRows } from '../batches/personRows';
import { changedPeople, findRuns } from '../outbox/journal/find';
import type { Database } from '../storage/database';
import { inTurns } from '../storage/stepwise';

/** Who has access, and what is known about single people, put together from the rooms that know it. Reads the store alone. */
export interface People {
  /** See 'people.list'. */
  list(query: CheckedInput<'people.list'>): Promise<ChannelOutput<'people.list'>>;
  /** See 'people.access'. */
  access(input: CheckedInput<'people.access'>): Promise<ChannelOutput<'people.access'>>;
  /** See 'people.addresses'. */
  addresses(input: CheckedInput<'people.addresses'>): Promise<ChannelOutput<'people.addresses'>>;
  /** See 'people.domains'. */
  domains(): Promise<ChannelOutput<'people.domains'>>;
  /** See 'people.accounts'. */
  accounts(): ChannelOutput<'people.accounts'>;
  /** See 'people.cells'. */
  cells(input: CheckedInput<'people.cells'>): Promise<ChannelOutput<'people.cells'>>;
  /** See 'people.orphans'. */
  orphans(query: CheckedInput<'people.orphans'>): Promise<ChannelOutput<'people.orphans'>>;
  /** See 'people.details'. */
  details(input: CheckedInput<'people.details'>): ChannelOutput<'people.details'>;
  /** See 'people.find'. */
  find(input: CheckedInput<'people.find'>): Promise<ChannelOutput<'people.find'>>;
}

/** How many of each kind a search finds. */
const maxFound = 8;

/** How many domains a filter offers. */
const maxDomains = 200;

export function createPeople(db: Database): People {
  let searches = 0;
  const { bringUpToDate } = ledgerAddressesOf(db);
  return {
    async list(query) {
      await bringUpToDate();
      return listPeople(db, query);
    },
    async access(input) {
      await bringUpToDate();
      return {
        ...accessOfMember(db, input),
        invitations: invitationsOfMember(db, input),
        colleaguesEvents: colleaguesMemberEvents(db, input),
      };
    },
    async addresses({ members }) {
      await bringUpToDate();
      return { addresses: await inTurns(addressesOf(db, members)) };
    },
    async domains() {
      await bringUpToDate();
      return { domains: domainsOfPeople(db, maxDomains) };
    },
    accounts: () => ({ accounts: matrixAccounts(db) }),
    async cells({ people }) {
      await bringUpToDate();
      return { cells: matrixCells(db, people) };
    },
    async orphans(query) {
      await bringUpToDate();
      return listOrphans(db, query);
    },
    details({ emailAddress }) {
      const { access, moreInvitations } = personAccess(db, emailAddress);
      const { rows, totalRows } = personRows(db, emailAddress);
      const names = access.flatMap(({ invitations }) => invitations.map(({ userName }) => userName));
      return {
        names: [...new Set(names.filter((name) => name !== ''))],
        ...{ access, moreInvitations, rows, totalRows },
      };
    },
    async find({ search }) {
      searches += 1;
      const own = searches;
      await bringUpToDate();
      return {
        members: findMembers(db, search, maxFound),
        batches: findBatches(db, search, maxFound),
        runs: findRuns(db, search, maxFound),
        people: await findPeople(db, search, () => own === searches),
      };
    },
  };
}

/**
 * Those who were invited come first. One person is named once, however often they are found. It lets everything else have its turn after
 * each step, and ends with what it has when it is no longer wanted.
 */
async function findPeople(db: Database, search: string, isWanted: () => boolean): Promise<FoundPerson[]> {
  const found = new Map<string, FoundPerson>();
  for (const source of [invitedPeople(db, search), draftedPeople(db, search), changedPeople(db, search)]) {
    for (const person of source) {
      if (person === null) {
        await nextTurn();
        if (!isWanted()) return [...found.values()];
        continue;
      }
      const key = mailboxKey(person.emailAddress);
      if (!found.has(key)) found.set(key, person);
      if (found.size === maxFound) return [...found.values()];
    }
  }
  return [...found.values()];
}
