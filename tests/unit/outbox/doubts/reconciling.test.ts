import { beforeEach, describe, expect, test } from 'vitest';
import type { WhenNotSeen } from '../../../../shared/domain/outbox/run';
import { account, requestedIn, invitingBench, people, statuses } from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { listedAs, lossyAmazon, type LossyAmazon } from '../../../support/amazon/lossyAmazon';
import type { Reply } from '../../../support/amazon/loopbackAmazon';
import { manualClock, until } from '../../../support/clocks/manualClock';
import { outboxOver, type OutboxBench } from '../../../support/benches/outboxBench';
import { addAccount, addConnection } from '../../../support/fixtures/store';

const clock = manualClock();
const bench = invitingBench();
const minute = 60_000;
let amazon: LossyAmazon;
let own: OutboxBench;
beforeEach(() => {
  amazon = lossyAmazon(bench);
  own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
});

const create = (count: number, whenNotSeen: WhenNotSeen = 'ask'): number[] =>
  own.outbox.create({ account, invitees: people(count), notifyInvitedUsers: true, whenNotSeen });

/** Lets sending end, a late commit be ruled out, and the doubts be checked. */
async function look(): Promise<void> {
  await own.outbox.idle();
  await clock.advance(minute);
  await own.outbox.doubtsLookedAt();
  await own.outbox.idle();
}

const requestedBy = (index: number): string[] =>
  bench.amazon.arrived
    .slice(index, index + 1)
    .flatMap((request) => requestedIn(request).map(({ user }) => user.emailAddress));

/** Which operations had which results, according to the record. */
const record = (): string[] =>
  bench
    .rows('activity')
    .map((row) => `${String(row['email_address']).replace('@example.com', '')} ${String(row['result'])}`);

describe('an invitation whose answer was lost', () => {
  // docs/sending.md: S15
  test('is checked only after a late commit is possible, and is done when the list shows it', async () => {
    bench.reply = (request) => {
      amazon.carryOut(request);
      return 'reset';
    };
    create(1);
    await own.outbox.idle();
    await clock.advance(minute - 1);
    expect(statuses(own.operations())).toEqual(['p1 inDoubt']);
    expect(own.operations()[0]?.finding).toBeNull();
    expect(bench.amazon.lists).toHaveLength(1);

    await clock.advance(1);
    await own.outbox.doubtsLookedAt();
    expect(own.operations()).toMatchObject([
      { status: 'done', invitationId: 'inv-p1@example.com', error: null, settledAt: clock.now() },
    ]);
    expect(bench.amazon.lists).toHaveLength(3);
    expect(bench.amazon.arrived).toHaveLength(1);
    expect(bench.rows('invitations')).toMatchObject([
      { invitation_id: 'inv-p1@example.com', state: 'pending', user_name: 'Name 1', role: 'admin' },
    ]);
    expect(record()).toEqual(['p1 inDoubt', 'p1 done']);
    expect(bench.rows('activity')[1]).toMatchObject({ detail: matching(/list shows that this was done/) });
  });

  test('stays in doubt when the list lacks it, and nothing is sent', async () => {
    bench.reply = () => 'reset';
    create(1);
    await look();
    await clock.advance(60 * minute);
    expect(own.operations()).toMatchObject([
      { status: 'inDoubt', settledAt: null, finding: { verdict: 'notSeen', candidates: [] } },
    ]);
    expect(bench.amazon.arrived).toHaveLength(1);
    expect(record()).toEqual(['p1 inDoubt']);
    expect(bench.rows('invitations')).toEqual([]);
  });

  test('stays in doubt when somebody else had already invited a person with a hidden address', async () => {
    amazon.pending = [listedAs('i-old', 'p***@example.com', 'admin')];
    bench.reply = () => 'reset';
    create(1);
    await look();
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'notSeen' } }]);
  });

  test('stays in doubt with possible matches when the list hides addresses', async () => {
    bench.reply = () => {
      amazon.pending = [listedAs('i-1', 'p***@example.com', 'admin')];
      return 'reset';
    };
    create(1);
    await look();
    expect(own.operations()).toMatchObject([
      {
        status: 'inDoubt',
        finding: {
          verdict: 'unclear',
          candidates: [{ invitationId: 'i-1', emailAddress: 'p***@example.com', role: 'admin' }],
        },
      },
    ]);
  });

  test('that the app could not parse is checked as well', async () => {
    bench.store.db.exec(`CREATE TRIGGER full BEFORE INSERT ON activity WHEN NEW.result = 'done'
      BEGIN SELECT RAISE(ABORT, 'no'); END`);
    create(1);
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 inDoubt']);
    bench.store.db.exec('DROP TRIGGER full');
    await look();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(bench.amazon.arrived).toHaveLength(1);
  });
});

