import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accessOfMember, listPeople } from '../../../../main/access/members/listing/listPeople';
import { ledgerAddressesOf } from '../../../../main/access/ledger/ledgerAddresses';
import { createIdentityLedger } from '../../../../main/access/ledger/identityLedger';
import { createPeople } from '../../../../main/people/people';
import { writeListings, writeRole } from '../../../../main/access/members/memberFacts';
import { transaction } from '../../../../main/storage/transaction';
import type { CheckedInput } from '../../../../shared/bridge/ipc';
import type { MemberListName } from '../../../../shared/domain/member/member';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addConnection(store.db, 'c-2');
  for (const id of ['A1', 'A2', 'A3']) addAccount(store.db, 'c-1', id);
  read('A1', 'direct', 100, { ann: 'a***n@example.com', ben: 'b***n@example.com' });
  read('A1', 'inherited', 100, { cleo: '' });
  read('A2', 'direct', 200, { ann: 'an***@example.com' });
  role('A1', 'ann', 'admin');
  role('A2', 'ann', 'viewer');
  role('A1', 'ben', 'admin, editor');
});
afterEach(() => {
  store.remove();
});

function read(
  accountId: string,
  list: MemberListName,
  beganAt: number,
  people: Readonly<Record<string, string>>,
): void {
  const users = Object.entries(people).map(([userId, emailAddress]) => ({ userId, emailAddress }));
  const account = { realm: 'sandbox', accountId };
  transaction(store.db, () =>
    writeListings(store.db, account, [{ list, beganAt, users, unreadable: 0 }], beganAt),
  );
}

function role(accountId: string, userId: string, value: string | null): void {
  const member = { realm: 'sandbox', accountId, userId };
  transaction(store.db, () => writeRole(store.db, member, { role: value, beganAt: 300, now: 300 }));
}

const list = (query: Partial<CheckedInput<'people.list'>> = {}) =>
  listPeople(store.db, {
    ...{ search: '', sort: 'userId', descending: false, limit: 50, offset: 0 },
    ...query,
  });
const ids = (query: Partial<CheckedInput<'people.list'>> = {}): string[] =>
  list(query).people.map(({ userId }) => userId);
const access = (userId: string) => accessOfMember(store.db, { realm: 'sandbox', userId });

