import { beforeEach, describe, expect, test } from 'vitest';
import {
  account,
  requestedIn,
  inviteAll,
  invitingBench,
  people,
  statuses,
} from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { listedAs, lossyAmazon, type LossyAmazon } from '../../../support/amazon/lossyAmazon';
import { outboxOver, type OutboxBench } from '../../../support/benches/outboxBench';

const bench = invitingBench();
let amazon: LossyAmazon;
let own: OutboxBench;
beforeEach(() => {
  amazon = lossyAmazon(bench);
  own = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 20 });
});

/** Invites this many people, whose answer is lost, and by default has the list read. */
async function inDoubt(count: number, looked = true): Promise<number[]> {
  bench.reply = () => 'reset';
  const ids = own.outbox.create({ account, invitees: people(count), notifyInvitedUsers: false });
  await own.outbox.idle();
  if (looked) await own.outbox.doubtsLookedAt();
  bench.reply = amazon.carryOut;
  return ids;
}

/** Invites this many people, which Amazon refuses. */
async function failed(count: number): Promise<number[]> {
  bench.reply = () => ({ status: 400, json: { message: 'No.' } });
  const ids = own.outbox.create({ account, invitees: people(count), notifyInvitedUsers: false });
  await own.outbox.idle();
  bench.reply = amazon.carryOut;
  return ids;
}

/** Expects that it is refused, and that nothing was written or sent. */
async function refused(work: () => unknown, code: string, message: RegExp): Promise<void> {
  const before = [own.operations(), bench.rows('requests'), bench.rows('activity'), bench.rows('runs')];
  const { length } = bench.amazon.arrived;
  const thrown = await Promise.resolve()
    .then(work)
    .catch((reason: unknown) => reason);
  expect(thrown).toMatchObject({ code, message: matching(message) });
  await own.outbox.idle();
  expect([own.operations(), bench.rows('requests'), bench.rows('activity'), bench.rows('runs')]).toEqual(
    before,
  );
  expect(bench.amazon.arrived).toHaveLength(length);
}

const results = (): unknown[] => bench.rows('activity').map((row) => row['result']);

