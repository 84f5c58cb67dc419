import { describe, expect, test } from 'vitest';
import { createAccess } from '../../../../main/access/access';
import { createActivity } from '../../../../main/activity/activity';
import { createPaces } from '../../../../main/amazonAds/pacing/paces';
import { createOutbox, type Outbox } from '../../../../main/outbox/outbox';
import { nothingShared } from '../../../../main/outbox/sending/turns/accountTurns';
import { account, inviteAll, invitingBench, people } from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { membersOver } from '../../../support/fixtures/membersOver';
import { clientTo } from '../../../support/amazon/loopbackAmazon';

const bench = invitingBench();

function outboxTypingFrom(typeNumberFromInvitations: number): Outbox {
  const client = clientTo(bench.amazon.origin);
  const shared = {
    db: bench.store.db,
    clientOf: () => Promise.resolve(client),
    changed: () => undefined,
    now: Date.now,
  };
  const clock = { now: Date.now, monotonic: () => performance.now(), random: () => 0 };
  const paces = createPaces(clock, () => undefined);
  return createOutbox({
    ...{ ...shared, ...clock, paces },
    members: membersOver({ ...shared, ...clock, paces }),
    activity: createActivity(shared.db),
    actorOf: () => ({ connectionLabel: '', actor: '' }),
    access: createAccess({ ...shared, realmOf: () => 'sandbox' }),
    turns: nothingShared,
    typingRule: () => ({ typeNumberFromInvitations, typeNumberFromAdmins: 0 }),
  });
}

/** This many failed invitations, each half in its own run. */
async function failed(outbox: Outbox, count: number): Promise<number[]> {
  bench.reply = () => ({ status: 400, json: { message: 'No.' } });
  const half = count / 2;
  const ids = [people(count).slice(0, half), people(count).slice(half)].flatMap((invitees) =>
    outbox.create({ account, invitees, notifyInvitedUsers: false, typedNumber: String(invitees.length) }),
  );
  await outbox.idle();
  bench.reply = inviteAll;
  return ids;
}

const operations = (outbox: Outbox) =>
  outbox.operations({ latestOnly: true, limit: 1000, offset: 0 }).operations.reverse();
const attempts = (): number => bench.amazon.arrived.length;

describe('retrying failed changes', () => {
  test('does what was confirmed, in the original runs', async () => {
    const outbox = outboxTypingFrom(0);
    const operationIds = await failed(outbox, 120);
    const runs = outbox.status().runs.map(({ runId }) => runId);
    const { agreement } = await outbox.previewRetry({ operationIds });
    expect(agreement).toMatchObject({ total: 120, admins: 60, accounts: [{ total: 120, admins: 60 }] });
    const answer = await outbox.retry({ operationIds, agreed: agreement });
    expect(answer).toMatchObject({ agreed: true });
    await outbox.idle();
    const now = operations(outbox);
    expect(now.map(({ status }) => status)).toEqual(Array(120).fill('done'));
    expect(answer).toMatchObject({ operationIds: now.map(({ operationId }) => operationId) });
    expect(outbox.status().runs).toMatchObject(
      runs.map((runId) => ({ runId, counts: { done: 60, failed: 0 } })),
    );
    expect(bench.rows('stagings')).toEqual([]);
  });

  test('sends nothing if it differs from what was confirmed, and returns what it would be now', async () => {
    const outbox = outboxTypingFrom(0);
    const operationIds = await failed(outbox, 4);
    const before = attempts();
    const { agreement } = await outbox.previewRetry({ operationIds: operationIds.slice(1) });
    const answer = await outbox.retry({ operationIds, agreed: agreement });
    expect(answer).toMatchObject({ agreed: false, difference: { changed: 1, now: { total: 4, admins: 2 } } });
    await outbox.idle();
    expect(attempts()).toBe(before);
    expect(operations(outbox)).toHaveLength(4);
  });

  test('requires typed confirmation for many', async () => {
    const outbox = outboxTypingFrom(4);
    const operationIds = await failed(outbox, 4);
    const before = attempts();
    const { agreement: agreed } = await outbox.previewRetry({ operationIds });
    for (const typedNumber of [undefined, '3']) {
      await expect(outbox.retry({ operationIds, agreed, typedNumber })).rejects.toEqual(
        expect.objectContaining({ code: 'INVALID_INPUT', message: matching(/Type 4 to confirm/) }),
      );
    }
    await outbox.idle();
    expect(attempts()).toBe(before);
    expect(await outbox.retry({ operationIds, agreed, typedNumber: '4' })).toMatchObject({ agreed: true });
    await outbox.idle();
    expect(attempts()).toBe(before + 2);
  });

  test('through a connection that was removed is rejected', async () => {
    const outbox = outboxTypingFrom(0);
    const operationIds = await failed(outbox, 2);
    bench.store.db.exec('DELETE FROM ways_in');
    await expect(outbox.previewRetry({ operationIds })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that went live is written at the next launch', async () => {
    const outbox = outboxTypingFrom(0);
    const operationIds = await failed(outbox, 120);
    const { agreement: agreed } = await outbox.previewRetry({ operationIds });
    // The disk is full once it is live: as if the app had ended there.
    bench.store.db.exec(
      `CREATE TRIGGER ended BEFORE INSERT ON requests BEGIN SELECT RAISE(ABORT, 'ended'); END`,
    );
    await expect(outbox.retry({ operationIds, agreed })).rejects.toThrow(/ended/);
    await outbox.close();
    bench.store.db.exec('DROP TRIGGER ended');
    const next = outboxTypingFrom(0);
    next.recover({ continueAtStart: true });
    await next.idle();
    expect(operations(next).map(({ status }) => status)).toEqual(Array(120).fill('done'));
    expect(new Set(operations(next).map(({ runId }) => runId)).size).toBe(2);
  });
});
