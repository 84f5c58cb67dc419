import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDirectory, type Directory } from '../../../../../main/access/ledger/directory/directory';
import { createIdentityLedger } from '../../../../../main/access/ledger/identityLedger';
import { readTable } from '../../../../../main/batches/tables/readTable';
import type { TableSource, ReadOptions } from '../../../../../main/batches/tables/request';
import { directoryHandlers } from '../../../../../main/ipc/directory';
import { createPeople } from '../../../../../main/people/people';
import { invitationStored, membersListed } from '../../../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../../support/fixtures/store';

const fixture = (name: string): string => join(import.meta.dirname, '../../../../fixtures/directories', name);

let store: Store;
let directory: Directory;
let events: string[];
/** Resolved before each reading. */
let beforeReading: (options: ReadOptions) => Promise<void>;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const accountId of ['A1', 'A2']) addAccount(store.db, 'c-1', accountId);
  events = [];
  beforeReading = () => Promise.resolve();
  directory = createDirectory({
    db: store.db,
    now: () => 5000,
    changed: (topic) => events.push(topic),
    readTable: async (source: TableSource, options: ReadOptions) => {
      await beforeReading(options);
      return readTable(source, options);
    },
  });
});
afterEach(() => {
  store.remove();
});

const stored = (): string[] =>
  (store.db.prepare('SELECT address FROM directory_people ORDER BY 1').all() as { address: string }[]).map(
    ({ address }) => address,
  );
const identityOf = (userId: string) =>
  createIdentityLedger({ db: store.db, now: () => 1, changed: () => undefined }).identityOf(
    'sandbox',
    userId,
  );
const orphans = (query: { ownDomains?: boolean; limit?: number; offset?: number } = {}) =>
  createPeople(store.db).orphans({ ownDomains: false, limit: 50, offset: 0, ...query });
/** As `user address confidence why`. */
const brieflyOrphans = async (query: { ownDomains?: boolean } = {}): Promise<string[]> =>
  (await orphans(query)).orphans.map(({ userId, address, confidence, why }) =>
    [userId, address, confidence, why].join(' '),
  );
const confirm = (userId: string, emailAddress: string): void => {
  createIdentityLedger({ db: store.db, now: () => 1, changed: () => undefined }).decide({
    ...{ realm: 'sandbox', userId, emailAddress, kind: 'same' },
  });
};

