import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBatches, type Batches } from '../../../main/batches/batches';
import { reportOf } from '../../../main/batches/sending/sentRows';
import { atOnce } from '../../../main/storage/stepwise';
import { filterCounts, noMarks } from '../../../renderer/features/batches/gridModel/rows/rowView';
import { batchStatusOf } from '../../../shared/domain/batch/batchStatus';
import { noRowStates, rowStateOf, rowStates, sentRowsIn } from '../../../shared/domain/batch/rowState';
import { invitationState } from '../../../shared/domain/invitation/invitation';
import { operationStatuses } from '../../../shared/domain/outbox/operation';
import { defaultSettings } from '../../../shared/domain/settings';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';
import { operationFor, settle } from './support/operations';
import { row } from './support/rows';

let store: Store;
let batches: Batches;

beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
  batches = createBatches({
    db: store.db,
    access: { refreshInvitations: () => Promise.reject(new Error('Counting needs no network.')) },
    houseRules: () => defaultSettings,
    now: () => 1,
    changed: () => undefined,
  });
});
afterEach(() => {
  store.remove();
});

const attempt = fc.record({
  status: fc.constantFrom(...operationStatuses),
  code: fc.constantFrom('FORBIDDEN', 'ALREADY_INVITED', 'NOT_SENT', null),
});

/** A possible row: its problem, how many times it was sent and how that ended, and its invitation. */
const anyRow = fc.record({
  found: fc.constantFrom('nothing', 'warning', 'error'),
  attempts: fc.array(attempt, { maxLength: 3 }),
  invitation: fc.constantFrom(...invitationState.options, 'unknown', 'none'),
  expired: fc.boolean(),
});
type AnyRow = typeof anyRow extends fc.Arbitrary<infer Row> ? Row : never;

const cells = { nothing: {}, warning: { emailAddress: 'mia@gmial.com' }, error: { role: 'boss' } };

/** Writes the operations of a row as sending it, and sending it again, does. */
function send(batchId: string, number: number, { attempts, invitation, expired }: AnyRow): void {
  let replaces: number | undefined;
  for (const [index, { status, code }] of attempts.entries()) {
    const isLast = index === attempts.length - 1;
    const operationId = operationFor(store.db, {
      emailAddress: 'p@client.example',
      ...(replaces === undefined ? {} : { replaces }),
    });
    const reached = isLast ? status : 'failed';
    settle(store.db, operationId, reached);
    const error = code === null ? null : JSON.stringify({ code, message: 'So.', retryable: true });
    const invitationId = invitation === 'none' || reached !== 'done' ? null : `i-${operationId}`;
    store.db
      .prepare('UPDATE operations SET error = ?, invitation_id = ? WHERE operation_id = ?')
      .run(reached === 'failed' ? error : null, invitationId, operationId);
    if (invitationId !== null && invitation !== 'unknown') {
      store.db
        .prepare(
          `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
             first_seen_at, state_changed_at, expires_at)
           VALUES ('sandbox', 'A1', ?, 'p@client.example', 'P', 'viewer', ?, 'D', 1, 1, ?)`,
        )
        .run(invitationId, invitation, Date.now() + (expired ? -1000 : 1_000_000));
    }
    if (index === 0) {
      store.db
        .prepare('UPDATE batch_rows SET operation_id = ? WHERE batch_id = ? AND row_id = ?')
        .run(operationId, batchId, row(number).rowId);
    }
    replaces = operationId;
  }
}

test('the list, the grid and the report count every row once, in the state that follows from the row itself', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 12 }), (drawn) => {
      const { batchId } = batches.create();
      batches.setRows(
        batchId,
        drawn.map(({ found }, index) => row(index, cells[found])),
        [],
      );
      for (const [index, each] of drawn.entries()) send(batchId, index, each);

      const rows = batches.rowsOf(batchId);
      for (const [index, { attempts, invitation, expired }] of drawn.entries()) {
        const isOverdue = attempts.at(-1)?.status === 'done' && invitation === 'pending' && expired;
        expect(rows[index]?.invitation === 'overdue').toBe(isOverdue);
      }
      const byRow = { ...noRowStates };
      for (const { findings, status, invitation } of rows) {
        const hasError = findings.some(({ level }) => level === 'error');
        byRow[rowStateOf({ hasError, status, invitation })] += 1;
      }
      const { rows: total, warnings, ...counted } = batches.require(batchId).counts;
      expect(counted).toEqual(byRow);
      expect(total).toBe(drawn.length);
      expect(rowStates.reduce((sum, state) => sum + counted[state], 0)).toBe(drawn.length);
      expect(batches.list().find((each) => each.batchId === batchId)?.counts).toEqual(
        batches.require(batchId).counts,
      );
      expect(atOnce(reportOf(store.db, batchId)).counts).toEqual({ rows: total, warnings, ...counted });

      const marks = new Map(rows.map((each) => [each.rowId, each]));
      const { all, warning, ...filtered } = filterCounts(rows, (rowId) => marks.get(rowId) ?? noMarks);
      expect([all, warning, filtered]).toEqual([total, warnings, byRow]);

      const followed = batches.statusesOf(batchId);
      expect(followed).toHaveLength(sentRowsIn(byRow));
      for (const { rowId, ...standing } of followed) expect(marks.get(rowId)).toMatchObject(standing);
    }),
    { numRuns: 25 },
  );
});

test.each([
  [{}, 'Draft', 'open'],
  [{ draft: 1, ready: 200 }, 'Draft', 'open'],
  [{ ready: 200 }, 'Ready to send', 'open'],
  [{ queued: 1236, sending: 4, invited: 20 }, 'Sending, 1,236 queued', 'moving'],
  [{ sending: 4, invited: 20, failed: 2 }, 'Sending, 2 failed', 'moving'],
  [{ invited: 200, skipped: 3 }, 'Sent', 'done'],
  [{ invited: 200, failed: 16, inDoubt: 2 }, 'Sent, 16 failed, 2 unconfirmed', 'error'],
  [{ invited: 200, inDoubt: 2 }, 'Sent, 2 unconfirmed', 'warning'],
  [
    { accepted: 9, revoked: 1, stopped: 5, ready: 3, draft: 74 },
    'Sent, 5 stopped, 3 ready, 74 drafts',
    'done',
  ],
  [{ failed: 16, draft: 1 }, 'Not sent, 16 failed, 1 draft', 'error'],
  [{ revoked: 208 }, 'Revoked', 'stopped'],
])('a batch with %j reads %s', (counts, text, level) => {
  expect(batchStatusOf({ ...noRowStates, ...counts })).toEqual({ text, level });
});

test('what is queued says what it waits for, and problems stay visible', () => {
  const waiting = { ...noRowStates, queued: 36, invited: 4, failed: 2 };
  expect(batchStatusOf(waiting, 'goes out later')).toEqual({
    text: '36 queued: goes out later, 2 failed',
    level: 'open',
  });
  expect(batchStatusOf({ ...waiting, queued: 0 }, 'goes out later').text).toBe('Sent, 2 failed');
});
