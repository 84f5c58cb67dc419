import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Topic } from '../../../../shared/bridge/channels';
import type { SavedViews } from '../../../../shared/domain/savedViews';
import type { ErasurePlan, ErasureSubject } from '../../../../shared/domain/person/erasure';
import { ledgerAddressesOf } from '../../../../main/access/ledger/ledgerAddresses';
import { createActivity } from '../../../../main/activity/activity';
import { createErasing } from '../../../../main/people/erasing/erasing';
import { createPeople } from '../../../../main/people/people';
import { draftRetry } from '../../../../main/outbox/drafting/draftRetry';
import { draftInviteAgain } from '../../../../main/outbox/drafting/draftSelection';
import { attention } from '../../../../main/outbox/journal/attention';
import { sha256Of } from '../../../../main/outbox/journal/append';
import { atOnce } from '../../../../main/storage/stepwise';
import { invitationStored, membersListed } from '../../../support/fixtures/knownPeople';
import { canaries, colleague, left, personEverywhere } from '../../../support/fixtures/personEverywhere';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

let store: Store;
let topics: Topic[];
let views: SavedViews;
beforeEach(() => {
  store = temporaryStore();
  views = {};
  topics = [];
});
afterEach(() => {
  store.remove();
});

const erasing = () =>
  createErasing({
    db: store.db,
    now: () => 1000,
    changed: (topic) => topics.push(topic),
    record: createActivity(store.db).recordErasure,
    savedViews: {
      read: () => views,
      write(written) {
        views = written;
      },
    },
  });
const byAddress: ErasureSubject = { emailAddresses: [left.address], members: [] };
const byUserId: ErasureSubject = { emailAddresses: [], members: [{ realm: 'sandbox', userId: left.userId }] };

async function erase(subject: ErasureSubject, agreed?: ErasurePlan) {
  const own = erasing();
  return own.erase({ subject, agreed: agreed ?? (await own.plan(subject)), typed: 'Erase' });
}

/** The bytes of every file beside the database, in Latin-1, so that any byte is a character. */
const bytesOnDisk = (): string =>
  readdirSync(dirname(store.file))
    .map((name) => readFileSync(join(dirname(store.file), name), 'latin1').toLowerCase())
    .join('');
const found = (): string[] => {
  const bytes = bytesOnDisk();
  return canaries.filter((text) =>
    [text, text.toLowerCase()].some((each) =>
      bytes.includes(Buffer.from(each).toString('latin1').toLowerCase()),
    ),
  );
};

const all = (sql: string): Record<string, unknown>[] =>
  store.db
    .prepare(sql)
    .all()
    .map((row) => ({ ...(row as Record<string, unknown>) }));

/** Everything that isn't personal, of all tables. */
const factsOfJournal = () => [
  all(
    "SELECT activity_id, at, action, result, account_id, role, operation_id, amazon_request_id, code, record_id FROM activity WHERE action <> 'erase'",
  ),
  all(
    'SELECT operation_id, request_id, kind, status, role, created_at, settled_at, record_id FROM operations',
  ),
  all('SELECT request_id, operation, created_at, sent_at, answered_at, ended_at FROM requests'),
  all('SELECT entry, entry_id, at, event, account_id, scope, role FROM member_history'),
  all('SELECT account_id, role, state, created_at, state_changed_at, evidence FROM invitations'),
  all(
    'SELECT account_id, scope, role, first_seen_at, last_seen_at, since_at, gone_at FROM members ORDER BY first_seen_at, gone_at',
  ),
  all('SELECT decision, decision_id, at, kind FROM identity_decisions'),
  all('SELECT leaver_id, started_at FROM leavers'),
];

