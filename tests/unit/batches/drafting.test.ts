import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atOnce } from '../../../main/storage/stepwise';
import { createBatches, type Batches } from '../../../main/batches/batches';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import { reportOf } from '../../../main/batches/sending/sentRows';
import type { OperationStatus } from '../../../shared/domain/outbox/operation';
import { defaultSettings } from '../../../shared/domain/settings';
import { thrownBy } from '../../support/fixtures/thrownBy';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';
import { operationFor, settle } from './support/operations';
import { row } from './support/rows';

let store: Store;
let batches: Batches;
let topics: string[];
let at: number;

const open = (): Batches =>
  createBatches({
    db: store.db,
    access: { refreshInvitations: () => Promise.reject(new Error('Drafting needs no network.')) },
    houseRules: () => defaultSettings,
    now: () => (at += 1),
    changed: (topic) => topics.push(topic),
  });

beforeEach(() => {
  store = temporaryStore();
  at = 1000;
  topics = [];
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
  batches = open();
});
afterEach(() => {
  store.remove();
});

const ids = (batchId: string): string[] => batches.rowsOf(batchId).map(({ rowId }) => rowId);

/** The row's operation, as sending writes it. */
function send(batchId: string, rowId: string, status: OperationStatus): number {
  const operationId = operationFor(store.db, { emailAddress: 'p1@client.example' });
  settle(store.db, operationId, status);
  store.db
    .prepare('UPDATE batch_rows SET operation_id = ? WHERE batch_id = ? AND row_id = ?')
    .run(operationId, batchId, rowId);
  return operationId;
}

test('a row whose person somebody else had invited is skipped: neither failed nor locked, and the totals are right', () => {
  const { batchId } = batches.create('June');
  batches.setRows(batchId, [row(1), row(2)], []);
  const [first = '', second = ''] = ids(batchId);
  send(batchId, first, 'failed');
  const skipped = send(batchId, second, 'failed');
  store.db
    .prepare('UPDATE operations SET error = ? WHERE operation_id = ?')
    .run(JSON.stringify({ code: 'ALREADY_INVITED', message: 'By Mia.', retryable: false }), skipped);
  expect(batches.require(batchId).counts).toMatchObject({ rows: 2, failed: 1, skipped: 1 });
  expect(batches.rowsOf(batchId).map(({ status }) => status)).toEqual(['failed', 'skipped']);
  expect(atOnce(reportOf(store.db, batchId)).failures).toMatchObject([{ code: 'ALREADY_INVITED', rows: 1 }]);
  batches.setRows(batchId, [row(2, { note: 'changed' })], []);
  expect(batches.rowsOf(batchId)[1]?.note).toBe('changed');
});

describe('rows', () => {
  test('are stored as they were typed, however wrong, and are there after a crash', () => {
    const { batchId } = batches.create('June');
    const wrong = row(2, {
      account: null,
      accountText: '=HYPERLINK("x")',
      emailAddress: ' not@@an address\u0000 b ',
      userName: '\u{1F600} Ärger\n'.repeat(20),
      role: 'boss',
      note: "'; DROP TABLE batches; --",
      instances: '',
    });
    batches.setRows(batchId, [row(1), wrong], []);
    store.reopen();
    batches = open();
    expect(batches.rowsOf(batchId)).toMatchObject([
      { ...row(1), source: null, status: null },
      { ...wrong, emailAddress: ' not@@an address\uFFFD b ' },
    ]);
    expect(batches.require(batchId).counts).toMatchObject({ rows: 2, draft: 1, ready: 1 });
  });

  test('are ordered by their positions, and any number fits between two', () => {
    const { batchId } = batches.create();
    batches.setRows(batchId, [row(1), row(2)], []);
    batches.setRows(batchId, [row(3, { position: 1.5 })], []);
    expect(ids(batchId)).toEqual(['row-00001', 'row-00003', 'row-00002']);
    batches.setRows(batchId, [row(1, { position: 9 })], ['row-00003']);
    expect(ids(batchId)).toEqual(['row-00002', 'row-00001']);
  });

  test('that are written again lose their check, and the others keep their findings', async () => {
    const { batchId } = batches.create();
    batches.setRows(batchId, [row(1), row(2, { emailAddress: 'p1@client.example' })], []);
    const { batch, findings } = await batches.check(batchId);
    expect(batch.checkedAt).toBe(at);
    expect(findings).toMatchObject([{ rowId: 'row-00002', findings: [{ code: 'DUPLICATE_IN_BATCH' }] }]);
    batches.setRows(batchId, [row(1, { role: '' })], []);
    expect(batches.require(batchId)).toMatchObject({ checkedAt: null, counts: { draft: 2, ready: 0 } });
  });

  test('an imported row keeps its source when it is changed, removed and restored', () => {
    const { batchId } = batches.create();
    const source = { fileName: 'June.csv', rowNumber: 7, sha256: 'ab'.repeat(32) };
    batches.addRows(batchId, [{ ...row(1), source }, row(2)]);
    batches.setRows(batchId, [row(1, { note: 'changed' })], []);
    batches.setRows(batchId, [], ['row-00001', 'row-00002']);
    expect(batches.rowsOf(batchId)).toEqual([]);
    batches.setRows(batchId, [row(1), row(2)], []);
    expect(batches.rowsOf(batchId)).toMatchObject([{ source }, { source: null }]);
  });

  test('are limited in number, and one too many stores none of the call', () => {
    const { batchId } = batches.create();
    batches.setRows(batchId, [row(5)], []);
    store.db
      .prepare(
        `INSERT INTO batch_rows (batch_id, row_id, position, account_text, email_address, user_name, role, note, revision)
         SELECT ?, 'many-' || value, 10 + value, '', '', '', '', '', 1 FROM (
           WITH RECURSIVE numbers (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM numbers WHERE value < 19999)
           SELECT value FROM numbers)`,
      )
      .run(batchId);
    expect(
      thrownBy(() => {
        batches.setRows(batchId, [row(5, { note: 'x' }), row(20_001)], []);
      }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('20,000') as string,
    });
    expect(batches.require(batchId).counts.rows).toBe(20_000);
    expect(batches.rowsOf(batchId)[0]?.note).toBe('');
  });
});

