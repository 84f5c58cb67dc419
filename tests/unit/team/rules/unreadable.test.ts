import { expect, test } from 'vitest';
import { defaultTeamRule } from '../../../../shared/domain/team/teamRules';
import { statuses } from '../../../support/benches/inviting';
import { createOutage } from '../../../support/team/outage';
import { invite, teamBench } from '../../../support/team/teamBench';

// docs/sending.md: S34
const team = teamBench();
const { bench, invited } = team;

const solo = { ...defaultTeamRule, soloSending: 'withReason' };
const setRule = (version: number, rule: object): Promise<void> =>
  team.asSuperuser(
    `INSERT INTO amc.rules (version, rule, author) VALUES (${String(version)}, '${JSON.stringify(rule)}', 'anna')`,
  );
const waits = [
  expect.objectContaining({ reason: 'team', message: expect.stringContaining('can’t read') as string }),
];

test('while a team’s rule is of a newer version, nothing is sent in shared accounts, until it can be read', async () => {
  await team.asSuperuser('TRUNCATE amc.rules');
  await setRule(1, { ...solo, approvers: 2 });
  const mia = await team.mia();
  invite(mia, 1);
  await expect.poll(() => mia.outbox.status().waits).toEqual(waits);
  expect(invited()).toEqual([]);
  expect(await team.claims()).toEqual([]);
  await setRule(2, solo);
  await mia.link.beat();
  mia.outbox.tryNow();
  await mia.outbox.idle();
  expect(statuses(mia.operations())).toEqual(['p1 done']);
});

test('what a person let go without the team waits, too, and nobody lets go more', async () => {
  await team.asSuperuser('TRUNCATE amc.rules');
  await setRule(1, solo);
  const outage = createOutage();
  const mia = await team.mia({ through: outage.through });
  await setRule(2, { ...solo, approvers: 2 });
  await mia.link.beat();
  outage.isAway = true;
  await mia.link.beat();
  invite(mia, 1);
  bench.store.db.exec(`UPDATE operations SET solo_reason = 'Decided before.'`);
  await expect.poll(() => mia.outbox.status().waits).toEqual(waits);
  const runId = mia.operations().at(-1)?.runId ?? 0;
  expect(mia.solo.offer(runId)).toMatchObject({ isAllowed: false });
  const decided = { version: 2, count: 1, reason: 'Now.' };
  expect(() => mia.solo.send(runId, decided)).toThrow(/can’t read/);
  expect(invited()).toEqual([]);
});
