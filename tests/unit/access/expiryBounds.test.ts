import { afterEach, beforeEach, expect, test } from 'vitest';
import { conditionsOf } from '../../../main/access/invitations/invitationFilter';
import { listInvitations } from '../../../main/access/invitations/invitations';
import { overviewOf } from '../../../main/access/invitations/overview';
import { writeSnapshot } from '../../../main/access/refresh/pendingSnapshot';
import { transaction } from '../../../main/storage/transaction';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A');
});
afterEach(() => {
  store.remove();
});

const hourMs = 3_600_000;
const now = 1_764_000_000_000;

test('each bar of the radar finds exactly the rows it counts, none twice, however long its day is', () => {
  const offsets = [
    -1,
    1,
    hourMs - 1,
    hourMs,
    hourMs + 1,
    25 * hourMs,
    26 * hourMs,
    49 * hourMs,
    20 * 24 * hourMs,
  ];
  const entries = offsets.map((offset, index) => ({
    invitationId: `inv-${String(index)}`,
    emailAddress: `p${String(index)}@example.com`,
    userName: 'Jane',
    role: 'viewer',
    createdBy: 'Dana',
    createdAt: 5,
    expiresAt: now + offset,
  }));
  transaction(store.db, () => {
    writeSnapshot(
      store.db,
      { realm: 'sandbox', accountId: 'A', name: 'A' },
      { entries, unreadable: 0, beganAt: now },
    );
  });
  // Eleven in the evening; a day of 25 hours; one of 23.
  const bounds = [now, now + hourMs, now + 26 * hourMs, now + 49 * hourMs];
  const bars = overviewOf(store.db, now, bounds).lapsingByDay;
  expect(bars.map(({ count }) => count)).toEqual([2, 3, 1]);
  expect(bars.map(({ from }) => from)).toEqual(bounds.slice(0, -1));
  expect(bars.map(({ to }) => to)).toEqual(bounds.slice(1));
  const order = { sort: 'expiresAt', descending: false, limit: 50, offset: 0 } as const;
  const found = bars.flatMap(({ from, to }) => {
    const filter = { states: ['pending' as const], expiresFrom: from, expiresTo: to };
    return listInvitations(store.db, { ...filter, ...order }, now).invitations;
  });
  expect(found.map(({ invitationId }) => invitationId)).toEqual(
    ['1', '2', '3', '4', '5', '6'].map((n) => `inv-${n}`),
  );
});

test('without days from the page, nothing is counted', () => {
  expect(overviewOf(store.db, now).lapsingByDay).toEqual([]);
});

test('people who were not invited again are counted from indexes alone, without reading an invitation', () => {
  const { where, values } = conditionsOf(
    store.db,
    { states: ['lapsed'], stateChangedWithinDays: 30, latestOnly: true },
    now,
  );
  const plan = store.db
    .prepare(`EXPLAIN QUERY PLAN SELECT count(*) FROM invitations WHERE ${where}`)
    .all(values) as unknown as { readonly detail: string }[];
  const reads = plan.map(({ detail }) => detail).filter((detail) => /invitations|newer/.test(detail));
  expect(reads).toHaveLength(2);
  for (const read of reads) expect(read).toContain('COVERING INDEX');
});
