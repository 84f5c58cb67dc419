import { beforeEach, describe, expect, test } from 'vitest';
import { createAdsClient, type AdsClient } from '../../../../main/amazonAds/client/client';
import { CodedError } from '../../../../shared/errors';
import { freePort } from '../../../support/network/freePort';
import { account, inviteAll, invitingBench, people, statuses } from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { clientTo, startLoopbackAmazon, type Reply } from '../../../support/amazon/loopbackAmazon';
import { manualClock, until } from '../../../support/clocks/manualClock';
import { outboxOver, type OutboxBench } from '../../../support/benches/outboxBench';
import { addAccount, addConnection } from '../../../support/fixtures/store';

const clock = manualClock();
const bench = invitingBench();
/** When each change arrived, in ms since the test began. */
let arrivedAt: number[];
let own: OutboxBench;

beforeEach(() => {
  arrivedAt = [];
  own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
});

/** Amazon answers the changes like this, one after the other, then normally. */
const answers = (...first: Reply[]): void => {
  bench.reply = (request, count) => {
    arrivedAt.push(clock.passed());
    return first[count - 1] ?? inviteAll(request);
  };
};
const create = (count: number, connectionId = account.connectionId): number[] =>
  own.outbox.create({
    account: { ...account, connectionId, accountId: connectionId === 'c-1' ? 'ENTITY1' : 'ENTITY2' },
    invitees: people(count),
    notifyInvitedUsers: false,
  });
const waiting = (reason: string): Promise<void> =>
  until(() => own.outbox.status().waits.some((wait) => wait.reason === reason));
const bodies = (): string[] => bench.amazon.arrived.map(({ body }) => body);

// docs/sending.md: S11
describe('a call that Amazon throttles', () => {
  test('is sent again unchanged when the time Amazon named is over, and not before', async () => {
    answers({ status: 429, headers: { 'retry-after': '120' } });
    create(2);
    await waiting('throttled');
    expect(statuses(own.operations())).toEqual(['p1 queued', 'p2 queued']);
    expect(own.outbox.status().waits).toEqual([
      {
        connectionId: 'c-1',
        reason: 'throttled',
        message: matching(/throttling requests/),
        until: clock.now() + 120_000,
      },
    ]);
    const [before] = bench.rows('requests');
    own.outbox.tryNow();
    await clock.advance(119_999);
    expect(arrivedAt).toEqual([0]);
    await clock.advance(60_001);
    await own.outbox.idle();

    expect(statuses(own.operations())).toEqual(['p1 done', 'p2 done']);
    expect(own.operations().map(({ attempt }) => attempt)).toEqual([1, 1]);
    expect(arrivedAt).toHaveLength(2);
    expect(arrivedAt[1]).toBeGreaterThanOrEqual(120_000);
    expect(bodies()[1]).toBe(bodies()[0]);
    const requests = bench.rows('requests');
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ body: before?.['body'], body_sha256: before?.['body_sha256'] });
    expect(bench.rows('activity').map((row) => row['result'])).toEqual(['done', 'done']);
    expect(own.outbox.status().waits).toEqual([]);
  });

  test('is sent again after a while when Amazon named no time', async () => {
    answers({ status: 429, text: '<html>' }, { status: 429 });
    create(1);
    await waiting('throttled');
    expect(arrivedAt).toEqual([0]);
    for (let minute = 0; minute < 10; minute += 1) await clock.advance(60_000);
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(arrivedAt).toHaveLength(3);
    expect(new Set(bodies()).size).toBe(1);
  });

  // docs/sending.md: S10
  test('slows no other connection', async () => {
    addConnection(bench.store.db, 'c-2');
    addAccount(bench.store.db, 'c-2', 'ENTITY2');
    answers({ status: 429, headers: { 'retry-after': '3600' } });
    create(1);
    await waiting('throttled');
    create(120, 'c-2');
    await until(() => own.operations().filter(({ status }) => status === 'done').length === 120);
    expect(arrivedAt).toEqual([0, 0, 0, 0]);
    expect(own.operations()[0]?.status).toBe('queued');
    expect(own.outbox.status().waits).toMatchObject([{ connectionId: 'c-1' }]);
    await own.outbox.close();
  });

  test('is not sent when it was stopped in the meantime', async () => {
    answers({ status: 429, headers: { 'retry-after': '60' } });
    create(1);
    await waiting('throttled');
    await own.outbox.stop();
    await clock.advance(600_000);
    await own.outbox.idle();
    expect(own.operations()).toMatchObject([{ status: 'failed', error: { code: 'NOT_SENT' } }]);
    expect(arrivedAt).toEqual([0]);
  });

  test('is withdrawn when it was stopped while it was being sent', async () => {
    bench.reply = async () => {
      await own.outbox.stop();
      return { status: 429 };
    };
    create(1);
    await own.outbox.idle();
    expect(own.operations()).toMatchObject([{ status: 'failed', error: { code: 'NOT_SENT' } }]);
    await clock.advance(600_000);
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test('keeps waiting after the next launch', async () => {
    answers({ status: 429, headers: { 'retry-after': '60' } });
    create(1);
    await waiting('throttled');
    await own.outbox.close();
    bench.store.reopen();
    own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
    own.outbox.recover({ continueAtStart: true });
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(bench.rows('requests')).toHaveLength(1);
    expect(arrivedAt).toHaveLength(2);
  });
});

