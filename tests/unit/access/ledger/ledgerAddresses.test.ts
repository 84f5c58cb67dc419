import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readIdentities } from '../../../../main/access/ledger/identities';
import { createIdentityLedger } from '../../../../main/access/ledger/identityLedger';
import { ledgerAddressesOf } from '../../../../main/access/ledger/ledgerAddresses';
import { findMembers } from '../../../../main/access/members/listing/findMembers';
import { listMembers } from '../../../../main/access/members/listing/listMembers';
import { listPeople } from '../../../../main/access/members/listing/listPeople';
import { transaction } from '../../../../main/storage/transaction';
import { invitationStored, membersListed } from '../../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

const rosa = 'rosa@acme.example';
const rs = 'r***a@acme.example';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const accountId of ['A1', 'A2']) addAccount(store.db, 'c-1', accountId);
});
afterEach(() => {
  store.remove();
});

/** As `user address confidence rule`, of everybody whose address is known. */
async function known(): Promise<string[]> {
  await ledgerAddressesOf(store.db).bringUpToDate();
  const rows = store.db
    .prepare('SELECT user_id AS userId, address, confidence, rule FROM member_addresses ORDER BY user_id')
    .all() as { userId: string; address: string; confidence: string; rule: string }[];
  return rows.map(({ userId, address, confidence, rule }) => [userId, address, confidence, rule].join(' '));
}
const decide = (kind: 'same' | 'notSame' | 'undo', emailAddress = rosa, userId = 'u-1'): void => {
  createIdentityLedger({ db: store.db, now: () => 1, changed: () => undefined }).decide({
    ...{ realm: 'sandbox', userId, emailAddress, kind },
  });
};
const accept = (): void => {
  store.db.exec("UPDATE invitations SET state = 'accepted'");
};
const probable = `u-1 ${rosa} probable acceptedInvitation`;
const confirmed = `u-1 ${rosa} certain confirmed`;

describe('the addresses of everybody', () => {
  test('include what is certain or probable, and nothing that is only possible', async () => {
    membersListed(store.db, 'A1', 10, { 'u-0': 'Omar@Acme.example', 'u-2': 'l***@acme.example' });
    invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 15 });
    invitationStored(store.db, 'A1', 'lena@acme.example');
    membersListed(store.db, 'A1', 20, { 'u-0': 'Omar@Acme.example', 'u-2': 'l***@acme.example', 'u-1': rs });
    expect(await known()).toEqual(['u-0 omar@acme.example certain wholeAddress', probable]);
  });

  test('are empty without members, and in a database that was opened again they are the same', async () => {
    expect(await known()).toEqual([]);
    membersListed(store.db, 'A1', 10, { 'u-1': rosa });
    store.reopen();
    expect(await known()).toEqual([`u-1 ${rosa} certain wholeAddress`]);
  });

  test('are those that reading each user ID concludes', async () => {
    const names = ['rosa', 'ralf', 'otto', 'lena', 'olga', 'omar', 'nina', 'dana'];
    for (let index = 0; index < 12; index += 1) {
      const accountId = `B${String(index)}`;
      const users = names.map((name) => [
        `u-${name}-${String(index % 5)}`,
        `${name.charAt(0)}***${String(index % 5)}@acme.example`,
      ]);
      addAccount(store.db, 'c-1', accountId);
      membersListed(store.db, accountId, 10, {});
      for (const [number, name] of names.entries()) {
        const state = number % 2 === 0 ? 'accepted' : 'pending';
        invitationStored(store.db, accountId, `${name}${String(index % 5)}@acme.example`, {
          ...{ state, createdAt: 20 },
        });
      }
      membersListed(store.db, accountId, 30, Object.fromEntries(users) as Record<string, string>);
      // Some before and some after the addresses were drawn for the first time.
      if (index === 4) await known();
    }
    const userIds = names.flatMap((name) => [0, 1, 2, 3, 4].map((each) => `u-${name}-${String(each)}`));
    const expected = [...readIdentities(store.db, 'sandbox', userIds)].flatMap(([userId, { link }]) =>
      link.confidence === 'probable' ? [`${userId} ${String(link.address)} probable acceptedInvitation`] : [],
    );
    expect(expected.length).toBeGreaterThan(3);
    expect(await known()).toEqual(expected.sort());
  });
});

