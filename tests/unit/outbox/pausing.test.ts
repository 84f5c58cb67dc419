import { beforeEach, describe, expect, test } from 'vitest';
import { account, askedIn, inviteAll, invitingBench, people } from '../../support/inviting';
import { like } from '../../support/like';
import { until } from '../../support/movedClock';
import { outboxOver, type OutboxBench } from '../../support/outboxBench';
import { addAccount } from '../../support/store';

const bench = invitingBench();
let own: OutboxBench;
beforeEach(() => {
  own = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 20 });
});

const create = (count: number, to = account): number[] =>
  own.outbox.create({ account: to, invitees: people(count), notifyInvitedUsers: false });
const runs = () => own.outbox.status().runs;
/** How many operations there are of each status; those of which there are none are left out. */
const counted = (): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of own.operations()) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const sent = (): number[] => bench.amazon.arrived.map((request) => askedIn(request).length);

/** While Amazon works on the first call, does this. */
const duringFirst = (work: () => void | Promise<void>): void => {
  bench.reply = async (request, count) => {
    if (count === 1) await work();
    return inviteAll(request);
  };
};

describe('pausing', () => {
  test('lets the call on its way arrive, and holds the rest back until it is resumed', async () => {
    duringFirst(() => {
      own.outbox.pause();
    });
    create(101);
    await own.outbox.idle();
    expect(sent()).toEqual([50]);
    expect(counted()).toEqual({ done: 50, queued: 51 });
    expect(runs()).toMatchObject([{ paused: true, counts: { done: 50, queued: 51, failed: 0 } }]);
    expect(bench.rows('activity')).toHaveLength(50);

    own.outbox.resume();
    await own.outbox.idle();
    expect(sent()).toEqual([50, 50, 1]);
    expect(counted()).toEqual({ done: 101 });
    expect(runs()).toMatchObject([{ paused: false }]);
  });

  test('one run lets the others go on, and what is asked for later too', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY2');
    own.outbox.pause();
    create(2);
    const [paused] = runs();
    own.outbox.pause([paused?.runId ?? 0]);
    create(1, { ...account, accountId: 'ENTITY2' });
    await own.outbox.idle();
    expect(runs().map((run) => [run.paused, run.counts.queued, run.counts.done])).toEqual([
      [false, 0, 1],
      [true, 2, 0],
    ]);
    expect(sent()).toEqual([1]);
    own.outbox.resume([(paused?.runId ?? 0) + 1]);
    await own.outbox.idle();
    expect(sent()).toEqual([1]);
    own.outbox.resume([paused?.runId ?? 0]);
    await own.outbox.idle();
    expect(sent()).toEqual([1, 2]);
  });

  test('does not hold back the next run in the same account', async () => {
    create(1);
    own.outbox.pause();
    const other = { emailAddress: 'late@example.com', userName: 'Late', role: 'viewer' as const };
    own.outbox.create({ account, invitees: [other], notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(counted()).toEqual({ queued: 1, done: 1 });
    expect(bench.amazon.arrived.flatMap(askedIn)).toMatchObject([
      { user: { emailAddress: 'late@example.com' } },
    ]);
  });
});

describe('stopping', () => {
  test('lets the call on its way arrive, and sends nothing of the rest', async () => {
    duringFirst(() => own.outbox.stop());
    create(101);
    await own.outbox.idle();
    expect(sent()).toEqual([50]);
    expect(counted()).toEqual({ done: 50, failed: 51 });
    expect(own.operations()[50]).toMatchObject({
      status: 'failed',
      sentAt: null,
      error: { code: 'NOT_SENT', retryable: true, message: like(/You stopped this before it was sent/) },
    });
    expect(bench.rows('activity').map((row) => row['result'])).toEqual([
      ...Array<string>(51).fill('failed'),
      ...Array<string>(50).fill('done'),
    ]);
    own.outbox.resume();
    await own.outbox.idle();
    expect(sent()).toEqual([50]);
  });

  test('holds from the call on, however much waits', async () => {
    create(600);
    const ended = own.outbox.stop();
    await Promise.all([own.outbox.idle(), ended]);
    expect(counted()).toEqual({ failed: 600 });
    expect(sent()).toEqual([]);
  });

  test('holds for the rest although part of it is tried again at the same time', async () => {
    const [first = 0] = create(600);
    const ended = own.outbox.stop();
    own.outbox.retry([first]);
    await ended;
    await own.outbox.idle();
    expect(counted()).toEqual({ failed: 600, done: 1 });
    expect(sent()).toEqual([1]);
  });

  test('one run lets the others go on', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY2');
    create(2);
    create(1, { ...account, accountId: 'ENTITY2' });
    await own.outbox.stop([runs()[1]?.runId ?? 0]);
    await own.outbox.idle();
    expect(counted()).toEqual({ failed: 2, done: 1 });
    expect(sent()).toEqual([1]);
  });

  test('what was paused leaves nothing to resume', async () => {
    create(2);
    own.outbox.pause();
    await own.outbox.stop();
    own.outbox.resume();
    await own.outbox.idle();
    expect(counted()).toEqual({ failed: 2 });
    expect(sent()).toEqual([]);
  });

  test('what was stopped can be tried again', async () => {
    const ids = create(2);
    await own.outbox.stop();
    own.outbox.retry(ids);
    await own.outbox.idle();
    expect(counted()).toEqual({ failed: 2, done: 2 });
    expect(sent()).toEqual([2]);
    expect(runs()).toMatchObject([{ counts: { done: 2, failed: 0 } }]);
  });
});

describe('the next start', () => {
  /** Ends the program as it is told to, and starts it anew. */
  async function restart(continueAtStart: boolean): Promise<void> {
    await own.outbox.close();
    bench.store.reopen();
    own = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 20 });
    own.outbox.recover({ continueAtStart });
    await own.outbox.idle();
  }

  test.each([true, false])('keeps what a person paused (go on at the start: %s)', async (continueAtStart) => {
    create(2);
    own.outbox.pause();
    await restart(continueAtStart);
    expect(runs()).toMatchObject([{ paused: true, counts: { queued: 2 } }]);
    expect(sent()).toEqual([]);
    own.outbox.resume();
    await own.outbox.idle();
    expect(counted()).toEqual({ done: 2 });
  });

  test('holds what waited back, and lets it go where that is set', async () => {
    duringFirst(() => {
      void own.outbox.close();
    });
    create(51);
    await own.outbox.idle();
    expect(counted()).toEqual({ done: 50, queued: 1 });
    await restart(false);
    expect(runs()).toMatchObject([{ paused: true, counts: { done: 50, queued: 1 } }]);
    expect(sent()).toEqual([50]);
    own.outbox.resume();
    await own.outbox.idle();
    expect(counted()).toEqual({ done: 51 });
    expect(sent()).toEqual([50, 1]);
  });

  test('goes on with what nobody paused where that is set', async () => {
    duringFirst(() => {
      void own.outbox.close();
    });
    create(51);
    await own.outbox.idle();
    await restart(true);
    expect(counted()).toEqual({ done: 51 });
  });

  test('withdraws the rest of what was stopped', async () => {
    create(2);
    // As a stop that the end of the program cut short.
    bench.store.db.exec('UPDATE runs SET stopped = 1');
    await restart(true);
    await until(() => counted()['failed'] === 2);
    expect(sent()).toEqual([]);
  });
});
