import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createActivity } from '../../../../main/activity/activity';
import type { Database } from '../../../../main/storage/database';
import { newRecordId } from '../../../../main/storage/recordId';
import { writeTeam } from '../../../../main/team/membership/joinedTeam';
import { createTeamRules, type TeamRulesDoor } from '../../../../main/team/rules/rulesDoor';
import { pullRules } from '../../../../main/team/rules/teamRules';
import { defaultTeamRule, noTeamRules, type TeamRule } from '../../../../shared/domain/team/teamRules';
import { temporaryStore, type Store } from '../../../support/fixtures/store';
import { passwordOf, startTeamServer, type TeamServer } from '../../../support/team/teamServer';

let server: TeamServer;
const stores: Store[] = [];
beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
  await server.addMember('dana', { mayAdminister: true });
}, 60_000);
afterAll(() => server.remove());
beforeEach(async () => {
  const superuser = await server.rawAsSuperuser();
  await superuser.query('TRUNCATE amc.rules').finally(() => superuser.end());
});
afterEach(() => {
  for (const store of stores.splice(0)) store.remove();
});

interface Folder {
  readonly db: Database;
  readonly door: TeamRulesDoor;
  pull(): Promise<boolean>;
}

let teamId = '';
beforeAll(async () => {
  teamId = await server.teamId();
});

function folderOf(login: string): Folder {
  const store = temporaryStore();
  stores.push(store);
  const { db } = store;
  writeTeam(
    db,
    { teamId, name: 'Northwind', installationId: newRecordId(1), address: server.addressOf(login) },
    1,
  );
  const door = createTeamRules({
    ...{ db, activity: createActivity(db), now: () => 1, changed: () => undefined },
    secrets: { get: () => Promise.resolve(passwordOf(login)) },
  });
  return {
    db,
    door,
    async pull() {
      const opened = await server.openAs(login);
      return pullRules(db, opened).finally(() => opened.close());
    },
  };
}

const always: TeamRule = {
  ...defaultTeamRule,
  approval: { ...defaultTeamRule.approval, needed: 'always' },
};
const solo: TeamRule = { ...defaultTeamRule, soloSending: 'withReason' };
const yes = (): Promise<boolean> => Promise.resolve(true);

test('rules that an administrator sets are everybody’s from the next look on, with version, who and when', async () => {
  const [anna, ben] = [folderOf('anna'), folderOf('ben')];
  expect(ben.door.rules()).toEqual(noTeamRules);
  await anna.door.setRules(always, 0, () => Promise.reject(new Error('Nobody is asked.')));
  expect(anna.door.rules()).toMatchObject({ version: 1, author: 'Anna Berg', rule: always });
  expect(await ben.pull()).toBe(true);
  expect(await ben.pull()).toBe(false);
  // Also while the store is away: it is in the data.
  expect(ben.door.rules()).toMatchObject({ version: 1, author: 'Anna Berg', rule: always });
  expect(ben.door.rules()?.setAt).toBeGreaterThan(1_700_000_000_000);
  const entries = anna.db.prepare(`SELECT actor, detail FROM activity WHERE action = 'changeRule'`).all();
  expect(entries).toMatchObject([
    { actor: 'Anna Berg', detail: expect.stringMatching(/^Team rules, version 1: .* always .*Before: /) },
  ]);
});

test('of two administrators at once, the second is refused, and sees the other’s rules', async () => {
  const [anna, dana] = [folderOf('anna'), folderOf('dana')];
  await anna.door.setRules(always, 0, yes);
  await expect(dana.door.setRules(solo, 0, yes)).rejects.toMatchObject({ code: 'TEAM_REFUSED' });
  expect(dana.door.rules()).toMatchObject({ version: 1, rule: always });
  expect(dana.db.prepare('SELECT * FROM activity').all()).toEqual([]);
  await dana.door.setRules(solo, 1, yes);
  expect(dana.door.rules()).toMatchObject({ version: 2, author: 'Dana', rule: solo });
});

test('nobody else sets rules', async () => {
  const ben = folderOf('ben');
  await expect(ben.door.setRules(always, 0, yes)).rejects.toMatchObject({ code: 'TEAM_REFUSED' });
  expect(await ben.pull()).toBe(false);
  expect(ben.door.rules()).toEqual(noTeamRules);
});

test.each([
  ['sending without the store', defaultTeamRule, solo],
  ['fewer approvals', always, defaultTeamRule],
])('looser rules (%s) are confirmed outside the page first', async (_, before, after) => {
  const anna = folderOf('anna');
  await anna.door.setRules(before, 0, yes);
  await expect(anna.door.setRules(after, 1, () => Promise.resolve(false))).rejects.toMatchObject({
    code: 'NOT_CONFIRMED',
  });
  await anna.pull();
  expect(anna.door.rules()).toMatchObject({ version: 1 });
});

test('rules that this program can’t read count as the strictest, until readable ones follow, and nobody overwrites them', async () => {
  const [anna, ben] = [folderOf('anna'), folderOf('ben')];
  await anna.door.setRules(solo, 0, yes);
  await ben.pull();
  const raw = await server.rawAs('anna');
  const add = (version: number, rule: object): Promise<unknown> =>
    raw.query('INSERT INTO amc.rules (version, rule) VALUES ($1, $2)', [version, JSON.stringify(rule)]);
  await add(2, { ...solo, approvers: 2 });
  expect(await ben.pull()).toBe(true);
  expect(await ben.pull()).toBe(false);
  expect(ben.door.rules()).toMatchObject({
    ...{ version: 2, author: 'Anna Berg', isReadable: false },
    rule: { approval: { needed: 'always' }, soloSending: 'never' },
  });
  await anna.pull();
  await expect(anna.door.setRules(always, 2, yes)).rejects.toMatchObject({ code: 'TEAM_OUTDATED' });
  await add(3, always).finally(() => raw.end());
  expect(await ben.pull()).toBe(true);
  expect(ben.door.rules()).toMatchObject({ version: 3, isReadable: true, rule: always });
});
