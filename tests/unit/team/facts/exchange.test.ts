import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../../../main/storage/transaction';
import { deleteTeam } from '../../../../main/team/membership/joinedTeam';
import type { TeamStore } from '../../../../main/team/store/teamStore';
import { realm } from '../../../support/team/rawSql';
import {
  addInvitation,
  factsOf,
  recordInvited,
  shareAccount,
  startHistorian,
  type Historian,
  type HistorianOptions,
} from '../../../support/team/historian';
import { startTeamServer, type TeamServer } from '../../../support/team/teamServer';

let server: TeamServer;
const desktops: Historian[] = [];
beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
  await server.addMember('cleo', { seesAll: false });
  await server.addMember('dora', { mayDraft: false, maySend: false });
});
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.remove();
  await inStore(`SET session_replication_role = replica; DELETE FROM amc.facts; DELETE FROM amc.shared_accounts;
    DELETE FROM amc.starts; DELETE FROM amc.member_accounts; DELETE FROM amc.schema_versions WHERE version > 90`);
});
afterAll(() => server.remove());

async function inStore(sql: string): Promise<Record<string, unknown>[]> {
  const superuser = await server.rawAsSuperuser();
  const result = await superuser.query(sql).finally(() => superuser.end());
  return Array.isArray(result) ? [] : (result.rows as Record<string, unknown>[]);
}

/** How many facts the store has, and how many different ones, by author. */
const stored = (): Promise<Record<string, unknown>[]> =>
  inStore(`SELECT author, count(*)::int AS facts, count(DISTINCT body ->> 'emailAddress')::int AS people
    FROM amc.facts WHERE kind = 'activity' GROUP BY author ORDER BY author`);

async function start(login: string, options: HistorianOptions = {}): Promise<Historian> {
  const desktop = startHistorian(server, login, options);
  desktops.push(desktop);
  await desktop.meet();
  return desktop;
}

/** A desktop that shares the account Acme. */
async function startSharing(login: string, options: HistorianOptions = {}): Promise<Historian> {
  const desktop = await start(login, options);
  await shareAccount(desktop, 'acme');
  return desktop;
}

function recordMany({ db }: Historian, count: number, name: string): void {
  transaction(db, () => {
    for (let at = 0; at < count; at += 1) recordInvited(db, 'acme', `${name}${String(at)}@client.example`);
  });
}

/** What this desktop learned of others' records: how much, and of how many people. */
const learned = ({ db }: Historian): unknown =>
  db
    .prepare(
      `SELECT count(*) AS facts, count(DISTINCT person) AS people FROM team_facts WHERE kind = 'activity'`,
    )
    .get();

/** A store of which some statements fail, after the server did them or before. */
function failing(
  matches: RegExp,
  { times, isDone }: { readonly times: number; readonly isDone: boolean },
): { readonly through: (store: TeamStore) => TeamStore; readonly seen: () => number } {
  let seen = 0;
  return {
    seen: () => seen,
    through: (store) => ({
      ...store,
      async query<Row extends object>(sql: string, values?: readonly unknown[]) {
        if (!matches.test(sql) || (seen += 1) > times) return store.query<Row>(sql, values);
        if (isDone) await store.query(sql, values);
        throw new Error('The connection broke.');
      },
    }),
  };
}

