import { afterEach, beforeEach, expect, test } from 'vitest';
import { listInvitations } from '../../../main/access/invitations';
import { overviewOf } from '../../../main/access/overview';
import { writeReading } from '../../../main/access/reading';
import { transaction } from '../../../main/storage/transaction';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A');
});
afterEach(() => {
  store.remove();
});

const dayMs = 86_400_000;
const now = 1_764_000_000_000;

test('each bar of the radar finds exactly the rows it counts, none twice', () => {
  const offsets = [1, dayMs - 1, dayMs, dayMs + 1, 5 * dayMs, 14 * dayMs - 1, 14 * dayMs, 20 * dayMs];
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
    writeReading(
      store.db,
      { realm: 'sandbox', accountId: 'A', name: 'A' },
      { entries, unreadable: 0, beganAt: now },
    );
  });
  const bars = overviewOf(store.db, now).lapsingByDay;
  const order = { sort: 'expiresAt', descending: false, limit: 50, offset: 0 } as const;
  const found = bars.map(({ from }) =>
    listInvitations(
      store.db,
      { states: ['pending'], expiresFrom: from, expiresTo: from + dayMs, ...order },
      now,
    ),
  );
  expect(found.map(({ total }) => total)).toEqual(bars.map(({ count }) => count));
  expect(found.reduce((sum, { total }) => sum + total, 0)).toBe(6);
});
