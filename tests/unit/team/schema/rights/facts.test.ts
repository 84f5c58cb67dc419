import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addRawFact,
  beginRawStart,
  outcome,
  realm,
  refusal,
  valueOf,
  type RawStart,
} from '../../../../support/team/rawSql';
import { startRawTeam, type RawTeam } from '../../../../support/team/rawTeam';

let team: RawTeam;
let cleos: RawStart;
beforeAll(async () => {
  team = await startRawTeam();
  cleos = await beginRawStart(team.cleo);
});
afterAll(() => team.close());

const count = (where: string): Promise<unknown> =>
  valueOf(team.superuser, `SELECT count(*)::int FROM amc.facts WHERE ${where}`);

describe('a fact is added', () => {
  test('by a member who may draft or send, for an account that is shared and seen', async () => {
    const doras = await beginRawStart(team.dora);
    for (const start of [team.bens, cleos, doras])
      expect(await addRawFact(start, { account: 'acme' })).toBe(1);
    expect(await count(`author = 'cleo' AND recorded_at > now() - interval '1 minute'`)).toBe(1);
  });

  test('not for an account that isn’t shared, nor for one that isn’t seen', async () => {
    await team.anna.query(
      `INSERT INTO amc.member_accounts (login, realm, account_id) VALUES ('cleo', '${realm}', 'unshared')`,
    );
    for (const start of [team.bens, cleos]) {
      expect(await addRawFact(start, { account: 'unshared' })).toBe(refusal.right);
    }
    expect(await addRawFact(cleos, { account: 'borealis' })).toBe(refusal.right);
    expect(await addRawFact(team.bens, { account: 'borealis' })).toBe(1);
  });

  test('not by a login outside the team, nor by a member who may only look', async () => {
    expect(await outcome(team.eve, 'SELECT amc.may($1)', ['belong'])).toBe(1);
    const foreign = { ...team.bens, client: team.eve };
    expect(await addRawFact(foreign, { account: 'acme' })).toBe(refusal.right);
    await team.server.addMember('fay', { mayDraft: false, maySend: false });
    const fay = await team.server.rawAs('fay');
    expect(await addRawFact(await beginRawStart(fay), { account: 'acme' })).toBe(refusal.right);
    expect(await outcome(fay, 'SELECT FROM amc.facts')).toBeGreaterThan(0);
    await fay.end();
  });

  test('about the whole team, not by a login outside it, nor by a member who may only look', async () => {
    const erasure = { account: '', kind: 'erasure', body: { factIds: [], claimIds: [] } };
    expect(await addRawFact({ ...team.bens, client: team.eve }, erasure)).toBe(refusal.right);
    await team.server.addMember('gus', { mayDraft: false, maySend: false });
    const gus = await team.server.rawAs('gus');
    expect(await addRawFact(await beginRawStart(gus), erasure)).toBe(refusal.right);
    await gus.end();
    expect(await addRawFact(cleos, erasure)).toBe(1);
  });

  test('not under a colleague’s installation, nor under one that never started', async () => {
    for (const installationId of [team.bens.installationId, randomUUID()]) {
      expect(await addRawFact(cleos, { account: 'acme', installationId })).toBe(refusal.right);
    }
  });

  test('not in place of one there is, and an ID taken in one account is free in another', async () => {
    const id = randomUUID();
    expect(await addRawFact(cleos, { account: 'acme', id, body: { comment: 'by Cleo' } })).toBe(1);
    expect(await addRawFact(team.bens, { account: 'acme', id })).toBe(refusal.unique);
    expect(
      await outcome(
        team.cleo,
        `INSERT INTO amc.facts (fact_id, kind, realm, account_id, at, body, installation_id)
         VALUES ($1, 'activity', $2, 'acme', now(), '{}', $3) ON CONFLICT (fact_id, realm, account_id) DO UPDATE SET body = '{}'`,
        [id, realm, cleos.installationId],
      ),
    ).toBe(refusal.right);
    expect(await addRawFact(team.bens, { account: 'borealis', id })).toBe(1);
    expect(
      await valueOf(
        team.ben,
        `SELECT body ->> 'comment' FROM amc.facts WHERE account_id = 'acme' AND fact_id = $1`,
        [id],
      ),
    ).toBe('by Cleo');
  });

  test.each([
    ['a body beyond 16 kB', { body: { text: 'é'.repeat(8200) } }],
    ['a body that isn’t an object', { body: ['x'] }],
    ['an unknown kind', { kind: 'rumor' }],
    ['a fact of the whole team that is about an account', { account: '', kind: 'activity' }],
    ['an endless address', { person: `${'x'.repeat(400)}@a.example` }],
  ])('not with %s', async (_what, given) => {
    expect(await addRawFact(team.bens, { account: 'acme', ...given })).toBe(refusal.rule);
  });
});

describe('a fact is seen', () => {
  test('while its account is shared, also by the one who said it', async () => {
    expect(await addRawFact(team.bens, { account: 'borealis', person: 'unshared@b.example' })).toBe(1);
    const seen = `SELECT FROM amc.facts WHERE person = 'unshared@b.example'`;
    expect(await outcome(team.ben, seen)).toBe(1);
    await team.ben.query(`DELETE FROM amc.shared_accounts WHERE account_id = 'borealis'`);
    for (const client of [team.anna, team.ben, team.cleo]) expect(await outcome(client, seen)).toBe(0);
    await team.ben.query(
      `INSERT INTO amc.shared_accounts (realm, account_id, account_name) VALUES ('${realm}', 'borealis', '')`,
    );
    expect(await outcome(team.anna, seen)).toBe(1);
  });
});
