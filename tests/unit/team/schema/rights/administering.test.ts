import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { beginRawStart, outcome, realm, refusal, setState, valueOf } from '../../../../support/team/rawSql';
import { personOf, startRawTeam, states, type RawTeam } from '../../../../support/team/rawTeam';

let team: RawTeam;
beforeAll(async () => {
  team = await startRawTeam();
});
afterAll(() => team.close());

const rightsOf = (login: string): Promise<unknown> =>
  valueOf(
    team.superuser,
    `SELECT concat_ws(' ', CASE WHEN sees_all THEN 'all' END, CASE WHEN may_draft THEN 'draft' END,
       CASE WHEN may_send THEN 'send' END, CASE WHEN may_administer THEN 'administer' END)
     FROM amc.members WHERE login = $1`,
    [login],
  );

/** Statements about the members, by an administrator. */
const administer = (sql: string): Promise<string | number> => outcome(team.anna, sql);

describe('without the right to administer, nobody', () => {
  test.each([
    ['takes a right', 'UPDATE amc.members SET may_send = true, sees_all = true WHERE login = session_user'],
    ['becomes administrator', 'UPDATE amc.members SET may_administer = true WHERE login = session_user'],
    ['takes a colleague’s right', `UPDATE amc.members SET may_send = false WHERE login = 'anna'`],
    ['removes a colleague', `DELETE FROM amc.members WHERE login = 'anna'`],
    ['gives up the team', 'DELETE FROM amc.members WHERE login = session_user'],
    ['renames the team', `UPDATE amc.store SET name = 'Mine'`],
    ['takes away a colleague’s account', 'DELETE FROM amc.member_accounts'],
  ])('%s', async (_what, sql) => {
    for (const client of [team.ben, team.cleo, team.dora, team.eve])
      expect(await outcome(client, sql)).toBe(0);
  });

  test.each([
    [
      'adds a member',
      `INSERT INTO amc.members (login, display_name, sees_all, may_draft, may_send, may_administer)
         VALUES ('mallory', 'M', true, true, true, true)`,
    ],
    [
      'adds or changes by conflict',
      `INSERT INTO amc.members (login, display_name, sees_all, may_draft, may_send, may_administer)
         VALUES (session_user, 'M', true, true, true, true) ON CONFLICT (login) DO UPDATE SET may_administer = true`,
    ],
    [
      'adds herself to an account',
      `INSERT INTO amc.member_accounts (login, realm, account_id) VALUES (session_user, '${realm}', 'borealis')`,
    ],
    ['moves an account to herself', 'UPDATE amc.member_accounts SET login = session_user'],
    ['founds the team again', `INSERT INTO amc.store (name) VALUES ('Mine')`],
  ])('%s', async (_what, sql) => {
    for (const client of [team.ben, team.cleo, team.dora, team.eve]) {
      expect(await outcome(client, sql)).toBe(refusal.right);
    }
  });

  test('and nothing changed', async () => {
    expect(await rightsOf('ben')).toBe('all draft send');
    expect(await rightsOf('cleo')).toBe('draft send');
    expect(await rightsOf('dora')).toBe('all draft');
    expect(await rightsOf('anna')).toBe('all draft send administer');
    expect(await valueOf(team.superuser, 'SELECT count(*)::int FROM amc.members')).toBe(4);
  });
});

describe('an administrator who set up the store', () => {
  test('has no more rights to rows than another administrator, until she becomes the owner', async () => {
    await team.server.addMember('fay', { mayAdminister: true });
    const fay = await team.server.rawAs('fay');
    const rights = `SELECT relname, privilege FROM pg_class,
        unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
      WHERE relnamespace = 'amc'::regnamespace AND relkind = 'r' AND has_table_privilege(oid, privilege)
      ORDER BY 1, 2`;
    expect((await team.anna.query(rights)).rows).toEqual((await fay.query(rights)).rows);
    expect(await outcome(fay, 'SET ROLE amc_owner')).toBe(refusal.right);
    await fay.end();
    await administer(`DELETE FROM amc.members WHERE login = 'fay'`);
  });

  test('as the owner, neither rewrites nor forges nor empties anything, short of altering tables', async () => {
    await team.anna.query('SET ROLE amc_owner');
    for (const table of ['claims', 'turns', 'starts', 'shared_accounts', 'facts']) {
      expect(await administer(`SELECT FROM amc.${table}`)).toBe(0);
      expect(await administer(`DELETE FROM amc.${table}`)).toBe(0);
      expect(await administer(`TRUNCATE amc.${table}`)).toBe(refusal.rule);
    }
    for (const next of states) expect(await setState(team.anna, personOf('acme', 'done'), next)).toBe(0);
    for (const sql of [
      `INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, start_id, installation_id, fence, holder, state)
         VALUES (gen_random_uuid(), '${realm}', 'acme', 'create', 'address', 'x', 1, gen_random_uuid(), gen_random_uuid(), 1, 'ben', 'done')`,
      `INSERT INTO amc.members (login, display_name, sees_all, may_draft, may_send, may_administer)
         VALUES ('anna2', 'A', true, true, true, true)`,
      `INSERT INTO amc.schema_versions (version, login) VALUES (2, 'ben')`,
      `INSERT INTO amc.store (number, name) VALUES (1, 'Again')`,
    ]) {
      expect(await administer(sql)).toBe(refusal.right);
    }
    for (const sql of [`UPDATE amc.claims SET who = 'x'`, `UPDATE amc.facts SET body = '{}', person = 'x'`]) {
      expect(await administer(sql)).toBe(0);
    }
    expect(
      await outcome(team.anna, `SELECT amc.erase_person(ARRAY['${personOf('acme', 'done')}'])`),
    ).not.toBe(1);
    expect(await administer('UPDATE amc.schema_versions SET version = 9')).toBe(0);
    expect(await administer('DELETE FROM amc.schema_versions')).toBe(0);
    expect(await administer(`UPDATE amc.members SET may_administer = true`)).toBe(0);
    await team.anna.query('RESET ROLE');
  });

  test('settles her own claims only, like everybody', async () => {
    for (const state of states) {
      for (const next of states) expect(await setState(team.anna, personOf('acme', state), next)).toBe(0);
    }
  });
});

