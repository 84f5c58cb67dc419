import { describe, expect, test } from 'vitest';
import { account, invitingBench, people } from '../../../support/benches/inviting';
import { outboxOver } from '../../../support/benches/outboxBench';

const bench = invitingBench();

// docs/sending.md: S14, S21
describe('the next launch', () => {
  /** Ends the app during its first call and starts another one on the same file. */
  async function crashDuringFirstCall() {
    let arrived: (() => void) | undefined;
    const inFlight = new Promise<void>((resolve) => (arrived = resolve));
    const { reply } = bench;
    bench.reply = () => {
      arrived?.();
      return 'silence';
    };
    const before = outboxOver(bench.store.db, bench.amazon.origin);
    before.outbox.create({ account, invitees: people(51), notifyInvitedUsers: false });
    await inFlight;
    bench.reply = reply;
    bench.store.reopen();
    return outboxOver(bench.store.db, bench.amazon.origin);
  }

  const counted = (statuses: string[]): Record<string, number> =>
    Object.fromEntries(
      [...new Set(statuses)].map((status) => [status, statuses.filter((each) => each === status).length]),
    );

  test('finds the call being sent in doubt and the waiting ones still waiting, and sends neither automatically', async () => {
    const { outbox, operations } = await crashDuringFirstCall();
    expect(new Set(operations().map(({ status }) => status))).toEqual(new Set(['sending', 'queued']));
    outbox.recover({ continueAtStart: false });
    await outbox.idle();
    const after = operations();
    expect(counted(after.map(({ status }) => status))).toEqual({ inDoubt: 50, queued: 1 });
    expect(after[0]?.error?.message).toMatch(/won’t resend it until then/);
    expect(outbox.status().runs).toMatchObject([{ paused: true, counts: { inDoubt: 50, queued: 1 } }]);
    expect(bench.rows('activity')).toHaveLength(50);
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test('sends what was waiting after it is resumed', async () => {
    const { outbox, operations } = await crashDuringFirstCall();
    outbox.recover({ continueAtStart: false });
    outbox.resume();
    await outbox.idle();
    expect(counted(operations().map(({ status }) => status))).toEqual({ inDoubt: 50, done: 1 });
    expect(bench.amazon.arrived).toHaveLength(2);
  });

  test('continues automatically if that is set', async () => {
    const { outbox, operations } = await crashDuringFirstCall();
    outbox.recover({ continueAtStart: true });
    await outbox.idle();
    expect(counted(operations().map(({ status }) => status))).toEqual({ inDoubt: 50, done: 1 });
  });

  test('changes nothing a second time', async () => {
    const { outbox, events } = await crashDuringFirstCall();
    outbox.recover({ continueAtStart: false });
    events.length = 0;
    outbox.recover({ continueAtStart: false });
    expect(bench.rows('activity')).toHaveLength(50);
    expect(events).toEqual([]);
  });
});
