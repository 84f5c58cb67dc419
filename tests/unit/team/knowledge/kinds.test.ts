import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeDecision } from '../../../../main/access/ledger/decisions';
import { colleagueDecisions } from '../../../../main/access/colleagues/colleagueDecisions';
import { dropPlan, readPlan, writePlan } from '../../../../main/access/instances/plans';
import { writeTick } from '../../../../main/access/instances/ticks';
import type { Database } from '../../../../main/storage/database';
import { newRecordId } from '../../../../main/storage/recordId';
import { transaction } from '../../../../main/storage/transaction';
import type { PlannedInstances } from '../../../../shared/domain/account/plannedInstances';
import { realm } from '../../../support/team/rawSql';
import { factsOf, shareAccount, startHistorian, type Historian } from '../../../support/team/historian';
import { startTeamServer, type TeamServer } from '../../../support/team/teamServer';

const mia = 'mia@client.example';
const main = { instanceId: 'i-main', name: 'Main' };
const key = { realm, accountId: 'acme', emailAddress: mia };

let server: TeamServer;
const desktops: Historian[] = [];
beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
});
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.remove();
  const superuser = await server.rawAsSuperuser();
  await superuser.query('TRUNCATE amc.facts, amc.shared_accounts, amc.starts').finally(() => superuser.end());
});
afterAll(() => server.remove());

async function start(login: string): Promise<Historian> {
  const desktop = startHistorian(server, login);
  desktops.push(desktop);
  await desktop.meet();
  return desktop;
}

/** Two who share the account acme. */
async function two(): Promise<readonly [anna: Historian, ben: Historian]> {
  const [anna, ben] = [await start('anna'), await start('ben')];
  await shareAccount(anna, 'acme');
  await shareAccount(ben, 'acme');
  return [anna, ben];
}

async function exchange(from: Historian, to: Historian): Promise<void> {
  await from.meet();
  await to.meet();
}

const bodies = (db: Database, kind: string): unknown[] =>
  factsOf(db, kind).map(({ body }) => JSON.parse(String(body)) as unknown);

describe('plans for instances', () => {
  const plan = (db: Database, wanted: PlannedInstances, plannedAt: number): void =>
    transaction(db, () => writePlan(db, key, { wanted, plannedAt, plannedBy: 'Dana' }));

  test('are shared as they are now, and that they ended; the other’s own stay', async () => {
    const [anna, ben] = await two();
    const at = 1_700_000_000_000;
    plan(anna.db, 'all', at);
    plan(anna.db, [main], at + 1000);
    plan(ben.db, 'all', at + 500);
    await exchange(anna, ben);
    expect(bodies(ben.db, 'plannedInstances'), 'only the last').toEqual([
      { wanted: [main], plannedBy: 'Dana' },
    ]);
    expect(readPlan(ben.db, key)).toMatchObject({ wanted: 'all' });
    transaction(anna.db, () => dropPlan(anna.db, key));
    await exchange(anna, ben);
    expect(factsOf(ben.db, 'plannedInstances').map(({ what }) => what)).toEqual(['planned', 'ended']);
    expect(readPlan(ben.db, key)).toMatchObject({ wanted: 'all' });
  });

  test('are shared also if they were made before the account was; nothing is shared twice', async () => {
    const anna = await start('anna');
    plan(anna.db, [main], 1_700_000_000_000);
    await shareAccount(anna, 'acme');
    await anna.meet();
    await anna.meet();
    const ben = await start('ben');
    await shareAccount(ben, 'acme');
    await ben.meet();
    expect(bodies(ben.db, 'plannedInstances')).toHaveLength(1);
    expect(anna.facts.progress().waiting).toBe(0);
  });

  test('that are too long for the store stay here, and keep nothing else from being shared', async () => {
    const [anna, ben] = await two();
    const names = Array.from({ length: 400 }, (_, index) => ({
      instanceId: null,
      name: `${'Instance '.repeat(10)}${String(index)}`,
    }));
    plan(anna.db, names, 1_700_000_000_000);
    transaction(anna.db, () =>
      writePlan(
        anna.db,
        { ...key, emailAddress: 'other@client.example' },
        { wanted: [main], plannedAt: 1_700_000_000_001, plannedBy: '' },
      ),
    );
    await exchange(anna, ben);
    expect(factsOf(ben.db, 'plannedInstances').map(({ person }) => person)).toEqual(['other@client.example']);
  });

  test('of accounts that aren’t shared stay here', async () => {
    const [anna, ben] = await two();
    transaction(anna.db, () =>
      writePlan(anna.db, { ...key, accountId: 'private' }, { wanted: 'all', plannedAt: 1, plannedBy: '' }),
    );
    await exchange(anna, ben);
    expect(factsOf(ben.db, 'plannedInstances')).toEqual([]);
  });
});

