import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeDecision } from '../../../../main/access/ledger/decisions';
import { colleagueDecisions } from '../../../../main/access/colleagues/colleagueDecisions';
import { instancesOf } from '../../../../main/access/instances/accessFacts';
import { createActivity } from '../../../../main/activity/activity';
import { createErasing } from '../../../../main/people/erasing/erasing';
import { personFacts } from '../../../../main/people/erasing/personFacts';
import type { Database } from '../../../../main/storage/database';
import { transaction } from '../../../../main/storage/transaction';
import { addRawFact, beginRawStart, realm, valueOf, type RawStart } from '../../../support/team/rawSql';
import {
  addInvitation,
  factsOf,
  recordInvited,
  shareAccount,
  startHistorian,
  type Historian,
} from '../../../support/team/historian';
import { startTeamServer, type TeamServer } from '../../../support/team/teamServer';

// A colleague who speaks SQL can add any fact that the store takes. It may show something wrong, with their name, and no more.

const mia = 'mia@client.example';
const noa = 'noa@client.example';

let server: TeamServer;
let superuser: pg.Client;
let bens: RawStart;
const desktops: Historian[] = [];
beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
  superuser = await server.rawAsSuperuser();
});
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.remove();
  await bens.client.end();
  await superuser.query('TRUNCATE amc.facts, amc.shared_accounts, amc.starts');
});
afterAll(async () => {
  await superuser.end();
  await server.remove();
});

function begin(login: string, given: Parameters<typeof startHistorian>[2] = {}): Historian {
  const desktop = startHistorian(server, login, given);
  desktops.push(desktop);
  return desktop;
}

/** Anna, who shares two accounts; and Ben's bare connection. */
async function annaAndBen(): Promise<Historian> {
  const anna = begin('anna');
  await anna.meet();
  for (const account of ['acme', 'borealis']) await shareAccount(anna, account);
  bens = await beginRawStart(await server.rawAs('ben'));
  return anna;
}

/** Erases Mia here and in the store, which can't be used before the app ends, and starts it again. */
async function eraseAcrossRestart(anna: Historian): Promise<Historian> {
  const erasing = createErasing({
    ...{ db: anna.db, now: Date.now, changed: () => undefined, team: anna.erasures },
    record: createActivity(anna.db).recordErasure,
    savedViews: { read: () => ({}), write: () => undefined },
  });
  const subject = { emailAddresses: [mia], members: [] };
  await erasing.erase({ subject, inTeam: true, typed: 'erase', agreed: await erasing.plan(subject) });
  await anna.quit();
  desktops.splice(desktops.indexOf(anna), 1);
  const again = begin('anna', { store: anna.store, installationId: anna.installationId });
  await again.meet();
  return again;
}

const peopleInStore = async (): Promise<unknown> =>
  valueOf(
    superuser,
    `SELECT string_agg(DISTINCT concat(person, user_id), ' ') FROM amc.facts WHERE kind <> 'erasure'`,
  );

describe('a plan', () => {
  test.each([
    ['of nothing', { wanted: [], plannedBy: '' }],
    ['of a nameless instance', { wanted: [{ instanceId: null, name: '' }], plannedBy: '' }],
    ['of an instance with an empty ID', { wanted: [{ instanceId: '', name: 'Main' }], plannedBy: '' }],
    ['of something else', { wanted: 'everything', plannedBy: '' }],
  ])('%s isn’t taken, and what is known of the person stays readable', async (_what, body) => {
    const anna = await annaAndBen();
    addInvitation(anna.db, 'acme', { invitationId: 'i-1', emailAddress: mia });
    anna.db.exec(`UPDATE invitations SET state = 'accepted'`);
    expect(await addRawFact(bens, { account: 'acme', kind: 'plannedInstances', person: mia, body })).toBe(1);
    await anna.meet();
    expect(factsOf(anna.db, 'plannedInstances')).toEqual([]);
    expect(
      instancesOf(anna.db, { realm, accountId: 'acme', invitationId: 'i-1' }).instances?.planned ?? null,
    ).toBeNull();
  });
});

test('what is said to have happened in the future counts from when the store got it', async () => {
  const anna = await annaAndBen();
  await bens.client.query(
    `INSERT INTO amc.facts (fact_id, kind, realm, account_id, person, at, body, installation_id)
     VALUES (gen_random_uuid(), 'instanceTick', $1, 'acme', $2, now() + interval '50 years',
       '{"tick": "added", "instanceId": "i-1", "instanceName": "Main", "by": "Ben"}', $3)`,
    [realm, mia, bens.installationId],
  );
  await anna.meet();
  const { at, recordedAt } = anna.db
    .prepare('SELECT at, recorded_at AS recordedAt FROM team_facts')
    .get() as Record<string, number>;
  expect(at).toBe(recordedAt);
});

describe('a decision about a user ID', () => {
  test('isn’t replaced by another fact with its ID', async () => {
    const anna = await annaAndBen();
    await server.addMember('cleo');
    const cleos = await beginRawStart(await server.rawAs('cleo'));
    const id = randomUUID();
    const fact = { kind: 'confirmation', person: mia, userId: 'u-1', id };
    await addRawFact(bens, { ...fact, account: 'acme', body: { decision: 'same', emailAddress: mia } });
    await addRawFact(cleos, { ...fact, account: 'borealis', body: { decision: 'undo', emailAddress: mia } });
    await superuser.query(
      `SET session_replication_role = replica; UPDATE amc.facts SET at = '2020-01-01' WHERE author = 'cleo'`,
    );
    await cleos.client.end();
    await anna.meet();
    expect(colleagueDecisions(anna.db, realm, ['u-1']).get('u-1')).toMatchObject([
      { kind: 'same', who: 'Ben' },
    ]);
  });
});