describe('sent rows', () => {
  test.each(['queued', 'sending', 'done', 'inDoubt'] as const)('a %s one is locked', (status) => {
    const { batchId } = batches.create();
    batches.setRows(batchId, [row(1), row(2)], []);
    const operationId = send(batchId, 'row-00001', status);
    expect(batches.rowsOf(batchId)[0]).toMatchObject({ operationId, status });
    expect(batches.require(batchId).counts).toMatchObject({
      rows: 2,
      ready: 1,
      [status === 'done' ? 'invited' : status]: 1,
    });
    const attempts = [
      () => {
        batches.setRows(batchId, [row(2, { note: 'x' }), row(1, { note: 'x' })], []);
      },
      () => {
        batches.setRows(batchId, [row(2, { note: 'x' })], ['row-00001']);
      },
    ];
    for (const attempt of attempts) {
      expect(thrownBy(attempt)).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining('p1@client.example') as string,
      });
    }
    expect(batches.rowsOf(batchId).map(({ note }) => note)).toEqual(['', '']);
  });

  test('a locked one makes room for others: its position changes, what was sent does not', () => {
    const { batchId } = batches.create();
    batches.setRows(batchId, [row(1, { note: 'NUL\0' }), row(2)], []);
    send(batchId, 'row-00001', 'done');
    batches.setRows(batchId, [row(1, { note: 'NUL\0', position: 4 }), row(3)], []);
    expect(batches.rowsOf(batchId)).toMatchObject([
      { rowId: 'row-00002' },
      { rowId: 'row-00003' },
      { rowId: 'row-00001', position: 4, status: 'done' },
    ]);
  });

  /** Every cell of a sent row, changed individually. */
  const changes: Record<Exclude<keyof BatchRowInput, 'rowId' | 'position'>, Partial<BatchRowInput>[]> = {
    account: [
      { account: null },
      { account: { connectionId: 'c-2', accountId: 'A1' } },
      { account: { connectionId: 'c-1', accountId: 'A2' } },
    ],
    accountText: [{ accountText: 'X' }],
    emailAddress: [{ emailAddress: 'other@client.example' }],
    userName: [{ userName: 'X' }],
    role: [{ role: 'admin' }],
    note: [{ note: 'X' }],
    instances: [{ instances: 'Main' }],
  };
  test.each(Object.values(changes).flat())('a locked one rejects every change: %j', (change) => {
    const { batchId } = batches.create();
    batches.setRows(batchId, [row(1), row(2)], []);
    send(batchId, 'row-00001', 'done');
    const before = batches.rowsOf(batchId);
    // Unchanged, it may be included with a change to another row.
    batches.setRows(batchId, [row(1), row(2)], []);
    expect(
      thrownBy(() => {
        batches.setRows(batchId, [row(2, { note: 'lost with it' }), row(1, change)], []);
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(/already been sent/) as string });
    expect(batches.rowsOf(batchId)).toEqual(before);
  });

  test('a locked one without an account stays without one', () => {
    const { batchId } = batches.create();
    batches.setRows(batchId, [row(1, { account: null })], []);
    send(batchId, 'row-00001', 'done');
    expect(() => {
      batches.setRows(batchId, [row(1)], []);
    }).toThrow(/already been sent/);
  });

  test('a failed one can be fixed, and stays failed until it is sent again', () => {
    const { batchId } = batches.create();
    batches.setRows(batchId, [row(1)], []);
    send(batchId, 'row-00001', 'failed');
    batches.setRows(batchId, [row(1, { emailAddress: 'other@client.example' })], []);
    expect(batches.rowsOf(batchId)).toMatchObject([
      { emailAddress: 'other@client.example', status: 'failed' },
    ]);
    expect(batches.require(batchId).counts).toMatchObject({ rows: 1, failed: 1 });
  });

  test('the newest of the operations that replace each other determines the row', () => {
    const { batchId } = batches.create();
    batches.setRows(batchId, [row(1)], []);
    const first = send(batchId, 'row-00001', 'failed');
    const second = operationFor(store.db, { emailAddress: 'p1@client.example', replaces: first });
    settle(store.db, second, 'failed');
    const third = operationFor(store.db, { emailAddress: 'p1@client.example', replaces: second });
    expect(batches.rowsOf(batchId)).toMatchObject([{ operationId: third, status: 'queued' }]);
    expect(batches.require(batchId).counts).toMatchObject({ rows: 1, queued: 1, failed: 0 });
    expect(() => {
      batches.setRows(batchId, [row(1, { note: 'x' })], []);
    }).toThrow();
    settle(store.db, third, 'done');
    expect(batches.list()).toMatchObject([{ counts: { rows: 1, invited: 1, queued: 0 } }]);
  });
});

