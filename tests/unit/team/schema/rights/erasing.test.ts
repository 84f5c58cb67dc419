import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRawFact, outcome, realm, refusal, valueOf } from '../../../../support/team/rawSql';
import { personOf, startRawTeam, type RawTeam } from '../../../../support/team/rawTeam';

let team: RawTeam;
beforeAll(async () => {
  team = await startRawTeam();
});
afterAll(() => team.close());

const mia = 'mia.chen@client.example';

/** Everything the tables say, as text. */
async function everything(): Promise<string> {
  const { rows } = await team.superuser.query(
    `SELECT (SELECT json_agg(facts) FROM amc.facts) AS facts, (SELECT json_agg(claims) FROM amc.claims) AS claims`,
  );
  return JSON.stringify(rows);
}

async function addFactsAboutMia(): Promise<readonly string[]> {
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  const [first, second, third] = ids;
  await addRawFact(team.bens, {
    ...{ account: 'acme', person: mia, ...(first === undefined ? {} : { id: first }) },
    body: {
      emailAddress: 'Mia.Chen@client.example',
      userName: 'Mia Chen',
      invitationId: 'invitation-7',
      action: 'create',
      role: 'VIEWER',
    },
  });
  await addRawFact(team.bens, {
    ...{ account: 'borealis', userId: 'user-7', ...(second === undefined ? {} : { id: second }) },
    body: {
      maskedEmail: 'm***n@client.example',
      event: 'joined',
      wanted: [{ name: 'Main', by: 'Mia Chen' }],
    },
  });
  // About somebody else, and mentioning her.
  await addRawFact(team.bens, {
    ...{ account: 'acme', person: 'noa@client.example', ...(third === undefined ? {} : { id: third }) },
    body: { userName: 'Noa', actor: `Mia Chen <${mia}>`, detail: `Instead of ${mia}, not of a${mia}` },
  });
  return ids;
}

