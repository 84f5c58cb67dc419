import { describe, expect, test } from 'vitest';
import { transaction } from '../../../../main/storage/transaction';
import {
  account,
  requestedIn,
  inviteAll,
  invitingBench,
  people,
  statuses,
} from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { listedAs, lossyAmazon } from '../../../support/amazon/lossyAmazon';
import { outboxOver } from '../../../support/benches/outboxBench';

const bench = invitingBench();

/** Amazon lists these people as invited by a colleague. */
const colleagueInvited = (...numbers: number[]): void => {
  const amazon = lossyAmazon(bench);
  amazon.pending = numbers.map((number) => ({
    ...listedAs(`hers-${String(number)}`, `P${String(number)}@Example.com`),
    createdBy: 'mia@example.com',
  }));
};

const sha = (): unknown[] =>
  bench.rows('requests').map((row) => [row['body_sha256'], row['sent_at'] !== null]);

// docs/sending.md: S7
describe('people who are pending according to the list just read', () => {
  test('are skipped, and the others are sent in a new call; no body that was written is changed', async () => {
    colleagueInvited(1, 3, 60);
    const own = outboxOver(bench.store.db, bench.amazon.origin);
    own.outbox.create({ account, invitees: people(60), notifyInvitedUsers: true });
    const [before] = sha();
    await own.outbox.idle();
    const operations = own.operations();
    expect(bench.amazon.arrived.map((each) => requestedIn(each).length)).toEqual([48, 9]);
    expect(bench.amazon.arrived.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { notifyInvitedUsers: true },
      { notifyInvitedUsers: true },
    ]);
    expect(statuses(operations).filter((each) => each.endsWith('failed'))).toEqual([
      'p1 failed',
      'p3 failed',
      'p60 failed',
    ]);
    expect(operations[0]?.error).toEqual({
      code: 'ALREADY_INVITED',
      message: matching(/^Already invited as viewer by mia@example.com: .*nothing was sent/),
      retryable: false,
      details: 'Pending invitation hers-1',
    });
    expect(operations[59]?.error?.message).toMatch(/^Already invited by mia@example.com/);
    expect(operations[0]?.invitationId).toBeNull();
    expect(sha()[0]).toEqual(before);
    expect(sha().map((each) => (each as unknown[])[1])).toEqual([false, false, true, true]);
    expect(own.outbox.status().runs).toMatchObject([{ counts: { done: 57, failed: 0, skipped: 3 } }]);
    const listed = (shown: 'failed' | 'skipped' | 'done') =>
      own.outbox.operations({ statuses: [shown], limit: 100, offset: 0 }).total;
    expect([listed('failed'), listed('skipped'), listed('done')]).toEqual([0, 3, 57]);
    expect(own.outbox.operations({ statuses: ['done', 'skipped'], limit: 100, offset: 0 }).total).toBe(60);
    expect(
      bench.rows('activity').filter((row) => row['code'] === 'ALREADY_INVITED' && row['result'] === 'failed'),
    ).toHaveLength(3);
  });

  test('make no call if everybody in it is skipped', async () => {
    colleagueInvited(1, 2);
    const shouted = people(2).map((each) => ({ ...each, emailAddress: each.emailAddress.toUpperCase() }));
    const { operations } = await bench.invite(shouted);
    expect(statuses(operations)).toEqual(['P1@EXAMPLE.COM failed', 'P2@EXAMPLE.COM failed']);
    expect(bench.amazon.arrived).toEqual([]);
    expect(bench.rows('requests')).toHaveLength(1);
  });

  test('are still invited if we revoked that invitation, even though the list lags behind', async () => {
    const amazon = lossyAmazon(bench);
    const own = outboxOver(bench.store.db, bench.amazon.origin);
    await bench.invite(people(1), own);
    await own.outbox.revoke({
      invitations: [{ ...account, invitationId: 'inv-p1@example.com' }],
    });
    await own.outbox.idle();
    amazon.pending = [listedAs('inv-p1@example.com', 'p1@example.com', 'admin')];
    bench.reply = inviteAll;
    const { operations } = await bench.invite(people(1), own);
    expect(operations.at(-1)?.status).toBe('done');
  });

  test('are invited even if the program that split the call ended in the middle of it', async () => {
    colleagueInvited(1);
    const own = outboxOver(bench.store.db, bench.amazon.origin);
    bench.store.db.exec(`CREATE TEMP TRIGGER ends BEFORE UPDATE OF request_id ON operations
      BEGIN SELECT RAISE(ABORT, 'killed'); END`);
    own.outbox.create({ account, invitees: people(3), notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(new Set(own.operations().map(({ status }) => status))).toEqual(new Set(['queued']));
    expect(bench.rows('requests')).toHaveLength(1);
    expect(bench.rows('activity')).toEqual([]);
    transaction(bench.store.db, () => {
      bench.store.db.exec('DROP TRIGGER ends');
    });
    own.outbox.resume();
    await own.outbox.idle();
    expect(statuses(own.operations())).toEqual(['p1 failed', 'p2 done', 'p3 done']);
  });
});
