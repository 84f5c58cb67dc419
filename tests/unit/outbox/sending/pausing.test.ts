import { describe, expect, test } from 'vitest';
import { account, requestedIn, invitingBench } from '../../../support/benches/inviting';
import { heldCallBench } from '../../../support/benches/heldCallBench';
import { matching } from '../../../support/fixtures/matching';
import { until } from '../../../support/clocks/manualClock';
import { outboxOver } from '../../../support/benches/outboxBench';
import { addAccount } from '../../../support/fixtures/store';

const bench = invitingBench();
const held = heldCallBench(bench);
const { create, runs, counted, sent, duringFirst } = held;

// docs/sending.md: S20
describe('pausing', () => {
  test('lets the current call finish, and holds the rest until it is resumed', async () => {
    duringFirst(() => {
      held.own.outbox.pause();
    });
    create(101);
    await held.own.outbox.idle();
    expect(sent()).toEqual([50]);
    expect(counted()).toEqual({ done: 50, queued: 51 });
    expect(runs()).toMatchObject([{ paused: true, counts: { done: 50, queued: 51, failed: 0 } }]);
    expect(bench.rows('activity')).toHaveLength(50);

    held.own.outbox.resume();
    await held.own.outbox.idle();
    expect(sent()).toEqual([50, 50, 1]);
    expect(counted()).toEqual({ done: 101 });
    expect(runs()).toMatchObject([{ paused: false }]);
  });

  test('one run does not affect the others, or later changes', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY2');
    held.own.outbox.pause();
    create(2);
    const [paused] = runs();
    held.own.outbox.pause([paused?.runId ?? 0]);
    create(1, { ...account, accountId: 'ENTITY2' });
    await held.own.outbox.idle();
    expect(runs().map((run) => [run.paused, run.counts.queued, run.counts.done])).toEqual([
      [false, 0, 1],
      [true, 2, 0],
    ]);
    expect(sent()).toEqual([1]);
    held.own.outbox.resume([(paused?.runId ?? 0) + 1]);
    await held.own.outbox.idle();
    expect(sent()).toEqual([1]);
    held.own.outbox.resume([paused?.runId ?? 0]);
    await held.own.outbox.idle();
    expect(sent()).toEqual([1, 2]);
  });

  test('does not hold back the next run in the same account', async () => {
    create(1);
    held.own.outbox.pause();
    const other = { emailAddress: 'late@example.com', userName: 'Late', role: 'viewer' as const };
    held.own.outbox.create({ account, invitees: [other], notifyInvitedUsers: false });
    await held.own.outbox.idle();
    expect(counted()).toEqual({ queued: 1, done: 1 });
    expect(bench.amazon.arrived.flatMap(requestedIn)).toMatchObject([
      { user: { emailAddress: 'late@example.com' } },
    ]);
  });
});

// docs/sending.md: S20
describe('stopping', () => {
  test('lets the current call finish, and sends nothing of the rest', async () => {
    duringFirst(() => held.own.outbox.stop());
    create(101);
    await held.own.outbox.idle();
    expect(sent()).toEqual([50]);
    expect(counted()).toEqual({ done: 50, failed: 51 });
    expect(held.own.operations()[50]).toMatchObject({
      status: 'failed',
      sentAt: null,
      error: { code: 'NOT_SENT', retryable: true, message: matching(/You stopped this before it was sent/) },
    });
    expect(bench.rows('activity').map((row) => row['result'])).toEqual([
      ...Array<string>(51).fill('failed'),
      ...Array<string>(50).fill('done'),
    ]);
    held.own.outbox.resume();
    await held.own.outbox.idle();
    expect(sent()).toEqual([50]);
  });

  test('applies from the current call on, however much waits', async () => {
    create(600);
    const ended = held.own.outbox.stop();
    await Promise.all([held.own.outbox.idle(), ended]);
    expect(counted()).toEqual({ failed: 600 });
    expect(sent()).toEqual([]);
  });

  test('applies to the rest even if part of it is retried at the same time', async () => {
    const [first = 0] = create(600);
    const ended = held.own.outbox.stop();
    await held.own.outbox.retry([first]);
    await ended;
    await held.own.outbox.idle();
    expect(counted()).toEqual({ failed: 600, done: 1 });
    expect(sent()).toEqual([1]);
  });

  test('one run does not affect the others', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY2');
    create(2);
    create(1, { ...account, accountId: 'ENTITY2' });
    await held.own.outbox.stop([runs()[1]?.runId ?? 0]);
    await held.own.outbox.idle();
    expect(counted()).toEqual({ failed: 2, done: 1 });
    expect(sent()).toEqual([1]);
  });

  test('a paused run leaves nothing to resume', async () => {
    create(2);
    held.own.outbox.pause();
    await held.own.outbox.idle();
    held.own.events.length = 0;
    await held.own.outbox.stop();
    expect(held.own.events, 'the page is told').toContain('operations.changed');
    held.own.outbox.resume();
    await held.own.outbox.idle();
    expect(counted()).toEqual({ failed: 2 });
    expect(sent()).toEqual([]);
  });

  test('leaves changes that can be retried', async () => {
    const ids = create(2);
    await held.own.outbox.stop();
    await held.own.outbox.retry(ids);
    await held.own.outbox.idle();
    expect(counted()).toEqual({ failed: 2, done: 2 });
    expect(sent()).toEqual([2]);
    expect(runs()).toMatchObject([{ counts: { done: 2, failed: 0 } }]);
  });
});

// docs/sending.md: S21
describe('the next launch', () => {
  /** Ends the app as specified, and starts it again. */
  async function restart(continueAtStart: boolean): Promise<void> {
    await held.own.outbox.close();
    bench.store.reopen();
    held.own = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 20 });
    held.own.outbox.recover({ continueAtStart });
    await held.own.outbox.idle();
  }

  test.each([true, false])('keeps what a person paused (resume on launch: %s)', async (continueAtStart) => {
    create(2);
    held.own.outbox.pause();
    await restart(continueAtStart);
    expect(runs()).toMatchObject([{ paused: true, counts: { queued: 2 } }]);
    expect(sent()).toEqual([]);
    held.own.outbox.resume();
    await held.own.outbox.idle();
    expect(counted()).toEqual({ done: 2 });
  });

  test('pauses what waited, and continues it if that is set', async () => {
    duringFirst(() => {
      void held.own.outbox.close();
    });
    create(51);
    await held.own.outbox.idle();
    expect(counted()).toEqual({ done: 50, queued: 1 });
    await restart(false);
    expect(runs()).toMatchObject([{ paused: true, counts: { done: 50, queued: 1 } }]);
    expect(sent()).toEqual([50]);
    held.own.outbox.resume();
    await held.own.outbox.idle();
    expect(counted()).toEqual({ done: 51 });
    expect(sent()).toEqual([50, 1]);
  });

  test('continues what nobody paused if that is set', async () => {
    duringFirst(() => {
      void held.own.outbox.close();
    });
    create(51);
    await held.own.outbox.idle();
    await restart(true);
    expect(counted()).toEqual({ done: 51 });
  });

  test('withdraws the rest of what was stopped', async () => {
    create(2);
    // As a stop interrupted by the end of the app.
    bench.store.db.exec('UPDATE runs SET stopped = 1');
    await restart(true);
    await until(() => counted()['failed'] === 2);
    expect(sent()).toEqual([]);
  });
});
