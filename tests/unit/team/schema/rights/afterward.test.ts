import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  beginRawStart,
  outcome,
  realm,
  refusal,
  valueOf,
  type RawStart,
} from '../../../../support/team/rawSql';
import { startRawTeam, type RawTeam } from '../../../../support/team/rawTeam';

let team: RawTeam;
let dora: RawStart;
beforeAll(async () => {
  team = await startRawTeam();
  dora = await beginRawStart(team.dora);
});
afterAll(() => team.close());
beforeEach(() =>
  team.superuser.query(`DELETE FROM amc.claims WHERE origin <> 'turn'; TRUNCATE amc.dismissals`),
);

const columns = `id, realm, account_id, kind, key_kind, who, generation, role, start_id, installation_id, fence`;

/** Adds what was done without the store. @returns 1, or PostgreSQL's code */
const add = (
  { client, startId, installationId }: RawStart,
  { account = 'acme', origin = 'solo', reason = 'It was urgent', id = randomUUID(), extra = '' } = {},
): Promise<string | number> =>
  outcome(
    client,
    `INSERT INTO amc.claims (${columns}, origin, known, reason${extra === '' ? '' : ', state'})
     VALUES ($1, $2, $3, 'create', 'address', 'solo@acme.example', 50, 'VIEWER', $4, $5, 7, $6, 1, $7${extra})`,
    [id, realm, account, startId, installationId, origin, origin === 'solo' ? reason : null],
  );

describe('what was done without the store', () => {
  test('is added as done, under one’s own name and the server’s time, without a turn', async () => {
    const id = randomUUID();
    expect(await add(dora, { id })).toBe(1);
    const { rows } = await team.ben.query(
      'SELECT state, holder, settled_by, fence::int FROM amc.claims WHERE id = $1',
      [id],
    );
    expect(rows).toEqual([{ state: 'done', holder: 'dora', settled_by: 'dora', fence: 0 }]);
    expect(await add(dora, { id })).toBe(refusal.unique);
  });

  test('isn’t added for a colleague’s app, in other accounts, or from outside the team', async () => {
    expect(await add({ ...team.bens, client: team.dora })).toBe(refusal.right);
    expect(await add({ ...dora, installationId: randomUUID() })).toBe(refusal.right);
    const cleo = await beginRawStart(team.cleo);
    expect(await add(cleo)).toBe(1);
    expect(await add(cleo, { account: 'borealis' })).toBe(refusal.right);
    expect(await add({ ...dora, client: team.eve })).toBe(refusal.right);
  });

  test('has a reason, and stays what it is', async () => {
    expect(await add(dora, { reason: '' })).toBe(refusal.rule);
    expect(await add(dora, { reason: 'x'.repeat(501) })).toBe(refusal.rule);
    expect(await add(dora, { extra: `, 'released'` })).toBe(refusal.right);
    const id = randomUUID();
    await add(dora, { id });
    for (const set of [`state = 'failed'`, `state = 'released'`]) {
      expect(await outcome(team.dora, `UPDATE amc.claims SET ${set} WHERE id = $1`, [id])).toBe(refusal.rule);
    }
    for (const set of [`reason = 'other'`, `origin = 'late'`, 'known = 9']) {
      expect(await outcome(team.dora, `UPDATE amc.claims SET ${set} WHERE id = $1`, [id])).toBe(
        refusal.right,
      );
    }
    expect(await outcome(team.dora, 'DELETE FROM amc.claims WHERE id = $1', [id])).toBe(refusal.right);
  });

  test('is no way to claim somebody before a change', async () => {
    expect(await add(dora, { origin: 'turn' })).not.toBe(1);
  });
});

describe('leaving both of two invitations', () => {
  const dismiss = (client: RawTeam['ben'], soloId: string, account = 'acme'): Promise<string | number> =>
    outcome(
      client,
      `INSERT INTO amc.dismissals (solo_id, other_id, realm, account_id, reason) VALUES ($1, $2, $3, $4, 'Both stay')`,
      [soloId, randomUUID(), realm, account],
    );

  test('is done by members who see the account, under their own name, and isn’t taken back', async () => {
    const id = randomUUID();
    await add(dora, { id });
    expect(await dismiss(team.ben, id)).toBe(1);
    expect(await dismiss(team.ben, randomUUID())).toBe(refusal.right);
    expect(await dismiss(team.ben, id, 'borealis')).toBe(refusal.right);
    expect(await dismiss(team.eve, id)).toBe(refusal.right);
    expect(await valueOf(team.cleo, 'SELECT author FROM amc.dismissals')).toBe('ben');
    for (const sql of [
      `UPDATE amc.dismissals SET reason = 'x'`,
      'DELETE FROM amc.dismissals',
      'TRUNCATE amc.dismissals',
      `INSERT INTO amc.dismissals (solo_id, other_id, realm, account_id, reason, author)
       VALUES ('${id}', '${randomUUID()}', '${realm}', 'acme', 'x', 'mia')`,
    ]) {
      expect(await outcome(team.ben, sql)).toBe(refusal.right);
    }
  });
});