// docs/sending.md: S17
describe('an unconfirmed change that a person resolves', () => {
  test('as done, with the matching invitation', async () => {
    amazon.pending = [];
    bench.list = () => ({
      json: {
        invitations: bench.amazon.arrived.length === 0 ? [] : [listedAs('i-9', 'p***@example.com', 'admin')],
      },
    });
    const [id = 0] = await inDoubt(1);
    expect(own.outbox.resolve(id, { as: 'done', invitationId: 'i-9' })).toEqual([]);
    expect(own.operations()).toMatchObject([
      { operationId: id, status: 'done', invitationId: 'i-9', error: null },
    ]);
    expect(bench.rows('invitations')).toMatchObject([
      { invitation_id: 'i-9', email_address: 'p1@example.com', user_name: 'Name 1', state: 'pending' },
    ]);
    expect(results()).toEqual(['inDoubt', 'done']);
    expect(bench.rows('activity')[1]).toMatchObject({
      detail: matching(/omeone decided/),
      invitation_id: 'i-9',
    });
    await own.outbox.idle();
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test('as done, without knowing the invitation', async () => {
    const [id = 0] = await inDoubt(1);
    own.outbox.resolve(id, { as: 'done' });
    expect(own.operations()).toMatchObject([{ status: 'done', invitationId: null }]);
    expect(bench.rows('invitations')).toEqual([]);
    expect(results()).toEqual(['inDoubt', 'done']);
  });

  test('as an invitation that the list did not show is rejected', async () => {
    const [id = 0] = await inDoubt(1);
    await refused(
      () => own.outbox.resolve(id, { as: 'done', invitationId: 'i-9' }),
      'INVALID_INPUT',
      /isn’t one of those/,
    );
    expect(own.operations()[0]?.status).toBe('inDoubt');
  });

  test('as an invitation that already belongs to another person is rejected', async () => {
    bench.list = () => ({
      json: { invitations: bench.amazon.arrived.length === 0 ? [] : [{ invitationId: 'i-9' }] },
    });
    const [one = 0, other = 0] = await inDoubt(2);
    own.outbox.resolve(one, { as: 'done', invitationId: 'i-9' });
    await refused(
      () => own.outbox.resolve(other, { as: 'done', invitationId: 'i-9' }),
      'INVALID_INPUT',
      /belongs to another of your changes/,
    );
    expect(statuses(own.operations())).toEqual(['p1 done', 'p2 inDoubt']);
  });

  test('as not done fails, and can be retried', async () => {
    const [id = 0] = await inDoubt(1);
    expect(own.outbox.resolve(id, { as: 'notDone' })).toEqual([]);
    expect(own.operations()).toMatchObject([
      { status: 'failed', error: { code: 'NOT_DONE', retryable: true } },
    ]);
    expect(results()).toEqual(['inDoubt', 'failed']);
    await own.outbox.idle();
    expect(bench.amazon.arrived).toHaveLength(1);

    const [again = 0] = await own.outbox.retry([id]);
    await own.outbox.idle();
    expect(own.operations()[1]).toMatchObject({ operationId: again, status: 'done', attempt: 2 });
    expect(bench.amazon.arrived).toHaveLength(2);
  });

  test('by sending it again: a new operation, and nobody else’s', async () => {
    const [, id = 0] = await inDoubt(2);
    const [again = 0] = own.outbox.resolve(id, { as: 'sendAgain' });
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 inDoubt', 'p2 failed', 'p2 done']);
    expect(own.operations()[1]).toMatchObject({ replacedBy: again, error: { code: 'SENT_AGAIN' } });
    expect(bench.amazon.arrived.slice(1).map(requestedIn)).toMatchObject([
      [{ user: { emailAddress: 'p2@example.com' } }],
    ]);
  });

  test('by sending it again is sent although the run was stopped and paused', async () => {
    const [id = 0] = await inDoubt(1);
    own.outbox.pause();
    await own.outbox.stop();
    own.outbox.resolve(id, { as: 'sendAgain' });
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 failed', 'p1 done']);
  });

  test.each(['sendAgain', 'notDone'] as const)('as %s is rejected until the list was read', async (as) => {
    const later = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 60_000 });
    own = later;
    const [id = 0] = await inDoubt(1, false);
    await refused(
      () => own.outbox.resolve(id, { as }),
      'INVALID_INPUT',
      /hasn’t been read for this change yet/,
    );
    await own.outbox.close();
  });

  test('by checking again', async () => {
    const [id = 0] = await inDoubt(1);
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'notSeen' } }]);
    amazon.pending = [
      {
        ...listedAs('i-9', 'p1@example.com', 'admin'),
        user: { emailAddress: 'p1@example.com', userName: 'Name 1' },
      },
    ];
    const { length } = bench.amazon.lists;
    expect(own.outbox.resolve(id, { as: 'checkAgain' })).toEqual([]);
    expect(own.operations()[0]?.finding).toBeNull();
    await own.outbox.doubtsLookedAt();
    expect(own.operations()).toMatchObject([{ status: 'done', invitationId: 'i-9' }]);
    expect(bench.amazon.lists).toHaveLength(length + 2);
    expect(bench.amazon.arrived).toHaveLength(1);
  });

  test.each(['done', 'notDone', 'sendAgain', 'checkAgain'] as const)(
    'as %s is rejected when it is not in doubt, or unknown',
    async (as) => {
      const [id = 0] = await failed(1);
      await refused(() => own.outbox.resolve(id, { as }), 'INVALID_INPUT', /no longer unconfirmed/);
      await refused(() => own.outbox.resolve(id + 99, { as }), 'NOT_FOUND', /isn’t in the journal/);
    },
  );

  test('is resolved once', async () => {
    const [id = 0] = await inDoubt(1);
    own.outbox.resolve(id, { as: 'sendAgain' });
    await own.outbox.idle();
    await refused(
      () => own.outbox.resolve(id, { as: 'sendAgain' }),
      'INVALID_INPUT',
      /no longer unconfirmed/,
    );
    expect(bench.amazon.arrived).toHaveLength(2);
  });
});