describe('after they were drawn, the addresses follow', () => {
  beforeEach(async () => {
    membersListed(store.db, 'A1', 10, {});
    invitationStored(store.db, 'A1', rosa, { createdAt: 15 });
    membersListed(store.db, 'A1', 20, { 'u-1': rs });
    expect(await known()).toEqual([]);
  });

  test('an invitation that is accepted, and one that turns out not to be', async () => {
    accept();
    expect(await known()).toEqual([probable]);
    store.db.exec("UPDATE invitations SET state = 'gone'");
    expect(await known()).toEqual([]);
  });

  test('an accepted invitation that is new, is corrected, or is deleted', async () => {
    invitationStored(store.db, 'A1', 'rita@acme.example', { state: 'accepted', createdAt: 16 });
    const rita = 'u-1 rita@acme.example probable acceptedInvitation';
    expect(await known()).toEqual([rita]);
    store.db.exec("UPDATE invitations SET created_at = 30 WHERE state = 'accepted'");
    expect(await known()).toEqual([]);
    store.db.exec("UPDATE invitations SET created_at = 16 WHERE state = 'accepted'");
    expect(await known()).toEqual([rita]);
    // As erasing a person does.
    store.db.exec("UPDATE invitations SET email_address = 'erased' WHERE state = 'accepted'");
    expect(await known()).toEqual([]);
    store.db.exec("UPDATE invitations SET email_address = 'rita@acme.example' WHERE state = 'accepted'");
    expect(await known()).toEqual([rita]);
    store.db.exec("DELETE FROM invitations WHERE state = 'accepted'");
    expect(await known()).toEqual([]);
  });

  test('a decision, and its undoing', async () => {
    decide('same');
    expect(await known()).toEqual([confirmed]);
    decide('undo');
    expect(await known()).toEqual([]);
    accept();
    decide('notSame');
    expect(await known()).toEqual([]);
  });

  test('a member who joins, and makes somebody else’s address ambiguous', async () => {
    accept();
    await known();
    membersListed(store.db, 'A1', 30, { 'u-1': rs, 'u-2': 'r***@acme.example' });
    expect(await known()).toEqual([]);
  });

  test('an address that Amazon shows otherwise, in another account too', async () => {
    membersListed(store.db, 'A2', 30, { 'u-1': 'Rosa@acme.example' });
    expect(await known()).toEqual([`u-1 ${rosa} certain wholeAddress`]);
    membersListed(store.db, 'A2', 40, { 'u-1': 'x***@acme.example' });
    accept();
    expect(await known()).toEqual([]);
    membersListed(store.db, 'A2', 50, { 'u-1': 'ro***@acme.example' });
    expect(await known()).toEqual([probable]);
  });

  test('somebody who left keeps the address', async () => {
    decide('same');
    membersListed(store.db, 'A1', 30, {});
    expect(await known()).toEqual([confirmed]);
  });

  test('nothing that is rolled back', async () => {
    const stopped = new Error('stopped');
    expect(() =>
      transaction(store.db, () => {
        accept();
        throw stopped;
      }),
    ).toThrow(stopped);
    expect(await known()).toEqual([]);
    accept();
    expect(await known()).toEqual([probable]);
  });

  test('a reading that failed halfway', async () => {
    accept();
    const { prepare } = store.db;
    const failing = vi.spyOn(store.db, 'prepare').mockImplementation((sql) => {
      if (sql.includes('member_history')) throw new Error('unreadable');
      return prepare.call(store.db, sql);
    });
    await expect(known()).rejects.toThrow('unreadable');
    failing.mockRestore();
    expect(await known()).toEqual([probable]);
  });

  test('only accounts that changed are read again, and none if a list shows what is known', async () => {
    membersListed(store.db, 'A2', 30, { 'u-9': 'n***@acme.example' });
    await known();
    const prepare = vi.spyOn(store.db, 'prepare');
    const accountsRead = (): number =>
      prepare.mock.calls.filter(([sql]) => sql.includes("event = 'joined'")).length;
    membersListed(store.db, 'A2', 40, { 'u-9': 'n***@acme.example' });
    store.db.exec('UPDATE invitations SET last_seen_at = 40');
    invitationStored(store.db, 'A2', 'new@acme.example');
    await known();
    expect(accountsRead()).toBe(0);
    accept();
    await known();
    // One statement for each of the two accounts with accepted invitations.
    expect(accountsRead()).toBe(2);
  });
});

