import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../../main/storage/database';
import { migrate, migrations, newestVersion, versionOf } from '../../../main/storage/migrate';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-storage-'));
  file = join(folder, 'access.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A database as the program left it when `version` was its newest, with `rows` in it. */
function databaseOfVersion(version: number, rows: string): void {
  const db = new DatabaseSync(file);
  migrate(db, version);
  expect(versionOf(db)).toBe(version);
  db.exec(rows);
  db.close();
}

function withDatabase<T>(work: (db: Database) => T): T {
  const db = openDatabase(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const versionOneRows = `
  INSERT INTO connections (connection_id, kind, label, region, client_id, has_client_secret, return_port, realm, state, created_at)
    VALUES ('c-1', 'amazon', 'Agency', 'eu', 'client', 1, 8710, 'amazon', 'signedIn', 1);
  INSERT INTO accounts (realm, account_id, name, marketplace_id, favourite, first_seen_at)
    VALUES ('amazon', 'ENTITY1', 'Brand', 'A1PA6795UKMFR9', 1, 2);
  INSERT INTO ways_in (connection_id, realm, account_id, can_invite, as_of) VALUES ('c-1', 'amazon', 'ENTITY1', 1, 3);`;

const rowsIn = (db: Database, table: string): unknown[] => db.prepare(`SELECT * FROM ${table}`).all();

describe('migrations', () => {
  test('are numbered 1, 2, 3 …', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  test('0 to 1: an empty file takes connections, accounts and ways in', () => {
    databaseOfVersion(0, '');
    databaseOfVersion(1, versionOneRows);
    withDatabase((db) => {
      expect(rowsIn(db, 'connections')).toHaveLength(1);
    });
  });

  test('1 to 2: connections, accounts and ways in stay as they were, and invitations fit on them', () => {
    databaseOfVersion(1, versionOneRows);
    const tables = ['connections', 'accounts', 'ways_in'];
    const before = new DatabaseSync(file);
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withDatabase((db) => {
      expect(versionOf(db)).toBe(newestVersion);
      expect(tables.map((table) => rowsIn(db, table))).toEqual(rows);
      const invite = (account: string): void => {
        db.prepare(
          `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
             first_seen_at, state_changed_at)
           VALUES ('amazon', ?, 'i-1', 'a@example.com', 'A', 'viewer', 'pending', 'B', 4, 4)`,
        ).run(account);
      };
      invite('ENTITY1');
      expect(() => {
        invite('ENTITY-UNKNOWN');
      }).toThrow();
    });
  });

  test('opening again changes nothing', () => {
    databaseOfVersion(newestVersion, versionOneRows);
    withDatabase((db) => rowsIn(db, 'accounts'));
    withDatabase((db) => {
      expect(rowsIn(db, 'accounts')).toHaveLength(1);
    });
  });
});

describe('the database', () => {
  test('writes every commit to the disk', () => {
    withDatabase((db) => {
      expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
      expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
      expect(db.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
    });
  });

  test('keeps the record of activity as it was written', () => {
    withDatabase((db) => {
      db.exec(`INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name,
          email_address, user_name, role, operation_id)
        VALUES (1, 'create', 'done', 'Agency', 'Dana', 'amazon', 'E', 'Brand', 'a@example.com', 'A', 'viewer', 1)`);
      expect(() => {
        db.exec('DELETE FROM activity');
      }).toThrow(/append-only/);
      expect(() => {
        db.exec(`UPDATE activity SET result = 'failed'`);
      }).toThrow(/append-only/);
      expect(rowsIn(db, 'activity')).toHaveLength(1);
    });
  });
});
