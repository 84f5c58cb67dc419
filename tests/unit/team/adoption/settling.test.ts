import { describe, expect, test } from 'vitest';
import { listedAs } from '../../../support/amazon/lossyAmazon';
import { statuses } from '../../../support/benches/inviting';
import type { TeamDesktop } from '../../../support/team/desktop';
import { invite, teamBench } from '../../../support/team/teamBench';

// docs/sending.md: S33
const team = teamBench();
const { bench, claims, invited } = team;

/** Mia's call ends without an answer, and her app says so. */
async function miaInDoubt(): Promise<TeamDesktop> {
  const mia = await team.mia();
  bench.reply = () => 'reset';
  invite(mia, 1);
  await mia.outbox.idle();
  await mia.link.beat();
  bench.reply = team.amazon.carryOut;
  return mia;
}

/** Ben, whose invitation of the same person is barred by that. */
async function benBarred(options: { readonly lateCommitMs?: number } = {}): Promise<{
  readonly ben: TeamDesktop;
  readonly barred: number;
}> {
  const ben = await team.ben(options);
  const [barred = 0] = invite(ben, 1);
  await ben.outbox.idle();
  expect(ben.operations()[0]?.error?.code).toBe('CLAIMED_ELSEWHERE');
  return { ben, barred };
}

const recorded = (): unknown[] =>
  team.benStore.db
    .prepare(`SELECT result, detail, invitation_id FROM activity WHERE action = 'settleForTeam'`)
    .all();

