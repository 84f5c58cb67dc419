import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createActivity } from '../../../../main/activity/activity';
import { createErasing, type Erasing } from '../../../../main/people/erasing/erasing';
import { openTeamStore } from '../../../../main/team/store/teamStore';
import { CodedError } from '../../../../shared/errors';
import { realm } from '../../../support/team/rawSql';
import {
  factsOf,
  recordInvited,
  shareAccount,
  startHistorian,
  type Historian,
  type HistorianOptions,
} from '../../../support/team/historian';
import { passwordOf, startTeamServer, type TeamServer } from '../../../support/team/teamServer';

const mia = 'mia@client.example';

let server: TeamServer;
const desktops: Historian[] = [];
beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
});
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.remove();
  const superuser = await server.rawAsSuperuser();
  await superuser
    .query('TRUNCATE amc.facts, amc.claims, amc.turns, amc.shared_accounts, amc.starts')
    .finally(() => superuser.end());
});
afterAll(() => server.remove());

async function start(login: string, options: HistorianOptions = {}): Promise<Historian> {
  const desktop = startHistorian(server, login, options);
  desktops.push(desktop);
  await desktop.meet();
  return desktop;
}

/** Two who share the account acme, to which both invited Mia and somebody else. */
async function two(options: HistorianOptions = {}): Promise<readonly [anna: Historian, ben: Historian]> {
  const [anna, ben] = [await start('anna', options), await start('ben')];
  for (const desktop of [anna, ben]) {
    await shareAccount(desktop, 'acme');
    recordInvited(desktop.db, 'acme', mia);
    recordInvited(desktop.db, 'acme', 'max@client.example', { userName: 'Max Stays' });
  }
  for (const desktop of [anna, ben, anna]) await desktop.meet();
  return [anna, ben];
}

const erasingOf = ({ db, erasures }: Historian): Erasing =>
  createErasing({
    db,
    now: Date.now,
    changed: () => undefined,
    record: createActivity(db).recordErasure,
    savedViews: { read: () => ({}), write: () => undefined },
    team: erasures,
  });

/** Erases Mia as a person does. */
async function erase(desktop: Historian, inTeam: boolean, emailAddress = mia): Promise<void> {
  const subject = { emailAddresses: [emailAddress], members: [] };
  const erasing = erasingOf(desktop);
  const { erased } = await erasing.erase({
    ...{ subject, inTeam, typed: 'erase' },
    agreed: await erasing.plan(subject),
  });
  expect(erased).toBe(true);
}

/** Whom the store names, in all facts and claims. */
async function storeText(): Promise<string> {
  const superuser = await server.rawAsSuperuser();
  const { rows } = await superuser
    .query<{ text: string }>(
      `SELECT facts::text AS text FROM amc.facts UNION ALL SELECT claims::text FROM amc.claims`,
    )
    .finally(() => superuser.end());
  return rows
    .map(({ text }) => text)
    .join('\n')
    .toLowerCase();
}

/** Everything that a table of a folder has, as text. */
const textOf = ({ db }: Historian, table: string): string =>
  JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all()).toLowerCase();

const proposedIn = ({ erasures }: Historian): string[] =>
  erasures.proposed().map(({ who, subject }) => `${who}: ${subject.emailAddresses.join()}`);

test('an administrator’s erasure reaches the store, and colleagues are asked, who keep what they have until they decide', async () => {
  const [anna, ben] = await two();
  expect(await storeText()).toContain(mia);
  await erase(anna, true);
  expect(anna.erasures.waiting().people).toBe(1);
  await anna.meet();
  expect(anna.erasures.waiting()).toEqual({ people: 0, problem: '' });
  expect(await storeText()).not.toContain('mia');
  expect(await storeText()).toContain('max@client.example');

  await ben.meet();
  expect(proposedIn(ben)).toEqual([`Anna Berg: ${mia}`]);
  expect(proposedIn(anna), 'not to who erased').toEqual([]);
  expect(textOf(ben, 'activity'), 'nothing is erased because of it').toContain(mia);

  recordInvited(ben.db, 'acme', mia);
  recordInvited(ben.db, 'acme', 'max@client.example', { userName: 'Max Stays' });
  await ben.meet();
  expect(ben.facts.progress()).toMatchObject({ waiting: 0, problem: null });
  expect(await storeText(), 'nothing about an erased person is shared again').not.toContain('mia');

  await erase(ben, false);
  expect(proposedIn(ben)).toEqual([]);
  expect(textOf(ben, 'activity') + textOf(ben, 'team_facts')).not.toContain('mia');
  await ben.meet();
  await anna.meet();
  expect(proposedIn(anna), 'who erased the same person before').toEqual([]);
  expect(await storeText()).not.toContain('mia');
});