describe('what a colleague did and learned', () => {
  test('is known here after the next exchange, with who shared it, and leaves one’s own as it was', async () => {
    const [anna, ben] = [await startSharing('anna'), await startSharing('ben')];
    recordInvited(anna.db, 'acme', 'Mia@Client.example', { invitationId: 'i-1' });
    addInvitation(anna.db, 'acme', { invitationId: 'i-1', emailAddress: 'Mia@Client.example' });
    await anna.meet();
    await ben.meet();

    expect(factsOf(ben.db, 'activity')).toMatchObject([
      { author: 'anna', person: 'mia@client.example', what: 'create', outcome: 'done' },
    ]);
    expect(factsOf(ben.db, 'invitation')).toMatchObject([
      { author: 'anna', person: 'mia@client.example', what: 'pending' },
    ]);
    expect(JSON.parse(String(factsOf(ben.db, 'activity')[0]?.['body']))).toMatchObject({
      emailAddress: 'Mia@Client.example',
      actor: 'Dana <dana@agency.example>',
      invitationId: 'i-1',
    });
    for (const table of ['activity', 'invitations']) {
      expect(ben.db.prepare(`SELECT count(*) AS count FROM ${table}`).get()).toEqual({ count: 0 });
    }
    // Anna doesn’t learn what she shared herself.
    await anna.meet();
    expect(factsOf(anna.db, 'activity')).toEqual([]);
    expect(anna.facts.progress()).toMatchObject({ waiting: 0, unreadable: 0, problem: null });
  });

  test('of an account that isn’t shared stays here; shared later, its earlier history follows once', async () => {
    const anna = await startSharing('anna');
    recordInvited(anna.db, 'acme', 'first@client.example');
    recordInvited(anna.db, 'borealis', 'kept@client.example');
    await anna.meet();
    expect(await stored()).toEqual([{ author: 'anna', facts: 1, people: 1 }]);
    await shareAccount(anna, 'borealis');
    // Of before entries had IDs.
    anna.db
      .exec(`INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name,
      email_address, user_name, role, operation_id) VALUES (1700000000000, 'create', 'done', '', '', '${realm}', 'borealis', '',
      'old@client.example', '', '', 1)`);
    await anna.meet();
    await anna.meet();
    expect(await stored()).toEqual([{ author: 'anna', facts: 3, people: 3 }]);
    anna.db.exec('DELETE FROM team_pushed');
    await anna.meet();
    expect(await stored()).toEqual([{ author: 'anna', facts: 3, people: 3 }]);
  });

  test('waits while the account isn’t shared in the store, and doesn’t hold up other accounts', async () => {
    const anna = await startSharing('anna');
    anna.db.exec(
      `INSERT INTO team_accounts (realm, account_id, shared_at) VALUES ('${realm}', 'borealis', 1)`,
    );
    recordInvited(anna.db, 'borealis', 'waits@client.example');
    recordMany(anna, 3, 'p');
    await anna.meet();
    expect(await stored()).toEqual([{ author: 'anna', facts: 3, people: 3 }]);
    expect(anna.facts.progress().waiting).toBe(1);
    await inStore(
      `INSERT INTO amc.shared_accounts (realm, account_id, account_name) VALUES ('${realm}', 'borealis', '')`,
    );
    await anna.meet();
    expect(await stored()).toEqual([{ author: 'anna', facts: 4, people: 4 }]);
    expect(anna.facts.progress().waiting).toBe(0);
  });

  test('isn’t shared by somebody who may only look, who learns all the same', async () => {
    const [anna, dora] = [await startSharing('anna'), await startSharing('dora')];
    recordMany(anna, 2, 'a');
    recordMany(dora, 2, 'd');
    await anna.meet();
    await dora.meet();
    expect(await stored()).toEqual([{ author: 'anna', facts: 2, people: 2 }]);
    expect(learned(dora)).toEqual({ facts: 2, people: 2 });
    expect(dora.facts.progress()).toMatchObject({ waiting: 2, problem: null });
    expect(dora.link.state()).toEqual({ kind: 'ready' });
  });

  test('isn’t shared by a copy of the folder', async () => {
    const anna = await startSharing('anna');
    const copy = await start('anna', { installationId: anna.installationId });
    copy.db.exec(`INSERT INTO team_accounts (realm, account_id, shared_at) VALUES ('${realm}', 'acme', 1)`);
    recordMany(copy, 2, 'c');
    await copy.meet();
    expect(copy.link.state().kind).not.toBe('ready');
    expect(await stored()).toEqual([]);
    expect(copy.facts.progress().waiting).toBe(2);
  });

  test('names nobody who was erased here, and is taken whatever characters it has', async () => {
    const [anna, ben] = [await startSharing('anna'), await startSharing('ben')];
    recordInvited(anna.db, 'acme', 'erased-1@erased.invalid', { userName: 'Erased person 1' });
    recordInvited(anna.db, 'acme', '', { userId: 'erased-1' });
    recordInvited(anna.db, 'acme', 'odd@client.example', {
      userName: 'half \uD800 quote " backslash \\u0000 emoji 🙂',
      detail: '🙂'.repeat(3000),
    });
    await anna.meet();
    await ben.meet();
    expect(anna.facts.progress()).toMatchObject({ waiting: 0, problem: null });
    expect(await stored()).toEqual([{ author: 'anna', facts: 1, people: 1 }]);
    expect(factsOf(ben.db, 'activity')).toMatchObject([{ person: 'odd@client.example' }]);
    expect(String(factsOf(ben.db, 'activity')[0]?.['body'])).toContain('backslash \\\\u0000 emoji 🙂');
  });
});

