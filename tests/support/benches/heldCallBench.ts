import { beforeEach } from 'vitest';
import type { Run } from '../../../shared/domain/outbox/run';
import { account, requestedIn, inviteAll, people, type InvitingBench } from './inviting';
import { outboxOver, type OutboxBench } from './outboxBench';

/** For tests of what happens between two calls; the outbox is new for every test. */
export interface HeldCallBench {
  /** A test may replace it. */
  own: OutboxBench;
  create(count: number, to?: typeof account): number[];
  runs(): Run[];
  /** How many operations have each status; zeros are omitted. */
  counted(): Record<string, number>;
  /** How many people each call that arrived invited. */
  sent(): number[];
  /** Does this while Amazon works on the first call. */
  duringFirst(work: () => void | Promise<void>): void;
}

/** Call it once in a test file, outside the tests. */
export function heldCallBench(bench: InvitingBench): HeldCallBench {
  let own: OutboxBench | undefined;
  const inTest = (): OutboxBench => {
    if (own === undefined) throw new Error('There is a bench in a test only.');
    return own;
  };
  beforeEach(() => {
    own = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 20 });
  });
  return {
    get own() {
      return inTest();
    },
    set own(other) {
      own = other;
    },
    create: (count, to = account) =>
      inTest().outbox.create({ account: to, invitees: people(count), notifyInvitedUsers: false }),
    runs: () => inTest().outbox.status().runs,
    counted() {
      const counts: Record<string, number> = {};
      for (const { status } of inTest().operations()) counts[status] = (counts[status] ?? 0) + 1;
      return counts;
    },
    sent: () => bench.amazon.arrived.map((request) => requestedIn(request).length),
    duringFirst(work) {
      bench.reply = async (request, count) => {
        if (count === 1) await work();
        return inviteAll(request);
      };
    },
  };
}
