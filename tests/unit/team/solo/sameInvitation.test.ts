import { describe, expect, test } from 'vitest';
import { defaultTeamRule } from '../../../../shared/domain/team/teamRules';
import { newRecordId } from '../../../../main/storage/recordId';
import { account } from '../../../support/benches/inviting';
import { createSignal } from '../../../support/signal';
import type { TeamDesktop } from '../../../support/team/desktop';
import { createOutage } from '../../../support/team/outage';
import { invite, teamBench } from '../../../support/team/teamBench';

// docs/sending.md: S35
const team = teamBench();
const { bench, claims, invited } = team;

/** Mia sends alone, Ben invites the same person under a claim, and Mia's answer is lost once he has. */
async function bothInvite({ isCarriedOut }: { readonly isCarriedOut: boolean }): Promise<{
  readonly mia: TeamDesktop;
  readonly ben: TeamDesktop;
  readonly bens: string;
  /** Mia's doubt was looked at, and the store is back. */
  readonly settled: (decide: () => void) => Promise<void>;
}> {
  await team.asSuperuser(
    `TRUNCATE amc.rules; INSERT INTO amc.rules (version, rule, author)
     VALUES (1, '${JSON.stringify({ ...defaultTeamRule, soloSending: 'withReason' })}', 'anna')`,
  );
  const outage = createOutage();
  const mia = await team.mia({ through: outage.through, ownLateCommitMs: 0 });
  outage.isAway = true;
  await mia.link.beat();
  const [own = 0] = invite(mia, 1);
  await expect.poll(() => mia.outbox.status().waits).toMatchObject([{ reason: 'team' }]);
  const answer = createSignal();
  bench.reply = async (request) => {
    if (isCarriedOut) team.amazon.carryOut(request);
    await answer.happened;
    return 'reset' as const;
  };
  bench.list = () => ({ json: { invitations: [] } });
  const { runId } = mia.operations().find(({ operationId }) => operationId === own) ?? { runId: 0 };
  mia.solo.send(runId, { version: 1, count: 1, reason: 'The client starts at nine.' });
  await expect.poll(() => invited()).toHaveLength(1);
  bench.reply = team.amazon.carryOut;
  const ben = await team.ben();
  invite(ben, 1);
  await ben.outbox.idle();
  bench.list = () => ({ json: { invitations: team.amazon.pending } });
  return {
    ...{ mia, ben, bens: ben.operations()[0]?.invitationId ?? '' },
    async settled(decide) {
      answer.happen();
      await mia.outbox.idle();
      await mia.outbox.doubtsLookedAt();
      decide();
      outage.isAway = false;
      await mia.link.beat();
      await ben.link.beat();
      for (const desktop of [mia, ben]) await desktop.access.refreshInvitations([account]);
    },
  };
}

describe('a change sent alone that was settled by the colleague’s invitation', () => {
  test('isn’t listed as a double, since Amazon has one', async () => {
    const { mia, ben, bens, settled } = await bothInvite({ isCarriedOut: false });
    await settled(() => undefined);
    expect((await claims()).map((claim) => [claim.holder, claim.state, claim.invitation_id])).toEqual([
      ['ben', 'done', bens],
      ['mia', 'done', bens],
    ]);
    expect([mia.doubles.list(), ben.doubles.list()]).toEqual([[], []]);
  });

  test('by a wrong decision, is listed with the one that Amazon has besides', async () => {
    const { mia, ben, bens, settled } = await bothInvite({ isCarriedOut: true });
    await settled(() => {
      const [doubt] = mia.operations();
      mia.own.resolve(doubt?.operationId ?? 0, { as: 'done', invitationId: bens });
    });
    const atAmazon = team.amazon.pending.map(({ invitationId }) => invitationId).toSorted();
    expect(atAmazon).toHaveLength(2);
    for (const { doubles } of [mia, ben]) {
      const [double, ...more] = doubles.list();
      expect(more).toEqual([]);
      expect(double?.sides.map(({ invitationId }) => invitationId).toSorted()).toEqual(atAmazon);
      expect(double?.proposed).not.toBeNull();
    }
  });
});

test('the same two invitations in two pairs of changes are listed once, and not at all once both were left', async () => {
  const mia = await team.mia();
  const { db } = bench.store;
  const side = (colleague: string, invitationId: string): object => ({
    ...{ claimId: newRecordId(1), login: 'x', colleague, isSolo: true, reason: 'Why', role: 'viewer' },
    ...{ invitationId, at: 1 },
  });
  const add = (soloId: string, ...sides: readonly object[]): void => {
    db.prepare(
      `INSERT INTO team_doubles (solo_id, other_id, realm, account_id, address, sides, dismissal)
       VALUES (?, ?, 'sandbox', ?, 'p1@example.com', ?, NULL)`,
    ).run(soloId, newRecordId(1), account.accountId, JSON.stringify(sides));
  };
  const [first, second] = [newRecordId(1), newRecordId(2)];
  add(first, side('Mia', 'inv-1'), side('Leo', 'inv-2'));
  add(second, side('Zoe', 'inv-2'), side('Mia', 'inv-1'));
  expect(mia.doubles.list()).toHaveLength(1);
  db.prepare('UPDATE team_doubles SET dismissal = ? WHERE solo_id = ?').run(
    JSON.stringify({ reason: 'Both are the same person.', by: 'Ben', at: 1 }),
    first,
  );
  expect(mia.doubles.list()).toEqual([]);
});