// docs/sending.md: S18
describe('retrying a failed change', () => {
  test('sends it as a new operation of the same run, once', async () => {
    const [id = 0] = await failed(1);
    const [again = 0] = await own.outbox.retry([id]);
    await own.outbox.idle();
    const [old, fresh] = own.operations();
    expect(old).toMatchObject({ status: 'failed', replacedBy: again, error: { code: 'BAD_REQUEST' } });
    expect(fresh).toMatchObject({ operationId: again, status: 'done', attempt: 2, runId: old?.runId });
    await refused(() => own.outbox.retry([id]), 'INVALID_INPUT', /already been sent again/);
    expect(bench.amazon.arrived).toHaveLength(2);
  });

  test('sends only the named changes, at most 50 per call', async () => {
    const ids = await failed(60);
    await own.outbox.retry(ids.slice(5));
    await own.outbox.idle();
    expect(bench.amazon.arrived.map((request) => requestedIn(request).length)).toEqual([50, 10, 50, 5]);
    expect(own.outbox.status().runs).toMatchObject([{ counts: { done: 55, failed: 5 } }]);
  });

  test('named twice counts once', async () => {
    const [id = 0] = await failed(1);
    expect(await own.outbox.retry([id, id])).toHaveLength(1);
    await own.outbox.idle();
    expect(bench.amazon.arrived).toHaveLength(2);
  });

  test('is rejected entirely when one of them is unknown, done or in doubt', async () => {
    const [done = 0] = (await bench.invite(people(2).slice(1), own)).operationIds;
    const [id = 0] = await failed(1);
    await refused(() => own.outbox.retry([id, 99]), 'NOT_FOUND', /isn’t in the journal/);
    await refused(() => own.outbox.retry([id, done]), 'INVALID_INPUT', /p2@example\.com has not failed/);
  });

  test('is rejected while the person is being invited, or that is in doubt', async () => {
    const [id = 0] = await failed(1);
    let arrived: (() => void) | undefined;
    let answer: (() => void) | undefined;
    const isUnderWay = new Promise<void>((resolve) => (arrived = resolve));
    const mayEnd = new Promise<void>((resolve) => (answer = resolve));
    bench.reply = async (request) => {
      arrived?.();
      await mayEnd;
      return inviteAll(request);
    };
    own.outbox.create({ account, invitees: people(1), notifyInvitedUsers: false });
    await isUnderWay;
    await expect(own.outbox.retry([id])).rejects.toThrow(/p1@example\.com is being invited/);
    answer?.();
    await own.outbox.idle();
    expect(bench.amazon.arrived).toHaveLength(2);
  });

  test('is rejected while inviting the same person is in doubt', async () => {
    const [id = 0] = await failed(1);
    await inDoubt(1);
    await refused(() => own.outbox.retry([id]), 'INVALID_INPUT', /unconfirmed. Resolve it/);
  });

  test('is rejected for two changes that invite the same person', async () => {
    const [first = 0] = await failed(1);
    const [second = 0] = await failed(1);
    await refused(() => own.outbox.retry([first, second]), 'INVALID_INPUT', /Two of these changes/);
    await own.outbox.retry([second]);
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 failed', 'p1 failed', 'p1 done']);
  });

  test('is rejected for a change resolved by sending it again', async () => {
    const [id = 0] = await inDoubt(1);
    own.outbox.resolve(id, { as: 'sendAgain' });
    await own.outbox.idle();
    await refused(() => own.outbox.retry([id]), 'INVALID_INPUT', /already been sent again/);
  });
});