describe('an invitation that the list lacks', () => {
  test('is not sent again when its person now has access, and the app says so', async () => {
    bench.reply = () => 'reset';
    bench.users = () => ({ json: { users: [{ userId: 'u-1', emailAddress: 'P1@example.com' }] } });
    create(2, 'sendAgain');
    await own.outbox.idle();
    await clock.advance(minute);
    await until(() => bench.amazon.arrived.length === 2);
    expect(requestedBy(1)).toEqual(['p2@example.com']);
    expect(own.operations()[0]).toMatchObject({
      status: 'inDoubt',
      finding: { verdict: 'joined', candidates: [] },
    });
  });

  test('waits for the list of users if that cannot be read, and is resolved by it', async () => {
    bench.reply = (request, count) => (count === 1 ? 'reset' : amazon.carryOut(request));
    let users: Reply = { status: 503, json: {} };
    bench.users = () => users;
    create(1, 'sendAgain');
    await look();
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'unread' } }]);
    users = { json: { users: [] } };
    await clock.advance(30_000);
    await until(() => own.operations().at(-1)?.status === 'done');
    expect(bench.amazon.arrived).toHaveLength(2);
  });
});

describe('an invitation in the list that was created before the call', () => {
  test.each([
    ['by Amazon’s clock', 10, 'inDoubt'],
    ['no longer than its clocks may differ', 4, 'done'],
  ])('%s: %i s', async (_what, seconds, status) => {
    const date = 'Fri, 28 Nov 2025 10:00:00 GMT';
    const made = Date.parse(date) / 1000 - seconds;
    bench.list = () => ({ json: { invitations: amazon.pending }, headers: { date } });
    bench.reply = () => {
      amazon.pending = [
        {
          ...listedAs('i-1', 'p1@example.com', 'admin'),
          user: { emailAddress: 'p1@example.com', userName: 'Name 1' },
          createdAt: made,
          createdBy: 'Mia',
        },
      ];
      return 'reset';
    };
    create(1);
    await look();
    expect(statuses(own.operations())).toEqual([`p1 ${status}`]);
    if (status === 'done') return;
    expect(own.operations()[0]?.finding).toMatchObject({
      verdict: 'unclear',
      candidates: [{ invitationId: 'i-1', userName: 'Name 1', createdBy: 'Mia', createdAt: made * 1000 }],
    });
  });
});

// docs/sending.md: S17
describe('a run that may send again', () => {
  test('sends only what the list lacks, as new operations', async () => {
    bench.reply = (request, count) => {
      if (count > 1) return amazon.carryOut(request);
      amazon.pending = [
        {
          ...listedAs('i-2', 'p2@example.com'),
          user: { emailAddress: 'p2@example.com', userName: 'Name 2' },
        },
      ];
      return 'reset';
    };
    create(3, 'sendAgain');
    await look();
    expect(statuses(own.operations())).toEqual(['p1 failed', 'p2 done', 'p3 failed', 'p1 done', 'p3 done']);
    const [first, , third, ...again] = own.operations();
    expect([first, third].map((old) => [old?.error?.code, old?.error?.retryable, old?.replacedBy])).toEqual([
      ['SENT_AGAIN', false, again[0]?.operationId],
      ['SENT_AGAIN', false, again[1]?.operationId],
    ]);
    expect(again.map(({ attempt, runId, notify }) => [attempt, runId, notify])).toEqual([
      [2, first?.runId, true],
      [2, first?.runId, true],
    ]);
    expect(bench.amazon.arrived).toHaveLength(2);
    expect(requestedBy(1)).toEqual(['p1@example.com', 'p3@example.com']);
    expect(record()).toEqual([
      'p1 inDoubt',
      'p2 inDoubt',
      'p3 inDoubt',
      'p2 done',
      'p1 failed',
      'p3 failed',
      'p1 done',
      'p3 done',
    ]);
    expect(own.outbox.status().runs).toMatchObject([{ counts: { done: 3, failed: 0, inDoubt: 0 } }]);
  });

  test('sends three times in all, then a person decides', async () => {
    bench.reply = () => 'reset';
    create(1, 'sendAgain');
    for (const sent of [2, 3]) {
      await own.outbox.idle();
      await clock.advance(minute);
      await until(() => bench.amazon.arrived.length === sent);
    }
    await look();
    await clock.advance(10 * minute);
    expect(bench.amazon.arrived).toHaveLength(3);
    expect(own.operations().map(({ status, attempt }) => [status, attempt])).toEqual([
      ['failed', 1],
      ['failed', 2],
      ['inDoubt', 3],
    ]);
    expect(own.operations()[2]?.finding).toMatchObject({ verdict: 'notSeen' });
  });

  test.each([
    ['forward a day', 86_400_000],
    ['back a day', -86_400_000],
  ])('asks when the clock was set %s', async (_what, ms) => {
    bench.reply = () => 'reset';
    create(1, 'sendAgain');
    await own.outbox.idle();
    clock.setWall(ms);
    await look();
    expect(bench.amazon.arrived).toHaveLength(1);
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'notSeen' } }]);
  });

  test('asks after it was stopped', async () => {
    bench.reply = () => 'reset';
    create(1, 'sendAgain');
    await own.outbox.idle();
    await own.outbox.stop();
    await look();
    expect(bench.amazon.arrived).toHaveLength(1);
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'notSeen' } }]);
  });

  test.each(['several', 'unclear'])('asks when the list is ambiguous (%s)', async (verdict) => {
    bench.reply = () => {
      amazon.pending = [listedAs('i-1', 'p*@example.com', 'admin')];
      if (verdict === 'several') amazon.pending.push(listedAs('i-2', 'p1@example.com', 'admin'));
      return 'reset';
    };
    create(1, 'sendAgain');
    await look();
    expect(bench.amazon.arrived).toHaveLength(1);
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict } }]);
  });
});

