import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { append, appendRun, type NewOperation } from '../../../../main/outbox/journal/append';
import { events, stepped } from '../../../../main/outbox/journal/transitions';
import { operationStatuses, type OperationStatus } from '../../../../shared/domain/outbox/operation';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'ENTITY1');
  // These tests don't check what a power cut leaves.
  store.db.exec('PRAGMA synchronous = OFF');
});
afterEach(() => {
  store.remove();
});

/** Records a call with one operation. @returns its ID */
function written(more: Partial<NewOperation> = {}): number {
  const operation = {
    kind: 'create' as const,
    emailAddress: 'jane@example.com',
    userName: 'Jane',
    role: 'admin',
    invitationId: null,
    notify: false,
    ...more,
  };
  const runId = appendRun(store.db, 'create', 'ask', 1);
  const request = {
    connectionId: 'c-1',
    realm: 'sandbox',
    accountId: 'ENTITY1',
    operation: 'CreateUserInvitations' as const,
    body: Buffer.from('{}'),
    operations: [operation],
  };
  const [operationId = 0] = append(store.db, runId, [request], 1);
  return operationId;
}

const statusOf = (operationId: number): OperationStatus =>
  (
    store.db.prepare('SELECT status FROM operations WHERE operation_id = ?').get(operationId) as {
      status: OperationStatus;
    }
  ).status;

/** Whether the database accepts this status for the operation. */
function takes(operationId: number, status: OperationStatus): boolean {
  try {
    store.db.prepare('UPDATE operations SET status = ? WHERE operation_id = ?').run(status, operationId);
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/cannot take this step/);
    return false;
  }
}

/** The shortest legal path to each status. */
const stepsTo: Record<OperationStatus, readonly OperationStatus[]> = {
  queued: [],
  sending: ['sending'],
  done: ['sending', 'done'],
  failed: ['failed'],
  inDoubt: ['sending', 'inDoubt'],
};

const every = operationStatuses.flatMap((from) => operationStatuses.map((to) => [from, to] as const));

// docs/sending.md: S5
describe('the steps of an operation', () => {
  test.each(every)('from %s to %s: the program and the database agree', (from, to) => {
    const operationId = written();
    for (const step of stepsTo[from]) expect(takes(operationId, step)).toBe(true);
    expect(statusOf(operationId)).toBe(from);
    const legal = events.some((event) => stepped(from, event) === to);
    expect(takes(operationId, to)).toBe(legal);
    expect(statusOf(operationId)).toBe(legal ? to : from);
  });

  test('whatever happens in whatever order, both agree, and nothing that may have been sent is sent again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (sequence) => {
        const id = written();
        let status: OperationStatus = 'queued';
        let mayHaveLeft = false;
        for (const event of sequence) {
          const next = stepped(status, event);
          if (next === null) continue;
          expect(takes(id, next)).toBe(true);
          mayHaveLeft ||= next === 'inDoubt' || next === 'done' || next === 'failed';
          if (mayHaveLeft) expect(['inDoubt', 'done', 'failed']).toContain(next);
          status = next;
        }
        expect(statusOf(id)).toBe(status);
      }),
    );
  });

  test('the database itself lets nothing go back once it is in doubt, done or failed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...operationStatuses), { maxLength: 20 }), (sequence) => {
        const id = written();
        let over = false;
        for (const status of sequence) {
          const taken = takes(id, status);
          if (over && taken) expect(['done', 'failed']).toContain(status);
          over ||= taken && !['queued', 'sending'].includes(status);
        }
      }),
    );
  });
});

// docs/sending.md: S1
describe('the journal', () => {
  const insert = (status: OperationStatus): void => {
    written();
    store.db
      .prepare(
        `INSERT INTO operations (run_id, request_id, kind, status, connection_id, realm, account_id,
           email_address, user_name, role, notify, created_at)
         VALUES (1, 1, 'create', ?, 'c-1', 'sandbox', 'ENTITY1', 'a@example.com', 'A', 'admin', 0, 1)`,
      )
      .run(status);
  };

  test.each(operationStatuses.filter((status) => status !== 'queued'))(
    'rejects an operation that begins %s',
    (status) => {
      expect(() => {
        insert(status);
      }).toThrow(/begins queued/);
      expect(store.db.prepare('SELECT count(*) AS n FROM operations').get()).toEqual({ n: 1 });
    },
  );

  test('accepts an operation that begins queued', () => {
    insert('queued');
    expect(store.db.prepare('SELECT count(*) AS n FROM operations').get()).toEqual({ n: 2 });
  });

  test.each(['operations', 'requests'])('keeps all its %s', (table) => {
    written();
    expect(() => {
      store.db.exec(`DELETE FROM ${table}`);
    }).toThrow(/the journal keeps its/);
    expect(store.db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 1 });
  });

  test.each([
    ['body', `x'00'`],
    ['body_sha256', `'0'`],
    ['connection_id', `'c-2'`],
    ['account_id', `'ENTITY2'`],
    ['realm', `'amazon'`],
    ['operation', `'UpdateUserInvitations'`],
  ])('never changes the %s of a request', (column, value) => {
    written();
    const before = store.db.prepare('SELECT * FROM requests').all();
    expect(() => {
      store.db.exec(`UPDATE requests SET ${column} = ${value}`);
    }).toThrow(/written once/);
    expect(store.db.prepare('SELECT * FROM requests').all()).toEqual(before);
  });

  // docs/sending.md: S18
  test('allows an operation to be sent again once', () => {
    const first = written();
    takes(first, 'failed');
    const second = written({ replaces: first, attempt: 2 });
    expect(() => written({ replaces: first, attempt: 2 })).toThrow(/UNIQUE/);
    takes(second, 'failed');
    expect(written({ replaces: second, attempt: 3 })).toBeGreaterThan(second);
  });
});