describe('erasing a person', () => {
  test('is an administrator’s alone, and not the owner’s', async () => {
    const sql = `SELECT amc.erase_person(ARRAY['${personOf('acme', 'done')}'])`;
    for (const client of [team.ben, team.cleo, team.dora, team.eve]) {
      expect(await outcome(client, sql)).toBe(refusal.right);
    }
    for (const inner of ['text_without(NULL, NULL, NULL)', 'json_without(NULL, NULL, NULL, NULL, NULL)']) {
      expect(await outcome(team.anna, `SELECT amc.${inner}`)).toBe(refusal.right);
    }
    expect(await everything()).toContain(personOf('acme', 'done'));
  });

  test.each(['claimed', 'sending', 'inDoubt'])('is refused while something is %s', async (state) => {
    const before = await everything();
    expect(await outcome(team.anna, `SELECT amc.erase_person(ARRAY[$1])`, [personOf('acme', state)])).toBe(
      refusal.rule,
    );
    expect(await outcome(team.anna, `SELECT amc.erase_person('{}')`)).toBe(refusal.rule);
    expect(await outcome(team.anna, `SELECT amc.erase_person('{ }', ARRAY['Mia Chen'])`)).toBe(refusal.rule);
    expect((await everything()) === before).toBe(true);
  });

  test('replaces address, name, IDs and mask wherever they stand, and nothing else', async () => {
    const [first, second, third] = await addFactsAboutMia();
    const before = await team.superuser.query(
      'SELECT fact_id, kind, account_id, at, author, recorded_at, installation_id FROM amc.facts ORDER BY fact_id',
    );
    const erasure = '00000000-0000-4000-8000-0000abcd1234';
    const result = await valueOf(
      team.anna,
      `SELECT amc.erase_person(ARRAY[' Mia.Chen@Client.example '], ARRAY['Mia Chen'], $1, $2)`,
      [JSON.stringify([{ realm, userId: 'user-7' }]), erasure],
    );
    expect(result).toMatchObject({ pseudonym: 'Erased person abcd1234', facts: 2, claims: 0 });
    const text = await everything();
    // Somebody else's address ends like hers.
    expect(text.replaceAll(`a${mia}`, '')).not.toMatch(/mia|user-7|invitation-7|m\*\*\*n/i);
    const { rows } = await team.superuser.query(
      `SELECT fact_id::text, person, user_id, body FROM amc.facts WHERE fact_id = ANY ($1::uuid[])`,
      [[first, second, third]],
    );
    const byId = new Map((rows as { fact_id: string }[]).map((row) => [row.fact_id, row]));
    expect(byId.get(first ?? '')).toMatchObject({
      person: 'erased-abcd1234-1@erased.invalid',
      body: { action: 'create', role: 'VIEWER', userName: 'Erased person abcd1234' },
    });
    expect(byId.get(second ?? '')).toMatchObject({ user_id: 'erased-abcd1234', body: { event: 'joined' } });
    expect(byId.get(third ?? '')).toMatchObject({
      person: 'noa@client.example',
      body: { userName: 'Noa', actor: 'Erased person abcd1234 <erased-abcd1234-1@erased.invalid>' },
    });
    const after = await team.superuser.query(
      `SELECT fact_id, kind, account_id, at, author, recorded_at, installation_id FROM amc.facts WHERE kind <> 'erasure' ORDER BY fact_id`,
    );
    expect(after.rows).toEqual(before.rows);
  });

  test('is recorded for everybody without naming the person', async () => {
    const { rows } = await team.cleo.query<{ author: string; body: { factIds: string[] } }>(
      `SELECT author, body FROM amc.facts WHERE kind = 'erasure'`,
    );
    expect(rows).toMatchObject([{ author: 'anna', body: { facts: 2, claims: 0 } }]);
    expect(rows[0]?.body.factIds).toHaveLength(2);
  });

  test('forgets whom settled claims were about, and keeps the rest of them', async () => {
    const people = (['done', 'failed', 'released'] as const).map((state) => personOf('acme', state));
    const kept =
      'SELECT id, state, kind, holder, settled_at, settled_by, generation FROM amc.claims ORDER BY id';
    const before = (await team.superuser.query(kept)).rows;
    expect(await valueOf(team.anna, 'SELECT amc.erase_person($1)', [people])).toMatchObject({ claims: 3 });
    expect((await team.superuser.query(kept)).rows).toEqual(before);
    const text = await everything();
    for (const person of people) expect(text).not.toContain(person);
    expect(text).toContain(personOf('acme', 'sending'));
  });

  test('takes each address as it is, whatever characters it has', async () => {
    const odd = `a.b+c(*)$&\\1'"@client.example`;
    await addRawFact(team.bens, {
      account: 'acme',
      person: odd,
      body: { detail: `Sent to ${odd}.`, other: 'axb+c@client.example' },
    });
    await team.anna.query('SELECT amc.erase_person($1)', [[odd]]);
    const text = await everything();
    expect(text).not.toContain('a.b+c');
    expect(text).toContain('axb+c@client.example');
  });

  describe('with reasons that people typed', () => {
    const rosa = 'rosa.diaz@client.example';
    /** What was sent without the store for somebody. */
    async function addSolo(who: string, reason: string): Promise<string> {
      const id = randomUUID();
      await team.ben.query(
        `INSERT INTO amc.claims (id, realm, account_id, kind, key_kind, who, generation, role, start_id, installation_id, fence,
           origin, known, reason, sent_at)
         VALUES ($1, $2, 'acme', 'create', 'address', $3, $4, 'VIEWER', $5, $6, 0, 'solo', 1, $7, now())`,
        [id, realm, who, 60 + (generation += 1), team.bens.startId, team.bens.installationId, reason],
      );
      return id;
    }
    let generation = 0;
    const dismiss = (solo: string, other: string, reason: string): Promise<unknown> =>
      team.ben.query(
        `INSERT INTO amc.dismissals (solo_id, other_id, realm, account_id, reason) VALUES ($1, $2, $3, 'acme', $4)`,
        [solo, other, realm, reason],
      );
    const reasonsOf = async (sql: string): Promise<unknown[]> =>
      (await team.superuser.query<{ reason: string }>(sql)).rows.map(({ reason }) => reason);

    test('replaces them where they are about the person or name them, and nothing else', async () => {
      const [first, second] = [await addSolo(rosa, 'She starts at nine.'), await addSolo(rosa, 'Again.')];
      const noas = await addSolo('noa@client.example', `Like Rosa Diaz <${rosa}>, not a${rosa}`);
      const other = await addSolo('max@client.example', 'It was urgent.');
      await dismiss(first, second, 'Two mailboxes of hers');
      await dismiss(noas, other, `As ${rosa.toUpperCase()} asked`);
      await dismiss(other, noas, 'Both are needed');
      const kept = `SELECT id, origin, known, sent_at, holder, state FROM amc.claims WHERE origin = 'solo' ORDER BY id`;
      const before = (await team.superuser.query(kept)).rows;
      const erasure = '00000000-0000-4000-8000-0000beef1234';
      await team.anna.query(`SELECT amc.erase_person($1, ARRAY['Rosa Diaz'], '[]', $2)`, [[rosa], erasure]);
      const mark = 'erased-beef1234-1@erased.invalid';
      expect(
        await reasonsOf(`SELECT reason FROM amc.claims WHERE origin = 'solo' ORDER BY generation`),
      ).toEqual([
        'Erased',
        'Erased',
        `Like Erased person beef1234 <${mark}>, not a${rosa}`,
        'It was urgent.',
      ]);
      expect(await reasonsOf('SELECT reason FROM amc.dismissals ORDER BY at')).toEqual([
        'Erased',
        `As ${mark} asked`,
        'Both are needed',
      ]);
      expect((await team.superuser.query(kept)).rows).toEqual(before);
    });

    test('which nobody else changes, not the owner either', async () => {
      const before = await reasonsOf('SELECT reason FROM amc.dismissals ORDER BY at');
      expect(before.length).toBeGreaterThan(0);
      for (const client of [team.ben, team.anna]) {
        expect(await outcome(client, `UPDATE amc.dismissals SET reason = 'other'`)).toBe(refusal.right);
      }
      await team.anna.query('SET ROLE amc_owner');
      for (const table of ['dismissals', 'claims']) {
        expect(await outcome(team.anna, `UPDATE amc.${table} SET reason = 'other'`)).toBe(0);
      }
      await team.anna.query('RESET ROLE');
      expect(await reasonsOf('SELECT reason FROM amc.dismissals ORDER BY at')).toEqual(before);
    });
  });
});