describe('the states of an invitation', () => {
  const states = async (): Promise<unknown[]> =>
    (
      await inStore(
        `SELECT author, body ->> 'state' AS state FROM amc.facts WHERE kind = 'invitation' ORDER BY recorded_at`,
      )
    ).map(({ author, state }) => [author, state]);
  const become = ({ db }: Historian, state: string, at: number): unknown =>
    db.prepare(`UPDATE invitations SET state = ?, state_changed_at = ?, evidence = 'amazon'`).run(state, at);

  test('are each shared once, by the first app that sees them, even after a clock was set back', async () => {
    const [anna, ben] = [await startSharing('anna'), await startSharing('ben')];
    for (const { db } of [anna, ben])
      addInvitation(db, 'acme', { invitationId: 'i-1', emailAddress: 'mia@client.example' });
    await anna.meet();
    await ben.meet();
    become(ben, 'accepted', 5);
    await ben.meet();
    become(anna, 'accepted', 1_800_000_000_000);
    await anna.meet();
    expect(await states()).toEqual([
      ['anna', 'pending'],
      ['ben', 'accepted'],
    ]);
    expect([anna.facts.progress().waiting, ben.facts.progress().waiting]).toEqual([0, 0]);
  });

  test('that were known before the folder joined are shared too, page by page', async () => {
    const anna = await startSharing('anna');
    transaction(anna.db, () => {
      anna.db.exec('PRAGMA recursive_triggers = ON; DELETE FROM team_pushed');
      for (let at = 0; at < 1203; at += 1) {
        addInvitation(anna.db, 'acme', {
          invitationId: `i-${String(at)}`,
          emailAddress: `p${String(at)}@client.example`,
        });
      }
      anna.db.exec(`UPDATE invitations SET revision = 0 WHERE invitation_id <> 'i-7'`);
    });
    await anna.meet();
    expect(await inStore(`SELECT count(*)::int AS n FROM amc.facts WHERE kind = 'invitation'`)).toEqual([
      { n: 1203 },
    ]);
    expect(anna.facts.progress().waiting).toBe(0);
    anna.db.exec(`UPDATE invitations SET state = 'revoked' WHERE invitation_id = 'i-500'`);
    await anna.meet();
    expect(await inStore(`SELECT count(*)::int AS n FROM amc.facts WHERE kind = 'invitation'`)).toEqual([
      { n: 1204 },
    ]);
  });
});

