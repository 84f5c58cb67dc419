import { storeSchemaVersion } from '../../../../../main/team/schema/migrateStore';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginRawStart, claimRaw, outcome, realm, refusal, valueOf } from '../../../../support/team/rawSql';
import { personOf, startRawTeam, states, type RawTeam } from '../../../../support/team/rawTeam';

let team: RawTeam;
beforeAll(async () => {
  team = await startRawTeam();
});
afterAll(() => team.close());

const tablesOfAccounts = ['claims', 'turns', 'shared_accounts', 'facts'] as const;
const everyTable = [
  ...tablesOfAccounts,
  ...['starts', 'members', 'member_accounts', 'store', 'rules', 'schema_versions'],
];

describe('a member who sees selected accounts only', () => {
  test.each(tablesOfAccounts)('reads nothing of other accounts in amc.%s', async (table) => {
    expect((await team.cleo.query(`SELECT DISTINCT account_id FROM amc.${table}`)).rows).toEqual([
      { account_id: 'acme' },
    ]);
    expect(await outcome(team.cleo, `SELECT FROM amc.${table} WHERE account_id <> 'acme'`)).toBe(0);
    expect((await team.ben.query(`SELECT DISTINCT account_id FROM amc.${table}`)).rows).toHaveLength(2);
  });

  test.each(tablesOfAccounts)('copies nothing of other accounts out of amc.%s', async (table) => {
    const own = table === 'claims' ? states.length : 1;
    expect(await outcome(team.cleo, `COPY amc.${table} TO STDOUT`)).toBe(own);
    expect(await outcome(team.cleo, `COPY (SELECT * FROM amc.${table}) TO STDOUT`)).toBe(own);
  });

  test('learns from no conflict whom colleagues invited in another account', async () => {
    const start = await beginRawStart(team.cleo);
    for (const who of [personOf('borealis', 'done'), 'nobody@borealis.example']) {
      const claim = { account: 'borealis', who, fence: 1 };
      expect(await claimRaw(start, claim)).toBe(refusal.right);
    }
    for (const account of ['borealis', 'unheard of']) {
      for (const conflict of ['', 'ON CONFLICT DO NOTHING', 'ON CONFLICT (realm, account_id) DO NOTHING']) {
        expect(
          await outcome(
            team.cleo,
            `INSERT INTO amc.shared_accounts (realm, account_id, account_name) VALUES ($1, $2, '') ${conflict}`,
            [realm, account],
          ),
        ).toBe(refusal.right);
        expect(
          await outcome(
            team.cleo,
            `INSERT INTO amc.turns (realm, account_id, start_id, until, total) VALUES ($1, $2, $3, now(), 0) ${conflict}`,
            [realm, account, start.startId],
          ),
        ).toBe(refusal.right);
      }
    }
  });

  test('sees no rows through a function in WHERE that runs before the policy', async () => {
    // A member can't create functions; even with one that is cheap and tells what it sees, the policy comes first.
    await team.superuser.query(`CREATE SCHEMA lab; GRANT USAGE ON SCHEMA lab TO amc_member;
      CREATE FUNCTION lab.peek(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
        $$ BEGIN RAISE NOTICE 'saw %', $1; RETURN true; END $$`);
    const seen: string[] = [];
    team.cleo.on('notice', ({ message }) => seen.push(message ?? ''));
    await team.cleo.query('SELECT FROM amc.claims WHERE lab.peek(who)');
    await team.superuser.query('DROP SCHEMA lab CASCADE');
    expect(seen).toHaveLength(states.length);
    expect(seen.filter((line) => line.includes('borealis'))).toEqual([]);
  });

  test('reads no values of other accounts in the statistics', async () => {
    await team.superuser.query('ANALYZE amc.claims');
    expect(await outcome(team.cleo, `SELECT FROM pg_stats WHERE schemaname = 'amc'`)).toBe(0);
    for (const table of ['pg_statistic', 'pg_statistic_ext_data']) {
      expect(await outcome(team.cleo, `SELECT FROM ${table}`)).toBe(refusal.right);
    }
  });

  test('isn’t shown hidden rows by switching row security off', async () => {
    await team.cleo.query('SET row_security = off');
    for (const table of tablesOfAccounts) {
      expect(await outcome(team.cleo, `SELECT FROM amc.${table}`)).toBe(refusal.rowSecurityOff);
    }
    await team.cleo.query('RESET row_security');
  });

  test('can find out by EXPLAIN ANALYZE whether a guess is right, as docs/team.md says', async () => {
    await team.cleo.query('SET enable_seqscan = off');
    const removed = async (who: string): Promise<boolean> =>
      JSON.stringify(
        await valueOf(
          team.cleo,
          `EXPLAIN (ANALYZE, FORMAT JSON) SELECT FROM amc.claims WHERE realm = '${realm}' AND account_id = 'borealis'
             AND key_kind = 'address' AND who = '${who}' AND state IN ('claimed', 'sending', 'inDoubt')`,
        ),
      ).includes('"Rows Removed by Filter":1');
    expect(await removed(personOf('borealis', 'sending'))).toBe(true);
    expect(await removed('nobody@borealis.example')).toBe(false);
    await team.cleo.query('RESET enable_seqscan');
  });

  test('sees the own accounts of nobody else', async () => {
    expect(await outcome(team.cleo, 'SELECT FROM amc.member_accounts')).toBe(1);
    expect(await outcome(team.ben, 'SELECT FROM amc.member_accounts')).toBe(0);
    expect(await outcome(team.anna, 'SELECT FROM amc.member_accounts')).toBe(1);
  });
});

