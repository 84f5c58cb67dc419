import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginRawStart, outcome, realm, refusal } from '../../../../support/team/rawSql';
import { personOf, startRawTeam, states, type RawTeam } from '../../../../support/team/rawTeam';

let team: RawTeam;
beforeAll(async () => {
  team = await startRawTeam();
});
afterAll(() => team.close());

const everybody = (): RawTeam['ben'][] => [team.ben, team.cleo, team.dora, team.eve];
const tables = [
  ...['schema_versions', 'store', 'members', 'member_accounts', 'shared_accounts'],
  ...['starts', 'turns', 'claims', 'facts'],
];

describe('nobody becomes somebody else', () => {
  test.each([
    'SET ROLE amc_owner',
    'SET ROLE amc_administrator',
    'SET ROLE anna',
    'SET ROLE postgres',
    'SET SESSION AUTHORIZATION anna',
    'SET SESSION AUTHORIZATION amc_owner',
    'SET session_replication_role = replica',
    'GRANT amc_owner TO ben',
    'GRANT amc_administrator TO cleo',
    'GRANT amc_owner TO amc_member',
    'CREATE ROLE mallory LOGIN IN ROLE amc_owner',
    `ALTER ROLE anna PASSWORD 'known'`,
    'ALTER ROLE anna SET search_path = public',
    'ALTER ROLE ben BYPASSRLS',
    'ALTER ROLE ben SUPERUSER',
    'REASSIGN OWNED BY amc_owner TO CURRENT_USER',
    'ALTER TABLE amc.claims OWNER TO CURRENT_USER',
  ])('%s', async (sql) => {
    for (const client of everybody()) expect(await outcome(client, sql)).toBe(refusal.right);
  });

  test('an administrator’s session can’t take a member’s name either', async () => {
    for (const sql of ['SET SESSION AUTHORIZATION ben', 'SET ROLE ben', 'SET ROLE postgres']) {
      expect(await outcome(team.anna, sql)).toBe(refusal.right);
    }
  });
});

describe('nobody writes another author or another time', () => {
  const later = `now() + interval '1 year'`;
  const account = `'${realm}', 'forged'`;
  const claim = `'${randomUUID()}', '${realm}', 'acme', 'create', 'address', 'x', 1`;
  test.each([
    [
      'who shared',
      `INSERT INTO amc.shared_accounts (realm, account_id, account_name, shared_by) VALUES (${account}, '', 'anna')`,
    ],
    [
      'when it was shared',
      `INSERT INTO amc.shared_accounts (realm, account_id, account_name, shared_at) VALUES (${account}, '', ${later})`,
    ],
    [
      'whose start',
      `INSERT INTO amc.starts (start_id, installation_id, program_version, login)
         VALUES (gen_random_uuid(), gen_random_uuid(), '', 'anna')`,
    ],
    [
      'when it started',
      `INSERT INTO amc.starts (start_id, installation_id, program_version, started_at)
         VALUES (gen_random_uuid(), gen_random_uuid(), '', ${later})`,
    ],
    [
      'who holds a new claim',
      `INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, start_id, installation_id, fence, holder)
         VALUES (${claim}, gen_random_uuid(), gen_random_uuid(), 1, 'anna')`,
    ],
    [
      'that it was done',
      `INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, start_id, installation_id, fence, state)
         VALUES (${claim}, gen_random_uuid(), gen_random_uuid(), 1, 'done')`,
    ],
    ['who holds a claim', `UPDATE amc.claims SET holder = 'anna'`],
    ['who settled', `UPDATE amc.claims SET settled_by = 'anna'`],
    ['when it was settled', `UPDATE amc.claims SET settled_at = ${later}`],
    ['when it was claimed', `UPDATE amc.claims SET claimed_at = ${later}`],
    ['of whom a claim is', `UPDATE amc.claims SET who = 'somebody else'`],
    ['under which turn', `UPDATE amc.claims SET fence = 1000`],
    [
      'who says a fact',
      `INSERT INTO amc.facts (fact_id, kind, realm, account_id, at, body, installation_id, author)
         VALUES (gen_random_uuid(), 'activity', '${realm}', 'acme', now(), '{}', gen_random_uuid(), 'anna')`,
    ],
    [
      'when the store got it',
      `INSERT INTO amc.facts (fact_id, kind, realm, account_id, at, body, installation_id, recorded_at)
         VALUES (gen_random_uuid(), 'activity', '${realm}', 'acme', now(), '{}', gen_random_uuid(), ${later})`,
    ],
    ['who said a fact', `UPDATE amc.facts SET author = 'anna'`],
    ['whom a fact is about', `UPDATE amc.facts SET person = 'somebody else'`],
    ['what a fact says', `UPDATE amc.facts SET body = '{}'`],
    ['who added a member', `UPDATE amc.members SET added_by = 'ben'`],
    ['a member’s login', `UPDATE amc.members SET login = 'mallory' WHERE login = 'anna'`],
    ['whose start it was', `UPDATE amc.starts SET login = 'anna'`],
    ['the team’s identity', `UPDATE amc.store SET team_id = gen_random_uuid()`],
  ])('%s', async (_what, sql) => {
    for (const client of [...everybody(), team.anna]) expect(await outcome(client, sql)).toBe(refusal.right);
  });

  test('times of starts and the settler are the server’s, whatever is written', async () => {
    const { client, startId } = await beginRawStart(team.ben);
    const { rows } = await client.query(
      `UPDATE amc.starts SET seen_at = '2000-01-01', ended_at = '2100-01-01' WHERE start_id = $1
       RETURNING seen_at = now() AND ended_at = now() AS "isNow"`,
      [startId],
    );
    expect(rows).toEqual([{ isNow: true }]);
    expect(
      (await client.query(`SELECT DISTINCT settled_by FROM amc.claims WHERE state IN ('done', 'failed')`))
        .rows,
    ).toEqual([{ settled_by: 'ben' }]);
  });

  test('a start of a colleague’s installation, which would look like a copied folder', async () => {
    expect(
      await outcome(
        team.cleo,
        `INSERT INTO amc.starts (start_id, installation_id, program_version) VALUES (gen_random_uuid(), $1, '')`,
        [team.bens.installationId],
      ),
    ).toBe(refusal.rule);
  });
});

