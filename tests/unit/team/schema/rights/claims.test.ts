import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  beginRawStart,
  claimRaw,
  leaveRawTurn,
  outcome,
  realm,
  refusal,
  setState,
  takeRawTurn,
  tryTurn,
  valueOf,
} from '../../../../support/team/rawSql';
import { fill, personOf, startRawTeam, states, type RawTeam } from '../../../../support/team/rawTeam';

let team: RawTeam;
/** Another one for each test: Ben's turn, and his claims at each state. */
let account: string;
beforeAll(async () => {
  team = await startRawTeam();
});
afterAll(() => team.close());
beforeEach(async () => {
  account = randomUUID();
  const bens = await beginRawStart(team.ben);
  await team.anna.query('INSERT INTO amc.member_accounts (login, realm, account_id) VALUES ($1, $2, $3)', [
    ...['cleo', realm, account],
  ]);
  team = { ...team, bens };
  await fill(bens, account);
});

/** As if the time of the account's turn, or of what its holder's start said last, had passed. */
const pass = (what: 'turn' | 'start'): Promise<string | number> =>
  what === 'turn'
    ? outcome(team.superuser, `UPDATE amc.turns SET until = now() - interval '1 s' WHERE account_id = $1`, [
        account,
      ])
    : outcome(
        team.superuser,
        `UPDATE amc.starts SET seen_at = now() - interval '11 min' WHERE start_id = $1`,
        [team.bens.startId],
      );

const stateOf = (state: string): Promise<unknown> =>
  valueOf(team.ben, 'SELECT state FROM amc.claims WHERE who = $1', [personOf(account, state)]);

const setTurn = (client: RawTeam['ben'], set: string): Promise<string | number> =>
  outcome(client, `UPDATE amc.turns SET ${set} WHERE account_id = $1`, [account]);

describe('a turn', () => {
  test('isn’t taken from a colleague before it is over', async () => {
    for (const client of [team.cleo, team.anna]) {
      const start = await beginRawStart(client);
      expect(await tryTurn(start, account)).toBe(refusal.right);
      for (const set of [
        'until = now()',
        'sent = 1',
        `holder = session_user, fence = fence + 1, start_id = '${start.startId}'`,
      ]) {
        expect(await setTurn(client, set)).toBe(0);
      }
    }
  });

  test('isn’t taken by another start of the same person either', async () => {
    expect(await tryTurn(await beginRawStart(team.ben), account)).toBe(refusal.rule);
  });

  test('is taken when it is over, by those who may send', async () => {
    await pass('turn');
    expect(await tryTurn(await beginRawStart(team.dora), account)).toBe(refusal.right);
    await expect(beginRawStart(team.eve)).rejects.toMatchObject({ code: refusal.right });
    expect(await takeRawTurn(await beginRawStart(team.cleo), account)).toBe('2');
  });

  test('isn’t taken in an account that one doesn’t see', async () => {
    const start = await beginRawStart(team.cleo);
    expect(await tryTurn(start, 'borealis')).toBe(refusal.right);
    expect(await tryTurn(start, 'a new one')).toBe(refusal.right);
  });

  test('that is over isn’t carried on in its holder’s name', async () => {
    await pass('turn');
    const until = `until = now() + interval '1 min'`;
    expect(await setTurn(team.cleo, `holder = 'cleo', ${until}`)).not.toBe(1);
    expect(await setTurn(team.cleo, `holder = 'cleo', until = now()`)).toBe(refusal.rule);
    expect(await setTurn(team.cleo, until)).not.toBe(1);
    expect(await setTurn(team.cleo, `holder = 'cleo', fence = fence + 1, ${until}`)).toBe(refusal.right);
    expect(
      await setTurn(team.cleo, `holder = 'ben', fence = fence + 1, start_id = gen_random_uuid(), ${until}`),
    ).toBe(refusal.right);
  });

  test('lasts three minutes at most, and is renewed by its holder alone', async () => {
    for (const until of [`now() + interval '181 s'`, `'infinity'`, `'2100-01-01'`]) {
      expect(await setTurn(team.ben, `until = ${until}`)).toBe(refusal.right);
      expect(
        await outcome(
          team.ben,
          `INSERT INTO amc.turns (realm, account_id, start_id, until, total) VALUES ($1, $2, $3, ${until}, 1)`,
          [realm, randomUUID(), team.bens.startId],
        ),
      ).toBe(refusal.right);
    }
    expect(await setTurn(team.ben, `until = now() + interval '3 min'`)).toBe(1);
  });

  test('never gets an earlier fence, or a much later one', async () => {
    for (const fence of ['fence - 1', 'fence + 2', '0', '9223372036854775807']) {
      expect(await setTurn(team.ben, `fence = ${fence}`)).toBe(refusal.rule);
    }
    expect(await setTurn(team.ben, `account_id = 'another'`)).toBe(refusal.right);
    expect(
      await outcome(
        team.ben,
        `INSERT INTO amc.turns (realm, account_id, start_id, until, total, fence) VALUES ($1, 'x', $2, now(), 1, 9)`,
        [realm, team.bens.startId],
      ),
    ).toBe(refusal.right);
  });

  test('belongs to a living start of its holder', async () => {
    const ended = await beginRawStart(team.ben);
    await team.ben.query('UPDATE amc.starts SET ended_at = now() WHERE start_id = $1', [ended.startId]);
    const colleagues = await beginRawStart(team.cleo);
    await leaveRawTurn(team.bens, account);
    for (const startId of [ended.startId, colleagues.startId, randomUUID()]) {
      expect(await tryTurn({ ...ended, startId }, account)).toBe(refusal.right);
    }
  });

  test('can be given up without the right to send', async () => {
    await team.anna.query(`UPDATE amc.members SET may_send = false WHERE login = 'ben'`);
    expect(await setTurn(team.ben, `until = now() + interval '1 min'`)).toBe(refusal.right);
    expect(await leaveRawTurn(team.bens, account)).toBe(1);
    await team.anna.query(`UPDATE amc.members SET may_send = true WHERE login = 'ben'`);
  });
});

