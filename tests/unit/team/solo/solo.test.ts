import { describe, expect, test } from 'vitest';
import type { TeamRule } from '../../../../shared/domain/team/teamRules';
import { defaultTeamRule } from '../../../../shared/domain/team/teamRules';
import { account, statuses } from '../../../support/benches/inviting';
import type { TeamDesktop } from '../../../support/team/desktop';
import { createOutage, type Outage } from '../../../support/team/outage';
import { invite, teamBench } from '../../../support/team/teamBench';

// docs/sending.md: S34, S35
const team = teamBench();
const { bench, claims, invited } = team;
const reason = 'The client starts at nine.';

async function teamAllows(soloSending: TeamRule['soloSending']): Promise<void> {
  await team.asSuperuser(
    `TRUNCATE amc.rules; INSERT INTO amc.rules (version, rule, author)
     VALUES (1, '${JSON.stringify({ ...defaultTeamRule, soloSending })}', 'anna')`,
  );
}

/** Mia, whose store is away, with one change that waits. */
async function miaAlone(outage: Outage): Promise<{ readonly mia: TeamDesktop; readonly runId: number }> {
  const mia = await team.mia({ through: outage.through });
  outage.isAway = true;
  await mia.link.beat();
  invite(mia, 1);
  await expect.poll(() => mia.outbox.status().waits).toMatchObject([{ reason: 'team' }]);
  const runId = mia.operations().at(-1)?.runId ?? 0;
  return { mia, runId };
}

const sendSolo = (mia: TeamDesktop, runId: number, other: object = {}): void => {
  mia.solo.send(runId, { version: 1, count: 1, reason, ...other });
};

/** Mia sends alone, and Ben invites the same person meanwhile, whom Amazon’s list doesn’t show yet. */
async function invitedTwice(): Promise<{
  readonly mia: TeamDesktop;
  readonly ben: TeamDesktop;
  readonly outage: Outage;
}> {
  await teamAllows('withReason');
  const outage = createOutage();
  const { mia, runId } = await miaAlone(outage);
  bench.list = () => ({ json: { invitations: [] } });
  sendSolo(mia, runId);
  await mia.outbox.idle();
  const ben = await team.ben();
  invite(ben, 1);
  await ben.outbox.idle();
  await ben.link.beat();
  return { mia, ben, outage };
}

describe('while the store is away', () => {
  test('nothing is sent unless the last known rules allow it', async () => {
    await teamAllows('never');
    const outage = createOutage();
    const { mia, runId } = await miaAlone(outage);
    expect(mia.solo.offer(runId)).toEqual({ version: 1, isAllowed: false, count: 1, accounts: 1 });
    expect(() => sendSolo(mia, runId)).toThrow(/rules don’t allow/);
    mia.outbox.tryNow();
    await expect.poll(() => mia.outbox.status().waits).toMatchObject([{ reason: 'team' }]);
    expect(invited()).toEqual([]);
  });

  test('a person may send with a reason, which the record, the operation and later the store have', async () => {
    await teamAllows('withReason');
    const outage = createOutage();
    const { mia, runId } = await miaAlone(outage);
    expect(mia.solo.offer(runId)).toMatchObject({ isAllowed: true, count: 1 });
    sendSolo(mia, runId);
    await mia.outbox.idle();
    expect(statuses(mia.operations())).toEqual(['p1 done']);
    expect(mia.operations()[0]).toMatchObject({ soloReason: reason });
    expect(bench.rows('activity').map(({ action, detail }) => [action, detail])).toEqual([
      ['sendSolo', `1 change of run ${String(runId)}, by version 1 of the team’s rules: ${reason}`],
      ['create', `Sent without the team: ${reason}`],
    ]);
    expect(await claims()).toEqual([]);
    outage.isAway = false;
    await mia.link.beat();
    await mia.link.beat();
    expect(await claims()).toMatchObject([
      {
        who: 'p1@example.com',
        state: 'done',
        origin: 'solo',
        reason,
        holder: 'mia',
        generation: 1,
        known: 1,
      },
    ]);
    expect(mia.doubles.list()).toEqual([]);
    expect(invited()).toEqual(['p1@example.com']);
  });

  test('the decision holds only for what the person saw', async () => {
    await teamAllows('withReason');
    const outage = createOutage();
    const { mia, runId } = await miaAlone(outage);
    expect(() => sendSolo(mia, runId, { version: 2 })).toThrow(/rules changed/);
    expect(() => sendSolo(mia, runId, { count: 2 })).toThrow(/Now 1 change/);
    outage.isAway = false;
    await mia.link.beat();
    expect(mia.solo.offer(runId)).toBeNull();
    expect(() => sendSolo(mia, runId)).toThrow(/isn’t away/);
    await mia.outbox.idle();
    // Sent under a claim, when the store was back.
    expect(await claims()).toMatchObject([{ state: 'done', origin: 'turn' }]);
    expect(mia.operations()[0]).toMatchObject({ status: 'done', soloReason: null });
  });

  test('what a person let go, and isn’t sent when the store is back, is sent by its rules', async () => {
    await teamAllows('withReason');
    const outage = createOutage();
    const { mia, runId } = await miaAlone(outage);
    mia.own.pause([runId]);
    sendSolo(mia, runId);
    outage.isAway = false;
    await mia.link.beat();
    mia.own.resume([runId]);
    await mia.outbox.idle();
    expect(await claims()).toMatchObject([{ state: 'done', origin: 'turn' }]);
  });

  test('a store that refuses isn’t away', async () => {
    await teamAllows('withReason');
    const outage = createOutage('TEAM_REFUSED');
    const { mia, runId } = await miaAlone(outage);
    expect(mia.solo.offer(runId)).toBeNull();
    expect(() => sendSolo(mia, runId)).toThrow(/isn’t away/);
    expect(invited()).toEqual([]);
  });

  test('other runs in the same account wait on', async () => {
    await teamAllows('withReason');
    const outage = createOutage();
    const { mia } = await miaAlone(outage);
    const [later = 0] = mia.outbox.create({
      account,
      invitees: [{ emailAddress: 'later@example.com', userName: 'Later', role: 'viewer' }],
      notifyInvitedUsers: true,
    });
    const run = mia.operations().find(({ operationId }) => operationId === later)?.runId ?? 0;
    sendSolo(mia, run);
    await expect.poll(() => invited()).toEqual(['later@example.com']);
    await expect.poll(() => mia.outbox.status().waits).toMatchObject([{ reason: 'team' }]);
    expect(mia.operations().map(({ status }) => status)).toEqual(['queued', 'done']);
  });

  test('a change whose answer was lost is reported when it is known', async () => {
    await teamAllows('withReason');
    const outage = createOutage();
    const { mia, runId } = await miaAlone(outage);
    bench.reply = () => 'reset';
    sendSolo(mia, runId);
    await mia.outbox.idle();
    expect(statuses(mia.operations())).toEqual(['p1 inDoubt']);
    outage.isAway = false;
    await mia.link.beat();
    expect(await claims()).toEqual([]);
    mia.own.resolve(mia.operations()[0]?.operationId ?? 0, { as: 'done' });
    await mia.link.beat();
    expect(await claims()).toMatchObject([{ state: 'done', origin: 'solo' }]);
  });
});