describe('nobody rewrites history', () => {
  test.each(['done', 'failed', 'released'])('a claim that is %s', async (state) => {
    const who = personOf('acme', state);
    for (const client of [...everybody(), team.anna]) {
      const sql = 'UPDATE amc.claims SET state = $2 WHERE who = $1';
      for (const next of states) expect(await outcome(client, sql, [who, next])).not.toBe(1);
      expect(
        await outcome(client, `UPDATE amc.claims SET invitation_id = 'forged' WHERE who = $1`, [who]),
      ).not.toBe(1);
    }
    const { rows } = await team.ben.query(
      'SELECT state, invitation_id AS invitation FROM amc.claims WHERE who = $1',
      [who],
    );
    expect(rows).toEqual([{ state, invitation: null }]);
  });

  test('a claim in doubt never was, or is under way again', async () => {
    for (const state of ['claimed', 'sending', 'released']) {
      expect(
        await outcome(team.ben, 'UPDATE amc.claims SET state = $2 WHERE who = $1', [
          personOf('acme', 'inDoubt'),
          state,
        ]),
      ).toBe(refusal.rule);
    }
  });

  test('a start that ended', async () => {
    const { client, startId } = await beginRawStart(team.ben);
    await client.query('UPDATE amc.starts SET ended_at = now() WHERE start_id = $1', [startId]);
    for (const change of ['ended_at = NULL', 'seen_at = now()']) {
      expect(await outcome(client, `UPDATE amc.starts SET ${change} WHERE start_id = $1`, [startId])).toBe(
        refusal.rule,
      );
    }
    for (const other of [team.cleo, team.anna]) {
      expect(
        await outcome(other, 'UPDATE amc.starts SET ended_at = now() WHERE start_id = $1', [
          team.bens.startId,
        ]),
      ).toBe(0);
    }
  });

  test('the versions of the schema', async () => {
    for (const client of [...everybody(), team.anna]) {
      for (const sql of [
        'INSERT INTO amc.schema_versions (version) VALUES (99)',
        'UPDATE amc.schema_versions SET version = 99',
        'DELETE FROM amc.schema_versions',
      ]) {
        expect(await outcome(client, sql)).toBe(refusal.right);
      }
    }
  });

  test.each(tables)('nobody empties, drops, alters or locks amc.%s', async (table) => {
    for (const client of [...everybody(), team.anna]) {
      for (const sql of [
        `TRUNCATE amc.${table} CASCADE`,
        `DROP TABLE amc.${table} CASCADE`,
        `ALTER TABLE amc.${table} DISABLE ROW LEVEL SECURITY`,
        `ALTER TABLE amc.${table} DISABLE TRIGGER ALL`,
        `ALTER TABLE amc.${table} ADD COLUMN more text`,
        `DROP POLICY seen ON amc.${table}`,
        `GRANT ALL ON amc.${table} TO PUBLIC`,
      ]) {
        const got = await outcome(client, sql);
        // GRANT without the right to grant is a warning that grants nothing.
        if (sql.startsWith('GRANT')) expect([0, refusal.right]).toContain(got);
        else expect([sql, got]).toEqual([sql, refusal.right]);
      }
    }
    expect(
      await outcome(
        team.superuser,
        `SELECT FROM information_schema.role_table_grants WHERE table_schema = 'amc' AND grantee = 'PUBLIC'`,
      ),
    ).toBe(0);
  });

  test.each(tables)('nobody fills amc.%s by COPY, past the policies', async (table) => {
    for (const client of [...everybody(), team.anna]) {
      expect(['0A000', refusal.right]).toContain(await outcome(client, `COPY amc.${table} FROM STDIN`));
    }
  });

  test('nobody drops the schema, the database, a function or a login', async () => {
    for (const client of [...everybody(), team.anna]) {
      for (const sql of [
        'DROP SCHEMA amc CASCADE',
        'ALTER SCHEMA amc RENAME TO gone',
        'DROP DATABASE amc_team',
        'ALTER DATABASE amc_team SET search_path = public',
        'DROP FUNCTION amc.may CASCADE',
        'ALTER FUNCTION amc.may SET search_path = public',
        'DROP ROLE ben',
        'DROP OWNED BY amc_owner',
      ]) {
        expect([sql, await outcome(client, sql)]).toEqual([sql, refusal.right]);
      }
    }
  });
});

describe('nobody deletes', () => {
  test.each(['claims', 'turns', 'starts', 'store', 'schema_versions', 'facts'])(
    'from amc.%s',
    async (table) => {
      for (const client of [...everybody(), team.anna]) {
        expect(await outcome(client, `DELETE FROM amc.${table}`)).toBe(refusal.right);
      }
    },
  );

  test('an account that somebody else shared, but an administrator', async () => {
    const sql = `DELETE FROM amc.shared_accounts WHERE account_id = 'borealis'`;
    for (const client of [team.cleo, team.dora, team.eve]) expect(await outcome(client, sql)).toBe(0);
    expect(await outcome(team.anna, sql)).toBe(1);
  });
});
