import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { nothingShared } from '../../../../main/outbox/sending/turns/accountTurns';
import { parallelAccounts } from '../../../../shared/domain/outbox/parallelAccounts';
import { closeDatabase, openDatabase } from '../../../../main/storage/database';
import { createAccountTurns } from '../../../../main/team/sending/accountTurns';
import { unreportedClaims } from '../../../../main/team/sending/localClaims';
import {
  claimSql,
  confirmSendingSql,
  keepTurnSql,
  leaveTurnSql,
} from '../../../../main/team/sending/storeSql';
import type { TeamStore } from '../../../../main/team/store/teamStore';
import { account, people, statuses } from '../../../support/benches/inviting';
import { outboxOver } from '../../../support/benches/outboxBench';
import { addAccount, type Store } from '../../../support/fixtures/store';
import { createSignal, type Signal } from '../../../support/signal';
import { invite, teamBench } from '../../../support/team/teamBench';

// docs/sending.md: S29, S30, S31
/** What a failed test left waiting happens after it, or its desktops could never quit. */
const signals: Signal[] = [];
const team = teamBench(() => {
  for (const { happen } of signals.splice(0)) happen();
});
const { bench, start, invited } = team;

beforeEach(() => {
  // It never shows what was just done.
  bench.list = () => ({ json: { invitations: [] } });
});

function signal(): Signal {
  const made = createSignal();
  signals.push(made);
  return made;
}

test('a turn is kept while a list is read, however long that takes', async () => {
  const longEnough = signal();
  let kept = 0;
  const mia = await start(bench.store, {
    login: 'mia',
    turnMs: 300,
    through: (store: TeamStore) => ({
      ...store,
      query(sql, values) {
        if (sql === keepTurnSql) kept += 1;
        // Longer than the turn would have lasted.
        if (kept === 4) longEnough.happen();
        return store.query(sql, values);
      },
    }),
  });
  const ben = await start(team.benStore, { login: 'ben' });
  bench.list = async () => {
    if (bench.amazon.lists.length === 1) await longEnough.happened;
    return { json: { invitations: [] } };
  };
  invite(mia, 1);
  await expect.poll(() => bench.amazon.lists.length).toBe(1);
  invite(ben, 1);
  await expect.poll(() => ben.outbox.status().waits).toMatchObject([{ reason: 'team' }]);
  await Promise.all([mia.outbox.idle(), ben.outbox.idle()]);
  expect(statuses(mia.operations())).toEqual(['p1 done']);
  expect(statuses(ben.operations())).toEqual(['p1 failed']);
  expect(mia.readings).toHaveLength(2);
});

test('what was read in a turn that is over isn’t sent on: it is read again in the next one', async () => {
  const [claiming, colleagueIsDone] = [signal(), signal()];
  const mia = await start(bench.store, {
    login: 'mia',
    turnMs: 300,
    through: (store: TeamStore) => ({
      ...store,
      // As if her computer slept in between.
      async query(sql, values) {
        if (sql === keepTurnSql) return [];
        if (sql === claimSql) {
          claiming.happen();
          await colleagueIsDone.happened;
        }
        return store.query(sql, values);
      },
    }),
  });
  const ben = await start(team.benStore, { login: 'ben' });
  mia.outbox.create({ account, invitees: people(2).slice(1), notifyInvitedUsers: true });
  await claiming.happened;
  invite(ben, 1);
  await ben.outbox.idle();
  colleagueIsDone.happen();
  await mia.outbox.idle();
  expect(statuses(mia.operations())).toEqual(['p2 done']);
  // Before, again in the new turn, and after.
  expect(mia.readings).toHaveLength(3);
});

test('the next account is sent to while turns are still being left, and idle waits for them', async () => {
  const mayLeave = signal();
  let leaving = 0;
  const mia = await start(bench.store, {
    login: 'mia',
    through: (store: TeamStore) => ({
      ...store,
      async query(sql, values) {
        if (sql === leaveTurnSql) {
          leaving += 1;
          await mayLeave.happened;
        }
        return store.query(sql, values);
      },
    }),
  });
  // One more than are sent to at a time.
  for (let number = 0; number <= parallelAccounts; number += 1) {
    const accountId = `SHARED${String(number)}`;
    addAccount(bench.store.db, account.connectionId, accountId);
    bench.store.db
      .prepare(`INSERT INTO team_accounts (realm, account_id, shared_at) VALUES ('sandbox', ?, 1)`)
      .run(accountId);
    mia.outbox.create({ account: { ...account, accountId }, invitees: people(1), notifyInvitedUsers: true });
  }
  await expect.poll(() => leaving).toBe(parallelAccounts + 1);
  expect(invited()).toHaveLength(parallelAccounts + 1);
  let isIdle = false;
  const idle = mia.outbox.idle().then(() => {
    isIdle = true;
  });
  await mia.link.beat();
  expect(isIdle).toBe(false);
  mayLeave.happen();
  await idle;
});

