import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as factsStatements from '../../../../main/team/facts/factsSql';
import * as adoptionStatements from '../../../../main/team/adoption/adoptionSql';
import * as soloStatements from '../../../../main/team/solo/soloSql';
import * as sendingStatements from '../../../../main/team/sending/storeSql';
import { beginRawStart, realm } from '../../../support/team/rawSql';
import { startTeamServer, type TeamServer } from '../../../support/team/teamServer';

/** A step of a plan, as EXPLAIN (FORMAT JSON) tells it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Parent Relationship'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Subplan Name'?: string;
  readonly Plans?: readonly PlanNode[];
  readonly [more: string]: unknown;
}

let server: TeamServer;
let client: pg.Client;
let startId: string;
let installationId: string;
beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('cleo', { seesAll: false });
  const superuser = await server.rawAsSuperuser();
  await superuser.query(`
    INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, state, start_id, installation_id, fence,
      holder, settled_at, settled_by)
    SELECT gen_random_uuid(), '${realm}', 'account ' || n % 1000, 'create', 'address', 'p' || n || '@example.com', 1,
      CASE n % 20 WHEN 0 THEN 'claimed' WHEN 1 THEN 'failed' ELSE 'done' END, gen_random_uuid(), gen_random_uuid(), 1,
      'ben', now() - n * interval '1 min', 'ben'
    FROM generate_series(1, 100000) AS n;
    UPDATE amc.claims SET origin = 'solo', known = 1, reason = 'Urgent' WHERE state = 'done' AND random() < 0.002;
    INSERT INTO amc.member_accounts (login, realm, account_id)
      SELECT 'cleo', '${realm}', 'account ' || n FROM generate_series(1, 50) AS n;
    INSERT INTO amc.shared_accounts (realm, account_id, account_name, shared_by)
      SELECT '${realm}', 'account ' || n, '', 'ben' FROM generate_series(0, 999) AS n;
    INSERT INTO amc.facts (fact_id, kind, realm, account_id, person, at, body, installation_id, author, recorded_at)
      SELECT gen_random_uuid(), 'activity', '${realm}', 'account ' || n % 1000, 'p' || n || '@example.com', now(),
        '{"action": "create"}', gen_random_uuid(), 'ben', now() - n * interval '1 min'
      FROM generate_series(1, 100000) AS n;
    ANALYZE amc.claims, amc.facts, amc.shared_accounts, amc.member_accounts`);
  await superuser.end();
  client = await server.rawAs('cleo');
  ({ startId, installationId } = await beginRawStart(client));
});
afterAll(async () => {
  await client.end();
  await server.remove();
});

const id = randomUUID();
const account = [realm, 'account 7'] as const;
const turnMs = 120_000;
const requested = [[id], ['create'], ['address'], ['p7@example.com'], [1], ['VIEWER']];
const added = [
  ...[[id], [realm], ['account 7'], ['create'], ['address'], ['p7@example.com'], [1], ['VIEWER']],
  ...[[null], ['solo'], ['Urgent'], [Date.now()]],
];
const statements = {
  ...sendingStatements,
  ...factsStatements,
  ...adoptionStatements,
  ...soloStatements,
};
/** Microseconds since 1970, by which the store is read on. */
const anHourAgo = String((Date.now() - 3_600_000) * 1000);
const news = [anHourAgo, '00000000-0000-0000-0000-000000000000', randomUUID()];
const pushed = {
  ...{ factId: randomUUID(), kind: 'activity', realm, accountId: 'account 7', person: 'p7@example.com' },
  ...{ userId: null, at: Date.now(), body: {} },
};
/** Each statement of the app about claims, turns and facts, with values it would have. */
const cases: readonly (readonly [keyof typeof statements, (start: string) => readonly unknown[]])[] = [
  ['changesSql', () => [Date.now() - 3_600_000, 1000]],
  ['obstaclesSql', () => [...account, [id], ['address'], ['p7@example.com'], [1]]],
  ['turnOfSql', () => [...account]],
  ['takeTurnSql', (start) => [start, ...account, 0, 10, turnMs]],
  ['keepTurnSql', (start) => [start, ...account, 1, turnMs]],
  ['freeOutdatedSql', () => [...account, 1]],
  ['claimSql', (start) => [start, ...account, 1, randomUUID(), ...requested, 0, 10, turnMs, [null]]],
  ['confirmSendingSql', (start) => [start, ...account, 1, [id], new Date().toISOString()]],
  ['leaveTurnSql', (start) => [start, ...account, 1]],
  ['reportSql', () => [[id], ['done'], [null]]],
  ['openClaimSql', () => [...account, 'address', 'p7@example.com', 60_000]],
  ['adoptSql', () => [id, 'done', null]],
  ['settledByOthersSql', () => [[id]]],
  ['addAfterwardSql', (start) => [start, installationId, ...added]],
  ['storedSql', () => [[id]]],
  ['doublesSql', () => [500]],
  ['standSql', () => []],
  ['pullSql', () => [...news, 500]],
  ['countNewsSql', () => news],
  ['pushSql', () => [installationId, JSON.stringify([pushed])]],
];