describe('a call whose token is rejected', () => {
  /** A connection whose token is renewed to the next one of these; the last one stays. */
  const clientWith = (...tokens: string[]): AdsClient =>
    createAdsClient(
      {
        apiUrl: bench.amazon.origin,
        clientId: 'client',
        getToken: (options) => {
          if (options?.renew === true && tokens.length > 1) tokens.shift();
          return Promise.resolve(tokens[0] ?? '');
        },
      },
      { pause: () => Promise.resolve() },
    );
  const tokensSent = (): unknown[] => bench.amazon.arrived.map(({ headers }) => headers.authorization);

  test('is sent again once with a fresh token', async () => {
    const client = clientWith('one', 'two');
    own = outboxOver(bench.store.db, () => Promise.resolve(client), { clock });
    answers({ status: 401 });
    create(1);
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(tokensSent()).toEqual(['Bearer one', 'Bearer two']);
    expect(bodies()[1]).toBe(bodies()[0]);
    expect(bench.rows('requests')).toHaveLength(1);
    expect(bench.rows('activity')).toHaveLength(1);
  });

  test('twice waits until somebody has signed in', async () => {
    const client = clientWith('one', 'two', 'three');
    own = outboxOver(bench.store.db, () => Promise.resolve(client), { clock });
    answers({ status: 401 }, { status: 401 });
    create(1);
    await waiting('signIn');
    await clock.advance(86_400_000);
    expect(tokensSent()).toEqual(['Bearer one', 'Bearer two']);
    expect(own.outbox.status().waits).toMatchObject([{ connectionId: 'c-1', reason: 'signIn', until: null }]);
    expect(statuses(own.operations())).toEqual(['p1 queued']);
    own.outbox.tryNow();
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(own.outbox.status().waits).toEqual([]);
  });
});

describe('a connection that is not signed in', () => {
  test('waits, with nothing sent, and continues after the sign-in', async () => {
    let signedIn = false;
    own = outboxOver(
      bench.store.db,
      () =>
        signedIn
          ? Promise.resolve(clientTo(bench.amazon.origin))
          : Promise.reject(new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in again.' })),
      { clock },
    );
    answers();
    create(60);
    await waiting('signIn');
    own.outbox.tryNow();
    await waiting('signIn');
    expect(own.outbox.status().waits).toMatchObject([{ message: 'Sign in again.' }]);
    expect(new Set(own.operations().map(({ status }) => status))).toEqual(new Set(['queued']));
    expect(bench.amazon.lists).toHaveLength(0);
    signedIn = true;
    own.outbox.tryNow();
    await own.outbox.idle();
    expect(new Set(own.operations().map(({ status }) => status))).toEqual(new Set(['done']));
    expect(arrivedAt).toHaveLength(2);
    expect(bench.rows('activity')).toHaveLength(60);
  });

  test('that was removed fails what waits, and sends nothing', async () => {
    const id = create(2);
    bench.store.db.exec('DELETE FROM ways_in');
    await own.outbox.idle();
    expect(own.operations()).toMatchObject([
      { status: 'failed', error: { code: 'NOT_FOUND' } },
      { operationId: id[1], status: 'failed', error: { code: 'NOT_FOUND' } },
    ]);
    expect([...bench.amazon.arrived, ...bench.amazon.lists]).toEqual([]);
  });

  test('that was removed between the refresh and the call fails it, certainly not sent', async () => {
    let requests = 0;
    own = outboxOver(
      bench.store.db,
      () => {
        requests += 1;
        return requests === 1
          ? Promise.resolve(clientTo(bench.amazon.origin))
          : Promise.reject(new CodedError({ code: 'NOT_FOUND', message: 'No such connection.' }));
      },
      { clock },
    );
    create(1);
    await own.outbox.idle();
    expect(own.operations()).toMatchObject([{ status: 'failed', error: { code: 'NOT_FOUND' } }]);
    expect(bench.amazon.arrived).toEqual([]);
  });
});

describe('no connection to Amazon', () => {
  test('leaves a change queued, and sends it automatically when there is one', async () => {
    const port = await freePort();
    own = outboxOver(bench.store.db, `http://127.0.0.1:${String(port)}`, { clock });
    create(1);
    await waiting('unreachable');
    await clock.advance(5000);
    await waiting('unreachable');
    expect(statuses(own.operations())).toEqual(['p1 queued']);
    expect(bench.rows('activity')).toEqual([]);

    const changes: string[] = [];
    const amazon = await startLoopbackAmazon((request) => {
      if (request.path === '/user-invitations/list') return { json: { invitations: [] } };
      changes.push(request.body);
      return inviteAll(request);
    }, port);
    await clock.advance(60_000);
    await until(() => own.operations()[0]?.status === 'done');
    await own.outbox.idle();
    expect(changes).toHaveLength(1);
    expect(own.outbox.status().waits).toEqual([]);
    await amazon.stop();
  });

  test('is tested at once when the computer wakes up', async () => {
    let reachable = false;
    own = outboxOver(
      bench.store.db,
      () => Promise.resolve(clientTo(reachable ? bench.amazon.origin : 'http://127.0.0.1:1')),
      { clock },
    );
    create(1);
    await waiting('unreachable');
    reachable = true;
    own.outbox.tryNow();
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(clock.passed()).toBe(0);
  });
});
