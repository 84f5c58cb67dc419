import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isTooOld, testStore } from '../../../../main/team/membership/testStore';
import type { StoreAddress } from '../../../../shared/domain/team/storeAddress';
import type { StoreTest } from '../../../../shared/domain/team/storeTest';
import { startPostgres, superuser } from '../../../support/postgres/server';
import { plainAddress } from '../../../support/team/addresses';
import { startFakeServer } from '../../../support/team/fakeServer';
import { passwordOf, startTeamServer, type TeamServer } from '../../../support/team/teamServer';

let server: TeamServer;
beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
  await server.addMember('carol', { seesAll: false, mayDraft: false, maySend: false });
  const raw = await server.rawAsSuperuser();
  for (const login of ['outsider', 'newcomer']) {
    await raw.query(`create role ${login} login password '${passwordOf(login)}'`);
    await raw.query(`grant connect on database amc_team to ${login}`);
  }
  await raw.query('grant amc_member to newcomer');
  await raw.query('create database empty');
  await raw.query('grant connect on database empty to public');
  await raw.end();
}, 60_000);
afterAll(() => server.remove());

const outcomes = ({ findings }: StoreTest): Record<string, string> =>
  Object.fromEntries(findings.map(({ step, outcome }) => [step, outcome]));
const textOf = ({ findings }: StoreTest, wanted: string): string | undefined =>
  findings.find(({ step }) => step === wanted)?.text;

const testAs = (login: string, change: Partial<StoreAddress> = {}): Promise<StoreTest> =>
  testStore({ ...server.addressOf(login), ...change }, passwordOf(login));

test('names what holds, the team and the rights', async () => {
  const result = await testAs('ben');
  expect(outcomes(result)).toEqual({
    host: 'holds',
    tls: 'holds',
    login: 'holds',
    version: 'holds',
    rights: 'holds',
    schema: 'holds',
  });
  expect(result).toMatchObject({ error: null, team: { name: 'Northwind' }, maySetUp: false });
  expect(textOf(result, 'tls')).toBe('The connection isn’t encrypted. It doesn’t leave this computer.');
  expect(textOf(result, 'version')).toMatch(/^The server runs PostgreSQL 1[5-9]/);
  expect(textOf(result, 'rights')).toBe('Ben can see all shared accounts, and may draft and send.');
});

test('names rights that are few', async () => {
  expect(textOf(await testAs('carol'), 'rights')).toBe(
    'Carol can see selected shared accounts, and change nothing.',
  );
});

test('stops at the password', async () => {
  const result = await testStore(server.addressOf('ben'), 'wrong');
  expect(outcomes(result)).toEqual({
    host: 'holds',
    tls: 'holds',
    login: 'wrong',
    version: 'notTested',
    rights: 'notTested',
    schema: 'notTested',
  });
  expect(result.error).toMatchObject({ code: 'TEAM_REFUSED' });
  expect(result.team).toBeNull();
});

test('stops at the host', async () => {
  const nobody = await startFakeServer();
  await nobody.close();
  expect(outcomes(await testAs('ben', { port: nobody.port }))).toMatchObject({
    host: 'wrong',
    tls: 'notTested',
  });
});

test('stops at encryption', async () => {
  const result = await testAs('ben', { encryption: 'verified' });
  expect(outcomes(result)).toMatchObject({ host: 'holds', tls: 'wrong', login: 'notTested' });
  expect(result.error).toMatchObject({ code: 'TEAM_REFUSED' });
});

test.each([['outsider'], ['newcomer']])('stops at the rights of %s, who isn’t in the team', async (login) => {
  const result = await testAs(login);
  expect(outcomes(result)).toMatchObject({ version: 'holds', rights: 'wrong', schema: 'notTested' });
  expect(textOf(result, 'rights')).toBe(
    `${login} isn’t a member of the team yet. A team administrator adds you.`,
  );
  expect(result.rights).toBeNull();
});

describe('the schema', () => {
  test('is missing in a new database', async () => {
    const result = await testAs('ben', { database: 'empty' });
    expect(outcomes(result)).toMatchObject({ rights: 'holds', schema: 'wrong' });
    expect(textOf(result, 'schema')).toBe(
      'The database isn’t set up for a team. A team administrator sets it up.',
    );
    expect(result).toMatchObject({ error: { code: 'TEAM_OUTDATED' }, maySetUp: false });
  });

  test('may be set up by an administrator', async () => {
    const result = await testAs('anna', { database: 'empty' });
    expect(result).toMatchObject({ error: { code: 'TEAM_OUTDATED' }, maySetUp: true });
    expect(textOf(result, 'schema')).toBe(
      'The database isn’t set up for a team yet. This login may set it up.',
    );
  });

  test('is missing on a server without a team', async () => {
    const other = await startPostgres();
    const result = await testStore(plainAddress(other.port), superuser.password);
    expect(outcomes(result)).toMatchObject({ login: 'holds', schema: 'wrong' });
    await other.remove();
  }, 30_000);

  test('may be newer than the program', async () => {
    const raw = await server.rawAs('anna');
    await raw.query('set role amc_owner');
    await raw.query('insert into amc.schema_versions (version) values (999)');
    const result = await testAs('ben');
    expect(outcomes(result)).toMatchObject({ rights: 'holds', schema: 'wrong' });
    expect(textOf(result, 'schema')).toMatch(/newer than this program\. Update AMC Access Manager\.$/);
    await raw.query('reset role');
    await raw.end();
  });
});

test('PostgreSQL 15 is new enough, and 14 isn’t', () => {
  expect([140_012, 150_000, 170_002].map(isTooOld)).toEqual([true, false, false]);
});
