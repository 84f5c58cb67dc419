import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
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

/** A database as the app left it when `version` was its newest, with `rows` in it. */
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

/** The same file, migrated to `version` and no further. */
function withVersion<T>(version: number, work: (db: DatabaseSyncInstance) => T): T {
  const db = new DatabaseSync(file);
  try {
    migrate(db, version);
    expect(versionOf(db)).toBe(version);
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

/** A done call, one in doubt, one being sent at the end, and one queued. */
const versionTwoRows = `${versionOneRows}
  INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
      first_seen_at, state_changed_at)
    VALUES ('amazon', 'ENTITY1', 'i-1', 'a@example.com', 'A', 'viewer', 'pending', 'B', 4, 4);
  INSERT INTO requests (request_id, connection_id, realm, account_id, operation, body, body_sha256, created_at, sent_at,
      answered_at, http_status, amazon_request_id)
    VALUES (3, 'c-1', 'amazon', 'ENTITY1', 'CreateUserInvitations', x'01', 'one', 10, 11, 12, 200, 'amzn-1'),
      (5, 'c-1', 'amazon', 'ENTITY1', 'UpdateUserInvitations', x'02', 'two', 20, 21, NULL, NULL, NULL),
      (6, 'c-1', 'amazon', 'ENTITY1', 'UpdateUserInvitations', x'03', 'three', 30, 31, NULL, NULL, NULL),
      (7, 'c-1', 'amazon', 'ENTITY1', 'CreateUserInvitations', x'04', 'four', 40, NULL, NULL, NULL, NULL);
  INSERT INTO operations (operation_id, request_id, kind, status, connection_id, realm, account_id, email_address,
      user_name, role, invitation_id, notify, error, created_at, settled_at)
    VALUES (1, 3, 'create', 'done', 'c-1', 'amazon', 'ENTITY1', 'a@example.com', 'A', 'viewer', 'i-1', 1, NULL, 10, 12),
      (2, 3, 'create', 'failed', 'c-1', 'amazon', 'ENTITY1', 'b@example.com', 'B', 'admin', NULL, 1, '{}', 10, 12),
      (3, 5, 'revoke', 'inDoubt', 'c-1', 'amazon', 'ENTITY1', 'a@example.com', 'A', 'viewer', 'i-1', 0, '{}', 20, NULL),
      (4, 6, 'resend', 'sending', 'c-1', 'amazon', 'ENTITY1', 'a@example.com', 'A', 'viewer', 'i-1', 0, NULL, 30, NULL),
      (5, 7, 'create', 'queued', 'c-1', 'amazon', 'ENTITY1', 'c@example.com', 'C', 'admin', NULL, 0, NULL, 40, NULL);
  INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name, email_address,
      user_name, role, operation_id)
    VALUES (12, 'create', 'done', 'Agency', 'Dana', 'amazon', 'ENTITY1', 'Brand', 'a@example.com', 'A', 'viewer', 1);`;

/** What these columns now contain: those a table had before. */
const sameColumns = (before: unknown[], after: unknown[]): unknown[] =>
  after.map((row, index) => {
    const columns = Object.keys(before[index] as object);
    return Object.fromEntries(columns.map((column) => [column, (row as Record<string, unknown>)[column]]));
  });

const rowsIn = (db: DatabaseSyncInstance, table: string): unknown[] =>
  db.prepare(`SELECT * FROM ${table}`).all();

describe('migrations', () => {
  test('are numbered 1, 2, 3 …', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  test('0 to 1: an empty file accepts connections, accounts and ways_in', () => {
    databaseOfVersion(0, '');
    databaseOfVersion(1, versionOneRows);
    withDatabase((db) => {
      expect(rowsIn(db, 'connections')).toHaveLength(1);
    });
  });

  test('1 to 2: connections, accounts and ways_in stay as they were, and invitations can be added', () => {
    databaseOfVersion(1, versionOneRows);
    const tables = ['connections', 'accounts', 'ways_in'];
    const before = new DatabaseSync(file);
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withVersion(2, (db) => {
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

  test('2 to 3: all rows stay as they were, each call is its own run, and what was open stays open', () => {
    databaseOfVersion(2, versionTwoRows);
    const tables = [
      'connections',
      'accounts',
      'ways_in',
      'invitations',
      'requests',
      'operations',
      'activity',
    ];
    const before = new DatabaseSync(file);
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withVersion(3, (db) => {
      for (const [index, table] of tables.entries()) {
        const old = rows[index] ?? [];
        expect(sameColumns(old, rowsIn(db, table))).toEqual(old);
      }
      const runs = [
        { run_id: 3, kind: 'create', created_at: 10 },
        { run_id: 5, kind: 'revoke', created_at: 20 },
        { run_id: 6, kind: 'resend', created_at: 30 },
        { run_id: 7, kind: 'create', created_at: 40 },
      ].map((run) => ({ ...run, when_not_seen: 'ask', paused: 0, stopped: 0 }));
      expect(rowsIn(db, 'runs')).toEqual(runs);
      expect(rowsIn(db, 'requests')).toMatchObject([
        { run_id: 3, ended_at: 12, baseline_id: null },
        { run_id: 5, ended_at: 21 },
        { run_id: 6, ended_at: null },
        { run_id: 7, ended_at: null },
      ]);
      expect(rowsIn(db, 'operations')).toMatchObject([
        { run_id: 3, attempt: 1, replaces: null, after_operation: null, read_back: null, finding: null },
        { run_id: 3 },
        { run_id: 5 },
        { run_id: 6 },
        { run_id: 7 },
      ]);
    });
  });

  test('2 to 3: completed operations cannot be undone, deleted or written again', () => {
    databaseOfVersion(2, versionTwoRows);
    withVersion(3, (db) => {
      const statements = [
        `UPDATE operations SET status = 'queued' WHERE operation_id = 1`,
        `UPDATE operations SET status = 'sending' WHERE operation_id = 3`,
        'DELETE FROM operations',
        'DELETE FROM requests',
        `UPDATE requests SET body = x'00' WHERE request_id = 7`,
      ];
      const operations = rowsIn(db, 'operations');
      const requests = rowsIn(db, 'requests');
      for (const statement of statements) {
        expect(() => {
          db.exec(statement);
        }).toThrow();
      }
      expect([rowsIn(db, 'operations'), rowsIn(db, 'requests')]).toEqual([operations, requests]);
    });
  });

  test('2 to 3: an empty journal has no runs', () => {
    databaseOfVersion(2, versionOneRows);
    withVersion(3, (db) => {
      expect(rowsIn(db, 'runs')).toEqual([]);
    });
  });

  test('5 to 6: existing data does not change, and rows of a batch may name unknown accounts', () => {
    databaseOfVersion(5, versionOneRows);
    const tables = ['connections', 'accounts', 'ways_in', 'activity', 'redeem_links'];
    const before = new DatabaseSync(file);
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withVersion(6, (db) => {
      expect(tables.map((table) => rowsIn(db, table))).toEqual(rows);
      db.exec(`INSERT INTO batches (batch_id, name, created_at, changed_at) VALUES ('b-1', 'June', 5, 5)`);
      const draft = (rowId: string, connectionId: string | null, accountId: string | null): void => {
        db.prepare(
          `INSERT INTO batch_rows (batch_id, row_id, position, connection_id, account_id, account_text, email_address,
             user_name, role, note, revision)
           VALUES ('b-1', ?, 0.5, ?, ?, 'Nowhere', 'not an address', '', 'boss', '', 1)`,
        ).run(rowId, connectionId, accountId);
      };
      draft('r-1', 'c-gone', 'ENTITY-GONE');
      draft('r-2', null, null);
      expect(() => {
        draft('r-3', 'c-1', null);
      }).toThrow();
      expect(rowsIn(db, 'batch_rows')).toMatchObject([
        { row_id: 'r-1', findings: '[]', level: null, operation_id: null },
        { row_id: 'r-2' },
      ]);
    });
  });

  test('6 to 7: the journal stays as it is, and answers by account are found without reading bodies', () => {
    databaseOfVersion(2, versionTwoRows);
    const rows = withVersion(6, (db) => ['requests', 'operations'].map((table) => rowsIn(db, table)));
    withVersion(7, (db) => {
      expect(['requests', 'operations'].map((table) => rowsIn(db, table))).toEqual(rows);
      const plan = db
        .prepare(
          `EXPLAIN QUERY PLAN SELECT 1 FROM requests WHERE realm = 'amazon' AND account_id = 'ENTITY1' AND http_status = 400`,
        )
        .all();
      expect(plan).toMatchObject([{ detail: expect.stringContaining('COVERING INDEX requests_by_answer') }]);
    });
  });

  test('7 to 8: everything known about invitations stays, and existing ones can be found', () => {
    databaseOfVersion(7, versionOneRows);
    const before = new DatabaseSync(file);
    before.exec(`INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
        created_at, expires_at, first_seen_at, last_seen_at, state_changed_at, evidence)
      VALUES ('amazon', 'ENTITY1', 'inv-1', 'OeZ@Example.com', 'Özlem  ŞAHİN', 'viewer', 'pending', 'dana@example.com',
          1, 2, 3, 4, 5, 'listed'),
        ('amazon', 'ENTITY1', 'inv-2', '', '', 'boss', 'gone', '', NULL, NULL, 6, NULL, 7, NULL)`);
    const tables = ['connections', 'accounts', 'ways_in', 'invitations'];
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withVersion(8, (db) => {
      for (const [index, table] of tables.entries()) {
        const old = rows[index] ?? [];
        expect(sameColumns(old, rowsIn(db, table))).toEqual(old);
      }
      expect(rowsIn(db, 'invitations')).toMatchObject([
        { search_text: 'ozlem sahin\noez@example.com\ndana@example.com\ninv-1' },
        { search_text: '\n\n\ninv-2' },
      ]);
    });
  });

  test('7 to 8: a search reads an index that has the text, and a list without one the narrow index as before', () => {
    databaseOfVersion(8, '');
    withVersion(8, (db) => {
      const plan = (condition: string): string =>
        JSON.stringify(
          db
            .prepare(
              `EXPLAIN QUERY PLAN SELECT expires_at FROM invitations
               WHERE (realm, account_id) IN (SELECT realm, account_id FROM ways_in) AND ${condition}`,
            )
            .all(),
        );
      expect(plan(`state = 'pending' AND search_text LIKE '%a%'`)).toContain(
        'COVERING INDEX invitations_by_account_with_search_text',
      );
      expect(plan(`state <> 'gone'`)).toContain('COVERING INDEX invitations_by_account_state_and_expiry');
    });
  });

  test('8 to 9: findings before the last check count as seen, and the rows stay as they were', () => {
    const found = (code: string): string => JSON.stringify([{ code, level: 'error' }]);
    databaseOfVersion(
      8,
      `INSERT INTO batches (batch_id, name, revision, checked_at, created_at, changed_at)
         VALUES ('b-1', 'June', 4, 9, 5, 5), ('b-2', 'July', 4, NULL, 5, 5);
       INSERT INTO batch_rows (batch_id, row_id, position, account_text, email_address, user_name, role, note, revision, findings)
         VALUES ('b-1', 'r-1', 1, '', '', '', '', '', 3, '${found('ALREADY_PENDING')}'),
           ('b-1', 'r-2', 2, '', '', '', '', '', 4, '${found('EMAIL_MISSING')}');`,
    );
    const before = new DatabaseSync(file);
    const rows = rowsIn(before, 'batch_rows');
    before.close();
    withVersion(9, (db) => {
      expect(sameColumns(rows, rowsIn(db, 'batch_rows'))).toEqual(rows);
      expect(rowsIn(db, 'batch_rows')).toMatchObject([
        { drafted: 3, found_codes: '["ALREADY_PENDING"]', seen_codes: '["ALREADY_PENDING"]' },
        { drafted: 4, found_codes: '[]', seen_codes: '[]' },
      ]);
      expect(rowsIn(db, 'batches')).toMatchObject([{ seen_revision: 4 }, { seen_revision: 3 }]);
    });
  });

  test('9 to 10: activity entries stay as they were, without a code, and skipped ones are found by an index', () => {
    databaseOfVersion(
      9,
      `INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name,
          email_address, user_name, role, operation_id, detail)
        VALUES (1, 'create', 'failed', 'Agency', 'Dana', 'amazon', 'E', 'Brand', 'a@example.com', 'A', 'viewer', 1, 'No.')`,
    );
    const before = new DatabaseSync(file);
    const rows = rowsIn(before, 'activity');
    before.close();
    withVersion(10, (db) => {
      expect(sameColumns(rows, rowsIn(db, 'activity'))).toEqual(rows);
      expect(rowsIn(db, 'activity')).toMatchObject([{ code: null }]);
      const plan = db.prepare(
        `EXPLAIN QUERY PLAN SELECT count(*) FROM operations
         WHERE status = 'failed' AND error ->> 'code' = 'ALREADY_INVITED' AND run_id = 1`,
      );
      expect(JSON.stringify(plan.all())).toContain('operations_skipped');
    });
  });

  test('11 to 12: signed-in users stay, and count as confirmed', () => {
    databaseOfVersion(
      11,
      `INSERT INTO connections (connection_id, kind, label, region, client_id, has_client_secret, return_port, realm, state,
         identity, created_at)
       VALUES ('c-named', 'amazon', 'Named', 'eu', 'client', 0, 8710, 'amazon', 'signedIn', '{"userId":"u-1"}', 1),
         ('c-nameless', 'amazon', 'Nameless', 'eu', 'client', 0, 8710, 'amazon', 'signedIn', NULL, 2);`,
    );
    const before = new DatabaseSync(file);
    const rows = rowsIn(before, 'connections');
    before.close();
    withVersion(12, (db) => {
      expect(sameColumns(rows, rowsIn(db, 'connections'))).toEqual(rows);
      expect(rowsIn(db, 'connections')).toMatchObject([{ identity_confirmed: 1 }, { identity_confirmed: 0 }]);
    });
  });

  test('12 to 13: accounts and runs stay as they were, and nothing is staged', () => {
    databaseOfVersion(
      12,
      `INSERT INTO accounts (realm, account_id, name, marketplace_id, favourite, first_seen_at)
         VALUES ('amazon', 'ENTITY1', 'Brand', 'M', 0, 5);
       INSERT INTO runs (run_id, kind, when_not_seen, created_at) VALUES (1, 'create', 'ask', 5);`,
    );
    const before = new DatabaseSync(file);
    const [accounts, runs] = [rowsIn(before, 'accounts'), rowsIn(before, 'runs')];
    before.close();
    withVersion(13, (db) => {
      expect(sameColumns(accounts, rowsIn(db, 'accounts'))).toEqual(accounts);
      expect(rowsIn(db, 'accounts')).toMatchObject([{ facts_stamp: 0 }]);
      expect(rowsIn(db, 'runs')).toEqual(runs);
      expect(rowsIn(db, 'stagings')).toEqual([]);
    });
  });

  test('13 to 14: possible keychain entries are known, and those a sign-out may have left there are to be deleted', () => {
    databaseOfVersion(
      13,
      `INSERT INTO connections (connection_id, kind, label, region, client_id, has_client_secret, return_port, realm, state,
           renewable, created_at)
         VALUES ('in', 'amazon', 'In', 'eu', 'a', 1, 8710, 'amazon', 'signedIn', 1, 1),
           ('again', 'amazon', 'Again', 'eu', 'a', 0, 8710, 'amazon', 'signInAgain', 0, 1),
           ('out', 'amazon', 'Out', 'eu', 'a', 1, 8710, 'amazon', 'signedOut', 0, 1),
           ('sandbox', 'sandbox', 'Sandbox', 'na', 'a', 1, 8710, 'sandbox', 'signedIn', 1, 1)`,
    );
    const before = new DatabaseSync(file);
    const connections = rowsIn(before, 'connections');
    before.close();
    withVersion(14, (db) => {
      expect(sameColumns(connections, rowsIn(db, 'connections'))).toEqual(connections);
      const entry = (connection_id: string, kind: string, wanted: number) => ({
        connection_id,
        kind,
        wanted,
      });
      expect(rowsIn(db, 'keychain_entries')).toEqual([
        entry('again', 'client-secret', 0),
        entry('again', 'refresh-token', 1),
        entry('in', 'client-secret', 1),
        entry('in', 'refresh-token', 1),
        entry('out', 'client-secret', 1),
        entry('out', 'refresh-token', 0),
        entry('sandbox', 'refresh-token', 1),
      ]);
    });
  });

  test('14 to 15: calls stay as they were, with nothing more known about them', () => {
    databaseOfVersion(
      14,
      `INSERT INTO requests (connection_id, realm, account_id, operation, body, body_sha256, created_at, sent_at)
         VALUES ('c-1', 'amazon', 'ENTITY1', 'CreateUserInvitations', x'7b7d', 'hash', 5, 6);`,
    );
    const before = new DatabaseSync(file);
    const requests = rowsIn(before, 'requests');
    before.close();
    withVersion(15, (db) => {
      expect(requests).toHaveLength(1);
      expect(sameColumns(requests, rowsIn(db, 'requests'))).toEqual(requests);
      expect(rowsIn(db, 'requests')[0]).toMatchObject({ amazons_time: null, unclaimed_ids: null });
    });
  });

  test('15 to 16: accounts, invitations and the journal stay as they were, and members can be added', () => {
    databaseOfVersion(2, versionTwoRows);
    databaseOfVersion(15, '');
    const tables = ['accounts', 'ways_in', 'invitations', 'requests', 'operations', 'runs', 'activity'];
    const before = new DatabaseSync(file);
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withVersion(16, (db) => {
      expect(tables.map((table) => rowsIn(db, table))).toEqual(rows);
      const join = (account: string, seenAt: number | null): void => {
        db.prepare(
          `INSERT INTO members (realm, account_id, user_id, masked_email, scope, direct_seen_at, first_seen_at,
             last_seen_at, since_at)
           VALUES ('amazon', ?, ?, 'a***@example.com', 'direct', ?, 4, 4, 4)`,
        ).run(account, `user-${String(seenAt)}`, seenAt);
      };
      join('ENTITY1', 4);
      expect(() => {
        join('ENTITY-UNKNOWN', 5);
      }).toThrow(/FOREIGN KEY/);
      // A person in no list has been gone for some time.
      expect(() => {
        join('ENTITY1', null);
      }).toThrow(/CHECK/);
    });
  });

  test('17 to 18: operations refer to the rows that name them, including those sent before, after and because of them', () => {
    const operation = (id: number, kind: string, more: string): string =>
      `INSERT INTO operations (operation_id, request_id, run_id, kind, status, connection_id, realm, account_id, email_address,
         user_name, role, notify, created_at, ${more.split('=')[0] ?? ''})
       VALUES (${String(id)}, 1, 1, '${kind}', 'queued', 'c-1', 'amazon', 'ENTITY1', 'a@example.com', 'A', 'viewer', 0, 5,
         ${more.split('=')[1] ?? ''});`;
    databaseOfVersion(
      17,
      `${versionOneRows}
       INSERT INTO runs (run_id, kind, when_not_seen, created_at) VALUES (1, 'create', 'ask', 5);
       INSERT INTO requests (request_id, connection_id, realm, account_id, operation, body, body_sha256, created_at)
         VALUES (1, 'c-1', 'amazon', 'ENTITY1', 'CreateUserInvitations', x'7b7d', 'hash', 5);
       ${operation(1, 'create', 'replaces=NULL')} ${operation(2, 'create', 'replaces=1')}
       ${operation(3, 'create', 'replaces=2')} ${operation(4, 'revoke', "invitation_id='i-1'")}
       ${operation(5, 'create', 'after_operation=4')} ${operation(6, 'create', 'replaces=NULL')}
       ${operation(7, 'create', 'replaces=NULL')}
       UPDATE operations SET invitation_id = 'i-1' WHERE operation_id = 3;
       INSERT INTO batches (batch_id, name, created_at, changed_at) VALUES ('b-1', 'Onboarding', 1, 1);
       INSERT INTO batch_rows (batch_id, row_id, position, account_text, email_address, user_name, role, note, revision,
           source_file, source_row, operation_id)
         VALUES ('b-1', 'row-1', 1, '', 'a@example.com', 'A', 'viewer', 'New', 1, 'onboarding.csv', 15, 2),
           ('b-1', 'row-2', 2, '', 'b@example.com', 'B', 'viewer', '', 1, NULL, NULL, NULL);
       INSERT INTO removed_batch_rows (batch_id, row_id, operation_id) VALUES ('b-1', 'row-3', 6);`,
    );
    const tables = ['operations', 'batches', 'batch_rows', 'removed_batch_rows', 'activity'];
    const before = new DatabaseSync(file);
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withVersion(18, (db) => {
      expect(tables.map((table) => rowsIn(db, table))).toEqual(rows);
      const origin = (operation_id: number, row_id: string, more: object) => ({
        ...{ operation_id, batch_id: 'b-1', batch_name: 'Onboarding', row_id, row_number: null },
        ...more,
      });
      const imported = { note: 'New', source_file: 'onboarding.csv', source_row: 15 };
      expect(rowsIn(db, 'operation_origins')).toEqual([
        ...[1, 2, 3, 4, 5].map((id) => origin(id, 'row-1', imported)),
        origin(6, 'row-3', { note: '', source_file: null, source_row: null }),
      ]);
      expect(() => {
        db.exec('DELETE FROM operation_origins');
      }).toThrow(/keeps where/);
      expect(() => {
        db.exec(`UPDATE operation_origins SET note = 'Other'`);
      }).toThrow(/keeps where/);
    });
  });

  test('19 to 20: accounts and members stay as they were, and decisions can only be added', () => {
    databaseOfVersion(
      19,
      `${versionOneRows}
       INSERT INTO members (realm, account_id, user_id, masked_email, scope, direct_seen_at, first_seen_at, last_seen_at, since_at)
         VALUES ('amazon', 'ENTITY1', 'u-1', 'a***@example.com', 'direct', 4, 4, 4, 4);
       INSERT INTO member_history (entry_id, at, event, realm, account_id, user_id, scope)
         VALUES ('e-1', 4, 'firstSeen', 'amazon', 'ENTITY1', 'u-1', 'direct');`,
    );
    const tables = ['accounts', 'ways_in', 'members', 'member_history'];
    const before = new DatabaseSync(file);
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withVersion(20, (db) => {
      expect(tables.map((table) => rowsIn(db, table))).toEqual(rows);
      const decide = (id: string, kind: string): void => {
        db.prepare(
          `INSERT INTO identity_decisions (decision_id, at, kind, realm, user_id, email_address)
           VALUES (?, 5, ?, 'amazon', 'u-1', 'anna@example.com')`,
        ).run(id, kind);
      };
      decide('d-1', 'same');
      decide('d-2', 'undo');
      expect(() => {
        decide('d-2', 'same');
      }).toThrow(/UNIQUE/);
      expect(() => {
        decide('d-3', 'perhaps');
      }).toThrow(/CHECK/);
      const decisions = rowsIn(db, 'identity_decisions');
      for (const statement of [
        'DELETE FROM identity_decisions',
        `UPDATE identity_decisions SET kind = 'notSame'`,
      ]) {
        expect(() => {
          db.exec(statement);
        }, statement).toThrow(/append-only/);
      }
      expect(rowsIn(db, 'identity_decisions')).toEqual(decisions);
    });
  });

  test('20 to 21: decisions stay as they were, and one directory file can be stored', () => {
    databaseOfVersion(
      20,
      `${versionOneRows}
       INSERT INTO identity_decisions (decision_id, at, kind, realm, user_id, email_address)
         VALUES ('d-1', 5, 'same', 'amazon', 'u-1', 'anna@example.com');`,
    );
    const tables = ['accounts', 'ways_in', 'identity_decisions'];
    const before = new DatabaseSync(file);
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withVersion(21, (db) => {
      expect(tables.map((table) => rowsIn(db, table))).toEqual(rows);
      const store = (row: number): void => {
        db.prepare(
          `INSERT INTO directory_file (only_row, file_name, source, imported_at, people, inactive, left_out)
           VALUES (?, 'users.csv', 'entra', 5, 1, 0, '[]')`,
        ).run(row);
      };
      store(1);
      expect(() => {
        store(1);
      }).toThrow(/UNIQUE/);
      expect(() => {
        store(2);
      }).toThrow(/CHECK/);
      db.exec(
        `INSERT INTO directory_people VALUES ('anna@example.com', 'Anna', NULL), ('ben@example.com', '', 0)`,
      );
      expect(() => {
        db.exec(`INSERT INTO directory_people VALUES ('carl@example.com', 'Carl', 2)`);
      }).toThrow(/CHECK/);
      db.exec('DELETE FROM directory_people; DELETE FROM directory_file');
    });
  });

  test('22 to 23: accounts stay as they were, and can be in one group each', () => {
    databaseOfVersion(22, versionOneRows);
    const tables = ['connections', 'accounts', 'ways_in'];
    const before = new DatabaseSync(file);
    const rows = tables.map((table) => rowsIn(before, table));
    before.close();
    withVersion(23, (db) => {
      expect(tables.map((table) => rowsIn(db, table))).toEqual(rows);
      db.exec(`INSERT INTO account_groups (group_id, name, name_key, position) VALUES ('g-1', 'Acme', 'acme', 1);
        INSERT INTO account_labels (realm, account_id, group_id) VALUES ('amazon', 'ENTITY1', 'g-1');
        INSERT INTO account_tags VALUES ('amazon', 'ENTITY1', 'q4', 'Q4')`);
      expect(() => {
        db.exec(
          `INSERT INTO account_groups (group_id, name, name_key, position) VALUES ('g-2', 'ACME', 'acme', 2)`,
        );
      }).toThrow(/UNIQUE/);
      expect(() => {
        db.exec(
          `INSERT INTO account_labels (realm, account_id, group_id) VALUES ('amazon', 'ENTITY1', NULL)`,
        );
      }).toThrow(/UNIQUE/);
      db.exec(`UPDATE account_groups SET deleted_at = 5;
        INSERT INTO account_groups (group_id, name, name_key, position) VALUES ('g-2', 'ACME', 'acme', 2);
        DELETE FROM account_groups WHERE group_id = 'g-1'`);
      expect(rowsIn(db, 'account_labels')).toEqual([
        { realm: 'amazon', account_id: 'ENTITY1', group_id: null, note: '' },
      ]);
    });
  });

  test('the record is complete in version 24, takes entries about erasing, and stays append-only', () => {
    databaseOfVersion(
      23,
      `${versionOneRows}
       INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name, email_address,
           user_name, role, operation_id, user_id, record_id, code)
         VALUES (7, 'removeMember', 'failed', 'Agency', 'Dana', 'amazon', 'ENTITY1', 'Brand', 'a***@example.com', '', 'viewer',
           3, 'u-1', 'record-1', 'CODE'),
           (8, 'redeem', 'done', 'Agency', 'Dana', 'amazon', '', '', '', '', '', NULL, NULL, 'record-2', NULL)`,
    );
    const before = new DatabaseSync(file);
    const rows = rowsIn(before, 'activity');
    before.close();
    withVersion(24, (db) => {
      expect(rowsIn(db, 'activity')).toEqual(rows);
      const entry = (action: string): string =>
        `INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name, email_address,
           user_name, role) VALUES (9, '${action}', 'done', '', '', '', '', '', '', '', '')`;
      db.exec(entry('erase'));
      expect(() => {
        db.exec(entry('create'));
      }).toThrow(/CHECK/);
      expect(() => {
        db.exec('DELETE FROM activity');
      }).toThrow(/append-only/);
    });
  });

  test('27 keeps when each invitation was seen, and takes no list for unchanged yet', () => {
    databaseOfVersion(
      26,
      `${versionOneRows}
      INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
          first_seen_at, last_seen_at, state_changed_at)
        VALUES ('amazon', 'ENTITY1', 'i-1', 'a@example.com', 'A', 'viewer', 'pending', 'B', 4, 5, 4);`,
    );
    withVersion(27, (db) => {
      expect(rowsIn(db, 'invitations')).toMatchObject([{ invitation_id: 'i-1', last_seen_at: 5 }]);
      expect(rowsIn(db, 'unchanged_listings')).toEqual([]);
    });
  });

  test('29 gives each row of a received file its own, with what was said about it, and files stay append-only', () => {
    const rows = [
      { rowId: 'r-1', accountId: 'A1', accountName: 'Acme', emailAddress: 'a@example.com', userName: 'A' },
      { rowId: 'r-2', accountId: 'A1', accountName: 'Acme', emailAddress: 'b@example.com', userName: 'B' },
    ].map((row) => ({ ...row, role: 'viewer', instances: '', note: 'N', warnings: ['KNOWN'] }));
    const draft = { kind: 'draft', body: { batchName: 'June', rows } };
    const answer = {
      kind: 'answer',
      body: { draft, removedRowIds: ['r-1'], rowComments: [{ rowId: 'r-2', text: 'Who?' }] },
    };
    const received = [draft, answer].map(
      (file, index) =>
        `('f-${String(index)}', 1, '${file.kind}', 'b-1', 'key', 'own', 's-${String(index)}', '${JSON.stringify(file)}')`,
    );
    databaseOfVersion(
      28,
      `INSERT INTO received_files (file_id, received_at, kind, batch_id, signer_key, trust, signature, body)
         VALUES ${received.join(', ')};
       INSERT INTO row_comments (comment_id, file_id, batch_id, row_id, removed, note)
         VALUES ('c-1', 'f-1', 'b-1', 'r-1', 1, ''), ('c-2', 'f-1', 'b-1', 'r-2', 0, 'Who?');`,
    );
    withVersion(29, (db) => {
      expect(rowsIn(db, 'received_rows')).toMatchObject([
        { file_id: 'f-0', position: 0, row_id: 'r-1', email_address: 'a@example.com', comment: '' },
        { file_id: 'f-0', position: 1, row_id: 'r-2', warnings: '["KNOWN"]', comment: '' },
        { file_id: 'f-1', position: 0, row_id: 'r-1', note: 'N', comment: '' },
        { file_id: 'f-1', position: 1, row_id: 'r-2', account_name: 'Acme', comment: 'Who?' },
      ]);
      const bodies = rowsIn(db, 'received_files').map((row) => (row as { body: string }).body);
      expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
        { kind: 'draft', body: { batchName: 'June', rows: [] } },
        {
          kind: 'answer',
          body: {
            draft: { kind: 'draft', body: { batchName: 'June', rows: [] } },
            removedRowIds: ['r-1'],
            rowComments: [],
          },
        },
      ]);
      for (const change of [`UPDATE received_files SET body = '{}'`, 'DELETE FROM received_rows']) {
        expect(() => {
          db.exec(change);
        }).toThrow(/append-only/);
      }
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

  test('keeps the activity as it was written', () => {
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