describe('the list of batches', () => {
  test('starts with the last changed, gives new batches new names, and notifies after each change', () => {
    const first = batches.create();
    const second = batches.create();
    expect(batches.list().map(({ name }) => name)).toEqual(['New batch 2', 'New batch']);
    batches.rename(first.batchId, 'June');
    expect(batches.list().map(({ name }) => name)).toEqual(['June', 'New batch 2']);
    expect(batches.archive(second.batchId, true)).toMatchObject({ archived: true });
    expect(batches.setNotify(second.batchId, false)).toMatchObject({ notify: false });
    expect(batches.setNotify(second.batchId, null)).toMatchObject({ notify: null });
    expect(topics).toEqual(Array(6).fill('batches.changed'));
  });

  test('a removed batch is gone, text still being typed into it is kept, and it can be restored completely', () => {
    const { batchId } = batches.create('June');
    batches.setRows(batchId, [row(1)], []);
    batches.remove(batchId);
    expect(batches.list()).toEqual([]);
    for (const use of [
      () => batches.require(batchId),
      () => batches.rename(batchId, 'x'),
      () => batches.duplicate(batchId),
      () => {
        batches.remove(batchId);
      },
    ]) {
      expect(thrownBy(use)).toMatchObject({ code: 'NOT_FOUND' });
    }
    batches.setRows(batchId, [row(2)], []);
    expect(batches.restore(batchId)).toMatchObject({ name: 'June', counts: { rows: 2 } });
    expect(ids(batchId)).toEqual(['row-00001', 'row-00002']);
  });

  test('a copy has the rows with their sources, and none of them sent', () => {
    const { batchId } = batches.create('June');
    const source = { fileName: 'June.csv', rowNumber: 7, sha256: 'ab'.repeat(32) };
    batches.addRows(batchId, [{ ...row(1), source }, row(2, { role: 'boss' })]);
    send(batchId, 'row-00001', 'done');
    batches.setNotify(batchId, true);
    const copy = batches.duplicate(batchId);
    expect(copy).toMatchObject({
      name: 'Copy of June',
      notify: true,
      counts: { rows: 2, ready: 1, draft: 1 },
    });
    const rows = batches.rowsOf(copy.batchId);
    expect(rows).toMatchObject([
      { emailAddress: 'p1@client.example', source, operationId: null, status: null },
      { emailAddress: 'p2@client.example', role: 'boss' },
    ]);
    expect(ids(batchId).some((rowId) => rows.some((each) => each.rowId === rowId))).toBe(false);
    expect(batches.require(batchId).counts).toMatchObject({ rows: 2, invited: 1 });
  });

  test('shows the age of the oldest data behind a batch, and nothing while some is missing', () => {
    const { batchId } = batches.create();
    const factsAsOf = (): number | null => batches.require(batchId).factsAsOf;
    addAccount(store.db, 'c-1', 'A2');
    const wasRead = store.db.prepare('UPDATE accounts SET invitations_as_of = ? WHERE account_id = ?');
    expect(factsAsOf()).toBeNull();
    wasRead.run(500, 'A1');
    batches.setRows(batchId, [row(1)], []);
    expect(factsAsOf()).toBe(500);
    batches.setRows(batchId, [row(2, { account: { connectionId: 'c-1', accountId: 'A2' } })], []);
    expect(factsAsOf()).toBeNull();
    wasRead.run(400, 'A2');
    expect(factsAsOf()).toBe(400);
  });
});
