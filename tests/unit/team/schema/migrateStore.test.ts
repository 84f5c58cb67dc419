import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeam } from '../../../../main/team/link/openTeam';
import { core } from '../../../../main/team/schema/001-core';
import { migrateStore, storeSchemaVersion, storeVersion } from '../../../../main/team/schema/migrateStore';
import { schemaErrorText } from '../../../../main/team/schema/schemaErrorText';
import type { TeamStore } from '../../../../main/team/store/teamStore';
import { temporaryStore } from '../../../support/fixtures/store';
import { projectRoot } from '../../../support/projectRoot';
import { passwordOf, startTeamServer, type TeamServer } from '../../../support/team/teamServer';

const first = { teamName: 'Northwind', displayName: 'Anna Berg' };
let server: TeamServer;
beforeAll(async () => {
  server = await startTeamServer();
});
afterAll(() => server.remove());

async function asSuperuser(sql: string): Promise<void> {
  const superuser = await server.rawAsSuperuser();
  await superuser.query(sql).finally(() => superuser.end());
}

const dropSchema = (): Promise<void> => asSuperuser('DROP SCHEMA IF EXISTS amc CASCADE');

async function withStore<Result>(login: string, use: (store: TeamStore) => Promise<Result>): Promise<Result> {
  const store = await server.openAs(login);
  return use(store).finally(() => store.close());
}

/** Opens the store as the app does at its start, and tells its version or why not. */
async function opened(login: string): Promise<unknown> {
  const { db, remove } = temporaryStore();
  const { host, port, database, encryption } = server.addressOf(login);
  db.prepare(
    `INSERT INTO teams (number, team_id, name, host, port, database, login, encryption, installation_id, joined_at)
     VALUES (1, ?, 'Northwind', ?, ?, ?, ?, ?, 'installation', 1)`,
  ).run(await server.teamId(), host, port, database, login, encryption);
  try {
    const team = await openTeam(db, { get: () => Promise.resolve(passwordOf(login)) });
    await team?.store.close();
    return 'opened';
  } finally {
    remove();
  }
}

test('a team administrator sets the store up once, and is its first member with all rights', async () => {
  await withStore('anna', async (anna) => {
    expect(await storeVersion(anna)).toBe(storeSchemaVersion);
    await migrateStore(anna, { teamName: 'Again', displayName: 'Again' });
    expect(await anna.query('SELECT name FROM amc.store')).toEqual([{ name: 'Northwind' }]);
    expect(await anna.query('SELECT login, may_administer FROM amc.members')).toEqual([
      { login: 'anna', may_administer: true },
    ]);
  });
});

test('two administrators at once: one sets it up, the other finds it done', async () => {
  await asSuperuser(
    `CREATE ROLE berta LOGIN PASSWORD '${passwordOf('berta')}' IN ROLE amc_administrator, amc_member`,
  );
  for (let round = 0; round < 5; round += 1) {
    await dropSchema();
    await Promise.all(
      ['anna', 'berta', 'anna', 'berta'].map((login) =>
        withStore(login, (store) => migrateStore(store, { ...first, displayName: login })),
      ),
    );
    await withStore('anna', async (anna) => {
      expect(await anna.query('SELECT version FROM amc.schema_versions')).toHaveLength(storeSchemaVersion);
    });
    const superuser = await server.rawAsSuperuser();
    const { rows } = await superuser.query('SELECT login = display_name AS own FROM amc.members');
    await superuser.end();
    expect(rows).toEqual([{ own: true }]);
  }
  await asSuperuser('DROP ROLE berta');
});

test('a step that fails leaves nothing behind', async () => {
  await dropSchema();
  await withStore('anna', async (anna) => {
    const failing: TeamStore = {
      ...anna,
      query: (sql, values) => anna.query(sql.startsWith('SET LOCAL') ? `${sql} SELECT 1 / 0;` : sql, values),
    };
    await expect(migrateStore(failing, first)).rejects.toMatchObject({ code: 'TEAM_REFUSED' });
    expect(await storeVersion(anna)).toBe(0);
    expect(await anna.query(`SELECT FROM pg_namespace WHERE nspname = 'amc'`)).toEqual([]);
    await migrateStore(anna, first);
    expect(await storeVersion(anna)).toBe(storeSchemaVersion);
  });
});