test('somebody without the right can’t have the store erase, and then nothing is erased here either', async () => {
  const [, ben] = await two();
  const refused = await erase(ben, true).catch((thrown: unknown) => thrown);
  expect(refused instanceof CodedError && refused.toBody().code).toBe('TEAM_REFUSED');
  expect(textOf(ben, 'activity')).toContain(mia);
  expect(await storeText()).toContain(mia);
});

test('somebody without the right erases here and asks colleagues, without naming the person to the team', async () => {
  const [anna, ben] = await two();
  await erase(ben, false);
  await ben.meet();
  await anna.meet();
  const erasures = factsOf(anna.db, 'erasure');
  expect(erasures).toMatchObject([{ author: 'ben', person: null, userId: null }]);
  expect(JSON.stringify(erasures).toLowerCase()).not.toContain('mia');
  expect(proposedIn(anna)).toEqual([`Ben: ${mia}`]);
  expect(await storeText(), 'an administrator does it').toContain(mia);
});

test('while the store is away its part waits, outlives a restart without naming the person, and is done once', async () => {
  let isAway = false;
  const [anna, ben] = await two({
    through: (store) => ({
      ...store,
      query: (sql, values) => (isAway ? Promise.reject(new CodedError(away)) : store.query(sql, values)),
    }),
  });
  isAway = true;
  await erase(anna, true);
  await anna.meet();
  expect(anna.erasures.waiting()).toMatchObject({ people: 1 });
  expect(textOf(anna, 'team_erasures')).not.toContain('mia');
  expect(await storeText()).toContain(mia);
  // Back only once the app ended: what it knew by heart is gone.
  isAway = false;
  await anna.quit();

  const { store, installationId } = anna;
  const again = startHistorian(server, 'anna', { store, installationId });
  await again.meet();
  expect(again.erasures.waiting()).toEqual({ people: 0, problem: '' });
  expect(await storeText()).not.toContain('mia');
  const team = {
    store: await openTeamStore(server.addressOf('anna'), passwordOf('anna')),
    installationId,
  };
  again.db.exec('UPDATE team_erasures SET done_at = NULL');
  await again.erasures.run(team);
  await team.store.close();
  await again.quit();
  await ben.meet();
  expect(factsOf(ben.db, 'erasure')).toHaveLength(1);
});

const away = { code: 'TEAM_UNREACHABLE', message: 'Away.', retryable: true } as const;

test('while a change of the person is unsettled in the team, the store’s part waits and says so', async () => {
  const [anna] = await two();
  const superuser = await server.rawAsSuperuser();
  const claim = (state: string): Promise<unknown> =>
    superuser.query(`UPDATE amc.claims SET state = '${state}'`);
  await superuser.query(
    `INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, start_id, installation_id, fence, holder, state)
     VALUES (gen_random_uuid(), $1, 'acme', 'create', 'address', $2, 1, gen_random_uuid(), gen_random_uuid(), 1, 'ben', 'inDoubt')`,
    [realm, mia],
  );
  await erase(anna, true);
  await anna.meet();
  expect(anna.erasures.waiting()).toEqual({
    people: 1,
    problem: expect.stringContaining('isn’t settled') as string,
  });
  expect(await storeText()).toContain(mia);
  await claim('done');
  await superuser.end();
  await anna.meet();
  expect(anna.erasures.waiting()).toEqual({ people: 0, problem: '' });
  expect(await storeText()).not.toContain('mia');
});

test('without a team nothing is written for one, and the store can’t be asked', async () => {
  const [anna] = await two();
  anna.db.exec('DELETE FROM teams');
  const refused = await erase(anna, true).catch((thrown: unknown) => thrown);
  expect(refused instanceof CodedError && refused.toBody().code).toBe('INVALID_INPUT');
  await erase(anna, false);
  expect(textOf(anna, 'team_erasures')).toBe('[]');
});
