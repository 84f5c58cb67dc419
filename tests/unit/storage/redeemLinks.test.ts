import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../main/storage/migrate';

let folder: string;
let db: DatabaseSyncInstance;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-storage-'));
  db = new DatabaseSync(join(folder, 'access.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const entry = (columns: string, values: string): string =>
  `INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name, email_address,
     user_name, role, ${columns}) VALUES (7, ${values})`;
const redeemed = `'redeem', 'done', 'Agency', 'Sam', 'amazon', 'E', 'Brand', 's@example.com', 'Sam', 'viewer'`;
const created = `'create', 'done', 'Agency', 'Dana', 'amazon', 'E', 'Brand', 'a@example.com', 'A', 'viewer'`;

describe('4 to 5', () => {
  test('activity keeps its entries with their numbers, and continues counting from there', () => {
    migrate(db, 4);
    for (const id of [1, 2, 3]) {
      db.exec(
        entry(
          'invitation_id, operation_id, amazon_request_id, detail',
          `${created}, 'i-${String(id)}', ${String(id)}, 'amzn-${String(id)}', 'Words'`,
        ),
      );
    }
    const before = db.prepare('SELECT * FROM activity').all();
    migrate(db, 5);
    expect(db.prepare('SELECT * FROM activity').all()).toEqual(before);
    db.exec(entry('invitation_id, operation_id', `${redeemed}, 'i-4', NULL`));
    expect(db.prepare('SELECT max(activity_id) AS newest FROM activity').get()).toEqual({ newest: 4 });
  });

  test('accepts a redemption without an operation, but nothing else without one', () => {
    migrate(db, 5);
    db.exec(entry('operation_id', `${redeemed}, NULL`));
    expect(() => {
      db.exec(entry('operation_id', `${created}, NULL`));
    }).toThrow();
    expect(db.prepare('SELECT action, operation_id FROM activity').all()).toEqual([
      { action: 'redeem', operation_id: null },
    ]);
  });

  test('still allows no entry to be changed or deleted, and finds them as fast', () => {
    migrate(db, 5);
    db.exec(entry('operation_id', `${redeemed}, NULL`));
    for (const statement of ['DELETE FROM activity', `UPDATE activity SET detail = 'x'`]) {
      expect(() => {
        db.exec(statement);
      }).toThrow(/append-only/);
    }
    const plan = (where: string): string =>
      JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN SELECT * FROM activity WHERE ${where}`).all());
    expect(plan(`invitation_id = 'i-1'`)).toContain('activity_by_invitation');
    expect(plan('at > 5')).toContain('activity_by_time');
  });

  test('lets a link wait once, with a valid region', () => {
    migrate(db, 5);
    const insert = (id: string, region: string): void => {
      db.prepare(
        `INSERT INTO redeem_links (invitation_id, region, came_from, arrived_at) VALUES (?, ?, 'opened', 1)`,
      ).run(id, region);
    };
    insert('i-1', 'eu');
    expect(() => {
      insert('i-1', 'na');
    }).toThrow();
    expect(() => {
      insert('i-2', 'xx');
    }).toThrow();
  });
});
