import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outcome, refusal, valueOf } from '../../../../support/team/rawSql';
import { startRawTeam, type RawTeam } from '../../../../support/team/rawTeam';

let team: RawTeam;
beforeAll(async () => {
  team = await startRawTeam();
});
afterAll(() => team.close());
beforeEach(() => team.superuser.query('TRUNCATE amc.rules'));

const add = (client: RawTeam['anna'], version: number, rule = '{}'): Promise<string | number> =>
  outcome(client, 'INSERT INTO amc.rules (version, rule) VALUES ($1, $2)', [version, rule]);

describe('the team’s rules', () => {
  test('are read by members, and set by administrators alone', async () => {
    expect(await add(team.anna, 1)).toBe(1);
    expect(await outcome(team.ben, 'SELECT * FROM amc.rules')).toBe(1);
    for (const client of [team.ben, team.cleo, team.dora]) expect(await add(client, 2)).toBe(refusal.right);
    expect(await add(team.eve, 1)).toBe(refusal.right);
    expect(await outcome(team.eve, 'SELECT * FROM amc.rules')).toBe(0);
  });

  test('follow one another, also if two are added at once', async () => {
    expect(await add(team.anna, 2)).toBe(refusal.rule);
    expect(await add(team.anna, 1)).toBe(1);
    expect(await add(team.anna, 1)).not.toBe(1);
    expect(await add(team.anna, 3)).toBe(refusal.rule);
    const other = await team.server.rawAs('anna');
    const both = await Promise.all([add(team.anna, 2), add(other, 2)]).finally(() => other.end());
    expect(both.filter((each) => each === 1)).toHaveLength(1);
    expect(await valueOf(team.ben, 'SELECT max(version) FROM amc.rules')).toBe(2);
  });

  test('are nobody else’s, and never changed, deleted, emptied or endless', async () => {
    await add(team.anna, 1);
    const attempts = [
      `INSERT INTO amc.rules (version, rule, author) VALUES (2, '{}', 'ben')`,
      `INSERT INTO amc.rules (version, rule, at) VALUES (2, '{}', '2020-01-01')`,
      `UPDATE amc.rules SET rule = '{"loose": true}'`,
      'DELETE FROM amc.rules',
      'TRUNCATE amc.rules',
    ];
    for (const sql of attempts) expect(await outcome(team.anna, sql)).toBe(refusal.right);
    expect(await add(team.anna, 2, JSON.stringify({ text: 'x'.repeat(5000) }))).toBe(refusal.rule);
    expect(await add(team.anna, 2, '[]')).toBe(refusal.rule);
    expect(await valueOf(team.ben, 'SELECT author FROM amc.rules')).toBe('anna');
  });
});