test('ticks are shared with who added the person, without the file they came from', async () => {
  const [anna, ben] = await two();
  const tick = { ...key, instance: main, at: 1_700_000_000_000, by: 'Dana', sourceFile: 'tasks of Rosa.csv' };
  transaction(anna.db, () => {
    writeTick(anna.db, { ...tick, kind: 'added' });
    writeTick(anna.db, { ...tick, kind: 'takenBack', at: tick.at + 1 });
  });
  await exchange(anna, ben);
  expect(bodies(ben.db, 'instanceTick')).toEqual([
    { tick: 'added', instanceId: 'i-main', instanceName: 'Main', by: 'Dana' },
    { tick: 'takenBack', instanceId: 'i-main', instanceName: 'Main', by: 'Dana' },
  ]);
  expect(factsOf(ben.db, 'instanceTick')).toMatchObject([
    { author: 'anna', person: mia, what: 'added' },
    { author: 'anna', person: mia, what: 'takenBack' },
  ]);
  expect(ben.db.prepare('SELECT count(*) AS n FROM instance_ticks').get()).toEqual({ n: 0 });
});

describe('decisions about user IDs', () => {
  const decide = (db: Database, kind: 'same' | 'notSame' | 'undo', userId = 'u-1'): void =>
    transaction(db, () => writeDecision(db, { realm, userId, key: mia }, kind, Date.now()));
  const listed = (db: Database, accountId: string, userId: string): void => {
    db.prepare(
      `INSERT INTO members (realm, account_id, user_id, masked_email, scope, direct_seen_at, first_seen_at, last_seen_at, since_at)
       VALUES (?, ?, ?, 'm***@client.example', 'direct', 1, 1, 1, 1)`,
    ).run(realm, accountId, userId);
    db.prepare(
      `INSERT INTO member_history (entry_id, at, realm, account_id, user_id, event, scope)
       VALUES (?, 1, ?, ?, ?, 'firstSeen', 'direct')`,
    ).run(newRecordId(Date.now()), realm, accountId, userId);
  };
  const decided = (db: Database, userId = 'u-1'): string[] =>
    (colleagueDecisions(db, realm, [userId]).get(userId) ?? []).map(
      ({ kind, address, who }) => `${who}: ${kind} ${address}`,
    );

  test('are shared for members of shared accounts, and undone', async () => {
    const [anna, ben] = await two();
    listed(anna.db, 'acme', 'u-1');
    decide(anna.db, 'same');
    decide(anna.db, 'same', 'u-of-another-account');
    await exchange(anna, ben);
    expect(decided(ben.db)).toEqual([`Anna Berg: same ${mia}`]);
    expect(decided(ben.db, 'u-of-another-account')).toEqual([]);
    decide(anna.db, 'undo');
    await exchange(anna, ben);
    expect(decided(ben.db)).toEqual([]);
  });

  test('are shared also if their member is listed in a shared account only later, once each', async () => {
    const [anna, ben] = await two();
    listed(anna.db, 'acme', 'u-2');
    decide(anna.db, 'same');
    decide(anna.db, 'notSame', 'u-2');
    await exchange(anna, ben);
    expect(decided(ben.db)).toEqual([]);
    expect(decided(ben.db, 'u-2')).toEqual([`Anna Berg: notSame ${mia}`]);
    expect(anna.facts.progress().waiting).toBe(0);
    listed(anna.db, 'acme', 'u-1');
    await anna.meet();
    await exchange(anna, ben);
    expect(decided(ben.db)).toEqual([`Anna Berg: same ${mia}`]);
    expect(factsOf(ben.db, 'confirmation')).toHaveLength(2);
    expect(anna.facts.progress().waiting).toBe(0);
  });

  test('of which two accounts know count once', async () => {
    const [anna, ben] = await two();
    await shareAccount(anna, 'borealis');
    await shareAccount(ben, 'borealis');
    listed(anna.db, 'acme', 'u-1');
    listed(anna.db, 'borealis', 'u-1');
    decide(anna.db, 'same');
    await exchange(anna, ben);
    expect(factsOf(ben.db, 'confirmation')).toHaveLength(2);
    expect(decided(ben.db)).toEqual([`Anna Berg: same ${mia}`]);
  });
});