test('everybody’s addresses are drawn in pieces, between which other work runs', async () => {
  for (let index = 0; index < 150; index += 1) {
    const accountId = `B${String(index)}`;
    addAccount(store.db, 'c-1', accountId);
    membersListed(store.db, accountId, 10, {});
    const users = Array.from({ length: 40 }, (_, each) => (index * 7 + each * 13) % 900);
    transaction(store.db, () => {
      for (const user of users.slice(0, 20)) {
        invitationStored(store.db, accountId, `p${String(user)}x@acme.example`, {
          ...{ state: 'accepted', createdAt: 15 },
        });
      }
    });
    membersListed(
      store.db,
      accountId,
      20,
      Object.fromEntries(users.map((user) => [`u-${String(user)}`, `p${String(user)}***@acme.example`])),
    );
  }
  const turns: string[] = [];
  const other = (async () => {
    while (turns.at(-1) !== 'done') {
      turns.push('other');
      await nextTurn();
    }
  })();
  await ledgerAddressesOf(store.db).bringUpToDate();
  turns.push('done');
  await other;
  expect(turns.indexOf('done')).toBeGreaterThan(2);
});

describe('lists find and show people by the address', () => {
  const account = { connectionId: 'c-1', accountId: 'A1' };
  const page = { descending: false, limit: 50, offset: 0 } as const;
  const members = (search: string) =>
    listMembers(store.db, { ...page, account, search, left: false, sort: 'maskedEmail' });
  const people = (search: string) => listPeople(store.db, { ...page, search, sort: 'maskedEmail' });
  const namesIn = (rows: readonly { readonly userId: string }[]): string[] =>
    rows.map(({ userId }) => userId);

  beforeEach(async () => {
    membersListed(store.db, 'A1', 10, { 'u-1': '***@acme.example', 'u-2': 'n***@acme.example', 'u-3': '' });
    decide('same', 'Zoe.Moss@acme.example', 'u-1');
    await ledgerAddressesOf(store.db).bringUpToDate();
  });

  test('with how certain it is', () => {
    const zoe = { address: 'zoe.moss@acme.example', confidence: 'certain', rule: 'confirmed' };
    expect(people('E.MOSS').people).toMatchObject([{ userId: 'u-1', ledgerAddress: zoe }]);
    expect(members('zoe').members).toMatchObject([{ userId: 'u-1', ledgerAddress: zoe }]);
    expect(members('zoe').total).toBe(1);
    expect(findMembers(store.db, 'zoe', 5)).toMatchObject([{ userId: 'u-1', ledgerAddress: zoe }]);
    expect(people('u-2').people).toMatchObject([{ userId: 'u-2', ledgerAddress: null }]);
    expect(members('u-2').members).toMatchObject([{ userId: 'u-2', ledgerAddress: null }]);
  });

  test('and sort by what they show', () => {
    expect(namesIn(people('').people)).toEqual(['u-2', 'u-1', 'u-3']);
    expect(namesIn(members('').members)).toEqual(['u-2', 'u-1', 'u-3']);
  });

  test('and find nobody by an address in another realm', () => {
    addConnection(store.db, 'c-2', 'amazon');
    store.db.exec("UPDATE member_addresses SET realm = 'amazon'");
    expect([people('zoe').total, members('zoe').total, findMembers(store.db, 'zoe', 5)]).toEqual([0, 0, []]);
  });
});