// docs/sending.md: S15
describe('reading the list', () => {
  /** The first reading, before the call, succeeds; the answers to the later ones are these, then it succeeds again. */
  const laterAnswers = (...answers: Reply[]): void => {
    const well = bench.list;
    bench.list = (request) =>
      bench.amazon.lists.length === 1 ? well(request) : (answers.shift() ?? well(request));
  };
  const losing = (): void => {
    bench.reply = (request) => {
      amazon.carryOut(request);
      return 'reset';
    };
  };

  test.each([400, 403, 404])(
    'that Amazon rejects with %i leaves the change in doubt, as not read',
    async (status) => {
      losing();
      laterAnswers({ status });
      create(1, 'sendAgain');
      await look();
      expect(own.operations()).toMatchObject([
        { status: 'inDoubt', finding: { verdict: 'unread', candidates: [], at: clock.now() } },
      ]);
      expect(bench.amazon.arrived).toHaveLength(1);
    },
  );

  test.each<[string, Reply]>([
    ['503', { status: 503, json: { message: 'Try later' } }],
    ['an answer without a list', { json: {} }],
    ['another shape', { json: { invitations: 'none' } }],
  ])('is retried automatically, later and later, after %s', async (_what, trouble) => {
    losing();
    let broken = true;
    const well = bench.list;
    bench.list = (request) => (broken && bench.amazon.lists.length > 1 ? trouble : well(request));
    create(1);
    await look();
    for (const pause of [15_000, 30_000]) {
      expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'unread' } }]);
      const { length } = bench.amazon.lists;
      await clock.advance(pause - 1);
      expect(bench.amazon.lists).toHaveLength(length);
      await clock.advance(1);
      await until(() => bench.amazon.lists.length > length);
      await own.outbox.doubtsLookedAt();
    }
    broken = false;
    await clock.advance(60_000);
    await until(() => statuses(own.operations())[0] === 'p1 done');
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test('is retried at once when Amazon may be reachable again', async () => {
    losing();
    laterAnswers({ json: {} });
    create(1);
    await look();
    expect(own.operations()).toMatchObject([{ finding: { verdict: 'unread' } }]);
    own.outbox.tryNow();
    await until(() => statuses(own.operations())[0] === 'p1 done');
  });

  test.each<[string, Reply]>([
    ['a captive portal’s page', { text: '<html>Sign in to WiFi</html>' }],
    ['a page of the list that is cut off', { text: '{"invitations": [' }],
    ['an IT department’s page', { status: 403, text: '<html>Blocked</html>' }],
  ])('waits for a connection to Amazon after %s', async (_what, page) => {
    losing();
    laterAnswers(page);
    create(1);
    await own.outbox.idle();
    await clock.advance(minute);
    await until(() => own.outbox.status().waits.length === 1);
    await clock.advance(minute);
    await until(() => statuses(own.operations())[0] === 'p1 done');
  });

  test('continues after a temporary problem', async () => {
    losing();
    laterAnswers({ status: 503 }, { status: 503 });
    create(1);
    await look();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test('waits as long as Amazon requests, then continues', async () => {
    losing();
    const busy: Reply = { status: 429, headers: { 'retry-after': '120' } };
    laterAnswers(busy, busy, busy, busy);
    create(1);
    await own.outbox.idle();
    await clock.advance(minute);
    await until(() => own.outbox.status().waits.length > 0);
    expect(own.outbox.status().waits).toMatchObject([{ connectionId: 'c-1', reason: 'throttled' }]);
    const { length } = bench.amazon.lists;
    await clock.advance(2 * minute - 1);
    expect(bench.amazon.lists).toHaveLength(length);
    expect(statuses(own.operations())).toEqual(['p1 inDoubt']);
    await clock.advance(10 * minute);
    await own.outbox.doubtsLookedAt();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(own.outbox.status().waits).toEqual([]);
  });

  test('that recovers after a delay leaves nothing waiting, and no longer pause for the next problem', async () => {
    bench.reply = () => 'reset';
    laterAnswers('reset', 'reset', 'reset', 'reset');
    create(1);
    await own.outbox.idle();
    await clock.advance(minute);
    await until(() => own.outbox.status().waits.length > 0);
    const [first] = own.outbox.status().waits;
    expect(first).toMatchObject({ reason: 'unreachable' });
    const pauseMs = (first?.until ?? 0) - clock.now();
    await clock.advance(pauseMs);
    await own.outbox.doubtsLookedAt();
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'notSeen' } }]);
    expect(own.outbox.status().waits).toEqual([]);

    const pace = own.paces.of('c-1');
    pace.holdBack({ reason: 'unreachable', code: 'NETWORK', message: 'No way.', retryAfterMs: undefined });
    expect(pace.waiting()?.until).toBe(clock.now() + pauseMs);
  });

  test('notifies the page of its result, even if it resolves nothing', async () => {
    bench.reply = () => 'reset';
    create(1);
    await own.outbox.idle();
    own.events.length = 0;
    await clock.advance(minute);
    await own.outbox.doubtsLookedAt();
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'notSeen' } }]);
    expect(own.events).toContain('operations.changed');
  });

  test('waits again when another change becomes unconfirmed in the meantime', async () => {
    losing();
    create(1);
    await own.outbox.idle();
    await clock.advance(40_000);
    own.outbox.create({ account, invitees: people(2).slice(1), notifyInvitedUsers: true });
    await own.outbox.idle();
    const { length } = bench.amazon.lists;
    await clock.advance(59_999);
    expect(bench.amazon.lists).toHaveLength(length);
    expect(statuses(own.operations())).toEqual(['p1 inDoubt', 'p2 inDoubt']);
    await clock.advance(1);
    await own.outbox.doubtsLookedAt();
    expect(statuses(own.operations())).toEqual(['p1 done', 'p2 done']);
    expect(bench.amazon.lists).toHaveLength(length + 2);
  });

  test('judges nothing that became unconfirmed while it was read', async () => {
    losing();
    create(1);
    await own.outbox.idle();
    const well = bench.list;
    let second: number[] = [];
    bench.list = async (request) => {
      if (second.length === 0) {
        second = own.outbox.create({ account, invitees: people(2).slice(1), notifyInvitedUsers: true });
        await until(() => own.operations()[1]?.status === 'inDoubt');
      }
      return well(request);
    };
    await clock.advance(minute);
    await until(() => own.operations()[0]?.status === 'done');
    expect(own.operations()[1]).toMatchObject({ status: 'inDoubt', finding: null });
    await clock.advance(minute);
    await own.outbox.doubtsLookedAt();
    expect(statuses(own.operations())).toEqual(['p1 done', 'p2 done']);
  });

  test('of one connection does not wait for another', async () => {
    addConnection(bench.store.db, 'c-2');
    addAccount(bench.store.db, 'c-2', 'ENTITY2');
    losing();
    create(1);
    await own.outbox.idle();
    await clock.advance(30_000);
    const other = { connectionId: 'c-2', accountId: 'ENTITY2' };
    own.outbox.create({ account: other, invitees: people(2).slice(1), notifyInvitedUsers: true });
    await own.outbox.idle();
    await clock.advance(30_000);
    await until(() => own.operations()[0]?.status === 'done');
    expect(own.operations()[1]).toMatchObject({ status: 'inDoubt', finding: null });
    await clock.advance(30_000);
    await own.outbox.doubtsLookedAt();
    expect(statuses(own.operations())).toEqual(['p1 done', 'p2 done']);
    expect(bench.amazon.arrived).toHaveLength(2);
  });
});

describe('after the next launch', () => {
  test('an unconfirmed change that was not checked is checked, by its old baseline', async () => {
    amazon.pending = [listedAs('i-old', 'p2@example.com')];
    bench.reply = (request) => {
      amazon.carryOut(request);
      return 'reset';
    };
    create(1);
    await own.outbox.idle();
    await own.outbox.close();
    bench.store.reopen();
    own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
    own.outbox.recover({ continueAtStart: false });
    await clock.advance(minute - 1);
    expect(statuses(own.operations())).toEqual(['p1 inDoubt']);
    await look();
    expect(statuses(own.operations())).toEqual(['p1 done']);
    expect(bench.amazon.arrived).toHaveLength(1);
  });
});
