import { expect, test } from 'vitest';
import { defaultTeamRule } from '../../../../shared/domain/team/teamRules';
import { statuses } from '../../../support/benches/inviting';
import { invite, teamBench } from '../../../support/team/teamBench';

// docs/sending.md: S29
const team = teamBench();

test('without the right to send, taken away in the middle, nothing is sent, alone neither, and the wait says why', async () => {
  const mia = await team.mia();
  await team.asSuperuser(`UPDATE amc.members SET may_send = false WHERE login = 'mia';
    INSERT INTO amc.rules (version, rule, author)
    VALUES (1, '${JSON.stringify({ ...defaultTeamRule, soloSending: 'withReason' })}', 'anna') ON CONFLICT DO NOTHING`);
  await mia.link.beat();
  invite(mia, 1);
  await expect
    .poll(() => mia.outbox.status().waits)
    .toMatchObject([
      { reason: 'team', message: expect.stringContaining('doesn’t allow mia to do this') as string },
    ]);
  expect(mia.solo.offer(mia.operations()[0]?.runId ?? 0)).toBeNull();
  expect(team.invited()).toEqual([]);
  await team.asSuperuser(`UPDATE amc.members SET may_send = true WHERE login = 'mia'`);
  mia.outbox.tryNow();
  await mia.outbox.idle();
  expect(statuses(mia.operations())).toEqual(['p1 done']);
});
