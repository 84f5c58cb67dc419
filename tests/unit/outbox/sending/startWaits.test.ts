import { describe, expect, test } from 'vitest';
import { until } from '../../../support/clocks/manualClock';
import { account, invitingBench, people } from '../../../support/benches/inviting';
import { outboxOver, type OutboxBench } from '../../../support/benches/outboxBench';
import type { OutboxWaits } from '../../../../main/outbox/outbox';

const bench = invitingBench();
const fromThree = { typeNumberFromInvitations: 3, typeNumberFromAdmins: 0 };
/** Longer than any test. */
const long = { startWaitMs: 3_600_000 };

const outboxWith = (waits: OutboxWaits): OutboxBench =>
  outboxOver(bench.store.db, bench.amazon.origin, { typingRule: fromThree, ...waits });

const invite = (own: OutboxBench, count: number): number[] =>
  own.outbox.create({ account, invitees: people(count), notifyInvitedUsers: false });

const statusesOf = (own: OutboxBench): string[] => own.operations().map(({ status }) => status);

// docs/sending.md: S25
describe('a run with typed confirmation', () => {
  test('sends nothing until its wait is over, and says when that is', async () => {
    const own = outboxWith(long);
    invite(own, 3);
    await own.outbox.idle();
    expect(bench.amazon.arrived).toEqual([]);
    const [run] = own.outbox.status().runs;
    expect(run).toMatchObject({ paused: false, counts: { queued: 3 } });
    expect(run?.startsAt).toBe((run?.createdAt ?? 0) + long.startWaitMs);
    await own.outbox.close();
  });

  test('waits ten seconds', async () => {
    const own = outboxWith({});
    invite(own, 3);
    const [run] = own.outbox.status().runs;
    expect(run?.startsAt).toBe((run?.createdAt ?? 0) + 10_000);
    await own.outbox.close();
  });

  test('starts when its wait is over', async () => {
    const own = outboxWith({ startWaitMs: 20 });
    invite(own, 3);
    await until(() => statusesOf(own).every((status) => status === 'done'));
    await own.outbox.idle();
    expect(own.outbox.status().runs).toMatchObject([{ startsAt: null, counts: { done: 3 } }]);
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test('can be canceled: nothing of it reaches Amazon, then or later', async () => {
    const own = outboxWith(long);
    invite(own, 3);
    const [run] = own.outbox.status().runs;
    await own.outbox.stop([run?.runId ?? 0]);
    await own.outbox.idle();
    expect(own.outbox.status().runs).toMatchObject([{ startsAt: null, counts: { queued: 0, stopped: 3 } }]);
    expect(bench.amazon.arrived).toEqual([]);
  });

  test('is sent at once if a person does not want to wait', async () => {
    const own = outboxWith(long);
    invite(own, 3);
    const [run] = own.outbox.status().runs;
    own.outbox.resume([run?.runId ?? 0]);
    await own.outbox.idle();
    expect(own.outbox.status().runs).toMatchObject([{ startsAt: null, counts: { done: 3 } }]);
  });

  test('stays paused if it was paused while it waited', async () => {
    const own = outboxWith({ startWaitMs: 20 });
    invite(own, 3);
    own.outbox.pause();
    // The second waits as long and began later: once it is sent, the first one's wait is over too.
    const others = people(6).slice(3);
    own.outbox.create({ account, invitees: others, notifyInvitedUsers: false });
    await until(() => statusesOf(own).filter((status) => status === 'done').length === 3);
    await own.outbox.idle();
    expect(own.outbox.status().runs).toMatchObject([
      { counts: { done: 3 } },
      { paused: true, startsAt: null, counts: { queued: 3 } },
    ]);
  });

  test.each([
    ['quit', true],
    ['quit', false],
    ['crash', true],
    ['crash', false],
  ])(
    'is paused by the next launch after a %s before it started (resume on launch: %s)',
    async (end, continueAtStart) => {
      const before = outboxWith(long);
      invite(before, 3);
      // After a crash nothing was written but what the journal had.
      if (end === 'quit') await before.outbox.close();
      const next = outboxWith({ startWaitMs: 0 });
      next.outbox.recover({ continueAtStart });
      await next.outbox.idle();
      expect(bench.amazon.arrived).toEqual([]);
      expect(next.outbox.status().runs).toMatchObject([
        { paused: true, startsAt: null, counts: { queued: 3 } },
      ]);
      next.outbox.resume();
      await next.outbox.idle();
      expect(statusesOf(next)).toEqual(['done', 'done', 'done']);
    },
  );

  test('does not delay a smaller one in the same account', async () => {
    const own = outboxWith(long);
    invite(own, 3);
    const other = { emailAddress: 'other@example.com', userName: 'Other', role: 'viewer' as const };
    own.outbox.create({ account, invitees: [other], notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(own.outbox.status().runs).toMatchObject([
      { startsAt: null, counts: { done: 1 } },
      { counts: { queued: 3 } },
    ]);
    await own.outbox.close();
  });

  test('waits when it revokes too', async () => {
    const own = outboxWith(long);
    await bench.invite(people(3), outboxOver(bench.store.db, bench.amazon.origin));
    const invitations = own
      .operations()
      .map(({ invitationId }) => ({ ...account, invitationId: invitationId ?? '' }));
    const before = bench.amazon.arrived.length;
    await own.outbox.revoke({ invitations });
    await own.outbox.idle();
    expect(bench.amazon.arrived).toHaveLength(before);
    expect(own.outbox.status().runs[0]).toMatchObject({ kind: 'revoke', counts: { queued: 3 } });
    await own.outbox.close();
  });
});
