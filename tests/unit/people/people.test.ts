import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePlan } from '../../../main/access/instances/plans';
import { createIdentityLedger } from '../../../main/access/ledger/identityLedger';
import { createPeople } from '../../../main/people/people';
import type { PlannedInstances } from '../../../shared/domain/account/plannedInstances';
import { planCell } from '../../../shared/domain/account/plannedInstancesText';
import { colleagueInvited, colleagueShared } from '../../support/fixtures/colleagues';
import { invitationStored, membersListed } from '../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
  addAccount(store.db, 'c-1', 'A2');
});
afterEach(() => {
  store.remove();
});

const details = (emailAddress: string) => createPeople(store.db).details({ emailAddress });

function decide(kind: 'same' | 'notSame' | 'undo', userId: string, emailAddress: string): void {
  createIdentityLedger({ db: store.db, now: () => 1000, changed: () => undefined }).decide({
    ...{ realm: 'sandbox', userId, emailAddress, kind },
  });
}

function addInvitation(
  accountId: string,
  invitationId: string,
  createdAt: number,
  more: Partial<Person> = {},
) {
  const { emailAddress = 'Rosa@Client.example', userName = 'Rosa Lind' } = more;
  store.db
    .prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
         created_at, first_seen_at, state_changed_at, search_text)
       VALUES ('sandbox', ?, ?, ?, ?, 'viewer', 'pending', 'Dana', ?, 1, 1, search_text(?, ?, 'Dana', ?))`,
    )
    .run(accountId, invitationId, emailAddress, userName, createdAt, userName, emailAddress, invitationId);
}

interface Person {
  readonly emailAddress: string;
  readonly userName: string;
}

function addMember(
  accountId: string,
  userId: string,
  maskedEmail: string,
  goneAt: number | null = null,
): void {
  store.db
    .prepare(
      `INSERT INTO members (realm, account_id, user_id, masked_email, scope, direct_seen_at, first_seen_at, last_seen_at,
         since_at, gone_at)
       VALUES ('sandbox', ?, ?, ?, 'direct', ?, 1, 1, 1, ?)`,
    )
    .run(accountId, userId, maskedEmail, goneAt === null ? 1 : null, goneAt);
}

test('a person’s invitations are grouped by account, newest first, whatever the case of the address', () => {
  addInvitation('A1', 'i-old', 10);
  addInvitation('A1', 'i-new', 20, { userName: 'Rosa L.' });
  addInvitation('A2', 'i-2', 15, { emailAddress: 'rosa@client.example' });
  addInvitation('A2', 'i-other', 30, { emailAddress: 'rosalind@client.example' });
  const { access, names, moreInvitations } = details('ROSA@client.example');
  expect(
    access.map(({ accountId, invitations }) => [
      accountId,
      invitations.map(({ invitationId }) => invitationId),
    ]),
  ).toEqual([
    ['A1', ['i-new', 'i-old']],
    ['A2', ['i-2']],
  ]);
  expect(access[0]?.account).toEqual({ connectionId: 'c-1', accountId: 'A1' });
  expect(names).toEqual(['Rosa L.', 'Rosa Lind']);
  expect(moreInvitations).toBe(false);
});

test('a colleague’s invitation that no list here shows is on the page with who and when, in its account', () => {
  colleagueInvited(store.db, 'rosa@client.example', { accountId: 'A2', at: 77 });
  expect(details('Rosa@client.example').access).toMatchObject([
    { accountId: 'A2', accountName: 'Name of A2', invitations: [], byColleagues: [{ who: 'ben', at: 77 }] },
  ]);
  expect(details('other@client.example').access).toEqual([]);
});

/** What is planned on a person's page, as `invitation own instances, who planned what`; those without a plan are left out. */
const plansShown = (): string[] =>
  details('rosa@client.example').access.flatMap(({ invitations }) =>
    invitations.flatMap(({ invitationId, plan }) => {
      if (plan === null) return [];
      const { planned, colleaguesPlan } = plan;
      const others = colleaguesPlan === null ? [] : [colleaguesPlan.who, planCell(colleaguesPlan.wanted)];
      return [[invitationId, planCell(planned), ...others].join(' ')];
    }),
  );

const planFor = (accountId: string, wanted: PlannedInstances): void =>
  writePlan(
    store.db,
    { realm: 'sandbox', accountId, emailAddress: 'rosa@client.example' },
    { wanted, plannedAt: 1, plannedBy: 'Dana' },
  );

test('what is planned for a pending invitation is on the page, and a colleague’s different plan with it', () => {
  addInvitation('A1', 'i-1', 10);
  addInvitation('A2', 'i-2', 10);
  expect(plansShown()).toEqual([]);
  planFor('A1', [{ instanceId: 'i-main', name: 'Main' }]);
  planFor('A2', 'all');
  expect(plansShown()).toEqual(['i-1 Main', 'i-2 All']);
  for (const accountId of ['A1', 'A2']) {
    colleagueShared(store.db, {
      ...{ kind: 'plannedInstances', person: 'rosa@client.example', accountId },
      body: { wanted: 'all', plannedBy: 'Ben' },
    });
  }
  expect(plansShown()).toEqual(['i-1 Main Ben All', 'i-2 All']);
});

test('a plan that doesn’t matter for an invitation isn’t shown beside it', () => {
  planFor('A1', 'all');
  addInvitation('A1', 'i-1', 10);
  addInvitation('A1', 'i-2', 20);
  expect(plansShown(), 'of two pending ones, the newer').toEqual(['i-2 All']);
  const change = (sql: string): void =>
    store.db.exec(`UPDATE invitations SET ${sql} WHERE invitation_id = 'i-2'`);
  change(`role = 'ADMIN'`);
  expect(plansShown(), 'admins need no instance').toEqual([]);
  change(`role = 'viewer', state = 'accepted'`);
  expect(plansShown(), 'accepted: what is missing is said instead').toEqual([]);
  change(`state = 'revoked'`);
  expect(plansShown(), 'the older one remains').toEqual(['i-1 All']);
});

/** The members on a person's page, as `account user confidence rule`. */
const membersOf = (emailAddress: string): string[] =>
  details(emailAddress)
    .access.flatMap(({ accountId, members }) =>
      members.map(({ userId, confidence, rule }) => [accountId, userId, confidence, rule ?? '–'].join(' ')),
    )
    .toSorted();

test('a member whose mask matches is only possible; one whose whole address is shown is certain; former members are left out', () => {
  addMember('A1', 'u-mask', 'r***a@c***.example');
  addMember('A1', 'u-whole', 'rosa@client.example');
  addMember('A1', 'u-other', 'r***x@c***.example');
  addMember('A1', 'u-hidden', '***');
  addMember('A2', 'u-left', 'rosa@client.example', 5);
  expect(membersOf('Rosa@Client.example')).toEqual([
    'A1 u-mask possible –',
    'A1 u-whole certain wholeAddress',
  ]);
  addInvitation('A2', 'i-1', 1);
  expect(membersOf('rosa@client.example')).toEqual([
    'A1 u-mask possible uniqueFit',
    'A1 u-whole certain wholeAddress',
  ]);
  addInvitation('A2', 'i-2', 1, { emailAddress: 'rita@client.example' });
  addInvitation('A2', 'i-3', 1, { emailAddress: 'roberta@client.example' });
  expect(membersOf('rosa@client.example')).toContain('A1 u-mask possible –');
});

test('a member who joined after the invitation, and is the only new one who matches, is probable', () => {
  membersListed(store.db, 'A1', 10, {});
  invitationStored(store.db, 'A1', 'rosa@client.example', { state: 'accepted', createdAt: 20 });
  membersListed(store.db, 'A1', 30, { 'u-1': 'r***@client.example' });
  membersListed(store.db, 'A2', 30, { 'u-1': '' });
  expect(membersOf('rosa@client.example')).toEqual([
    'A1 u-1 probable acceptedInvitation',
    'A2 u-1 probable acceptedInvitation',
  ]);
  // May be, but more speaks for somebody else.
  expect(membersOf('ralf@client.example')).toEqual(['A1 u-1 possible –']);
});

test('a confirmed member is the person in every account, whatever is listed there, and nobody else', () => {
  membersListed(store.db, 'A1', 10, { 'u-1': '***', 'u-2': 'r***@client.example', 'u-3': '' });
  membersListed(store.db, 'A2', 10, { 'u-1': 'r***@client.example' });
  decide('same', 'u-1', 'rosa@client.example');
  expect(membersOf('rosa@client.example')).toEqual([
    'A1 u-1 certain confirmed',
    'A1 u-2 possible –',
    'A2 u-1 certain confirmed',
  ]);
  expect(membersOf('ralf@client.example')).toEqual(['A1 u-2 possible –']);
  // Listed without any address.
  decide('same', 'u-3', 'lena@client.example');
  expect(membersOf('lena@client.example')).toEqual(['A1 u-3 certain confirmed']);
  decide('undo', 'u-1', 'rosa@client.example');
  expect(membersOf('ralf@client.example')).toEqual(['A1 u-2 possible –', 'A2 u-1 possible –']);
});

test('a member who was ruled out is not shown under that address, but under another one that matches', () => {
  membersListed(store.db, 'A1', 10, { 'u-1': 'r***@client.example' });
  invitationStored(store.db, 'A2', 'rosa@client.example');
  invitationStored(store.db, 'A2', 'ralf@client.example');
  decide('notSame', 'u-1', 'rosa@client.example');
  expect(membersOf('rosa@client.example')).toEqual([]);
  expect(membersOf('ralf@client.example')).toEqual(['A1 u-1 possible uniqueFit']);
  decide('undo', 'u-1', 'rosa@client.example');
  expect(membersOf('rosa@client.example')).toEqual(['A1 u-1 possible –']);
});

test('nothing is known about an address that nobody has', () => {
  addInvitation('A1', 'i-1', 1);
  expect(details('nobody@client.example')).toEqual({
    ...{ names: [], access: [], moreInvitations: false, rows: [], totalRows: 0 },
  });
});

test('people are found by all words, with or without accents, each once and at most eight', async () => {
  addInvitation('A1', 'i-1', 1, { userName: 'Özlem Müller', emailAddress: 'oezlem@client.example' });
  addInvitation('A2', 'i-2', 1, { userName: 'Özlem Müller', emailAddress: 'oezlem@client.example' });
  for (let index = 0; index < 20; index += 1) {
    addInvitation('A2', `i-${String(index + 10)}`, 1, {
      userName: 'Percent % sign',
      emailAddress: `p${String(index)}@client.example`,
    });
  }
  const { find } = createPeople(store.db);
  expect((await find({ search: 'muller OZLEM' })).people).toEqual([
    { emailAddress: 'oezlem@client.example', userName: 'Özlem Müller' },
  ]);
  // Found by the inviter they would all be.
  expect((await find({ search: 'Dana' })).people).toEqual([]);
  expect((await find({ search: 'percent' })).people).toHaveLength(8);
  expect((await find({ search: '% sign' })).people).toHaveLength(8);
  expect((await find({ search: 'p_' })).people).toEqual([]);
});

test('members are found by user ID and by what Amazon shows of the email, each once, as long as they have access', async () => {
  addMember('A1', 'u-one', 'r***a@c***.example');
  addMember('A2', 'u-one', 'r***a@c***.example');
  addMember('A2', 'u-two', 'r***x@c***.example');
  addMember('A1', 'u-left', 'r***l@c***.example', 5);
  const { find } = createPeople(store.db);
  expect((await find({ search: 'R***' })).members).toEqual([
    {
      realm: 'sandbox',
      userId: 'u-one',
      maskedEmail: 'r***a@c***.example',
      ledgerAddress: null,
      accounts: 2,
    },
    {
      realm: 'sandbox',
      userId: 'u-two',
      maskedEmail: 'r***x@c***.example',
      ledgerAddress: null,
      accounts: 1,
    },
  ]);
  expect((await find({ search: 'u-tw' })).members.map(({ userId }) => userId)).toEqual(['u-two']);
  expect((await find({ search: 'nobody' })).members).toEqual([]);
});
