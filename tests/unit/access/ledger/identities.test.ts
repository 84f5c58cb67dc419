import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAddressIndex } from '../../../../main/access/ledger/addressIndex';
import { readIdentities } from '../../../../main/access/ledger/identities';
import { linkOf } from '../../../../main/access/ledger/identityRules';
import { fitsMask } from '../../../../main/access/accountUsers';
import { invitationStored, membersListed } from '../../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
});
afterEach(() => {
  store.remove();
});

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-'), minLength: 1, maxLength: 3 });
const addresses = fc.tuple(letters, letters).map(([name, domain]) => `${name}@${domain}`);
const masks = fc.string({ unit: fc.constantFrom('a', 'b', '.', '@', '*', '…'), maxLength: 8 });

describe('an index of addresses', () => {
  test('finds exactly those that fit a mask', () => {
    fc.assert(
      fc.property(fc.array(addresses, { maxLength: 12 }), fc.oneof(masks, addresses), (keys, listed) => {
        const fitting = keys.filter((key) => listed === '' || fitsMask(key, listed));
        expect([...createAddressIndex(keys).fitting(listed.toUpperCase())].sort()).toEqual(
          [...new Set(fitting)].sort(),
        );
      }),
    );
  });
});

describe('many identities at once', () => {
  const masked = (name: string): string => `${name.charAt(0)}***${name.slice(-1)}@acme.example`;
  const names = ['rosa', 'ralf', 'otto', 'lena', 'olga', 'omar', 'nina', 'dana'];

  function manyAccounts(count: number): void {
    for (let index = 0; index < count; index += 1) {
      const accountId = `A${String(index)}`;
      addAccount(store.db, 'c-1', accountId);
      membersListed(store.db, accountId, 10, {});
      for (const [number, name] of names.entries()) {
        invitationStored(store.db, accountId, `${name}${String(index % 5)}@acme.example`, {
          ...(number % 2 === 0 ? { state: 'accepted' } : {}),
          createdAt: 20,
        });
      }
      const users = names.map((name) => [
        `u-${name}-${String(index % 5)}`,
        masked(`${name}${String(index % 5)}`),
      ]);
      membersListed(store.db, accountId, 30, Object.fromEntries(users) as Record<string, string>);
    }
  }

  const everybody = (): string[] =>
    (store.db.prepare('SELECT DISTINCT user_id AS userId FROM members').all() as { userId: string }[]).map(
      ({ userId }) => userId,
    );
  const all = () => readIdentities(store.db, 'sandbox', everybody());

  test('are the same as one by one', () => {
    manyAccounts(12);
    expect(all().size).toBe(40);
    for (const [userId, { link }] of all()) {
      expect(readIdentities(store.db, 'sandbox', [userId]).get(userId)?.link, userId).toEqual(link);
    }
    const confidences = new Set([...all().values()].map(({ link }) => link.confidence));
    expect([...confidences].sort()).toEqual(['none', 'possible', 'probable']);
  });

  test('conclude the same as all facts would that the sieves leave out', () => {
    manyAccounts(7);
    const known = store.db.prepare('SELECT email_address AS address FROM invitations').all() as {
      readonly address: string;
    }[];
    for (const { facts, link } of all().values()) {
      expect(linkOf({ ...facts, knownAddresses: known.map(({ address }) => address) })).toEqual(link);
    }
  });

  test('ask once about a mask that several have', () => {
    const mask = 'r***@acme.example';
    const users = Array.from({ length: 30 }, (_, index) => [`u-${String(index)}`, mask]);
    addAccount(store.db, 'c-1', 'A1');
    membersListed(store.db, 'A1', 10, Object.fromEntries(users) as Record<string, string>);
    invitationStored(store.db, 'A1', 'rosa@acme.example');
    const prepare = vi.spyOn(store.db, 'prepare');
    readIdentities(store.db, 'sandbox', ['u-1']);
    const statements = prepare.mock.calls.length;
    const found = readIdentities(store.db, 'sandbox', everybody());
    // And one more, for the user IDs themselves.
    expect(prepare.mock.calls.length).toBe(2 * statements + 1);
    expect([...found.values()].map(({ link }) => link.address)).toEqual(Array(30).fill('rosa@acme.example'));
  });

  test('find addresses whatever case they are written in, with the characters that a pattern would take for others', () => {
    addAccount(store.db, 'c-1', 'A1');
    membersListed(store.db, 'A1', 10, { 'u-1': 'A***_1@acme.example', 'u-2': 'r***%2@acme.example' });
    for (const address of [' ann_1@Acme.example', 'annx1@acme.example', 'rosax2@acme.example']) {
      invitationStored(store.db, 'A1', address);
    }
    expect(all().get('u-1')?.link).toMatchObject({ rule: 'uniqueFit', candidates: ['ann_1@acme.example'] });
    expect(all().get('u-2')?.link).toMatchObject({ rule: null, candidates: [] });
  });

  test('look at no more addresses that fit than it takes', () => {
    addAccount(store.db, 'c-1', 'A1');
    membersListed(store.db, 'A1', 10, { 'u-1': 'p***@acme.example' });
    for (let index = 0; index < 50; index += 1)
      invitationStored(store.db, 'A1', `p${String(index)}@acme.example`);
    expect(all().get('u-1')?.facts.knownAddresses).toHaveLength(20);
  });

  test('that no account lists are absent', () => {
    manyAccounts(1);
    expect([...readIdentities(store.db, 'sandbox', ['u-rosa-0', 'u-nobody']).keys()]).toEqual(['u-rosa-0']);
    expect(readIdentities(store.db, 'amazon', everybody()).size).toBe(0);
  });
});