describe('a new claim', () => {
  test('needs a turn that holds, with its fence and its start', async () => {
    const claim = { account, who: 'new@example.com', fence: 1 };
    expect(await claimRaw(team.bens, { ...claim, fence: 2 })).toBe(refusal.right);
    expect(await claimRaw(await beginRawStart(team.ben), claim)).toBe(refusal.right);
    expect(await claimRaw({ ...team.bens, installationId: randomUUID() }, claim)).toBe(refusal.right);
    expect(await claimRaw(await beginRawStart(team.cleo), claim)).toBe(refusal.right);
    expect(await claimRaw({ ...team.bens, client: team.cleo }, claim)).toBe(refusal.right);
    expect(await claimRaw({ ...team.bens, client: team.dora }, claim)).toBe(refusal.right);
    await pass('turn');
    expect(await claimRaw(team.bens, claim)).toBe(refusal.right);
  });

  test('isn’t made of somebody who is claimed, or was invited unnoticed', async () => {
    for (const state of states) {
      const claim = { account, who: personOf(account, state), fence: 1 };
      const isFree = state === 'failed' || state === 'released';
      expect([state, await claimRaw(team.bens, claim)]).toEqual([state, isFree ? 1 : refusal.unique]);
    }
  });
});

describe('a colleague’s claim', () => {
  /** Everybody else: with the account's turn, or without. */
  const attackers = async (): Promise<RawTeam['ben'][]> => {
    await pass('turn');
    await takeRawTurn(await beginRawStart(team.cleo), account);
    return [team.cleo, team.anna, team.dora, team.eve];
  };

  test.each(['sending', 'inDoubt'])('that is %s stays so while its start lives', async (state) => {
    for (const client of await attackers()) {
      for (const next of states) {
        expect(await setState(client, personOf(account, state), next)).not.toBe(1);
      }
    }
    expect(await stateOf(state)).toBe(state);
  });

  test('that isn’t sent yet is never sent by others, only freed by the next turn', async () => {
    const who = personOf(account, 'claimed');
    expect(await setState(team.cleo, who, 'released')).toBe(0);
    for (const client of await attackers()) {
      for (const next of ['sending', 'inDoubt', 'done', 'failed', 'claimed']) {
        expect(await setState(client, who, next)).not.toBe(1);
      }
      if (client !== team.cleo) expect(await setState(client, who, 'released')).toBe(0);
    }
    expect(await stateOf('claimed')).toBe('claimed');
    expect(await setState(team.cleo, who, 'released')).toBe(1);
    expect(await valueOf(team.ben, 'SELECT settled_by FROM amc.claims WHERE who = $1', [who])).toBe('cleo');
  });

  test.each(['sending', 'inDoubt'])(
    'that a start left %s is settled after ten silent minutes, by who has the turn',
    async (state) => {
      await pass('start');
      const who = personOf(account, state);
      expect(await setState(team.cleo, who, 'done')).toBe(0);
      for (const client of await attackers()) {
        for (const next of ['claimed', 'sending', 'inDoubt', 'released']) {
          expect(await setState(client, who, next)).not.toBe(1);
        }
        if (client !== team.cleo) expect(await setState(client, who, 'failed')).toBe(0);
      }
      await pass('turn');
      expect(await setState(team.cleo, who, 'done')).toBe(0);
      await takeRawTurn(await beginRawStart(team.cleo), account);
      expect(await setState(team.cleo, who, 'done')).toBe(1);
      expect(await valueOf(team.ben, 'SELECT settled_by FROM amc.claims WHERE who = $1', [who])).toBe('cleo');
    },
  );
});

describe('one’s own claim', () => {
  test('isn’t sent after the turn is over, even by a transaction that began before', async () => {
    const who = personOf(account, 'claimed');
    await setTurn(team.ben, `until = clock_timestamp() + interval '30 ms'`);
    await team.ben.query('BEGIN; SELECT pg_sleep(0.05)');
    expect(await setState(team.ben, who, 'sending')).toBe(refusal.turnOver);
    await team.ben.query('ROLLBACK');
    expect(await setState(team.ben, who, 'sending')).toBe(refusal.turnOver);
    expect(await setState(team.ben, who, 'released')).toBe(1);
  });

  test('isn’t sent after the right to send was taken away, but what is under way is settled', async () => {
    await team.anna.query(`UPDATE amc.members SET may_send = false WHERE login = 'ben'`);
    expect(await setState(team.ben, personOf(account, 'claimed'), 'sending')).toBe(refusal.right);
    expect(await setState(team.ben, personOf(account, 'sending'), 'done')).toBe(1);
    await team.anna.query(`UPDATE amc.members SET may_send = true WHERE login = 'ben'`);
  });

  test('is settled after the account was taken away, and nothing more is seen of it', async () => {
    await team.anna.query(`UPDATE amc.members SET sees_all = false WHERE login = 'ben'`);
    expect(await setState(team.ben, personOf(account, 'sending'), 'done')).toBe(1);
    expect(await setState(team.ben, personOf(account, 'claimed'), 'sending')).toBe(refusal.turnOver);
    expect(await outcome(team.ben, 'SELECT FROM amc.turns')).toBe(0);
    await team.anna.query(`UPDATE amc.members SET sees_all = true WHERE login = 'ben'`);
  });
});
