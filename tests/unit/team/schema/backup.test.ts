import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateStore, storeSchemaVersion, storeVersion } from '../../../../main/team/schema/migrateStore';
import { takeTurnSql } from '../../../../main/team/sending/storeSql';
import { openTeamStore } from '../../../../main/team/store/teamStore';
import { postgresPrograms } from '../../../support/postgres/binaries';
import { startPostgres, superuser, type PostgresServer } from '../../../support/postgres/server';
import { beginRawStart, outcome, realm, refusal, setState } from '../../../support/team/rawSql';
import { personOf, startRawTeam, states, type RawTeam } from '../../../support/team/rawTeam';
import { backupCommands } from '../../../support/team/teamDocument';
import { passwordOf } from '../../../support/team/teamServer';

let team: RawTeam;
let fresh: PostgresServer;
let folder: string;
let errors: string;
beforeAll(async () => {
  team = await startRawTeam();
  fresh = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), 'amc-backup-'));
  const [save = '', restore = ''] = backupCommands();
  runCommands(save, team.server.port);
  errors = runCommands(restore, fresh.port);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await fresh.remove();
  await team.close();
});

/** Runs the document's commands with the test server's port and password, as oneself. @returns what was printed as errors */
function runCommands(commands: string, port: number): string {
  const script = commands.replaceAll('sudo -u postgres ', '');
  return execFileSync('sh', ['-e', '-c', `exec 2>&1; ${script}`], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${postgresPrograms()}:${process.env['PATH'] ?? ''}`,
      ...{
        PGHOST: '127.0.0.1',
        PGPORT: String(port),
        PGUSER: superuser.login,
        PGPASSWORD: superuser.password,
      },
    },
  });
}

async function restoredAs(login: string, password = passwordOf(login)): Promise<pg.Client> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port: fresh.port, user: login, password, database: 'amc_team' },
  });
  await client.connect();
  return client;
}

test('the commands of docs/team.md restore everything into a fresh server, roles and passwords included', async () => {
  expect(errors.match(/ERROR:.*/g)).toEqual(['ERROR:  role "postgres" already exists']);
  const restored = await restoredAs(superuser.login, superuser.password);
  for (const sql of [
    ...[
      'schema_versions',
      'store',
      'members',
      'member_accounts',
      'shared_accounts',
      'starts',
      'turns',
      'claims',
    ].map((table) => `SELECT * FROM amc.${table} ORDER BY 1, 2, 3`),
    `SELECT tablename, policyname, roles::text, cmd, qual, with_check FROM pg_policies ORDER BY 1, 2`,
    `SELECT relname, relowner::regrole::text, relrowsecurity, relforcerowsecurity FROM pg_class
       WHERE relnamespace = 'amc'::regnamespace ORDER BY 1`,
    `SELECT tgname, tgenabled, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 3`,
    `SELECT datacl::text FROM pg_database WHERE datname = 'amc_team'`,
  ]) {
    expect((await restored.query(sql)).rows).toEqual((await team.superuser.query(sql)).rows);
  }
  await restored.end();
});

test('rights hold in the restored database as before', async () => {
  const [cleo, eve] = [await restoredAs('cleo'), await restoredAs('eve')];
  expect(await outcome(cleo, 'SELECT FROM amc.claims')).toBe(states.length);
  expect(await outcome(eve, 'SELECT FROM amc.claims')).toBe(0);
  expect(await outcome(cleo, 'SET ROLE amc_owner')).toBe(refusal.right);
  expect(await setState(cleo, personOf('acme', 'done'), 'failed')).toBe(0);
  await cleo.end();
  await eve.end();
});

test('an administrator finds the restored database up to date', async () => {
  const address = { host: '127.0.0.1', port: fresh.port, database: 'amc_team', login: 'anna' };
  const anna = await openTeamStore({ ...address, encryption: 'loopback', caFile: null }, passwordOf('anna'));
  expect(await storeVersion(anna)).toBe(storeSchemaVersion);
  await migrateStore(anna, { teamName: 'Again', displayName: 'Again' });
  expect(await anna.query('SELECT name FROM amc.store')).toEqual([{ name: 'Northwind' }]);
  await anna.close();
});

test('a start that the backup doesn’t know sends nothing, and what was claimed since is unknown', async () => {
  // After the backup Ben's app started again and claimed somebody.
  const { startId } = await beginRawStart(team.ben);
  const ben = await restoredAs('ben');
  expect(await outcome(ben, takeTurnSql, [startId, realm, 'a new account', 0, 1, 120_000])).toBe(0);
  expect(await outcome(ben, 'SELECT FROM amc.starts WHERE start_id = $1', [startId])).toBe(0);
  await ben.end();
});