test('a login outside the team reads the schema’s version and nothing else', async () => {
  for (const table of everyTable) {
    expect(await outcome(team.eve, `SELECT FROM amc.${table}`)).toBe(
      table === 'schema_versions' ? storeSchemaVersion : 0,
    );
  }
});

test('a login without the group reads nothing at all', async () => {
  await team.superuser.query(`CREATE ROLE stranger LOGIN PASSWORD 'secret of stranger'`);
  await expect(team.server.rawAs('stranger')).rejects.toMatchObject({ code: refusal.right });
  await team.superuser.query('GRANT CONNECT ON DATABASE amc_team TO stranger');
  const stranger = await team.server.rawAs('stranger');
  for (const table of everyTable) {
    expect(await outcome(stranger, `SELECT FROM amc.${table}`)).toBe(refusal.right);
  }
  expect(await outcome(stranger, `SELECT amc.may('send')`)).toBe(refusal.right);
  await stranger.end();
  await team.superuser.query('DROP OWNED BY stranger; DROP ROLE stranger');
});

test('nobody makes anything that could read for them: views, tables, functions, triggers, schemas', async () => {
  const made = [
    'CREATE VIEW amc.all_claims AS SELECT * FROM amc.claims',
    'CREATE VIEW public.all_claims AS SELECT * FROM amc.claims',
    'CREATE TEMP VIEW all_claims AS SELECT * FROM amc.claims',
    'CREATE TEMP TABLE claims (id uuid)',
    'SELECT * INTO TEMP copied FROM amc.claims',
    'CREATE TABLE public.members (login text)',
    'CREATE SCHEMA mine',
    'CREATE FUNCTION public.may(text) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$',
    'CREATE FUNCTION amc.may(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$',
    'CREATE FUNCTION pg_temp.session_user() RETURNS text LANGUAGE sql AS $$ SELECT $1 $$',
    'CREATE TRIGGER mine BEFORE INSERT ON amc.claims FOR EACH ROW EXECUTE FUNCTION amc.check_claim()',
    'CREATE RULE mine AS ON SELECT TO amc.claims DO INSTEAD NOTHING',
    'CREATE POLICY mine ON amc.claims FOR SELECT USING (true)',
    'CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION amc.check_claim()',
    'CREATE EXTENSION dblink',
    'CREATE PUBLICATION mine FOR TABLE amc.claims',
  ];
  for (const client of [team.ben, team.cleo, team.eve, team.anna]) {
    for (const sql of made) expect([sql, await outcome(client, sql)]).toEqual([sql, refusal.right]);
  }
});

test('a function in place of one of the policies’ changes nothing', async () => {
  await team.superuser.query(`CREATE SCHEMA lab; GRANT USAGE ON SCHEMA lab TO amc_member;
    CREATE FUNCTION lab.may(text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
    CREATE TABLE lab.members AS SELECT 'eve' AS login, true AS sees_all, true AS may_administer;
    GRANT SELECT ON lab.members TO amc_member;
    GRANT TEMPORARY ON DATABASE amc_team TO amc_member`);
  const eve = await team.server.rawAs('eve');
  await eve.query(`SET search_path = pg_temp, lab, amc, pg_catalog;
    CREATE TEMP TABLE members AS SELECT 'eve'::text AS login, true AS sees_all, true AS may_administer;
    CREATE FUNCTION pg_temp.may(text) RETURNS boolean LANGUAGE sql AS 'SELECT true'`);
  expect(await valueOf(eve, `SELECT amc.may('administer')`)).toBe(false);
  expect(await outcome(eve, 'SELECT FROM amc.claims')).toBe(0);
  await eve.end();
  await team.superuser.query(
    'DROP SCHEMA lab CASCADE; REVOKE TEMPORARY ON DATABASE amc_team FROM amc_member',
  );
});

test('amc.may knows its five rights and answers no to everything else', async () => {
  for (const right of ['belong', 'see all', 'draft', 'send', 'administer']) {
    expect(await valueOf(team.anna, 'SELECT amc.may($1)', [right])).toBe(true);
    expect(await valueOf(team.eve, 'SELECT amc.may($1)', [right])).toBe(false);
  }
  for (const odd of [null, '', 'SEND', 'send ', 'may_send', `send' OR true --`, '%', 'x'.repeat(100_000)]) {
    expect(await valueOf(team.anna, 'SELECT amc.may($1)', [odd])).toBe(false);
  }
  for (const [login, expected] of [
    ['ben', [true, true, true, true, false]],
    ['cleo', [true, false, true, true, false]],
    ['dora', [true, true, true, false, false]],
  ] as const) {
    const { rows } = await team[login].query<Record<string, boolean>>(
      `SELECT amc.may('belong') a, amc.may('see all') b, amc.may('draft') c, amc.may('send') d, amc.may('administer') e`,
    );
    expect(Object.values(rows[0] ?? {})).toEqual(expected);
  }
});
