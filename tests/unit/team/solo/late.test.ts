import { expect, test } from 'vitest';
import { reportSolo } from '../../../../main/team/solo/reportSolo';
import { invite, teamBench } from '../../../support/team/teamBench';

const team = teamBench();
const { bench, claims } = team;
const dayMs = 86_400_000;

test('a claim that is made afterward is of the time by this app’s clock', async () => {
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
  const again = await team.mia({ installationId: mia.installationId });
  await again.link.beat();
  again.own.resolve(own, { as: 'done' });
  const ready = again.link.ready();
  if (ready === null) throw new Error('The store can be used.');
  const tomorrow = Date.now() + dayMs;
  await reportSolo(bench.store.db, { ...ready, now: () => tomorrow });
  const late = (await claims()).filter(({ origin }) => origin === 'late');
  expect(late.map(({ id }) => parseInt(id.replace('-', '').slice(0, 12), 16))).toEqual([tomorrow]);
});
