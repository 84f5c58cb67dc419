import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { migrateStore } from '../../../../main/team/schema/migrateStore';
import { openTeamStore } from '../../../../main/team/store/teamStore';
import { startPostgres, superuser, type PostgresServer } from '../../../support/postgres/server';
import { realm } from '../../../support/team/rawSql';
import { documentedPassword, sqlBlocks, type SqlBlock } from '../../../support/team/teamDocument';

const provider = { login: 'provider', password: 'of the provider' };
const isManaged = ({ login }: SqlBlock): boolean => login.startsWith('the provider');
const managed = sqlBlocks().filter(isManaged);
const own = sqlBlocks().filter((block) => !isManaged(block));

let server: PostgresServer;
afterEach(() => server.remove());

const passwordOf = (login: string): string => {
  if (login === superuser.login) return superuser.password;
  return login === provider.login ? provider.password : documentedPassword(login);
};

async function run(login: string, database: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port: server.port, user: login, password: passwordOf(login), database },
  });
  await client.connect();
  try {
    for (const statement of statements) {
      const { command, rowCount } = await client.query(statement);
      // A statement that changes nothing proves nothing.
      if (['INSERT', 'UPDATE', 'DELETE'].includes(command)) {
        expect([statement, rowCount ?? 0]).not.toEqual([statement, 0]);
      }
    }
  } finally {
    await client.end();
  }
}

const isFirstOfTeam = ({ login, database }: SqlBlock): boolean => login === 'anna' && database === 'amc_team';

/** What people do with the app meanwhile. */
async function useApp(): Promise<void> {
  const address = { host: '127.0.0.1', port: server.port, database: 'amc_team', login: 'anna' };
  const store = await openTeamStore(
    { ...address, encryption: 'loopback', caFile: null },
    documentedPassword('anna'),
  );
  await migrateStore(store, { teamName: 'Northwind', displayName: 'Anna Berg' });
  await store.close();
  await run('anna', 'amc_team', [
    `INSERT INTO amc.shared_accounts (realm, account_id, account_name)
       VALUES ('${realm}', 'a', 'Acme'), ('${realm}', 'b', 'Borealis')`,
  ]);
  await run(superuser.login, 'amc_team', [
    'SET session_replication_role = replica',
    `INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, state, start_id, installation_id, fence, holder)
       SELECT gen_random_uuid(), '${realm}', 'the account’s ID', 'create', 'address', who, 1, state, gen_random_uuid(),
         gen_random_uuid(), 1, 'ben'
       FROM (VALUES ('mia@client.example', 'sending'), ('noa@client.example', 'claimed')) AS given (who, state)`,
  ]);
}

async function valueOf(sql: string): Promise<unknown> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port: server.port, user: superuser.login, password: superuser.password },
    database: 'amc_team',
  });
  await client.connect();
  const { rows } = await client.query<{ readonly value: unknown }>(`SELECT (${sql}) AS value`);
  await client.end();
  return rows[0]?.value;
}

test('the SQL of docs/team.md runs in its order on a new server, and each change changes something', async () => {
  server = await startPostgres();
  expect(own.length).toBeGreaterThan(15);
  const setUp = own.findIndex(isFirstOfTeam);
  for (const [at, { login, database, statements }] of own.entries()) {
    if (at === setUp) await useApp();
    await run(login, database, statements);
  }
  expect(await valueOf(`SELECT array_agg(login ORDER BY login) FROM amc.members`)).toEqual(['anna', 'cleo']);
  expect(await valueOf(`SELECT array_agg(account_id) FROM amc.member_accounts`)).toEqual(['a']);
  expect(await valueOf(`SELECT bool_and(may_send AND may_administer) FROM amc.members`)).toBe(true);
  expect(await valueOf(`SELECT count(*)::int FROM amc.claims WHERE who LIKE 'mia%'`)).toBe(0);
  expect(await valueOf(`SELECT count(*)::int FROM amc.claims WHERE who LIKE 'erased-%'`)).toBe(1);
  expect(
    await valueOf(
      `SELECT tgenabled::text FROM pg_trigger WHERE tgname = 'checked' AND tgrelid = 'amc.claims'::regclass`,
    ),
  ).toBe('O');
  expect(await valueOf(`SELECT rolcanlogin FROM pg_roles WHERE rolname = 'ben'`)).toBe(false);
  // The administrator reaches the owner's rights only by becoming the owner.
  expect(await valueOf(`SELECT pg_has_role('anna', 'amc_owner', 'usage')`)).toBe(false);
  expect(await valueOf(`SELECT pg_has_role('anna', 'amc_owner', 'member')`)).toBe(true);
});

test('the SQL for a managed offer runs without a superuser, and the team can be set up after it', async () => {
  server = await startPostgres();
  await run(superuser.login, 'postgres', [
    `CREATE ROLE ${provider.login} LOGIN CREATEROLE CREATEDB PASSWORD '${provider.password}'`,
  ]);
  expect(managed).toHaveLength(1);
  for (const { database, statements } of managed) await run(provider.login, database, statements);
  await useApp();
  expect(await valueOf(`SELECT array_agg(login) FROM amc.members`)).toEqual(['anna']);
  expect(await valueOf(`SELECT pg_has_role('${provider.login}', 'amc_owner', 'usage')`)).toBe(false);
});