describe('an import', () => {
  test('stores who is in the file, and the next one replaces it', async () => {
    expect(directory.file()).toBeNull();
    const file = {
      ...{ fileName: 'slack.csv', source: 'slack', importedAt: 5000, people: 3, inactive: 1 },
      leftOut: [{ reason: 'noAddress', count: 1 }],
    };
    expect(await directory.importFile(fixture('slack.csv'))).toEqual(file);
    expect(directory.file()).toEqual(file);
    expect(stored()).toEqual(['jorg@agency.example', 'rosa@agency.example', 'zoe@agency.example']);
    await directory.importFile(fixture('okta-labels.csv'));
    expect(directory.file()).toMatchObject({ source: 'okta', people: 2, leftOut: [] });
    expect(stored()).toEqual(['jorg@agency.example', 'rosa@agency.example']);
    expect(events).toEqual(['people.changed', 'people.changed']);
  });

  test('includes rows that a filter in the file hides', async () => {
    let read: ReadOptions = {};
    beforeReading = (options) => {
      read = options;
      return Promise.resolve();
    };
    await directory.importFile(fixture('slack.csv'));
    expect(read.withHiddenRows).toBe(true);
  });

  test('that is refused or can’t be stored leaves the earlier one, and no screen is notified', async () => {
    await directory.importFile(fixture('slack.csv'));
    const before = [directory.file(), stored(), events.length];
    for (const name of ['people.csv', '../imports/damaged.xlsx', 'nowhere.csv']) {
      await expect(directory.importFile(fixture(name)), name).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
    store.db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON directory_people WHEN NEW.address LIKE 'rosa%'
      BEGIN SELECT RAISE(ABORT, 'full'); END`);
    await expect(directory.importFile(fixture('okta-labels.csv'))).rejects.toThrow();
    expect([directory.file(), stored(), events.length]).toEqual(before);
  });

  test('that ends after another file was selected, or after the directory was forgotten, stores nothing', async () => {
    for (const meanwhile of [
      () => directory.importFile(fixture('slack.csv')),
      () => {
        directory.forget();
        return Promise.resolve();
      },
    ]) {
      let startReading: () => void = () => undefined;
      beforeReading = () =>
        new Promise((resolve) => {
          startReading = resolve;
        });
      const slow = directory.importFile(fixture('entra.csv'));
      beforeReading = () => Promise.resolve();
      await meanwhile();
      const after = stored();
      startReading();
      await expect(slow).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      expect(stored()).toEqual(after);
    }
  });

  test('forgotten leaves nothing, not even in the database file', async () => {
    await directory.importFile(fixture('entra.csv'));
    const inFile = (text: string): boolean => {
      store.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return readFileSync(store.file).includes(text);
    };
    expect(inFile('rosa.lind@agency')).toBe(true);
    directory.forget();
    expect([directory.file(), stored(), (await orphans()).file]).toEqual([null, [], null]);
    expect(['rosa.lind@agency', 'Rosa Lind', 'entra.csv'].filter(inFile)).toEqual([]);
    expect(events).toHaveLength(2);
  });

  test('starts with a dialog, and does nothing if that is canceled', async () => {
    const chooseFile = vi.fn(() => Promise.resolve<string | null>(null));
    const handlers = directoryHandlers({ directory, chooseFile });
    expect(await handlers['directory.import']({})).toEqual({ file: null });
    expect([handlers['directory.file']({}), events]).toEqual([{ file: null }, []]);
    chooseFile.mockResolvedValue(fixture('slack.csv'));
    expect(await handlers['directory.import']({})).toMatchObject({ file: { people: 3 } });
    expect(handlers['directory.forget']({})).toEqual({});
    expect(stored()).toEqual([]);
  });
});

describe('addresses of a directory', () => {
  test('are candidates, and alone never more than possible', async () => {
    membersListed(store.db, 'A1', 10, {});
    membersListed(store.db, 'A1', 20, { 'u-1': 'z***@agency.example', 'u-2': 'j***@agency.example' });
    expect(identityOf('u-1').confidence).toBe('none');
    await directory.importFile(fixture('slack.csv'));
    expect(identityOf('u-1')).toMatchObject({
      ...{ confidence: 'possible', address: 'zoe@agency.example', rule: 'uniqueFit' },
    });
    // Also of those who are no longer active.
    expect(identityOf('u-2')).toMatchObject({ confidence: 'possible', address: 'jorg@agency.example' });
    invitationStored(store.db, 'A2', 'zack@agency.example');
    expect(identityOf('u-1')).toMatchObject({
      confidence: 'none',
      candidates: ['zack@agency.example', 'zoe@agency.example'],
    });
    directory.forget();
    expect(identityOf('u-2').confidence).toBe('none');
  });
});

describe('orphans', () => {
  test('are those with access, certainly or probably, who aren’t in the file or not active in it', async () => {
    membersListed(store.db, 'A1', 10, {
      ...{
        'u-rosa': 'rosa@agency.example',
        'u-jorg': 'j***@agency.example',
        'u-lena': 'lena@client.example',
      },
      ...{ 'u-gone': 'ex@agency.example', 'u-maybe': 'z***@agency.example', 'u-who': '***' },
    });
    membersListed(store.db, 'A2', 10, { 'u-jorg': '' });
    invitationStored(store.db, 'A1', 'otto@agency.example', { state: 'accepted', createdAt: 15 });
    membersListed(store.db, 'A1', 20, {
      ...{
        'u-rosa': 'rosa@agency.example',
        'u-jorg': 'j***@agency.example',
        'u-lena': 'lena@client.example',
      },
      ...{ 'u-maybe': 'z***@agency.example', 'u-who': '***', 'u-otto': 'o***o@agency.example' },
    });
    confirm('u-jorg', 'jorg@agency.example');
    expect(await orphans()).toMatchObject({
      ...{ file: null, orphans: [], total: 0, otherDomains: 0, unidentified: 0 },
      coverage: { accounts: 2, unread: 0, asOf: 10 },
    });
    await directory.importFile(fixture('slack.csv'));
    expect(await brieflyOrphans()).toEqual([
      'u-jorg jorg@agency.example certain notActive',
      'u-lena lena@client.example certain notInFile',
      'u-otto otto@agency.example probable notInFile',
    ]);
    expect(await brieflyOrphans({ ownDomains: true })).toEqual([
      'u-jorg jorg@agency.example certain notActive',
      'u-otto otto@agency.example probable notInFile',
    ]);
    // Nobody is left out in silence: those at other domains, and those whose address isn't known well enough, are counted.
    expect(await orphans()).toMatchObject({ total: 3, otherDomains: 1, unidentified: 2 });
    expect(await orphans({ ownDomains: true })).toMatchObject({ total: 2, otherDomains: 1, unidentified: 2 });
    const [jorg, lena] = (await orphans()).orphans;
    expect(jorg).toMatchObject({
      ...{ name: 'Jörg Müßig', rule: 'confirmed', isDomainInFile: true },
      accounts: [
        { account: { connectionId: 'c-1', accountId: 'A1' }, accountName: 'Name of A1' },
        { accountId: 'A2' },
      ],
    });
    expect(lena).toMatchObject({ name: '', isDomainInFile: false, accounts: [{ accountId: 'A1' }] });
    // Only accounts to which the access lasts are listed.
    membersListed(store.db, 'A2', 30, {});
    expect((await orphans()).orphans[0]?.accounts.map(({ accountId }) => accountId)).toEqual(['A1']);
    expect(await orphans({ limit: 1, offset: 1 })).toMatchObject({
      orphans: [{ userId: 'u-lena' }],
      total: 3,
    });
  });

  test('are not those of whom the file doesn’t say whether they are active', async () => {
    membersListed(store.db, 'A1', 10, { 'u-omar': 'omar@agency.example', 'u-zoe': 'zoe@agency.example' });
    await directory.importFile(fixture('google-workspace.csv'));
    expect(await brieflyOrphans()).toEqual(['u-zoe zoe@agency.example certain notActive']);
  });
});
