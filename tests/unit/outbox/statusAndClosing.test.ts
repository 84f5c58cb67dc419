import { describe, expect, test } from 'vitest';
import { CodedError } from '../../../shared/errors';
import { account, inviteAll, invitingBench } from '../../support/benches/inviting';
import { heldCallBench } from '../../support/benches/heldCallBench';
import { clientTo } from '../../support/amazon/loopbackAmazon';
import { until } from '../../support/clocks/manualClock';
import { outboxOver } from '../../support/benches/outboxBench';
import { addAccount, addConnection } from '../../support/fixtures/store';

const bench = invitingBench();
const held = heldCallBench(bench);
const { create, runs, counted, sent, duringFirst } = held;

// docs/sending.md: S24
describe('closing', () => {
  test('lets the current call finish and starts nothing: no call, and no refresh', async () => {
    let closed: Promise<void> | undefined;
    duringFirst(() => {
      closed = held.own.outbox.close();
    });
    create(51);
    await held.own.outbox.idle();
    await closed;
    expect(counted()).toEqual({ done: 50, queued: 1 });
    expect(bench.amazon.lists).toHaveLength(1);
    create(1, { ...account });
  });

  test('does not read back a result that just arrived', async () => {
    let closed: Promise<void> | undefined;
    duringFirst(() => {
      closed = held.own.outbox.close();
    });
    create(1);
    await held.own.outbox.idle();
    await closed;
    expect(counted()).toEqual({ done: 1 });
    expect(bench.amazon.lists).toHaveLength(1);
  });

  test('during the refresh before a call sends no call', async () => {
    const { list } = bench;
    let closed: Promise<void> | undefined;
    bench.list = (request) => {
      closed = held.own.outbox.close();
      return list(request);
    };
    create(1);
    await held.own.outbox.idle();
    await closed;
    expect(counted()).toEqual({ queued: 1 });
    expect(sent()).toEqual([]);
  });

  test('does not wait for an unconfirmed change to be checked, or for a sign-in', async () => {
    held.own = outboxOver(
      bench.store.db,
      (connectionId) =>
        connectionId === 'c-1'
          ? Promise.resolve(clientTo(bench.amazon.origin))
          : Promise.reject(new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in.' })),
      { lateCommitMs: 3_600_000 },
    );
    addConnection(bench.store.db, 'c-2');
    addAccount(bench.store.db, 'c-2', 'ENTITY2');
    bench.reply = () => 'reset';
    create(1);
    create(1, { connectionId: 'c-2', accountId: 'ENTITY2' });
    await until(() => counted()['inDoubt'] === 1 && held.own.outbox.status().waits.length === 1);
    await held.own.outbox.close();
    expect(counted()).toEqual({ inDoubt: 1, queued: 1 });
    expect(bench.amazon.lists).toHaveLength(1);
  });
});

describe('the status', () => {
  test('counts each run and each account', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY2');
    bench.reply = (request) =>
      request.headers['amazon-ads-accountid'] === 'ENTITY2' ? { status: 400 } : inviteAll(request);
    create(3);
    create(2, { ...account, accountId: 'ENTITY2' });
    await held.own.outbox.idle();
    const none = { queued: 0, sending: 0, done: 0, failed: 0, inDoubt: 0, skipped: 0 };
    expect(runs()).toMatchObject([
      {
        kind: 'create',
        whenNotSeen: 'ask',
        paused: false,
        counts: { ...none, failed: 2 },
        accounts: [{ connectionId: 'c-1', accountId: 'ENTITY2', counts: { ...none, failed: 2 } }],
      },
      {
        counts: { ...none, done: 3 },
        accounts: [{ accountName: 'Name of ENTITY1', counts: { ...none, done: 3 } }],
      },
    ]);
  });

  test('counts what was sent again once, in its current state', async () => {
    bench.reply = () => ({ status: 400 });
    const [first = 0] = create(2);
    await held.own.outbox.idle();
    bench.reply = inviteAll;
    await held.own.outbox.retry([first]);
    await held.own.outbox.idle();
    expect(runs()).toMatchObject([{ counts: { queued: 0, sending: 0, done: 1, failed: 1, inDoubt: 0 } }]);
    expect(held.own.operations()).toHaveLength(3);
  });

  test('shows waiting only for connections with open work', async () => {
    held.own = outboxOver(bench.store.db, () =>
      Promise.reject(new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in.' })),
    );
    create(1);
    await until(() => held.own.outbox.status().waits.length === 1);
    expect(held.own.outbox.status().waits).toEqual([
      { connectionId: 'c-1', reason: 'signIn', message: 'Sign in.', until: null },
    ]);
    await held.own.outbox.stop();
    expect(held.own.outbox.status().waits).toEqual([]);
    await held.own.outbox.close();
  });
});
