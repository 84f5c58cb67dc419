import { beforeEach, describe, expect, test } from 'vitest';
import { thrownBy } from '../../../support/fixtures/thrownBy';
import { account, invitingBench, people } from '../../../support/benches/inviting';
import { lossyAmazon, type LossyAmazon } from '../../../support/amazon/lossyAmazon';
import { outboxOver, type OutboxBench } from '../../../support/benches/outboxBench';

const bench = invitingBench();
let amazon: LossyAmazon;
let own: OutboxBench;
beforeEach(() => {
  amazon = lossyAmazon(bench);
  own = outboxOver(bench.store.db, bench.amazon.origin);
});

/** From here on the database can be read but not written. */
const forbidWriting = (): void => bench.store.db.exec('PRAGMA query_only = 1');

/** The next start of the app, on a database that is writable again. */
async function startAgain(): Promise<OutboxBench> {
  bench.store.reopen();
  const next = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 0 });
  next.outbox.recover({ continueAtStart: true });
  await next.outbox.idle();
  await next.outbox.doubtsLookedAt();
  await next.outbox.idle();
  return next;
}

const statusesOf = ({ operations }: OutboxBench): Set<string> =>
  new Set(operations().map(({ status }) => status));

// docs/sending.md: S22
describe('data that cannot be written', () => {
  test('a change is rejected with what to do, and nothing is sent', async () => {
    forbidWriting();
    const error = thrownBy(() =>
      own.outbox.create({ account, invitees: people(3), notifyInvitedUsers: false }),
    );
    expect(error).toMatchObject({ code: 'DATA_UNAVAILABLE', retryable: true });
    await own.outbox.idle();
    expect(bench.amazon.arrived).toEqual([]);
  });

  // docs/sending.md: S9
  test('a call that cannot be marked as sent is not sent; the next launch sends it', async () => {
    bench.list = () => {
      forbidWriting();
      return { json: { invitations: amazon.pending } };
    };
    own.outbox.create({ account, invitees: people(3), notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(bench.amazon.arrived).toEqual([]);

    bench.list = () => ({ json: { invitations: amazon.pending } });
    expect(statusesOf(await startAgain())).toEqual(new Set(['done']));
    expect(bench.amazon.arrived).toHaveLength(1);
    expect(amazon.pending).toHaveLength(3);
  });

  test('an answer that cannot be written stops all sending; the next launch finds out what was done', async () => {
    bench.reply = (request) => {
      forbidWriting();
      return amazon.carryOut(request);
    };
    own.outbox.create({ account, invitees: people(51), notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(bench.amazon.arrived).toHaveLength(1);

    bench.reply = amazon.carryOut;
    expect(statusesOf(await startAgain())).toEqual(new Set(['done']));
    expect(bench.amazon.arrived).toHaveLength(2);
    expect(amazon.pending).toHaveLength(51);
  });
});