describe('the last administrator', () => {
  const added = `INSERT INTO amc.members (login, display_name, sees_all, may_draft, may_send, may_administer)
    VALUES ('gil', 'Gil', true, true, true, true)`;
  beforeEach(async () => {
    await team.superuser.query(`DELETE FROM amc.members WHERE login = 'gil'`);
  });

  test('can’t demote or remove herself', async () => {
    expect(await administer(`UPDATE amc.members SET may_administer = false WHERE login = 'anna'`)).toBe(
      refusal.rule,
    );
    expect(await administer(`DELETE FROM amc.members WHERE login = 'anna'`)).toBe(refusal.rule);
    expect(await administer('DELETE FROM amc.members')).toBe(refusal.rule);
    expect(await administer(`UPDATE amc.members SET display_name = 'Anna B.' WHERE login = 'anna'`)).toBe(1);
  });

  test('is kept when all are demoted in one statement', async () => {
    expect(await administer(added)).toBe(1);
    expect(await administer('UPDATE amc.members SET may_administer = false')).toBe(refusal.rule);
    expect(await administer('DELETE FROM amc.members WHERE may_administer')).toBe(refusal.rule);
    expect(await rightsOf('gil')).toContain('administer');
  });

  test('is kept when two remove each other at the same moment', async () => {
    await team.server.addMember('hal', { mayAdminister: true });
    const hal = await team.server.rawAs('hal');
    await team.anna.query('BEGIN');
    expect(await administer(`DELETE FROM amc.members WHERE login = 'hal'`)).toBe(1);
    const hals = outcome(hal, `UPDATE amc.members SET may_administer = false WHERE login = 'anna'`);
    await expect
      .poll(() => valueOf(team.superuser, `SELECT count(*)::int FROM pg_locks WHERE NOT granted`))
      .toBe(1);
    await team.anna.query('COMMIT');
    expect(await hals).toBe(refusal.rule);
    await hal.end();
    expect(await rightsOf('anna')).toContain('administer');
  });
});

describe('a right taken away counts at once, in a session that is open', () => {
  test('to see an account', async () => {
    expect(await outcome(team.cleo, 'SELECT FROM amc.claims')).toBe(states.length);
    await administer('DELETE FROM amc.member_accounts');
    expect(await outcome(team.cleo, 'SELECT FROM amc.claims')).toBe(0);
  });

  test('to administer', async () => {
    await team.server.addMember('ida', { mayAdminister: true });
    const ida = await team.server.rawAs('ida');
    const rename = `UPDATE amc.store SET name = 'Northwind'`;
    expect(await outcome(ida, rename)).toBe(1);
    await administer(`UPDATE amc.members SET may_administer = false WHERE login = 'ida'`);
    expect(await outcome(ida, rename)).toBe(0);
    await ida.end();
  });

  test('to belong to the team: nothing is read, begun, sent or settled', async () => {
    await administer(`DELETE FROM amc.members WHERE login = 'ben'`);
    const { startId } = team.bens;
    for (const table of [
      'claims',
      'turns',
      'starts',
      'shared_accounts',
      'members',
      'member_accounts',
      'store',
    ]) {
      expect(await outcome(team.ben, `SELECT FROM amc.${table}`)).toBe(0);
    }
    for (const state of states) {
      for (const next of states) expect(await setState(team.ben, personOf('acme', state), next)).toBe(0);
    }
    for (const [sql, expected] of [
      [`UPDATE amc.turns SET until = now() + interval '1 min' WHERE start_id = '${startId}'`, 0],
      [`UPDATE amc.starts SET seen_at = now() WHERE start_id = '${startId}'`, 0],
      // Without a condition the rows need not be visible, so that policies for reading don't help.
      ['DELETE FROM amc.shared_accounts', 0],
      ['UPDATE amc.starts SET seen_at = now()', 0],
      ['UPDATE amc.turns SET until = now()', 0],
      [`UPDATE amc.claims SET state = 'released'`, 0],
      [`UPDATE amc.claims SET invitation_id = 'forged'`, 0],
    ] as const) {
      expect(await outcome(team.ben, sql)).toBe(expected);
    }
    await expect(beginRawStart(team.ben)).rejects.toMatchObject({ code: refusal.right });
    // What he left stays, under his login.
    expect(await valueOf(team.anna, `SELECT count(*)::int FROM amc.claims WHERE holder = 'ben'`)).toBe(
      2 * states.length,
    );
  });
});