test('somebody who isn’t a team administrator can’t set it up', async () => {
  await dropSchema();
  await asSuperuser(`CREATE ROLE carl LOGIN PASSWORD '${passwordOf('carl')}' IN ROLE amc_member`);
  await withStore('carl', async (carl) => {
    await expect(migrateStore(carl, first)).rejects.toMatchObject({ code: 'TEAM_REFUSED' });
    expect(await storeVersion(carl)).toBe(0);
  });
  await asSuperuser('DROP ROLE carl');
  await withStore('anna', (anna) => migrateStore(anna, first));
});

test('names with quotes and backslashes are kept as they are', async () => {
  await dropSchema();
  const odd = { teamName: `O'Hara \\' || (SELECT 1) --`, displayName: `A'; DROP SCHEMA amc; --` };
  await withStore('anna', async (anna) => {
    await migrateStore(anna, odd);
    expect(await anna.query('SELECT name, display_name FROM amc.store, amc.members')).toEqual([
      { name: odd.teamName, display_name: odd.displayName },
    ]);
  });
  await dropSchema();
  await withStore('anna', (anna) => migrateStore(anna, first));
});

describe('a program and a store of other versions', () => {
  test('a program older than the store is refused, and changes nothing', async () => {
    expect(await opened('anna')).toBe('opened');
    await asSuperuser(`INSERT INTO amc.schema_versions (version) VALUES (${String(storeSchemaVersion + 1)})`);
    await expect(opened('anna')).rejects.toMatchObject({
      code: 'TEAM_OUTDATED',
      message: schemaErrorText.newer,
    });
    await withStore('anna', async (anna) => {
      await expect(migrateStore(anna, first)).rejects.toMatchObject({ code: 'TEAM_OUTDATED' });
      expect(await storeVersion(anna)).toBe(storeSchemaVersion + 1);
    });
    await asSuperuser(`DELETE FROM amc.schema_versions WHERE version > ${String(storeSchemaVersion)}`);
  });

  test('a store older than the program waits for an administrator', async () => {
    await asSuperuser('DELETE FROM amc.schema_versions');
    await expect(opened('anna')).rejects.toMatchObject({
      code: 'TEAM_OUTDATED',
      message: schemaErrorText.older,
    });
    await asSuperuser(`INSERT INTO amc.schema_versions (version) VALUES (${String(storeSchemaVersion)})`);
    expect(await opened('anna')).toBe('opened');
  });
});

describe('portable SQL', () => {
  const folder = join(projectRoot, 'main/team');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

  test('nothing sent to the store uses advisory locks, extensions or notifications', () => {
    const special =
      /pg_(try_)?advisory|create\s+extension|\b(un)?listen\s+\w+\s*[;`']|\bnotify\s+\w+\s*[;,`']|pg_notify|\bdblink|uuid_generate|\bcitext\b|pgcrypto|\block\s+table\b/i;
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter(([, text]) => special.test(text)).map(([name]) => name)).toEqual([]);
    for (const example of ['SELECT pg_advisory_lock(1)', 'CREATE EXTENSION x', 'LISTEN a;', 'NOTIFY a;']) {
      expect(special.test(example)).toBe(true);
    }
    expect(special.test(core.sql)).toBe(false);
  });

  test('the schema needs nothing that PostgreSQL 15 lacks', async () => {
    // Runs on the oldest version at hand; CI and Debian 12 have 15.
    await withStore('anna', async (anna) => {
      const [row] = await anna.query<{ readonly version: number }>(
        `SELECT current_setting('server_version_num')::int AS version`,
      );
      expect(row?.version).toBeGreaterThanOrEqual(150_000);
      expect(await anna.query(`SELECT extname FROM pg_extension`)).toEqual([{ extname: 'plpgsql' }]);
    });
  });
});
