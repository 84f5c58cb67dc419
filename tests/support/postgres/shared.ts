import pg from 'pg';
import { startPostgres, superuser, type PostgresServer } from './server';

/** Of a test run's worker: its files run one after the other, so they can use one server. */
let shared: Promise<PostgresServer> | null = null;
let taken = false;

/** Names of what stays on a shared server when a test gives it back. */
const lasting = ['amc_owner', 'amc_member', 'amc_administrator', superuser.login];

/**
 * The server that the tests of this worker use in turns, or one of its own if a test asks for a second. `remove` gives it back
 * without the databases and logins that were created, and running.
 */
export async function borrowPostgres(): Promise<PostgresServer> {
  if (taken) return startPostgres();
  taken = true;
  shared ??= startPostgres();
  const server = await shared;
  let running = true;
  return {
    port: server.port,
    pid: server.pid,
    async start() {
      await server.start();
      running = true;
    },
    async stop(how) {
      await server.stop(how);
      running = false;
    },
    async remove() {
      if (!running) await server.start();
      await tidy(server.port);
      taken = false;
    },
  };
}

/** Drops every database and login that a test created. */
async function tidy(port: number): Promise<void> {
  const { login, password } = superuser;
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port, user: login, password, database: 'postgres' },
  });
  await client.connect();
  const all = async (sql: string): Promise<string[]> =>
    (await client.query<{ sql: string }>(sql)).rows.map((row) => row.sql);
  try {
    for (const sql of [
      ...(await all(
        `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) AS sql FROM pg_database
         WHERE datname NOT IN ('postgres', 'template0', 'template1')`,
      )),
      ...(await all(
        `SELECT format('DROP ROLE %I', rolname) AS sql FROM pg_roles
         WHERE rolname NOT LIKE 'pg\\_%' AND NOT rolname = ANY ('{${lasting.join()}}')`,
      )),
    ]) {
      await client.query(sql);
    }
  } finally {
    await client.end();
  }
}
