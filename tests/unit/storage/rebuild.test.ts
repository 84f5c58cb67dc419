import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeOldCopies } from '../../../main/storage/copyBeforeRebuild';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import { migrate, migrations, newestVersion, versionOf } from '../../../main/storage/migrate';
import { isSkipped } from '../../../main/storage/skipped';

const rebuildVersion = 19;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-storage-'));
  file = join(folder, 'access.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** One operation of each status, as version 2 and all later ones could write them; earlier runs are added by version 3. */
const journal = `
  INSERT INTO connections (connection_id, kind, label, region, client_id, has_client_secret, return_port, realm, state, created_at)
    VALUES ('c-1', 'amazon', 'Agency', 'eu', 'client', 1, 8710, 'amazon', 'signedIn', 1);
  INSERT INTO accounts (realm, account_id, name, marketplace_id, favourite, first_seen_at)
    VALUES ('amazon', 'ENTITY1', 'Brand', 'A1PA6795UKMFR9', 1, 2);
  INSERT INTO ways_in (connection_id, realm, account_id, can_invite, as_of) VALUES ('c-1', 'amazon', 'ENTITY1', 1, 3);
  INSERT INTO requests (request_id, connection_id, realm, account_id, operation, body, body_sha256, created_at, sent_at)
    VALUES (3, 'c-1', 'amazon', 'ENTITY1', 'CreateUserInvitations', x'01', 'one', 10, 11),
      (5, 'c-1', 'amazon', 'ENTITY1', 'UpdateUserInvitations', x'02', 'two', 20, NULL);
  INSERT INTO operations (operation_id, request_id, kind, status, connection_id, realm, account_id, email_address,
      user_name, role, invitation_id, notify, error, created_at, settled_at)
    SELECT value, iif(value < 4, 3, 5), iif(value < 4, 'create', 'revoke'), 'queued', 'c-1', 'amazon', 'ENTITY1',
      value || '@example.com', 'Person', 'viewer', iif(value < 4, NULL, 'i-' || value), 1, NULL, 10, NULL
    FROM json_each('[1, 2, 3, 4]');
  UPDATE operations SET status = 'sending' WHERE operation_id < 4;
  UPDATE operations SET status = 'done', invitation_id = 'i-1', settled_at = 12 WHERE operation_id = 1;
  UPDATE operations SET status = 'inDoubt', error = '{"code":"NETWORK"}' WHERE operation_id = 2;
  INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name, email_address,
      user_name, role, operation_id)
    VALUES (12, 'create', 'done', 'Agency', 'Dana', 'amazon', 'ENTITY1', 'Brand', '1@example.com', 'Person', 'viewer', 1);`;

/** A database as the app left it at a version, with an open journal. */
function writtenAt(version: number): void {
  const db = new DatabaseSync(file);
  migrate(db, version);
  db.exec(`PRAGMA foreign_keys = ON; ${journal}`);
  // From then on every call belongs to a run.
  if (version >= 3) {
    db.exec(`
      INSERT INTO runs (run_id, kind, when_not_seen, created_at) VALUES (1, 'create', 'ask', 10), (2, 'revoke', 'ask', 20);
      UPDATE requests SET run_id = iif(request_id = 3, 1, 2);
      UPDATE operations SET run_id = iif(request_id = 3, 1, 2);`);
  }
  db.close();
}

function opened<T>(work: (db: DatabaseSyncInstance) => T): T {
  const db = openDatabase(file);
  try {
    return work(db);
  } finally {
    closeDatabase(db);
  }
}

const statuses = (db: DatabaseSyncInstance): unknown =>
  db
    .prepare(
      'SELECT operation_id AS id, status, invitation_id AS invitation, error FROM operations ORDER BY 1',
    )
    .all()
    .map((row): unknown => Object.values(row as object));

const open = [
  [1, 'done', 'i-1', null],
  [2, 'inDoubt', null, '{"code":"NETWORK"}'],
  [3, 'sending', null, null],
  [4, 'queued', 'i-4', null],
];

/** What a database holds besides rows, apart from the text of the tables. */
const partsOf = (db: DatabaseSyncInstance): readonly string[] =>
  db
    .prepare(
      `SELECT type || ' ' || name || iif(type = 'table', '', ': ' || sql) AS part FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY 1`,
    )
    .all()
    .map((row) => (row as { readonly part: string }).part.replaceAll(/\s+/g, ' '));

describe.each(
  migrations.map(({ version }) => version).filter((version) => version >= 2 && version < rebuildVersion),
)('a journal of version %i with queued, sending and unconfirmed changes', (version) => {
  test('is the same after the rebuild, and its rules hold', () => {
    writtenAt(version);
    opened((db) => {
      expect(versionOf(db)).toBe(newestVersion);
      expect(statuses(db)).toEqual(open);
      expect(db.prepare('SELECT count(*) AS n FROM activity').get()).toEqual({ n: 1 });
      expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      expect(() => db.exec('UPDATE operations SET run_id = 99')).toThrow('FOREIGN KEY');
      expect(() => db.exec(`UPDATE operations SET status = 'queued' WHERE operation_id = 1`)).toThrow('step');
      expect(() => db.exec('DELETE FROM activity')).toThrow('append-only');
      expect(() => db.exec('DELETE FROM requests')).toThrow('keeps');
    });
  });

  test('is at its version or at the newest after a kill in the middle, with a copy of what it was', () => {
    writtenAt(version);
    const old = new DatabaseSync(file);
    migrate(old, rebuildVersion - 1);
    old.close();
    killWhileRebuilding();
    opened((db) => {
      expect(versionOf(db)).toBe(newestVersion);
      expect(statuses(db)).toEqual(open);
    });
    const copy = new DatabaseSync(`${file}.version-${String(rebuildVersion - 1)}`, { readOnly: true });
    expect(versionOf(copy)).toBe(rebuildVersion - 1);
    expect(statuses(copy)).toEqual(open);
    copy.close();
  });
});

test('every index and trigger is there again, and only what is new is new', () => {
  const before = new DatabaseSync(':memory:');
  migrate(before, rebuildVersion - 1);
  const after = new DatabaseSync(':memory:');
  migrate(after, rebuildVersion);
  const [old, now] = [partsOf(before), partsOf(after)];
  const names = (parts: readonly string[]) => parts.map((part) => part.split(':')[0]);
  const widened = ['index operations_skipped', 'trigger requests_keep_their_words'];
  expect(names(old.filter((part) => !now.includes(part)))).toEqual(widened);
  expect(names(now.filter((part) => !old.includes(part))).sort()).toEqual(
    [
      ...widened,
      'index activity_by_member',
      'index activity_by_record_id',
      'index operations_by_member',
      'index operations_by_record_id',
    ].sort(),
  );
  const plan = after.prepare(
    `EXPLAIN QUERY PLAN SELECT count(*) FROM operations WHERE ${isSkipped} AND run_id = 1`,
  );
  expect(JSON.stringify(plan.all())).toContain('operations_skipped');
});

test('a row that refers to nothing stops the rebuild, and the data stays as it was', () => {
  writtenAt(rebuildVersion - 1);
  const db = new DatabaseSync(file);
  db.exec('PRAGMA foreign_keys = OFF; UPDATE operations SET run_id = 99 WHERE operation_id = 4');
  db.close();
  expect(() => openDatabase(file)).toThrow('refers to nothing');
  const kept = new DatabaseSync(file);
  expect(versionOf(kept)).toBe(rebuildVersion - 1);
  expect(statuses(kept)).toEqual(open);
  kept.close();
});

test('a copy is kept for a month; one that was never finished goes at once', () => {
  writtenAt(rebuildVersion - 1);
  opened(() => undefined);
  const copy = `${file}.version-${String(rebuildVersion - 1)}`;
  writeFileSync(`${file}.version-5.part`, 'half');
  removeOldCopies(file, Date.now());
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['access.db', 'access.db.version-18']));
  expect(existsSync(`${file}.version-5.part`)).toBe(false);
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  utimesSync(copy, longAgo, longAgo);
  removeOldCopies(file, Date.now());
  expect(existsSync(copy)).toBe(false);
  expect(existsSync(file)).toBe(true);
});

test('a new database has nothing to copy', () => {
  opened(() => undefined);
  expect(readdirSync(folder).filter((name) => name.includes('version'))).toEqual([]);
});

/** Another process rebuilds the tables and is killed before it commits. */
function killWhileRebuilding(): void {
  const sql = migrations.find(({ version }) => version === rebuildVersion)?.sql ?? '';
  const program = `
    const { DatabaseSync } = require('@photostructure/sqlite');
    const db = new DatabaseSync(process.argv[1]);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = 2; BEGIN IMMEDIATE;');
    db.exec(process.argv[2]);
    process.kill(process.pid, 'SIGKILL');`;
  const { signal } = spawnSync(process.execPath, ['-e', program, file, sql]);
  expect(signal).toBe('SIGKILL');
}
