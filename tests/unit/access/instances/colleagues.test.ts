import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createInstanceWork,
  type InstanceWorkList,
} from '../../../../main/access/instances/work/instanceWork';
import { readPlan, writePlan } from '../../../../main/access/instances/plans';
import { createActivity } from '../../../../main/activity/activity';
import type { PlannedInstance, PlannedInstances } from '../../../../shared/domain/account/plannedInstances';
import type { InstanceWork } from '../../../../shared/domain/account/instanceAccess';
import { colleagueShared } from '../../../support/fixtures/colleagues';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';
import { addInstances, addInvitation } from './instanceFixture';

const main = { instanceId: 'i-main', name: 'Main' };
const media = { instanceId: 'i-media', name: 'Media' };
const mia = 'mia@example.com';
const key = { realm: 'sandbox', accountId: 'A1', emailAddress: mia };

let store: Store;
let work: InstanceWorkList;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
  store.db.exec('UPDATE ways_in SET can_invite = 1');
  addInstances(store.db, 'c-1', [main, media]);
  addInvitation(store.db, { invitationId: 'inv-1', emailAddress: 'Mia@example.com', userName: 'Mia' });
  work = createInstanceWork({
    db: store.db,
    now: () => 1000,
    changed: () => undefined,
    record: createActivity(store.db).record,
    actorOf: () => ({ connectionLabel: 'Agency', actor: 'Dana <dana@example.com>' }),
  });
});
afterEach(() => {
  store.remove();
});

const plan = (wanted: PlannedInstances, plannedAt = 1): void =>
  writePlan(store.db, key, { wanted, plannedAt, plannedBy: 'Dana' });

function ticked(
  { instanceId, name }: PlannedInstance,
  at: number,
  {
    tick = 'added',
    person = mia,
    who = 'Ben',
  }: { tick?: 'added' | 'takenBack'; person?: string; who?: string } = {},
): void {
  colleagueShared(store.db, {
    ...{ kind: 'instanceTick', person, at, who },
    body: { tick, instanceId: instanceId ?? '', instanceName: name, by: 'Ben Okafor' },
  });
}

function planned(wanted: PlannedInstances | null, at: number, who = 'Ben'): void {
  colleagueShared(store.db, {
    ...{ kind: 'plannedInstances', person: mia, at, who },
    body: { wanted, plannedBy: who },
  });
}

async function person(): Promise<InstanceWork> {
  const [found] = (await work.list({ limit: 1, offset: 0 })).people;
  return found ?? expect.fail('Nobody is listed.');
}
const asSeen = ({ account, invitationId, saw }: InstanceWork) => ({
  ...{ invitation: { ...account, invitationId }, saw },
});
/** As `has: Main by Ben`. */
async function shown(): Promise<string> {
  const { state, added, missing } = await person();
  const done = added.map(({ name, colleague }) => `${name}${colleague === null ? '' : ` by ${colleague}`}`);
  return `${state}: ${[...done, ...missing.map(({ name }) => `${name} missing`)].join(', ')}`;
}

test('what a colleague ticked off counts as done, with the colleague’s name', async () => {
  plan([main, media]);
  ticked(main, 300);
  expect(await shown()).toBe('waiting: Main by Ben, Media missing');
  ticked({ instanceId: null, name: 'MEDIA' }, 300);
  expect(await shown()).toBe('has: Main by Ben, MEDIA by Ben');
  expect(store.db.prepare('SELECT count(*) AS n FROM instance_ticks').get()).toEqual({ n: 0 });
});

test('ticks about somebody else, or from before the invitation, count for nothing', async () => {
  plan([main]);
  ticked(main, 300, { person: 'other@example.com' });
  ticked(main, 50);
  expect(await shown()).toBe('waiting: Main missing');
});

test('the latest tick decides, here or a colleague’s', async () => {
  plan([main]);
  ticked(main, 300);
  const { done } = await work.takeBack([asSeen(await person())]);
  expect(done).toBe(true);
  expect(await shown(), 'taken back here, later').toBe('waiting: Main missing');
  ticked(main, 2000, { who: 'Cleo' });
  expect(await shown()).toBe('has: Main by Cleo');
  ticked(main, 3000, { tick: 'takenBack' });
  expect(await shown()).toBe('waiting: Main missing');
  await work.tickOff([asSeen(await person())]);
  expect(await shown(), 'ticked off here, but before that').toBe('waiting: Main missing');
});

test('a later reading of what the person can open decides over a colleague’s tick', async () => {
  plan([main]);
  addConnection(store.db, 'c-own');
  addAccount(store.db, 'c-own', 'A1');
  store.db.exec(
    `UPDATE connections SET identity = '{"email":"mia@example.com"}' WHERE connection_id = 'c-own'`,
  );
  addInstances(store.db, 'c-own', [media]);
  ticked(main, 300);
  expect((await person()).state, 'an earlier reading').toBe('has');
  store.db.exec(`UPDATE instance_lists SET as_of = 400 WHERE connection_id = 'c-own'`);
  expect(await person()).toMatchObject({ state: 'waiting', missing: [main], added: [] });
});

test('a command that was drawn up before a colleague’s tick was learned is refused', async () => {
  plan([main]);
  const before = asSeen(await person());
  ticked(main, 300);
  expect(await work.tickOff([before])).toEqual({ done: false, changed: 1 });
});

test('a colleague’s plan counts where there is none here, the newest of them', async () => {
  planned([main], 10);
  planned([media], 20, 'Cleo');
  expect(await person()).toMatchObject({
    ...{ planned: [media], missing: [media], ownPlan: null },
    colleaguesPlan: { wanted: [media], who: 'Cleo', isOwn: false, at: 20 },
  });
  planned(null, 21, 'Cleo');
  expect(await person(), 'Cleo’s ended, Ben’s didn’t').toMatchObject({ planned: [main] });
  planned(null, 22);
  expect(await person()).toMatchObject({ planned: null, colleaguesPlan: null });
});

test('the own plan stays, a different one of a colleague is beside it, and one click takes it over', async () => {
  plan([main], 5);
  planned([main], 10);
  expect(await person(), 'the same').toMatchObject({ planned: [main], colleaguesPlan: null });
  planned([media], 20);
  const differing = await person();
  expect(differing).toMatchObject({
    ...{ planned: [main], missing: [main], ownPlan: { at: 5, by: 'Dana' } },
    colleaguesPlan: { wanted: [media], who: 'Ben', at: 20 },
  });
  expect(readPlan(store.db, key), 'what is stored here').toMatchObject({ wanted: [main], plannedBy: 'Dana' });
  const { invitation, saw } = asSeen(differing);
  await work.plan({ invitation, saw, wanted: differing.colleaguesPlan?.wanted ?? 'all' });
  expect(await person()).toMatchObject({ planned: [media], colleaguesPlan: null });
});