describe('erasing a person', () => {
  test.each([
    ['by address', byAddress],
    ['by user ID', byUserId],
  ])('leaves no trace in the files, found %s', async (_how, subject) => {
    personEverywhere(store.db);
    store.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(found()).toEqual(canaries);
    await expect(erase(subject)).resolves.toEqual({ erased: true, emailAddress: 'erased-1@erased.invalid' });
    expect(found()).toEqual([]);
  });

  test('keeps times, accounts and results, and everybody else', async () => {
    personEverywhere(store.db);
    const before = factsOfJournal();
    await erase(byAddress);
    expect(factsOfJournal()).toEqual(before);
    const details = createPeople(store.db).details({ emailAddress: colleague.address });
    expect(details.rows).toMatchObject([
      { note: 'Like Erased person 1', sourceFile: 'erased-1@erased.invalid.csv' },
    ]);
    expect(all('SELECT email_address, user_name FROM operations')).toEqual([
      { email_address: 'erased-1@erased.invalid', user_name: 'Erased person 1' },
      { email_address: colleague.address, user_name: colleague.name },
    ]);
    expect(all(`SELECT actor FROM activity ORDER BY activity_id`)).toEqual([
      { actor: 'Erased person 1 <erased-1@erased.invalid>' },
      { actor: 'Erased person 1 <erased-1@erased.invalid>' },
      { actor: 'Dana <dana@agency.example>' },
      { actor: 'This computer' },
    ]);
    expect(all(`SELECT user_id, kind, email_address FROM identity_decisions`)).toEqual([
      { user_id: 'erased-1', kind: 'same', email_address: 'erased-1@erased.invalid' },
      { user_id: 'other', kind: 'notSame', email_address: 'erased-1@erased.invalid' },
    ]);
  });

  test('keeps stored requests valid, with the sum of their new bytes', async () => {
    personEverywhere(store.db);
    const bodyNow = () =>
      all('SELECT body, body_sha256 AS sum FROM requests')[0] as { body: Uint8Array; sum: string };
    const text = (body: Uint8Array): string => Buffer.from(body).toString('utf8');
    const before = text(bodyNow().body);
    await erase(byAddress);
    const { body, sum } = bodyNow();
    expect(text(body)).toBe(
      before.replace(left.address, 'erased-1@erased.invalid').replace(left.name, 'Erased person 1'),
    );
    expect(() => JSON.parse(text(body)) as unknown).not.toThrow();
    expect(sum).toBe(sha256Of(body));
  });

  test('leaves one history under the pseudonym, and an entry without personal data', async () => {
    personEverywhere(store.db);
    await erase(byAddress);
    const activity = createActivity(store.db);
    const { entries } = activity.list({ emailAddress: 'erased-1@erased.invalid', limit: 10, offset: 0 });
    expect(entries.map(({ action, userName }) => [action, userName])).toEqual([
      ['erase', 'Erased person 1'],
      ['removeMember', ''],
      ['create', 'Erased person 1'],
      // A colleague's.
      ['create', 'Erased person 1'],
    ]);
    expect(entries[0]?.detail).toContain('1 invitation');
    expect(createPeople(store.db).details({ emailAddress: 'erased-1@erased.invalid' }).names).toEqual([
      'Erased person 1',
    ]);
    expect(all('SELECT number, at, reason FROM erasures')).toEqual([
      { number: 1, at: 1000, reason: 'request' },
    ]);
    expect(topics).toContain('people.changed');
    expect((await createPeople(store.db).find({ search: 'aelsted' })).people).toEqual([]);
  });

  test('makes a new person of the same address, to whom nothing leads', async () => {
    personEverywhere(store.db);
    await erase(byAddress);
    membersListed(store.db, 'A1', 2000, { other: 'o***r@c***.example', [left.userId]: left.mask });
    invitationStored(store.db, 'A1', left.address);
    const { access } = createPeople(store.db).details({ emailAddress: 'erased-1@erased.invalid' });
    expect(access.flatMap(({ members }) => members)).toEqual([]);
    expect(access.flatMap(({ invitations }) => invitations.map(({ state }) => state))).toEqual(['accepted']);
    const again = createPeople(store.db).details({ emailAddress: left.address }).access;
    expect(again.flatMap(({ invitations }) => invitations)).toHaveLength(1);
  });

  test('deletes copies made before updates, and names damaged ones', async () => {
    personEverywhere(store.db);
    const beside = (name: string) => join(dirname(store.file), `access.db.${name}`);
    writeFileSync(beside('version-18'), left.address);
    writeFileSync(beside('damaged-2026'), 'bytes');
    expect((await erasing().plan(byAddress)).damagedCopies).toEqual(['access.db.damaged-2026']);
    await erase(byAddress);
    expect(existsSync(beside('version-18'))).toBe(false);
    expect(existsSync(beside('damaged-2026'))).toBe(true);
    expect(found()).toEqual([]);
  });

  test('leaves somebody else with the same name', async () => {
    personEverywhere(store.db);
    store.db
      .exec(`INSERT INTO operations (request_id, kind, status, connection_id, realm, account_id, email_address,
        user_name, role, notify, created_at, run_id)
      VALUES (1, 'revoke', 'queued', 'c-1', 'sandbox', 'A1', 'namesake@b.example', '${left.name}', '', 0, 1, 1)`);
    await erase(byAddress);
    expect(all(`SELECT user_name FROM operations WHERE email_address = 'namesake@b.example'`)).toEqual([
      { user_name: left.name },
    ]);
  });

  test('numbers people one after the other', async () => {
    addConnection(store.db, 'c-1');
    addAccount(store.db, 'c-1', 'A1');
    invitationStored(store.db, 'A1', 'one@a.example', { state: 'revoked' });
    invitationStored(store.db, 'A1', 'two@a.example', { state: 'revoked' });
    await erase({ emailAddresses: ['one@a.example'], members: [] });
    await expect(erase({ emailAddresses: ['two@a.example'], members: [] })).resolves.toEqual({
      erased: true,
      emailAddress: 'erased-2@erased.invalid',
    });
  });
});