describe('erasing somebody', () => {
  test('in the store, after a restart, isn’t erasing who is said not to be them, or to be them', async () => {
    const anna = await annaAndBen();
    recordInvited(anna.db, 'acme', mia);
    const decision = { account: 'acme', kind: 'confirmation', person: mia };
    await addRawFact(bens, { ...decision, userId: 'u-no', body: { decision: 'notSame', emailAddress: mia } });
    await addRawFact(bens, { ...decision, userId: 'u-yes', body: { decision: 'same', emailAddress: mia } });
    for (const userId of ['u-no', 'u-yes', 'u-own']) await addRawFact(bens, { account: 'acme', userId });
    transaction(anna.db, () =>
      writeDecision(anna.db, { realm, userId: 'u-own', key: mia }, 'notSame', Date.now()),
    );
    await anna.meet();
    const again = await eraseAcrossRestart(anna);
    expect(again.erasures.waiting()).toEqual({ people: 0, problem: '' });
    const left = String(await peopleInStore());
    expect(left).not.toContain('mia');
    for (const userId of ['u-no', 'u-yes', 'u-own']) expect(left).toContain(userId);
  });

  test('in the store, after a restart, isn’t erasing who is in a fact with the same ID', async () => {
    const anna = await annaAndBen();
    recordInvited(anna.db, 'acme', mia);
    const id = randomUUID();
    await addRawFact(bens, { account: 'acme', person: mia, id, body: bodyOf(mia) });
    await anna.meet();
    await addRawFact(bens, { account: 'borealis', person: noa, id, body: bodyOf(noa) });
    const again = await eraseAcrossRestart(anna);
    expect(again.erasures.waiting()).toEqual({ people: 0, problem: '' });
    const left = String(await peopleInStore());
    expect(left).not.toContain('mia');
    expect(left).toContain(noa);
  });

  test('in the store says so if nothing there distinguishes them from others anymore, and does the next one', async () => {
    const anna = await annaAndBen();
    const id = randomUUID();
    await addRawFact(bens, { account: 'acme', person: mia, id, body: bodyOf(mia) });
    await anna.meet();
    await addRawFact(bens, { account: 'borealis', person: noa, id, body: bodyOf(noa) });
    const again = await eraseAcrossRestart(anna);
    expect(again.erasures.waiting()).toEqual({
      people: 1,
      problem: expect.stringContaining('can’t tell anymore') as string,
    });
    expect(await peopleInStore()).toContain(noa);
    again.db
      .exec(`INSERT INTO erasures (number, erasure_id, at, reason, counts) VALUES (2, '${randomUUID()}', 1, 'request', '{}');
      INSERT INTO team_erasures (number, fact_id, refs, in_store) VALUES (2, '${randomUUID()}', '{"factIds":[],"claimIds":[]}', 1)`);
    await again.meet();
    expect(again.erasures.waiting().people).toBe(1);
  });

  test('isn’t proposed for more than one person has', async () => {
    const anna = await annaAndBen();
    const ids = Array.from({ length: 21 }, () => randomUUID());
    for (const [index, id] of ids.entries()) {
      const person = `p${String(index)}@client.example`;
      await addRawFact(bens, { account: 'acme', person, id, body: bodyOf(person) });
    }
    const erasure = { account: '', kind: 'erasure' };
    const rest = { pseudonym: '', facts: 1, claims: 0, claimIds: [] };
    await addRawFact(bens, { ...erasure, body: { ...rest, factIds: ids } });
    await addRawFact(bens, { ...erasure, body: { ...rest, factIds: ids.slice(0, 1) } });
    await addRawFact(bens, { ...erasure, body: { ...rest, factIds: ['not an ID'] } });
    await anna.meet();
    expect(anna.erasures.proposed()).toMatchObject([
      { who: 'Ben', subject: { emailAddresses: ['p0@client.example'], members: [] } },
    ]);
  });

  test('here doesn’t take somebody else’s invitation for theirs', async () => {
    const anna = await annaAndBen();
    addInvitation(anna.db, 'borealis', { invitationId: 'i-noa', emailAddress: noa });
    for (const invitationId of ['i-noa', 'i-mia']) {
      await addRawFact(bens, { account: 'acme', person: mia, body: { ...bodyOf(mia), invitationId } });
    }
    await anna.meet();
    expect(invitationsOf(anna.db)).toEqual(['i-mia']);
  });
});

const invitationsOf = (db: Database): readonly string[] =>
  personFacts(db, { emailAddresses: [mia], members: [] }).invitationIds;

/** An entry of the record, as a colleague's app shares it. */
const bodyOf = (emailAddress: string): object => ({
  ...{
    action: 'create',
    result: 'done',
    code: null,
    actor: '',
    connectionLabel: '',
    accountName: '',
    emailAddress,
  },
  ...{
    userName: '',
    role: 'VIEWER',
    invitationId: null,
    requestId: null,
    detail: null,
    batchName: null,
    batchRow: null,
  },
});