describe('what an app that is gone left open', () => {
  test('is done if Amazon’s list shows it, with the invitation and both names', async () => {
    const mia = await miaInDoubt();
    await mia.quit();
    const { ben, barred } = await benBarred();
    // Amazon's list lagged behind.
    team.amazon.pending.push(listedAs('inv-7', 'p1@example.com', 'admin'));
    expect(await ben.adoption.barredBy(barred)).toMatchObject({
      ...{ colleague: 'Mia', isOwn: false, kind: 'create', isRunning: false, notBefore: null },
    });
    expect(await ben.adoption.settle(barred, 'byList')).toEqual({
      ...{ outcome: 'done', byList: true, invitationId: 'inv-7' },
    });
    expect(await claims()).toMatchObject([
      { state: 'done', holder: 'mia', settled_by: 'ben', invitation_id: 'inv-7' },
    ]);
    expect(recorded()).toEqual([
      {
        result: 'done',
        detail: 'Mia’s invitation, settled by Amazon’s list',
        invitation_id: 'inv-7',
      },
    ]);
    expect(ben.operations()[0]).toMatchObject({
      status: 'failed',
      teamSettlement: { colleague: 'Mia', isOwn: false, state: 'done' },
    });
    expect(invited()).toEqual(['p1@example.com']);
    // Settling left the turn.
    expect(await ben.adoption.barredBy(barred)).toBeNull();
  });

  test('is free again if it is certainly not there, and sent only when a person retries', async () => {
    const mia = await miaInDoubt();
    await mia.quit();
    const { ben, barred } = await benBarred();
    expect(await ben.adoption.settle(barred, 'byList')).toMatchObject({ outcome: 'failed', byList: true });
    await ben.outbox.idle();
    expect(invited()).toEqual(['p1@example.com']);
    await ben.outbox.retry([barred]);
    await ben.outbox.idle();
    expect(invited()).toEqual(['p1@example.com', 'p1@example.com']);
    expect(await claims()).toMatchObject([
      { state: 'failed', holder: 'mia', settled_by: 'ben' },
      { state: 'done', holder: 'ben' },
    ]);
  });

  test('stays while the app runs, though the list shows it', async () => {
    await miaInDoubt();
    const { ben, barred } = await benBarred();
    team.amazon.pending.push(listedAs('inv-7', 'p1@example.com', 'admin'));
    expect(await ben.adoption.barredBy(barred)).toMatchObject({ isRunning: true });
    expect(await ben.adoption.settle(barred, 'done')).toMatchObject({
      outcome: 'open',
      why: 'early',
      notBefore: expect.any(Number) as number,
    });
    expect(await claims()).toMatchObject([{ state: 'inDoubt', settled_by: 'mia' }]);
    expect(recorded()).toEqual([]);
  });

  test('stays while Amazon may still carry it out, and says until when', async () => {
    const mia = await miaInDoubt();
    await mia.quit();
    const { ben, barred } = await benBarred({ lateCommitMs: 60_000 });
    const early = await ben.adoption.settle(barred, 'byList');
    expect(early).toMatchObject({ outcome: 'open', why: 'early' });
    const left = ('notBefore' in early ? (early.notBefore ?? 0) : 0) - Date.now();
    expect(left).toBeGreaterThan(30_000);
    expect(left).toBeLessThan(65_000);
    expect(await claims()).toMatchObject([{ state: 'inDoubt' }]);
  });

  test('stays if the list can’t be read, whatever the person decides', async () => {
    const mia = await miaInDoubt();
    await mia.quit();
    const { ben, barred } = await benBarred();
    bench.list = () => ({ status: 500, json: {} });
    expect(await ben.adoption.settle(barred, 'notDone')).toMatchObject({ outcome: 'open', why: 'unread' });
    expect(await claims()).toMatchObject([{ state: 'inDoubt' }]);
  });

  test('is decided by a person where the list doesn’t show enough', async () => {
    const mia = await miaInDoubt();
    await mia.quit();
    const { ben, barred } = await benBarred();
    bench.users = () => ({
      json: { users: [{ userId: 'U1', email: 'p1@example.com' }] },
    });
    team.amazon.pending.push(listedAs('inv-8', 'p1@example.com', 'viewer'));
    expect(await ben.adoption.settle(barred, 'byList')).toMatchObject({ outcome: 'open', why: 'unclear' });
    expect(await claims()).toMatchObject([{ state: 'inDoubt' }]);
    expect(await ben.adoption.settle(barred, 'done')).toEqual({
      ...{ outcome: 'done', byList: false, invitationId: null },
    });
    expect(recorded()).toMatchObject([
      { detail: 'Mia’s invitation, settled by decision: Amazon’s list didn’t show enough' },
    ]);
  });

  test('isn’t settled by an invitation that another change made', async () => {
    const mia = await team.mia();
    invite(mia, 1);
    await mia.outbox.idle();
    const ben = await team.ben();
    await ben.link.beat();
    bench.list = () => ({ json: { invitations: [] } });
    bench.reply = () => 'reset';
    invite(mia, 1);
    await mia.outbox.idle();
    await mia.link.beat();
    await mia.quit();
    bench.reply = team.amazon.carryOut;
    const [barred = 0] = invite(ben, 1);
    await ben.outbox.idle();
    bench.list = () => ({ json: { invitations: team.amazon.pending } });
    expect(await ben.adoption.settle(barred, 'byList')).toMatchObject({ outcome: 'failed' });
    expect(await claims()).toMatchObject([{ state: 'done' }, { state: 'failed', settled_by: 'ben' }]);
  });
});

test('one’s own computer that comes back learns who settled its change, and keeps its own truth', async () => {
  const mia = await miaInDoubt();
  const { installationId } = mia;
  const [own = 0] = mia.operations().map(({ operationId }) => operationId);
  await mia.quit();
  const { ben, barred } = await benBarred();
  await ben.adoption.settle(barred, 'byList');
  const again = await team.mia({ installationId });
  await again.link.beat();
  expect(statuses(again.operations())).toEqual(['p1 inDoubt']);
  expect(again.operations()[0]?.teamSettlement).toMatchObject({
    ...{ colleague: 'Ben', isOwn: true, state: 'failed' },
  });
  again.own.resolve(own, { as: 'done' });
  await again.link.beat();
  expect(statuses(again.operations())).toEqual(['p1 done']);
});