describe('the saved views of lists', () => {
  const peopleView = (name: string, search: string) => ({
    ...{ name, sort: 'maskedEmail' as const, descending: false },
    filter: { search, role: null, scope: null, domain: null, certainty: null, group: null },
  });
  const own = () => ({
    accounts: [
      {
        ...{ name: 'Launch', sort: null, descending: false },
        filter: { search: 'Northwind', group: null, tag: null },
      },
    ],
    people: [
      peopleView(`Access of ${left.name}`, ''),
      peopleView('One person', `  ${left.address.toUpperCase()}`),
      peopleView('Somebody else', colleague.address),
    ],
  });

  test('name nobody who was erased, and are counted; the others stay as they are', async () => {
    personEverywhere(store.db);
    views = own();
    expect(await erasing().plan(byUserId)).toMatchObject({ counts: { savedViews: 2 } });
    expect(views).toEqual(own());
    await erase(byUserId);
    const { people = [], accounts } = views;
    expect(people.map(({ name, filter }) => [name, filter.search.trim()])).toEqual([
      ['Access of Erased person 1', ''],
      ['One person', 'erased-1@erased.invalid'],
      ['Somebody else', colleague.address],
    ]);
    expect(accounts).toEqual(own().accounts);
    expect(topics).toContain('settings.changed');
    expect(all(`SELECT detail FROM activity WHERE action = 'erase'`)).toEqual([
      { detail: expect.stringContaining('2 saved views') as unknown },
    ]);
  });

  test('are searched even if nothing else names the person', async () => {
    views = own();
    await expect(erase(byAddress)).resolves.toMatchObject({ erased: true });
    expect(views.people?.[1]?.filter.search.trim()).toBe('erased-1@erased.invalid');
    await expect(erase(byAddress)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('stay as they are if erasing is refused', async () => {
    personEverywhere(store.db);
    invitationStored(store.db, 'A1', left.address, { state: 'pending' });
    views = own();
    await expect(erase(byAddress)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(views).toEqual(own());
  });
});

describe('a plan', () => {
  test('counts what is about the person, and shows what it found with certainty', async () => {
    personEverywhere(store.db);
    expect(await erasing().plan(byUserId)).toEqual({
      emailAddresses: [left.key],
      members: [{ realm: 'sandbox', userId: left.userId }],
      names: [left.name, 'Jörgen'],
      counts: {
        ...{ invitations: 1, members: 1, memberHistory: 2, operations: 1, activity: 2, batchRows: 1 },
        ...{ decisions: 2, leavers: 1, directory: 1, savedViews: 0, mentions: 23 },
      },
      obstacles: { invitations: 0, operations: 0, batchRows: 0, accounts: 0, connections: 0 },
      ...{ unreachable: 0, uncertain: 0, damagedCopies: [] },
    });
  });

  test('takes nobody for the person because of a mask', async () => {
    addConnection(store.db, 'c-1');
    addAccount(store.db, 'c-1', 'A1');
    invitationStored(store.db, 'A1', 'joe@client.example', { state: 'accepted' });
    membersListed(store.db, 'A1', 100, { maybe: 'j***@client.example' });
    const plan = await erasing().plan({ emailAddresses: ['joe@client.example'], members: [] });
    expect(plan).toMatchObject({ members: [], uncertain: 1, counts: { members: 0 } });
  });
});

describe('refused', () => {
  const nothingErased = () => {
    expect(all('SELECT * FROM erasures')).toEqual([]);
    expect(found()).not.toEqual([]);
  };

  test.each([
    ['a pending invitation', `UPDATE invitations SET state = 'pending'`, { invitations: 1 }],
    ['a row in a batch that wasn’t sent', `UPDATE batch_rows SET operation_id = NULL`, { batchRows: 1 }],
    [
      'access as last listed',
      `UPDATE members SET gone_at = NULL, direct_seen_at = 300 WHERE user_id LIKE 'amzn1%'`,
      { accounts: 1 },
    ],
    [
      'a connection of the person',
      `UPDATE connections SET identity = '{"userId":"u","email":"${left.key}"}'`,
      { connections: 1 },
    ],
    ['agreed calls that aren’t in the journal yet', `UPDATE stagings SET run_id = 1`, { operations: 1 }],
  ])('while there is %s', async (_what, sql, obstacles) => {
    personEverywhere(store.db);
    store.db.exec(sql);
    const plan = await erasing().plan(byAddress);
    expect(plan.obstacles).toMatchObject(obstacles);
    await expect(erase(byAddress)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    nothingErased();
  });

  test.each(['queued', 'sending', 'inDoubt'])('while an operation is %s', async (status) => {
    personEverywhere(store.db);
    store.db
      .exec(`INSERT INTO operations (request_id, kind, status, connection_id, realm, account_id, email_address,
        user_name, role, notify, created_at, run_id)
      VALUES (1, 'revoke', 'queued', 'c-1', 'sandbox', 'A1', '${left.key}', '', '', 0, 1, 1)`);
    for (const step of ['queued', 'sending', 'inDoubt']) {
      if (step !== 'queued') store.db.exec(`UPDATE operations SET status = '${step}' WHERE kind = 'revoke'`);
      if (step === status) break;
    }
    await expect(erase(byAddress)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    nothingErased();
  });

  test('when the numbers changed since they were shown', async () => {
    personEverywhere(store.db);
    const agreed = await erasing().plan(byAddress);
    invitationStored(store.db, 'A1', left.address, { state: 'revoked' });
    const answer = await erase(byAddress, agreed);
    expect(answer).toMatchObject({ erased: false, plan: { counts: { invitations: 2 } } });
    nothingErased();
    await expect(erase(byAddress, answer.erased ? agreed : answer.plan)).resolves.toMatchObject({
      erased: true,
    });
  });

  test('without the word typed, without a subject, and if nothing is stored', async () => {
    personEverywhere(store.db);
    const agreed = await erasing().plan(byAddress);
    await expect(erasing().erase({ subject: byAddress, agreed, typed: 'yes' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(erasing().plan({ emailAddresses: [], members: [] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(erase({ emailAddresses: ['nobody@b.example'], members: [] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    nothingErased();
  });

  test('not for access in an account that no connection reaches', async () => {
    personEverywhere(store.db);
    store.db.exec(`UPDATE members SET gone_at = NULL, direct_seen_at = 300 WHERE user_id LIKE 'amzn1%';
      DELETE FROM ways_in`);
    expect(await erasing().plan(byAddress)).toMatchObject({ obstacles: { accounts: 0 }, unreachable: 1 });
    await expect(erase(byAddress)).resolves.toMatchObject({ erased: true });
    expect(found()).toEqual([]);
  });
});

describe('nothing is sent to a pseudonym', () => {
  test('by retrying what failed for the person', async () => {
    const operationId = personEverywhere(store.db);
    store.db.exec('DELETE FROM staged_calls');
    expect(atOnce(draftRetry(store.db, [operationId])).operationIds).toEqual([operationId]);
    store.db
      .prepare('UPDATE operations SET error = ? WHERE operation_id = ?')
      .run(JSON.stringify({ code: 'REFUSED', message: 'Not now.', retryable: true }), operationId);
    expect(attention(store.db)).toMatchObject({ retryable: 1 });
    await erase(byAddress);
    expect(() => atOnce(draftRetry(store.db, [operationId]))).toThrow(/was erased/);
    // So that retrying everything that failed leaves the person out, instead of being refused.
    expect(attention(store.db)).toMatchObject({ retryable: 0 });
    expect(all(`SELECT error FROM operations WHERE operation_id = ${String(operationId)}`)).toEqual([
      { error: JSON.stringify({ code: 'REFUSED', message: 'Not now.', retryable: false }) },
    ]);
  });

  test('by inviting again', async () => {
    personEverywhere(store.db);
    store.db.exec(`UPDATE invitations SET state = 'revoked'`);
    const ref = { connectionId: 'c-1', accountId: 'A1', invitationId: left.invitationId };
    expect(atOnce(draftInviteAgain(store.db, [ref], false)).requests).toHaveLength(1);
    await erase(byAddress);
    const erased = { ...ref, invitationId: 'erased-1' };
    expect(() => atOnce(draftInviteAgain(store.db, [erased], false))).toThrow(/was erased/);
  });
});

test('the address that was concluded for lists is gone with the person, also for one who left', async () => {
  personEverywhere(store.db);
  const concluded = async (): Promise<unknown[]> => {
    await ledgerAddressesOf(store.db).bringUpToDate();
    return all('SELECT address FROM member_addresses').map(({ address }) => address);
  };
  const key = left.address.toLowerCase();
  expect(await concluded()).toContain(key);
  await erase(byAddress);
  expect(await concluded()).not.toContain(key);
});
