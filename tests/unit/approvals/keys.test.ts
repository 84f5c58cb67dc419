import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../../../main/approvals/keys/fingerprint';
import { fingerprintVocabulary } from '../../../main/approvals/keys/fingerprintVocabulary';
import { memoryKeychain } from '../../support/fixtures/memoryKeychain';
import { keychainDouble } from '../../support/fixtures/keychainDouble';
import { approvalsOver } from '../../support/fixtures/approvalsOver';
import { temporaryStore, type Store } from '../../support/fixtures/store';
import { person } from './support/files';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
});
afterEach(() => {
  store.remove();
});

describe('this installation’s key', () => {
  test('is the same after a restart, and its private part is in the keychain alone, under the installation’s ID', async () => {
    const keychain = memoryKeychain();
    const { publicKey } = await approvalsOver(store.db, { keychain, name: 'Ben' }).own();
    const [installation] = store.db.prepare('SELECT * FROM installations').all() as {
      installation_id: string;
      public_key: string;
    }[];
    expect([...keychain.entries.keys()]).toEqual([`${installation?.installation_id ?? ''}/signing-key`]);
    const [entry = ''] = [...keychain.entries.values()];
    const { secret } = JSON.parse(entry) as { secret: string };
    expect(JSON.stringify(installation)).not.toContain(secret);
    store.reopen();
    expect((await approvalsOver(store.db, { keychain }).ownKey())?.publicKey).toBe(publicKey);
  });

  test('isn’t made twice by two questions at once', async () => {
    const approvals = approvalsOver(store.db, { name: 'Ben' });
    const [one, other] = await Promise.all([approvals.own(), approvals.own()]);
    expect(one.publicKey).toBe(other.publicKey);
  });

  test.each(['gone', 'locked', 'full'] as const)(
    'isn’t offered while the keychain is %s, and it says why',
    async (ailment) => {
      const keychain = keychainDouble();
      keychain.fall(ailment);
      await expect(approvalsOver(store.db, { keychain, name: 'Ben' }).ownKey()).rejects.toMatchObject({
        code: 'KEYCHAIN_LOCKED',
        message: expect.stringContaining('Signing needs a keychain') as string,
      });
      expect(store.db.prepare('SELECT * FROM installations').all()).toEqual([]);
    },
  );

  test('is another one in a copy of the data folder, and the first one’s stays where it is', async () => {
    const keychain = memoryKeychain();
    let place = 'here';
    const approvals = approvalsOver(store.db, { keychain, place: () => place, name: 'Ben' });
    const { publicKey } = await approvals.own();
    place = 'a copy';
    expect(approvals.isOwn(publicKey)).toBe(true);
    const copy = await approvals.own();
    expect(copy.publicKey).not.toBe(publicKey);
    expect(keychain.entries.size).toBe(2);
  });

  test('is another one when the keychain lost it', async () => {
    const approvals = approvalsOver(store.db, { keychain: memoryKeychain(), name: 'Ben' });
    const { publicKey } = await approvals.own();
    const later = await approvalsOver(store.db, { keychain: memoryKeychain(), name: 'Ben' }).own();
    expect(later.publicKey).not.toBe(publicKey);
  });

  test('signs nothing without a name, and isn’t made either: nothing is put into a keychain in passing', async () => {
    const keychain = memoryKeychain();
    expect(await approvalsOver(store.db, { keychain }).ownKey()).toBeNull();
    expect(keychain.entries.size).toBe(0);
    await expect(approvalsOver(store.db).own()).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(approvalsOver(store.db, { name: 'Ben' }).own()).resolves.toMatchObject({ name: 'Ben' });
  });
});

describe('a key in words', () => {
  test('has ten of 256 different ones, none inside another’s beginning', () => {
    expect(new Set(fingerprintVocabulary).size).toBe(256);
    for (const entry of fingerprintVocabulary) {
      expect(entry).toMatch(/^[a-z]{4,9}$/);
      expect(fingerprintVocabulary.filter((other) => other.startsWith(entry))).toEqual([entry]);
    }
    const { key } = person('Ben');
    expect(fingerprint(key)).toHaveLength(10);
    expect(fingerprint(key)).toEqual(fingerprint(key));
    expect(fingerprint(person('Ben').key)).not.toEqual(fingerprint(key));
  });

  test('never changes: people compare across versions', () => {
    expect(fingerprint('A'.repeat(43)).join(' ')).toMatchInlineSnapshot(
      `"hotel puzzle velvet noodle sandal summer kiwi button cabin crystal"`,
    );
  });
});
