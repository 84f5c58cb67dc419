import { afterEach, beforeEach, expect, test } from 'vitest';
import { attention } from '../../../../main/outbox/journal/attention';
import { groupOperations, type Grouped } from '../../../../main/outbox/journal/groupOperations';
import { transaction } from '../../../../main/storage/transaction';
import { atOnce } from '../../../../main/storage/stepwise';
import type { OperationStatus } from '../../../../shared/domain/outbox/operation';
import { operationFor, settle } from '../../batches/support/operations';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const accountId of ['A1', 'A2']) addAccount(store.db, 'c-1', accountId);
});
afterEach(() => {
  store.remove();
});

interface Ended {
  readonly accountId?: string;
  readonly status?: OperationStatus;
  readonly code?: string;
  readonly retryable?: boolean;
  readonly details?: string;
  readonly verdict?: string;
  readonly replaces?: number;
}

let people = 0;
/** An operation that ended like this. @returns its ID */
function ended({
  status = 'failed',
  code = 'FORBIDDEN',
  retryable = true,
  details,
  verdict,
  ...more
}: Ended) {
  people += 1;
  const operationId = operationFor(store.db, { emailAddress: `p${String(people)}@client.example`, ...more });
  settle(store.db, operationId, status);
  store.db.prepare('UPDATE operations SET user_name = ?, error = ?, finding = ? WHERE operation_id = ?').run(
    `Person ${String(people)}`,
    JSON.stringify({
      code,
      message: `Why: ${code}`,
      retryable,
      ...(details === undefined ? {} : { details }),
    }),
    verdict === undefined ? null : JSON.stringify({ verdict, at: 1, candidates: [] }),
    operationId,
  );
  return operationId;
}

const groupsOf = (of: Grouped, runId: number | null = null) => {
  const { groups, total } = atOnce(groupOperations(store.db, { of, runId }));
  return { total, groups: groups.map(({ newest, operationIds }) => [newest.accountId, operationIds]) };
};

test('failed changes are grouped by account and cause, newest first, with the first names', () => {
  const here = Array.from({ length: 17 }, () => ended({}));
  const worded = ended({ details: 'Amazon’s other words' });
  const there = ended({ accountId: 'A2' });
  expect(groupsOf('failed')).toEqual({
    total: 19,
    groups: [
      ['A2', [there]],
      ['A1', [worded]],
      ['A1', here.toReversed()],
    ],
  });
  const { groups } = atOnce(groupOperations(store.db, { of: 'failed', runId: null }));
  expect(groups[2]?.names).toHaveLength(3);
  const runId = groups[0]?.newest.runId ?? 0;
  expect(groupsOf('failed', runId)).toEqual({ total: 1, groups: [['A2', [there]]] });
});

test('changes that were retried or not needed are in no group; those a person stopped have their own', () => {
  const first = ended({});
  const again = ended({ replaces: first });
  ended({ code: 'ALREADY_INVITED' });
  const stopped = ended({ code: 'NOT_SENT' });
  expect(groupsOf('failed')).toEqual({
    total: 2,
    groups: [
      ['A1', [stopped]],
      ['A1', [again]],
    ],
  });
});

test('unconfirmed changes are grouped by what Amazon’s list shows', () => {
  const fresh = ended({ status: 'inDoubt' });
  const several = ended({ status: 'inDoubt', verdict: 'several' });
  const fresh2 = ended({ status: 'inDoubt' });
  expect(groupsOf('inDoubt')).toEqual({
    total: 3,
    groups: [
      ['A1', [fresh2, fresh]],
      ['A1', [several]],
    ],
  });
});

test('a long journal is grouped completely, across the pieces it is read in', () => {
  const ids = transaction(store.db, () => Array.from({ length: 1201 }, () => ended({})));
  expect(groupsOf('failed')).toEqual({ total: 1201, groups: [['A1', ids.toReversed()]] });
});

test('a person is only asked about what they can resolve now', () => {
  expect(attention(store.db)).toEqual({ decisions: 0, retryable: 0 });
  ended({ status: 'inDoubt' });
  ended({ status: 'inDoubt', verdict: 'unread' });
  ended({ status: 'inDoubt', verdict: 'notSeen' });
  const first = ended({});
  ended({ replaces: first });
  ended({ retryable: false });
  ended({ code: 'NOT_SENT' });
  ended({ code: 'ALREADY_INVITED' });
  expect(attention(store.db)).toEqual({ decisions: 1, retryable: 1 });
});