describe('everybody with access', () => {
  test('is one row for each user ID, with what it has in its accounts', () => {
    expect(list().people).toEqual([
      {
        ...{ realm: 'sandbox', userId: 'ann', maskedEmail: 'an***@example.com', accounts: 2 },
        ledgerAddress: null,
        ...{ admins: 1, viewers: 1, otherRoles: 0, unknownRoles: 0, inherited: 0 },
        ...{ latestSinceAt: 200, isLatestSinceKnown: false, lastSeenAt: 100 },
      },
      expect.objectContaining({ userId: 'ben', admins: 1, viewers: 0, otherRoles: 1, unknownRoles: 0 }),
      expect.objectContaining({ userId: 'cleo', maskedEmail: '', admins: 0, unknownRoles: 0, inherited: 1 }),
    ]);
  });

  test('says how many accounts were never read, and how old the oldest list is', () => {
    expect(list().coverage).toEqual({ accounts: 3, unread: 1, asOf: 100 });
    read('A3', 'unscoped', 50, { dora: 'd***@example.com' });
    expect(list().coverage).toEqual({ accounts: 3, unread: 0, asOf: 50 });
  });

  test.each([
    [{ search: 'EXAMPLE' }, ['ann', 'ben']],
    // The older mask, in the other account.
    [{ search: 'a***n' }, ['ann']],
    [{ search: 'cle' }, ['cleo']],
    [{ search: '%' }, []],
    [{ roles: ['viewer'] }, ['ann']],
    [{ roles: ['editor'] }, ['ben']],
    [{ roles: [null] }, ['cleo']],
    [{ scopes: ['inherited' as const] }, ['cleo']],
    [{ roles: ['admin'], scopes: ['inherited' as const] }, []],
    [{ sort: 'accounts' as const, descending: true, limit: 1 }, ['ann']],
    [{ sort: 'maskedEmail' as const }, ['ann', 'ben', 'cleo']],
    [{ sort: 'maskedEmail' as const, descending: true }, ['ben', 'ann', 'cleo']],
    [{ offset: 2 }, ['cleo']],
  ])('can be narrowed and sorted by %j', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  test('is counted in full, also for a page behind the last one', () => {
    expect(list({ limit: 1 }).total).toBe(3);
    expect(list({ offset: 50 })).toMatchObject({ people: [], total: 3 });
    expect(list({ search: 'ann', offset: 50 }).total).toBe(1);
  });

  test('keeps the whole row of a person who matches in one account only', () => {
    expect(list({ roles: ['viewer'] }).people[0]).toMatchObject({ accounts: 2, admins: 1, viewers: 1 });
  });

  test('leaves out those who lost their last access, and accounts without a connection', () => {
    read('A1', 'direct', 400, { ann: 'a***n@example.com' });
    expect(ids()).toEqual(['ann', 'cleo']);
    store.db.exec("DELETE FROM ways_in WHERE account_id = 'A1'");
    expect(list().people).toEqual([expect.objectContaining({ userId: 'ann', accounts: 1, admins: 0 })]);
  });

  test('knows since when the newest access exists only if an earlier list shows it', () => {
    read('A2', 'direct', 500, { ann: 'an***@example.com', ben: 'b***n@example.com' });
    expect(list({ search: 'ben' }).people[0]).toMatchObject({ latestSinceAt: 500, isLatestSinceKnown: true });
  });
});

describe('the access of one user ID', () => {
  test('is listed by account, each once, with what it had before', () => {
    addAccount(store.db, 'c-2', 'A1');
    read('A2', 'direct', 500, {});
    expect(access('ann').access).toEqual([
      expect.objectContaining({
        account: { connectionId: 'c-1', accountId: 'A1' },
        role: 'admin',
        goneAt: null,
      }),
      expect.objectContaining({ accountId: 'A2', role: 'viewer', goneAt: 500 }),
    ]);
  });

  test('is given through a connection that still reaches the account', () => {
    addAccount(store.db, 'c-2', 'A1');
    store.db.exec("UPDATE ways_in SET reachable = 0 WHERE connection_id = 'c-1'");
    expect(access('cleo').access.map(({ account }) => account.connectionId)).toEqual(['c-2']);
  });

  test('is empty for an ID that no list shows, and in another realm', () => {
    expect(access('nobody').access).toEqual([]);
    expect(accessOfMember(store.db, { realm: 'amazon', userId: 'ann' }).access).toEqual([]);
  });
});

describe('everybody with access by domain and certainty', () => {
  beforeEach(async () => {
    read('A3', 'direct', 400, {
      dan: 'Dan@Client.example',
      eve: 'e***@client.example',
      fay: 'f***@c***.example',
    });
    const decision = {
      realm: 'sandbox',
      userId: 'ann',
      emailAddress: 'ann@client.example',
      kind: 'same',
    } as const;
    createIdentityLedger({ db: store.db, now: () => 500, changed: () => undefined }).decide(decision);
    await ledgerAddressesOf(store.db).bringUpToDate();
  });

  test('the domain is that of the known address, or else of what Amazon lists', () => {
    expect(ids({ domain: 'client.example' })).toEqual(['ann', 'dan', 'eve']);
    expect(ids({ domain: 'example.com' })).toEqual(['ben']);
    expect(ids({ domain: 'example' })).toEqual([]);
  });

  test('a filter offers the domains, the most frequent first, but none that a mask hides', async () => {
    expect(await createPeople(store.db).domains()).toEqual({ domains: ['client.example', 'example.com'] });
  });

  test('the address is certain, probable or unknown', () => {
    expect(ids({ certainty: 'certain' })).toEqual(['ann', 'dan']);
    expect(ids({ certainty: 'probable' })).toEqual([]);
    expect(ids({ certainty: 'unknown' })).toEqual(['ben', 'cleo', 'eve', 'fay']);
    expect(ids({ certainty: 'certain', roles: ['viewer'], domain: 'client.example' })).toEqual(['ann']);
  });
});
