import { describe, expect, test } from 'vitest';
import { account, invitingBench, people } from '../../support/inviting';
import { outboxOver } from '../../support/outboxBench';

const bench = invitingBench();

describe('the next start', () => {
  /** Ends the app in the middle of its first call and starts another one on the same file. */
  async function crashDuringFirstCall() {
    let arrived: (() => void) | undefined;
    const inFlight = new Promise<void>((resolve) => (arrived = resolve));
    bench.reply = () => {
      arrived?.();
      return 'silence';
    };
    const before = outboxOver(bench.store.db, bench.amazon.origin);
    before.outbox.create({ account, invitees: people(51), notifyInvitedUsers: false });
    await inFlight;
    bench.store.reopen();
    return outboxOver(bench.store.db, bench.amazon.origin);
  }

  test('finds what was being sent in doubt and what was waiting failed, and sends neither', async () => {
    const { outbox, operations } = await crashDuringFirstCall();
    expect(new Set(operations().map(({ status }) => status))).toEqual(new Set(['sending', 'queued']));
    outbox.recover();
    await outbox.idle();
    const after = operations();
    expect(after.filter(({ status }) => status === 'inDoubt')).toHaveLength(50);
    expect(after[0]?.error?.message).toMatch(/check with Amazon/);
    expect(after[50]).toMatchObject({
      status: 'failed',
      error: {
        code: 'NOT_SENT',
        retryable: true,
        message: 'The app closed before this was sent. Nothing reached Amazon; send it again.',
      },
    });
    expect(bench.rows('activity')).toHaveLength(51);
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test('changes nothing a second time', async () => {
    const { outbox, events } = await crashDuringFirstCall();
    outbox.recover();
    events.length = 0;
    outbox.recover();
    expect(bench.rows('activity')).toHaveLength(51);
    expect(events).toEqual([]);
  });

  test('what was settled as never sent is not sent after all', async () => {
    const { outbox, operations } = outboxOver(bench.store.db, bench.amazon.origin);
    outbox.create({ account, invitees: people(51), notifyInvitedUsers: false });
    outbox.recover();
    await outbox.idle();
    expect(new Set(operations().map(({ error }) => error?.code))).toEqual(new Set(['NOT_SENT']));
    expect(bench.amazon.arrived).toHaveLength(0);
  });
});
