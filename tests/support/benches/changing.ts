import { afterEach, beforeEach } from 'vitest';
import { writeSnapshot } from '../../../main/access/refresh/pendingSnapshot';
import type { InvitationState } from '../../../shared/domain/invitation/invitation';
import { startAmazonOfChanges, type AmazonOfChanges } from '../amazon/amazonOfChanges';
import type { Arrived, Reply } from '../amazon/loopbackAmazon';
import { outboxOver, type OutboxBench } from './outboxBench';
import { addAccount, addConnection, temporaryStore, type Store } from '../fixtures/store';

export const account = { connectionId: 'c-1', accountId: 'ENTITY1' };
export const ref = (invitationId: string, accountId = 'ENTITY1') => ({
  connectionId: 'c-1',
  accountId,
  invitationId,
});

interface Updates {
  updates: { invitationId: string; state: string }[];
  notifyInvitedUsers: boolean;
}
export const updatesIn = ({ body }: Arrived): Updates => JSON.parse(body) as Updates;
export const confirmAll = (request: Arrived): Reply =>
  request.method === 'PUT' ? { json: { successes: updatesIn(request).updates.reverse() } } : { json: {} };

/** An outbox over two accounts whose pending invitations are stored: i-0 to i-59 of ENTITY1, i-0 and i-1 of ENTITY2. */
export interface ChangingBench {
  readonly store: Store;
  readonly amazon: AmazonOfChanges;
  readonly bench: OutboxBench;
  /** How Amazon answers changes; by default it confirms them all. */
  reply: (request: Arrived) => Reply;
  readonly setState: (invitationId: string, state: InvitationState) => void;
}

/** Call it once in a test file, outside the tests; new for every test. */
export function changingBench(): ChangingBench {
  let parts: Pick<ChangingBench, 'store' | 'amazon' | 'bench'> | undefined;
  const inTest = (): Pick<ChangingBench, 'store' | 'amazon' | 'bench'> => {
    if (parts === undefined) throw new Error('There is an outbox in a test only.');
    return parts;
  };
  const own: ChangingBench = {
    get store() {
      return inTest().store;
    },
    get amazon() {
      return inTest().amazon;
    },
    get bench() {
      return inTest().bench;
    },
    reply: confirmAll,
    setState(invitationId, state) {
      inTest()
        .store.db.prepare('UPDATE invitations SET state = ? WHERE invitation_id = ?')
        .run(state, invitationId);
    },
  };
  beforeEach(async () => {
    const store = temporaryStore();
    addConnection(store.db, 'c-1');
    own.reply = confirmAll;
    const amazon = await startAmazonOfChanges(
      () => store.db,
      (request) => own.reply(request),
    );
    for (const accountId of ['ENTITY1', 'ENTITY2']) {
      addAccount(store.db, 'c-1', accountId);
      const entries = Array.from({ length: accountId === 'ENTITY1' ? 60 : 2 }, (_, index) => ({
        invitationId: `i-${String(index)}`,
        emailAddress: `p${String(index)}@example.com`,
        userName: 'P',
        role: 'viewer',
        createdBy: 'Dana',
        createdAt: 1,
        expiresAt: 1_764_000_000_000,
      }));
      writeSnapshot(
        store.db,
        { realm: 'sandbox', accountId, name: '' },
        { entries, unreadable: 0, beganAt: 10 },
      );
    }
    parts = { store, amazon, bench: outboxOver(store.db, amazon.origin) };
  });
  afterEach(async () => {
    const { store, amazon, bench } = inTest();
    await bench.outbox.idle();
    await amazon.stop();
    store.remove();
  });
  return own;
}