describe('somebody whom a colleague invited meanwhile', () => {
  test('is listed with both invitations on both desktops, and nothing is revoked', async () => {
    const { mia, ben, outage } = await invitedTwice();
    expect(invited()).toEqual(['p1@example.com', 'p1@example.com']);
    outage.isAway = false;
    await mia.link.beat();
    await ben.link.beat();
    for (const desktop of [mia, ben]) {
      const [double, ...others] = desktop.doubles.list();
      expect(others).toEqual([]);
      expect(double).toMatchObject({
        emailAddress: 'p1@example.com',
        accountName: expect.any(String) as string,
      });
      expect(double?.sides.map(({ colleague, isSolo }) => [colleague, isSolo])).toEqual([
        ['Mia', true],
        ['Ben', false],
      ]);
      expect(double?.sides[0]).toMatchObject({ reason });
    }
    expect(invited()).toHaveLength(2);
  });

  test('is no longer listed when a person dismissed it with a reason, for the whole team', async () => {
    const { mia, ben, outage } = await invitedTwice();
    outage.isAway = false;
    await mia.link.beat();
    const [double] = mia.doubles.list();
    await ben.link.beat();
    await ben.doubles.dismiss(double?.soloId ?? '', double?.otherId ?? '', 'Both are the same person.');
    expect(ben.doubles.list()).toEqual([]);
    await mia.link.beat();
    expect(mia.doubles.list()).toEqual([]);
    const entries = team.benStore.db
      .prepare(`SELECT actor, detail FROM activity WHERE action = 'dismissDouble'`)
      .all();
    expect(entries).toEqual([{ actor: 'Ben', detail: 'Both are the same person.' }]);
  });

  test('isn’t listed if the colleague knew, and repeated it deliberately', async () => {
    await teamAllows('withReason');
    const outage = createOutage();
    const { mia, runId } = await miaAlone(outage);
    sendSolo(mia, runId);
    await mia.outbox.idle();
    outage.isAway = false;
    await mia.link.beat();
    bench.list = () => ({ json: { invitations: [] } });
    const ben = await team.ben();
    const [id = 0] = invite(ben, 1);
    await ben.outbox.idle();
    expect(ben.operations()[0]?.error?.code).toBe('ALREADY_INVITED');
    await ben.link.beat();
    await ben.outbox.retry([id]);
    await ben.outbox.idle();
    await ben.link.beat();
    expect(await claims()).toMatchObject([{ generation: 1 }, { generation: 2 }]);
    expect(ben.doubles.list()).toEqual([]);
  });
});

test('who finds done what a colleague had settled as not done reports it, and a double is listed', async () => {
  const mia = await team.mia();
  bench.reply = () => 'reset';
  const [own = 0] = invite(mia, 1);
  await mia.outbox.idle();
  await mia.link.beat();
  await mia.quit();
  bench.reply = team.amazon.carryOut;
  const ben = await team.ben();
  const [barred = 0] = invite(ben, 1);
  await ben.outbox.idle();
  await ben.adoption.settle(barred, 'byList');
  await ben.outbox.retry([barred]);
  await ben.outbox.idle();
  const again = await team.mia({ installationId: mia.installationId });
  await again.link.beat();
  again.own.resolve(own, { as: 'done' });
  await again.link.beat();
  await ben.link.beat();
  expect(await claims()).toMatchObject([
    { holder: 'mia', state: 'failed', settled_by: 'ben' },
    { holder: 'ben', state: 'done', generation: 1 },
    { holder: 'mia', state: 'done', origin: 'late', generation: 2, known: 1 },
  ]);
  expect(ben.doubles.list()).toHaveLength(1);
});
