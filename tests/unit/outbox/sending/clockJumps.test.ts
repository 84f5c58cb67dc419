import { beforeEach, describe, expect, test } from 'vitest';
import { account, invitingBench, people, statuses } from '../../../support/benches/inviting';
import { lossyAmazon, type LossyAmazon } from '../../../support/amazon/lossyAmazon';
import { manualClock } from '../../../support/clocks/manualClock';
import { outboxOver, type OutboxBench } from '../../../support/benches/outboxBench';

const clock = manualClock();
const bench = invitingBench();
const minute = 60_000;
const day = 86_400_000;
let amazon: LossyAmazon;
let own: OutboxBench;
beforeEach(() => {
  amazon = lossyAmazon(bench);
  own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
});

const create = (count: number): number[] =>
  own.outbox.create({ account, invitees: people(count), notifyInvitedUsers: true, whenNotSeen: 'sendAgain' });

async function look(): Promise<void> {
  await own.outbox.idle();
  await clock.advance(minute);
  await own.outbox.doubtsLookedAt();
  await own.outbox.idle();
}

// docs/sending.md: S23
describe.each([
  ['forward', day],
  ['back', -day],
])('a clock that is set %s a day', (_, jump) => {
  test('in the middle of sending: everything is sent once', async () => {
    bench.reply = (request, count) => {
      if (count === 1) clock.setWall(jump);
      return amazon.carryOut(request);
    };
    create(120);
    await own.outbox.idle();
    expect(new Set(own.operations().map(({ status }) => status))).toEqual(new Set(['done']));
    expect(bench.amazon.arrived).toHaveLength(3);
    expect(amazon.pending).toHaveLength(120);
  });

  test('while an answer is lost: what the list shows is done', async () => {
    bench.reply = (request) => {
      amazon.carryOut(request);
      clock.setWall(jump);
      return 'reset';
    };
    create(1);
    await look();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(amazon.pending).toHaveLength(1);
  });

  test('while in doubt: a person decides about what the list lacks, and it is sent again accordingly', async () => {
    bench.reply = () => 'reset';
    const [operationId = 0] = create(1);
    await own.outbox.idle();
    clock.setWall(jump);
    await look();
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'notSeen' } }]);
    expect(bench.amazon.arrived).toHaveLength(1);

    bench.reply = amazon.carryOut;
    own.outbox.resolve(operationId, { as: 'sendAgain' });
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 failed', 'p1 done']);
    expect(amazon.pending).toHaveLength(1);
  });

  test('causes no longer or shorter wait before the list is read', async () => {
    bench.reply = () => 'reset';
    create(1);
    await own.outbox.idle();
    clock.setWall(jump);
    await clock.advance(minute - 1);
    expect(own.operations()[0]?.finding).toBeNull();
    await clock.advance(1);
    await own.outbox.doubtsLookedAt();
    expect(own.operations()[0]?.finding).not.toBeNull();
  });
});
