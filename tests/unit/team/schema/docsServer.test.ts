import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTeamStore } from '../../../../main/team/store/teamStore';
import { ownByServer } from '../../../support/postgres/dataFolder';
import { startPostgres, superuser, type PostgresServer } from '../../../support/postgres/server';
import { admissionLine, certificateCommands } from '../../../support/team/teamDocument';

let folder: string;
let server: PostgresServer;
beforeAll(async () => {
  folder = ownByServer(mkdtempSync(join(tmpdir(), 'amc-certificate-')));
  execFileSync('sh', ['-e', '-c', certificateCommands('localhost')], { cwd: folder, stdio: 'ignore' });
  for (const name of ['server.pem', 'server.key']) chmodSync(ownByServer(join(folder, name)), 0o600);
  server = await startPostgres({
    admits: [
      admissionLine('127.0.0.0/8'),
      // The machine's own administrator, who comes by a socket in real life.
      'host all postgres 127.0.0.0/8 scram-sha-256',
    ],
    settings: {
      ...{ ssl: 'on', password_encryption: 'scram-sha-256' },
      ssl_cert_file: join(folder, 'server.pem'),
      ssl_key_file: join(folder, 'server.key'),
    },
  });
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port: server.port, user: superuser.login, password: superuser.password },
    database: 'postgres',
  });
  await client.connect();
  for (const sql of [
    'CREATE ROLE amc_member NOLOGIN',
    'CREATE DATABASE amc_team',
    `CREATE ROLE ben LOGIN PASSWORD 'secret' IN ROLE amc_member`,
    `CREATE ROLE stranger LOGIN PASSWORD 'secret'`,
  ]) {
    await client.query(sql);
  }
  await client.end();
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function loginOf(
  login: string,
  host = 'localhost',
  caFile = join(folder, 'team-ca.pem'),
): Promise<unknown> {
  const store = await openTeamStore(
    { host, port: server.port, database: 'amc_team', login, encryption: 'verified', caFile },
    'secret',
  );
  try {
    return (await store.query<{ readonly login: unknown }>('SELECT session_user AS login'))[0]?.login;
  } finally {
    await store.close();
  }
}

test('the certificate and the line of pg_hba.conf in docs/team.md admit a member of the team, encrypted', async () => {
  expect(await loginOf('ben')).toBe('ben');
  expect(readFileSync(join(folder, 'server.pem'), 'utf8')).toContain('BEGIN CERTIFICATE');
});

test('they admit nobody else, nobody unencrypted, and no server by another name', async () => {
  await expect(loginOf('stranger')).rejects.toMatchObject({ code: 'TEAM_REFUSED' });
  await expect(loginOf('ben', '127.0.0.1')).rejects.toMatchObject({ code: 'TEAM_REFUSED' });
  const plain = new pg.Client({
    ...{ host: '127.0.0.1', port: server.port, user: 'ben', password: 'secret', database: 'amc_team' },
  });
  await expect(plain.connect()).rejects.toMatchObject({ code: '28000' });
});