async function planOf(name: keyof typeof statements, start: string): Promise<PlanNode> {
  const values = cases.find(([known]) => known === name)?.[1](start) ?? [];
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) ${statements[name]}`,
      [...values],
    );
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (plan === undefined) throw new Error('There is no plan.');
    return plan;
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Every step, each with whether it belongs to a part that is evaluated once. */
function stepsOf(
  node: PlanNode,
  once = false,
): readonly { readonly node: PlanNode; readonly once: boolean }[] {
  const isOnce = once || node['Parent Relationship'] === 'InitPlan';
  return [{ node, once: isOnce }, ...(node.Plans ?? []).flatMap((child) => stepsOf(child, isOnce))];
}

const expressionsOf = ({ Plans: _children, ...own }: PlanNode): string => JSON.stringify(own);

test('every statement of the app is among those looked at', () => {
  expect(cases.map(([name]) => name).sort()).toEqual(Object.keys(statements).sort());
});

test.each(cases.map(([name]) => name))('%s asks for rights once, not for each row', async (name) => {
  const steps = stepsOf(await planOf(name, startId));
  const asking = steps.filter(({ node }) => expressionsOf(node).includes('amc.may('));
  expect(asking.length).toBeGreaterThan(0);
  for (const { node, once } of asking) {
    expect(once).toBe(true);
    expect(node['Node Type']).toBe('Result');
    expect(Number(node['Actual Loops'])).toBeLessThanOrEqual(1);
  }
  // A member's own accounts are read once as well, and looked up in memory.
  for (const { node } of steps.filter(({ node: step }) => step['Relation Name'] === 'member_accounts')) {
    expect(Number(node['Actual Loops'])).toBeLessThanOrEqual(1);
  }
});

test.each(cases.map(([name]) => name))('%s reads claims by an index', async (name) => {
  const steps = stepsOf(await planOf(name, startId));
  const whole = steps.filter(
    ({ node }) => node['Relation Name'] === 'claims' && node['Node Type'] === 'Seq Scan',
  );
  expect(whole.map(({ node }) => expressionsOf(node))).toEqual([]);
});

test('what colleagues shared lately is found by an index, whatever came before', async () => {
  for (const name of ['pullSql', 'countNewsSql'] as const) {
    const read = stepsOf(await planOf(name, startId)).filter(({ node }) => node['Relation Name'] === 'facts');
    expect(read.map(({ node }) => node['Node Type'])).toEqual([expect.stringMatching(/^Index/)]);
    // Of an hour: sixty, and those of accounts that this member doesn't see are passed over.
    for (const { node } of read) {
      expect(Number(node['Actual Rows']) + Number(node['Rows Removed by Filter'])).toBeLessThanOrEqual(61);
    }
  }
});
