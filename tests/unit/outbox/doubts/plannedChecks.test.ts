import { beforeEach, expect, test } from 'vitest';
import { account, invitingBench, people } from '../../../support/benches/inviting';
import { outboxOver, type OutboxBench } from '../../../support/benches/outboxBench';
import { manualClock } from '../../../support/clocks/manualClock';
import type { Reply } from '../../../support/amazon/loopbackAmazon';

const clock = manualClock();
const bench = invitingBench();
const minute = 60_000;
let own: OutboxBench;
/** How Amazon answers readings of the list while doubts are checked. */
let checked: Reply | null;

beforeEach(() => {
  checked = null;
  const { list } = bench;
  bench.list = (request) => (bench.amazon.lists.length > 1 ? (checked ?? list(request)) : list(request));
  bench.reply = () => 'reset';
  own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
});

const attention = () => own.outbox.attention();

async function loseAnswers(count: number): Promise<void> {
  own.outbox.create({ account, invitees: people(count), notifyInvitedUsers: false, whenNotSeen: 'ask' });
  await own.outbox.idle();
}

async function check(): Promise<void> {
  await clock.advance(minute);
  await own.outbox.doubtsLookedAt();
}

test('without unconfirmed changes nothing is planned', () => {
  expect(attention()).toMatchObject({ decisions: 0, checks: { planned: 0, by: null, unplanned: 0 } });
});

test('a lost answer is checked once a late commit is past; what the list doesn’t settle is a person’s', async () => {
  await loseAnswers(2);
  const lostAt = clock.now();
  expect(attention()).toMatchObject({
    decisions: 0,
    checks: { planned: 2, by: lostAt + minute, unplanned: 0 },
  });
  await clock.advance(20_000);
  expect(attention().checks).toMatchObject({ by: lostAt + minute });
  await check();
  expect(attention()).toMatchObject({ decisions: 2, checks: { planned: 0, by: null, unplanned: 0 } });
});

test('a list that couldn’t be read has the time of the next try', async () => {
  checked = { json: {} };
  await loseAnswers(1);
  await check();
  // The first pause is at least half of 30 seconds.
  expect(attention()).toMatchObject({ decisions: 0, checks: { planned: 1, by: clock.now() + 15_000 } });
});

test('a check that Amazon makes wait is planned for when Amazon lets it continue', async () => {
  checked = { status: 429, headers: { 'retry-after': '120' } };
  await loseAnswers(1);
  own.paces
    .of('c-1')
    .holdBack({ reason: 'throttled', code: 'THROTTLED', message: 'Slower.', retryAfterMs: 120_000 });
  expect(attention().checks).toMatchObject({ planned: 1, by: clock.now() + 120_000 });
});

test('while only a sign-in can help, nothing is planned', async () => {
  await loseAnswers(3);
  own.paces
    .of('c-1')
    .holdBack({ reason: 'signIn', code: 'UNAUTHORIZED', message: 'Sign in.', retryAfterMs: undefined });
  expect(attention().checks).toEqual({ planned: 0, by: null, unplanned: 3 });
});