describe('a desktop that was away for a week', () => {
  test('pulls by pages and pushes once, as two others do meanwhile', async () => {
    const [anna, ben] = [await startSharing('anna'), await startSharing('ben')];
    const second = await startSharing('ben');
    recordMany(anna, 1300, 'a');
    await anna.meet();
    recordMany(second, 700, 's');
    recordMany(ben, 1100, 'b');
    await Promise.all([ben.meet(), second.meet()]);
    await Promise.all([anna.meet(), ben.meet(), second.meet()]);
    expect(await stored()).toEqual([
      { author: 'anna', facts: 1300, people: 1300 },
      { author: 'ben', facts: 1800, people: 1800 },
    ]);
    expect(learned(anna)).toEqual({ facts: 1800, people: 1800 });
    expect(learned(ben)).toEqual({ facts: 2000, people: 2000 });
    expect(learned(second)).toEqual({ facts: 2400, people: 2400 });
  });

  test('is cut off between the store’s answer and noting it: nothing is there twice, nothing is missing', async () => {
    const cut = failing(/INSERT INTO amc\.facts/, { times: 3, isDone: true });
    const anna = await startSharing('anna', { through: cut.through });
    recordMany(anna, 1300, 'a');
    for (let round = 0; round < 3; round += 1) {
      await anna.meet();
      expect(anna.db.prepare('SELECT count(*) AS count FROM team_pushed').get()).toEqual({ count: 0 });
      expect(anna.facts.progress()).toMatchObject({ waiting: 1300 });
      expect(anna.facts.progress().problem).not.toBeNull();
    }
    expect(await stored()).toEqual([{ author: 'anna', facts: 500, people: 500 }]);
    // The app ends there, and starts again over the same data.
    await anna.quit();
    const again = await start('anna', { store: anna.store, installationId: anna.installationId });
    desktops.splice(desktops.indexOf(anna), 1);
    expect(await stored()).toEqual([{ author: 'anna', facts: 1300, people: 1300 }]);
    expect(again.facts.progress()).toMatchObject({ waiting: 0, problem: null });
  });

  test('is cut off in the middle of a page it reads: the next exchange continues, and each fact is kept once', async () => {
    const anna = await startSharing('anna');
    recordMany(anna, 1300, 'a');
    await anna.meet();
    let pages = 0;
    const ben = await start('ben', {
      through: (store) => ({
        ...store,
        async query<Row extends object>(sql: string, values?: readonly unknown[]) {
          if (sql.includes('body::text') && (pages += 1) === 2) throw new Error('The connection broke.');
          return store.query<Row>(sql, values);
        },
      }),
    });
    expect(learned(ben)).toEqual({ facts: 500, people: 500 });
    expect(ben.facts.progress().learnedAt).toBeNull();
    await ben.meet();
    expect(learned(ben)).toEqual({ facts: 1300, people: 1300 });
    expect(ben.facts.progress().learnedAt).not.toBeNull();
  });

  test('is asked for little once it has everything, though a minute of it may be asked for again', async () => {
    const anna = await startSharing('anna');
    recordMany(anna, 20, 'a');
    await anna.meet();
    await inStore(
      `SET session_replication_role = replica; UPDATE amc.facts SET recorded_at = now() - interval '2 minutes'`,
    );
    const ben = await startSharing('ben');
    // Later, but visible only now.
    await inStore(`SET session_replication_role = replica; UPDATE amc.facts SET recorded_at = now() - interval '30 seconds',
      fact_id = gen_random_uuid() WHERE person = 'a3@client.example'`);
    await ben.meet();
    expect(learned(ben)).toEqual({ facts: 21, people: 20 });
    const place = ben.db.prepare('SELECT recorded FROM team_pulled').get();
    expect(Number((place as { recorded: string }).recorded) / 1000).toBeGreaterThan(Date.now() - 90_000);
  });
});

describe('what a desktop may see', () => {
  test('grows: the history of before follows', async () => {
    const anna = await startSharing('anna');
    recordMany(anna, 3, 'a');
    await anna.meet();
    const cleo = await start('cleo');
    expect(learned(cleo)).toEqual({ facts: 0, people: 0 });
    await inStore(
      `SET session_replication_role = replica; UPDATE amc.facts SET recorded_at = now() - interval '1 day'`,
    );
    await cleo.meet();
    await inStore(
      `INSERT INTO amc.member_accounts (login, realm, account_id) VALUES ('cleo', '${realm}', 'acme')`,
    );
    await cleo.meet();
    expect(learned(cleo)).toEqual({ facts: 3, people: 3 });
  });
});

