import { copyFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepsLog, openDatabase, type Database } from '../../../main/storage/database';
import { migrate } from '../../../main/storage/migrate';
import { owner } from '../../../main/storage/migrations/011-owner';
import { otherOwner, releaseOwnership, takeOwnership } from '../../../main/storage/dataPlace/owner';
import { settleIn } from '../../../main/storage/dataPlace/place';
import { machineNumberIn, thisComputer, type Computer } from '../../../main/storage/dataPlace/thisComputer';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';

const desk: Computer = { machine: 'a', name: 'DESK-1' };
const laptop: Computer = { machine: 'b', name: 'LAPTOP-2' };

describe('the computer that uses a database', () => {
  let store: Store;
  beforeEach(() => {
    store = temporaryStore();
  });
  afterEach(() => {
    store.remove();
  });

  test('is nobody else’s at first, or after it was closed or crashed here', () => {
    const { db } = store;
    expect(otherOwner(db, desk)).toBeNull();
    takeOwnership(db, desk, 1);
    expect(otherOwner(db, desk)).toBeNull();
    releaseOwnership(db, desk, 2);
    expect(otherOwner(db, desk)).toBeNull();
  });

  test('is reported to the next one, with when it was closed there, or that it may still be open', () => {
    const { db } = store;
    takeOwnership(db, desk, 1);
    expect(otherOwner(db, laptop)).toEqual({ name: 'DESK-1', lastUsedAt: 1, closed: false });
    releaseOwnership(db, desk, 2);
    expect(otherOwner(db, laptop)).toEqual({ name: 'DESK-1', lastUsedAt: 2, closed: true });
    takeOwnership(db, laptop, 3);
    // Still open on the desktop computer, and closed only now.
    releaseOwnership(db, desk, 4);
    expect(otherOwner(db, desk)).toEqual({ name: 'LAPTOP-2', lastUsedAt: 3, closed: false });
  });

  test('is checked once at launch, and is this one from then on', async () => {
    const { db, file } = store;
    takeOwnership(db, laptop, 5);
    const first = await settleIn(db, dirname(file), 6);
    expect(first).toMatchObject({ network: false, otherComputer: { name: 'LAPTOP-2', closed: false } });
    first.release(7);
    expect((await settleIn(db, dirname(file), 8)).otherComputer).toBeNull();
  });

  test('does not keep the app from starting if nothing can be written', async () => {
    const { db, file } = store;
    takeOwnership(db, laptop, 5);
    db.exec('PRAGMA query_only = ON');
    expect((await settleIn(db, dirname(file), 6)).otherComputer?.name).toBe('LAPTOP-2');
  });

  test('counts as being on a network if SQLite cannot keep its log', async () => {
    const { db, file } = store;
    expect(keepsLog(db)).toBe(true);
    // This way of locking shares no memory, like some network drives.
    const without = openDatabase(`file:${join(dirname(file), 'other.db')}?vfs=unix-dotfile`);
    expect(keepsLog(without)).toBe(false);
    expect((await settleIn(without, dirname(file), 1)).network).toBe(true);
    without.close();
  });
});

test('half a transaction left by a crash without a log is rolled back, and the rest is intact', () => {
  const store = temporaryStore();
  const { db, file } = store;
  takeOwnership(db, desk, 1);
  db.exec('PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; PRAGMA cache_spill = 1');
  db.exec('BEGIN; UPDATE owner SET computer = hex(zeroblob(500000))');
  const crashed = join(dirname(file), 'crashed.db');
  copyFileSync(file, crashed);
  copyFileSync(`${file}-journal`, `${crashed}-journal`);
  db.exec('ROLLBACK');
  expect(() => new DatabaseSync(crashed, { readOnly: true }).exec('SELECT count(*) FROM owner')).toThrow();
  const opened = openDatabase(crashed);
  expect(otherOwner(opened, laptop)).toMatchObject({ name: 'DESK-1' });
  opened.close();
  store.remove();
});

test('a database of the previous version belongs to no computer, and keeps its data', () => {
  const store = temporaryStore();
  const file = join(dirname(store.file), 'before.db');
  const before = new DatabaseSync(file);
  migrate(before, owner.version - 1);
  addConnection(before, 'c-1');
  addAccount(before, 'c-1', 'E-1');
  const rows = (db: Database): readonly unknown[] =>
    ['connections', 'accounts', 'ways_in'].map((table): unknown =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    );
  const held = rows(before);
  before.close();
  const after = openDatabase(file);
  // Later migrations may add to them.
  expect(rows(after)).toMatchObject(held);
  expect(otherOwner(after, desk)).toBeNull();
  takeOwnership(after, desk, 1);
  expect(otherOwner(after, laptop)?.name).toBe('DESK-1');
  after.close();
  store.remove();
});

describe('this computer', () => {
  test.each<[NodeJS.Platform, string, string | null]>([
    [
      'win32',
      '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    9B1DEB4D-3b7d-4bad-9bdd-2b0d7b3dcb6d\r\n\r\n',
      '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
    ],
    ['win32', 'ERROR: The system was unable to find the specified registry key or value.', null],
    [
      'darwin',
      '+-o Mac14,2  <class IOPlatformExpertDevice>\n    {\n      "IOPlatformUUID" = "564D3A1E-0000-1000-8000-00AABBCCDDEE"\n    }\n',
      '564d3a1e-0000-1000-8000-00aabbccddee',
    ],
    ['darwin', '', null],
    ['linux', '0123456789abcdef0123456789abcdef\n', '0123456789abcdef0123456789abcdef'],
    ['linux', 'uninitialized\n', null],
  ])('is identified on %s by its own number in %j', (platform, text, number) => {
    expect(machineNumberIn(platform, text)).toBe(number);
  });

  test('is the same each time, and its number is not stored', async () => {
    const text = '    MachineGuid    REG_SZ    9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d\r\n';
    const windows = await thisComputer('win32', () => Promise.resolve(text));
    expect(windows).toEqual(await thisComputer('win32', () => Promise.resolve(text)));
    expect(windows.machine).toMatch(/^[\da-f]{64}$/);
    expect(windows.machine).not.toContain('9b1deb4d');
    const other = await thisComputer('win32', () => Promise.resolve(text.replace('9b1', '9b2')));
    expect(other.machine).not.toBe(windows.machine);
  });

  test('is identified by its name if the system returns no number', async () => {
    const nameless = await thisComputer('darwin', () => Promise.reject(new Error('ENOENT')));
    expect(nameless.name).toBe(hostname());
    expect(nameless).toEqual(await thisComputer('win32', () => Promise.resolve('')));
  });
});
