import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { atOnce } from '../../../../main/storage/stepwise';
import { transaction } from '../../../../main/storage/transaction';
import { sharedKinds } from '../../../../main/team/facts/kinds/sharedKinds';
import { countWaiting } from '../../../../main/team/facts/pushFacts';
import type { TeamStore } from '../../../../main/team/store/teamStore';
import {
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
});
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.remove();
  await inStore('TRUNCATE amc.facts, amc.shared_accounts, amc.starts');
});
afterAll(() => server.remove());

async function inStore(sql: string): Promise<Record<string, unknown>[]> {
  const superuser = await server.rawAsSuperuser();
  const { rows } = await superuser.query(sql).finally(() => superuser.end());
  return rows as Record<string, unknown>[];
}

const peopleInStore = async (): Promise<unknown[]> =>
  (await inStore('SELECT person FROM amc.facts ORDER BY person')).map(({ person }) => person);

async function start(options: HistorianOptions = {}): Promise<Historian> {
  const desktop = startHistorian(server, 'anna', options);
  desktops.push(desktop);
  await desktop.meet();
  return desktop;
}

/** A store that counts what is pushed. */
function counting(): { readonly through: (store: TeamStore) => TeamStore; readonly pushes: () => number } {
  let pushes = 0;
  return {
    pushes: () => pushes,
    through: (store) => ({
      ...store,
      query(sql, values) {
        if (sql.includes('INSERT INTO amc.facts')) pushes += 1;
        return store.query(sql, values);
      },
    }),
  };
}

/** Longer than the store takes. */
const endless = (name: string): string => `${name}${'x'.repeat(400)}@client.example`;
const none = { count: 0, codes: [] };

describe('an entry that the store refuses', () => {
  test('is set aside and counted with the reason, once, and all others are shared, once', async () => {
    const { through, pushes } = counting();
    const anna = await start({ through });
    await shareAccount(anna, 'acme');
    await shareAccount(anna, 'borealis');
    transaction(anna.db, () => {
      for (let at = 0; at < 120; at += 1) {
        recordInvited(anna.db, 'acme', at === 70 ? endless('bad') : `p${String(at)}@client.example`);
      }
    });
    recordInvited(anna.db, 'borealis', endless('worse'));
    recordInvited(anna.db, 'borealis', 'noa@client.example');
    await anna.meet();
    expect(anna.facts.progress()).toMatchObject({
      ...{ waiting: 0, problem: null },
      refused: { count: 2, codes: ['23514'] },
    });
    const people = await peopleInStore();
    expect(people).toHaveLength(120);
    expect(new Set(people).size).toBe(120);
    const before = pushes();
    recordInvited(anna.db, 'acme', 'later@client.example');
    await anna.meet();
    expect(pushes() - before, 'it isn’t tried again').toBe(1);
    expect(await peopleInStore()).toHaveLength(121);
    expect(anna.facts.progress().refused.count).toBe(2);
  });

  test('alone in its account holds up nothing', async () => {
    const anna = await start();
    await shareAccount(anna, 'acme');
    recordInvited(anna.db, 'acme', endless('bad'));
    await anna.meet();
    expect(anna.facts.progress()).toMatchObject({ waiting: 0, problem: null, refused: { count: 1 } });
  });

  test('is tried again by another version, which adds nothing twice', async () => {
    const anna = await start();
    await shareAccount(anna, 'acme');
    for (const name of ['a', 'b']) recordInvited(anna.db, 'acme', `${name}@client.example`);
    recordInvited(anna.db, 'acme', endless('bad'));
    await anna.meet();
    expect(await peopleInStore()).toHaveLength(2);
    await anna.quit();
    desktops.splice(desktops.indexOf(anna), 1);
    await inStore('ALTER TABLE amc.facts DROP CONSTRAINT facts_person_check');
    const { store, installationId } = anna;
    const newer = await start({ store, installationId, programVersion: '2.0.0' });
    expect(newer.facts.progress()).toMatchObject({ waiting: 0, problem: null, refused: none });
    expect(await peopleInStore()).toHaveLength(3);
    await inStore('TRUNCATE amc.facts');
    await inStore(
      'ALTER TABLE amc.facts ADD CONSTRAINT facts_person_check CHECK (char_length(person) BETWEEN 1 AND 320)',
    );
  });
});

test('a store that refuses nearly everything isn’t about single entries: nothing is set aside, and it says so', async () => {
  const anna = await start();
  await shareAccount(anna, 'acme');
  transaction(anna.db, () => {
    for (let at = 0; at < 40; at += 1) recordInvited(anna.db, 'acme', endless(`p${String(at)}`));
  });
  await anna.meet();
  expect(anna.facts.progress()).toMatchObject({ waiting: 40, refused: none });
  expect(anna.facts.progress().problem).not.toBeNull();
  expect(await peopleInStore()).toEqual([]);
});

test('what waits is counted with one statement for each kind, however many accounts are shared', async () => {
  const anna = await start();
  for (let at = 0; at < 30; at += 1) await shareAccount(anna, `account-${String(at)}`);
  recordInvited(anna.db, 'account-7', 'mia@client.example');
  let statements = 0;
  const counted = new Proxy(anna.db, {
    get(db, name) {
      if (name !== 'prepare') return Reflect.get(db, name) as unknown;
      return (sql: string) => {
        statements += 1;
        return db.prepare(sql);
      };
    },
  });
  expect(atOnce(countWaiting(counted, sharedKinds))).toBe(1);
  expect(statements).toBe(sharedKinds.length);
});
