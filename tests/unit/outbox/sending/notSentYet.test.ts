import { describe, expect, test } from 'vitest';
import { createAdsClient } from '../../../../main/amazonAds/client/client';
import { CodedError } from '../../../../shared/errors';
import { inviteAll, invitingBench, people, statuses } from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { clientTo, type Reply } from '../../../support/amazon/loopbackAmazon';
import { manualClock, until } from '../../../support/clocks/manualClock';
import { outboxOver } from '../../../support/benches/outboxBench';
import { account } from '../../../support/benches/inviting';
import { addAccount } from '../../../support/fixtures/store';

const clock = manualClock();
const bench = invitingBench();

const create = (own: ReturnType<typeof outboxOver>, count: number, accountId = account.accountId): void => {
  own.outbox.create({
    account: { ...account, accountId },
    invitees: people(count),
    notifyInvitedUsers: false,
  });
};

const page: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  text: '<html>Sign in to WiFi</html>',
};

// docs/sending.md: S8
describe('while the list that is read before sending', () => {
  test.each<[string, Reply]>([
    ['answers 503', { status: 503, json: { message: 'Try later' } }],
    ['answers 500 with a page', { status: 500, text: '<html>' }],
    ['is a captive portal’s page', page],
    ['is behind a portal’s redirect', { status: 302, headers: { location: 'http://portal.example/' } }],
    ['is refused by a page that isn’t Amazon’s', { status: 403, text: '<html>Blocked by IT</html>' }],
    ['asks for the portal’s sign-in', { status: 511, text: '<html>' }],
    ['breaks off', 'reset'],
    ['has another shape', { json: { invitations: 'none' } }],
    ['times out at Amazon', { status: 408, json: { message: 'Timeout' } }],
    ['is requested from the wrong server', { status: 421, json: { message: 'Not here' } }],
    ['is requested too often', { status: 429 }],
  ])('%s, nothing fails: it is sent later, once', async (_what, trouble) => {
    let answers: Reply | undefined = trouble;
    bench.list = () => answers ?? { json: { invitations: [] } };
    const own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
    create(own, 60);
    for (let round = 0; round < 3; round += 1) {
      await until(() => own.outbox.status().waits.length === 1);
      await clock.advance(200_000);
    }
    expect(new Set(own.operations().map(({ status }) => status))).toEqual(new Set(['queued']));
    expect(bench.amazon.arrived).toEqual([]);
    expect(bench.rows('activity')).toEqual([]);
    answers = undefined;
    await until(() => own.outbox.status().waits.length === 1);
    await clock.advance(200_000);
    await until(() => own.operations().every(({ status }) => status === 'done'));
    await own.outbox.idle();
    expect(bench.amazon.arrived).toHaveLength(2);
    expect(own.outbox.status().waits).toEqual([]);
  });

  test.each([400, 403, 404])(
    'is rejected by Amazon itself with %i, twice, all fails, and the message says that nothing was sent',
    async (status) => {
      bench.list = () => ({ status, json: { message: 'AMC_ADMIN is missing' } });
      const own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
      create(own, 120);
      await until(() => own.outbox.status().waits.length === 1);
      expect(bench.amazon.lists).toHaveLength(1);
      expect(own.outbox.status().waits).toMatchObject([
        { connectionId: 'c-1', reason: 'unreachable', accounts: ['Name of ENTITY1'] },
      ]);
      await clock.advance(1000);
      await own.outbox.idle();
      expect(new Set(statuses(own.operations()).map((each) => each.split(' ')[1]))).toEqual(
        new Set(['failed']),
      );
      expect(own.operations()[119]?.error).toMatchObject({
        message: matching(/^Nothing was sent: Amazon refused twice/),
        details: 'AMC_ADMIN is missing',
      });
      expect(bench.amazon.lists).toHaveLength(2);
      expect(bench.amazon.arrived).toEqual([]);
      expect(own.outbox.status().waits).toEqual([]);
    },
  );

  test('is rejected once and then not, all is sent', async () => {
    bench.list = () =>
      bench.amazon.lists.length === 1
        ? { status: 403, json: { message: 'No.' } }
        : { json: { invitations: [] } };
    const own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
    create(own, 2);
    await until(() => own.outbox.status().waits.length === 1);
    await clock.advance(1000);
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 done', 'p2 done']);
  });

  test('fails for some accounts, the others are sent to', async () => {
    const names = ['ENTITY2', 'ENTITY3', 'ENTITY4', 'ENTITY5', 'ENTITY6'];
    for (const accountId of names) addAccount(bench.store.db, account.connectionId, accountId);
    bench.list = ({ headers }) =>
      headers['amazon-ads-accountid'] === 'ENTITY6'
        ? { json: { invitations: [] } }
        : { status: 503, json: { message: 'Try later' } };
    const own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
    for (const accountId of ['ENTITY1', ...names]) create(own, 1, accountId);
    await until(() => own.operations().filter(({ status }) => status === 'done').length === 1);
    await until(() => own.outbox.status().waits[0]?.accounts?.length === 5);
    expect(own.outbox.status().waits).toHaveLength(1);
    await own.outbox.close();
  });
});