test('an account that stops being shared in the middle of a call ends what began under claims', async () => {
  const confirmed: string[] = [];
  const mia = await start(bench.store, {
    login: 'mia',
    through: (store: TeamStore) => ({
      ...store,
      async query(sql, values) {
        const rows = await store.query<never>(sql, values);
        if (sql === claimSql) bench.store.db.prepare('DELETE FROM team_accounts').run();
        if (sql === confirmSendingSql) confirmed.push(...(values?.[4] as string[]));
        return rows;
      },
    }),
  });
  invite(mia, 1);
  await mia.outbox.idle();
  expect(statuses(mia.operations())).toEqual(['p1 done']);
  expect(confirmed).toHaveLength(1);
  await mia.link.beat();
  const superuser = await team.server.rawAsSuperuser();
  const { rows } = await superuser
    .query<Record<string, unknown>>(
      'SELECT id, state, (SELECT count(*)::int FROM amc.turns WHERE until > now()) AS turns FROM amc.claims',
    )
    .finally(() => superuser.end());
  expect(rows).toEqual([{ id: confirmed[0], state: 'done', turns: 0 }]);
});

test('what a person retries because a colleague was changing the same person isn’t sent twice', async () => {
  bench.reply = () => 'reset';
  const mia = await start(bench.store, { login: 'mia' });
  const [own = 0] = invite(mia, 1);
  await mia.outbox.idle();
  await mia.link.beat();
  expect(statuses(mia.operations())).toEqual(['p1 inDoubt']);
  const ben = await start(team.benStore, { login: 'ben' });
  const [refused = 0] = invite(ben, 1);
  await ben.outbox.idle();
  expect(ben.operations()[0]?.error?.code).toBe('CLAIMED_ELSEWHERE');
  // Mia's was done after all, as she found, and Ben's app has heard of it.
  mia.own.resolve(own, { as: 'done' });
  await mia.link.beat();
  await ben.link.beat();
  await ben.outbox.retry([refused]);
  await ben.outbox.idle();
  expect(invited()).toEqual(['p1@example.com']);
  expect(ben.operations().at(-1)?.error?.code).toBe('ALREADY_INVITED');
});

/** What the next start finds if the app ends now. */
function nextStart(store: Store): { readonly found: string[]; readonly reports: string[] } {
  const file = join(store.file, '..', 'as-it-was.db');
  store.db.exec(`VACUUM INTO '${file}'`);
  const db = openDatabase(file);
  try {
    const away = { state: () => ({ kind: 'checking' }) as const, ready: () => null };
    const clock = { now: Date.now, monotonic: () => performance.now() };
    const turns = { ...nothingShared, takeBack: createAccountTurns({ db, ...clock, link: away }).takeBack };
    const next = outboxOver(db, bench.amazon.origin, { turns });
    next.own.pause();
    next.own.recover({ continueAtStart: false });
    return {
      found: statuses(next.operations()),
      reports: unreportedClaims(db).map(({ state }) => state),
    };
  } finally {
    closeDatabase(db);
  }
}

test('a call that the store hadn’t let leave when the app ended is no doubt: it was certainly not made', async () => {
  const [confirming, goOn] = [signal(), signal()];
  const mia = await start(bench.store, {
    login: 'mia',
    through: (store: TeamStore) => ({
      ...store,
      async query(sql, values) {
        if (sql === confirmSendingSql) {
          confirming.happen();
          await goOn.happened;
        }
        return store.query(sql, values);
      },
    }),
  });
  invite(mia, 2);
  await confirming.happened;
  expect(statuses(mia.operations())).toEqual(['p1 sending', 'p2 sending']);
  expect(nextStart(bench.store)).toEqual({
    found: ['p1 queued', 'p2 queued'],
    reports: ['released', 'released'],
  });
  expect(bench.amazon.arrived).toEqual([]);
  goOn.happen();
  await mia.outbox.idle();
  expect(invited()).toHaveLength(2);
});

test('a call that was under way when the app ended is a doubt', async () => {
  const [calling, goOn] = [signal(), signal()];
  const answer = bench.reply;
  bench.reply = async (request, count) => {
    calling.happen();
    await goOn.happened;
    return answer(request, count);
  };
  const mia = await start(bench.store, { login: 'mia' });
  invite(mia, 1);
  await calling.happened;
  expect(nextStart(bench.store)).toEqual({ found: ['p1 inDoubt'], reports: ['inDoubt'] });
  goOn.happen();
  await mia.outbox.idle();
});

test('claims that the store didn’t let leave are given back, and only those under which it was sent count', async () => {
  let refusals = 0;
  const mia = await start(bench.store, {
    login: 'mia',
    through: (store: TeamStore) => ({
      ...store,
      query(sql, values) {
        if (sql !== confirmSendingSql || refusals > 0) return store.query(sql, values);
        refusals += 1;
        return Promise.resolve([]);
      },
    }),
  });
  invite(mia, 1);
  await mia.outbox.idle();
  await mia.link.beat();
  expect(statuses(mia.operations())).toEqual(['p1 done']);
  expect(bench.rows('team_claims').map(({ given_back, reported }) => ({ given_back, reported }))).toEqual([
    { given_back: 1, reported: 'released' },
    { given_back: 0, reported: 'done' },
  ]);
});