describe('facts that this program can’t read', () => {
  test('are counted once, keep nothing else back, and are tried again by a newer one', async () => {
    const anna = await startSharing('anna');
    recordMany(anna, 2, 'a');
    await anna.meet();
    await inStore(`SET session_replication_role = replica;
      INSERT INTO amc.facts (fact_id, kind, realm, account_id, at, body, installation_id, author)
        SELECT gen_random_uuid(), 'activity', '${realm}', 'acme', now(), body, gen_random_uuid(), 'cleo'
        FROM (VALUES ('{}'::jsonb), ('{"action": "rumor"}'), (jsonb_build_object('action', repeat('x', 9000)))) AS bad (body);
      UPDATE amc.facts SET recorded_at = now() - interval '2 minutes'`);
    const ben = await startSharing('ben');
    await ben.meet();
    expect(learned(ben)).toEqual({ facts: 2, people: 2 });
    expect(ben.facts.progress().unreadable).toBe(3);
    await inStore(`SET session_replication_role = replica;
      UPDATE amc.facts SET body = (SELECT body FROM amc.facts WHERE author = 'anna' LIMIT 1) WHERE author = 'cleo'`);
    await ben.meet();
    expect(ben.facts.progress().unreadable).toBe(3);
    await ben.quit();
    const newer = await start('ben', {
      store: ben.store,
      installationId: ben.installationId,
      programVersion: '2.0.0',
    });
    desktops.splice(desktops.indexOf(ben), 1);
    expect(newer.facts.progress().unreadable).toBe(0);
    expect(learned(newer)).toMatchObject({ facts: 5 });
  });
});

describe('an app that is older than the store', () => {
  test('keeps what it has to share, says how much, and shares it once after the update', async () => {
    const anna = await startSharing('anna');
    recordMany(anna, 2, 'a');
    await anna.meet();
    await anna.quit();
    let isOutdated = true;
    const older = startHistorian(server, 'anna', {
      store: anna.store,
      installationId: anna.installationId,
      checkVersion: () => isOutdated,
    });
    desktops.splice(desktops.indexOf(anna), 1, older);
    recordMany(older, 3, 'b');
    for (let round = 0; round < 2; round += 1) await older.meet();
    expect(older.link.state()).toMatchObject({ kind: 'away', error: { code: 'TEAM_OUTDATED' } });
    expect(older.facts.progress()).toMatchObject({ waiting: 3 });
    expect(await stored()).toEqual([{ author: 'anna', facts: 2, people: 2 }]);
    isOutdated = false;
    for (let round = 0; round < 2; round += 1) await older.meet();
    expect(await stored()).toEqual([{ author: 'anna', facts: 5, people: 5 }]);
    expect(older.facts.progress()).toMatchObject({ waiting: 0 });
  });
});

describe('leaving the team', () => {
  test('forgets how far the exchange was, and keeps what was learned', async () => {
    const [anna, ben] = [await startSharing('anna'), await startSharing('ben')];
    recordMany(anna, 2, 'a');
    await anna.meet();
    await ben.meet();
    transaction(ben.db, () => {
      deleteTeam(ben.db);
    });
    expect(learned(ben)).toEqual({ facts: 2, people: 2 });
    expect(ben.facts.progress()).toMatchObject({ learnedAt: null, unreadable: 0 });
  });

  test('closing while much is exchanged takes no longer than the statement under way', async () => {
    const anna = await startSharing('anna');
    recordMany(anna, 5000, 'a');
    await anna.link.beat();
    await anna.quit();
    anna.store.db.exec('DELETE FROM team_pulled');
    const [row] = await stored();
    expect(Number(row?.['facts'] ?? 0)).toBeLessThan(5000);
  });
});