describe('a token that could not be obtained', () => {
  test.each(['UNREADABLE_ANSWER', 'AMAZON_ERROR', 'THROTTLED', 'NETWORK', 'INTERNAL'] as const)(
    'for an unusual reason (%s) keeps everything waiting, before the list and before the call',
    async (code) => {
      for (const failing of [1, 2]) {
        let requests = 0;
        let broken = true;
        const client = createAdsClient(
          {
            apiUrl: bench.amazon.origin,
            clientId: 'client',
            getToken: () => {
              requests += 1;
              if (requests >= failing && broken)
                return Promise.reject(new CodedError({ code, message: 'Odd.' }));
              return Promise.resolve('token');
            },
          },
          { pause: () => Promise.resolve() },
        );
        const own = outboxOver(bench.store.db, () => Promise.resolve(client), { clock });
        const before = bench.amazon.arrived.length;
        create(own, 1);
        await until(() => own.outbox.status().waits.length === 1);
        expect(own.operations().at(-1)?.status).toBe('queued');
        expect(bench.amazon.arrived).toHaveLength(before);
        broken = false;
        await clock.advance(60_000);
        await own.outbox.idle();
        expect(own.operations().at(-1)?.status).toBe('done');
        bench.store.db.exec(`UPDATE invitations SET state = 'gone'`);
      }
    },
  );

  test('continues when another request shows that the sign-in works again', async () => {
    let signedIn = false;
    const own = outboxOver(
      bench.store.db,
      () =>
        signedIn
          ? Promise.resolve(clientTo(bench.amazon.origin))
          : Promise.reject(new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in again.' })),
      { clock },
    );
    bench.reply = inviteAll;
    create(own, 1);
    await until(() => own.outbox.status().waits[0]?.reason === 'signIn');
    signedIn = true;
    own.paces.of('c-1').answered();
    await until(() => own.operations()[0]?.status === 'done');
    await own.outbox.idle();
  });
});

test('after one rejection the pace and the remaining time are shown until the limit is lifted', async () => {
  const own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
  bench.reply = (request, count) =>
    count === 1 ? { status: 429, headers: { 'retry-after': '200' } } : inviteAll(request);
  create(own, 60);
  await until(() => own.outbox.status().slowed.length === 1);
  const [slowed] = own.outbox.status().slowed;
  expect(slowed).toMatchObject({ connectionId: 'c-1' });
  expect(slowed?.leftMs).toBeGreaterThan(200_000);
  expect(slowed?.leftMs).toBeLessThan(260_000);
  await clock.advance(200_000);
  for (let round = 0; round < 60; round += 1) await clock.advance(1000);
  await own.outbox.idle();
  expect(own.outbox.status().slowed).toEqual([]);
  expect(new Set(own.operations().map(({ status }) => status))).toEqual(new Set(['done']));
});
