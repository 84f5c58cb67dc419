import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unseenInvitations } from '../../../../main/access/colleagues/colleagueInvitations';
import { invitedByColleagues } from '../../../../main/access/colleagues/invitedByColleagues';
import { colleagueInvited, listReadAt } from '../../../support/fixtures/colleagues';
import { membersListed } from '../../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

const hour = 3_600_000;
const rosa = 'rosa@client.example';

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

/** As `ben A1 notYet`. */
const unseen = (emailAddress = rosa): string[] =>
  unseenInvitations(store.db, [
    ['sandbox', 'A1', emailAddress],
    ['sandbox', 'A2', emailAddress],
  ]).map(({ who, accountId, reading }) => `${who} ${accountId} ${reading}`);

/** An invitation that a list of this computer has, or had. */
function listed(invitationId: string, state: string): void {
  store.db
    .prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
         first_seen_at, state_changed_at)
       VALUES ('sandbox', 'A1', ?, 'Rosa@client.example', 'Rosa', 'viewer', ?, '', 1, 1)`,
    )
    .run(invitationId, state);
}

test('what a colleague invited is known with who and when, in its account and for its person alone', () => {
  colleagueInvited(store.db, rosa, { at: 5 });
  expect(unseenInvitations(store.db, [['sandbox', 'A1', rosa]])).toEqual([
    {
      ...{ realm: 'sandbox', accountId: 'A1', emailAddress: rosa, who: 'ben', isOwn: false },
      ...{ role: 'VIEWER', at: 5, reading: 'notYet' },
    },
  ]);
  expect(unseen()).toEqual(['ben A1 notYet']);
  expect(unseen('other@client.example')).toEqual([]);
});

test('of several invitations of a person the last counts', () => {
  colleagueInvited(store.db, rosa, { at: 5 });
  colleagueInvited(store.db, rosa, { at: 9, colleague: 'mia', generation: 2, invitationId: 'second' });
  expect(unseen()).toEqual(['mia A1 notYet']);
  listed('second', 'revoked');
  expect(unseen(), 'the earlier one is over').toEqual([]);
});

test('what was made with the own login on another computer is said to be that', () => {
  store.db
    .prepare(
      `INSERT INTO teams (number, team_id, name, host, port, database, login, encryption, installation_id, joined_at)
       VALUES (1, 't', 'Northwind', 'h', 1, 'd', 'ben', 'loopback', 'i', 1)`,
    )
    .run();
  colleagueInvited(store.db, rosa);
  expect(unseenInvitations(store.db, [['sandbox', 'A1', rosa]])).toMatchObject([{ isOwn: true }]);
});

describe('the own lists decide', () => {
  test.each(['pending', 'accepted', 'revoked', 'lapsed', 'gone'])(
    'once they have the invitation: %s',
    (state) => {
      colleagueInvited(store.db, rosa, { invitationId: 'i-1' });
      listed('i-1', state);
      expect(unseen()).toEqual([]);
    },
  );

  test('once a later complete one doesn’t have it, and nobody who came since can be the person', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': 'r***@client.example' });
    colleagueInvited(store.db, rosa, { at: hour });
    listReadAt(store.db, 'A1', hour - 1);
    expect(unseen(), 'an earlier list').toEqual(['ben A1 notYet']);
    listReadAt(store.db, 'A1', hour + 1000);
    expect(unseen(), 'it may lag behind').toEqual(['ben A1 notYet']);
    listReadAt(store.db, 'A2', 9 * hour);
    expect(unseen(), 'another account’s list').toEqual(['ben A1 notYet']);
    listReadAt(store.db, 'A1', 2 * hour);
    expect(unseen()).toEqual([]);
    membersListed(store.db, 'A1', 2 * hour, { 'u-1': 'r***@client.example', 'u-2': 's***@client.example' });
    expect(unseen(), 'somebody else came').toEqual([]);
  });

  test('but somebody who came since may be the person', () => {
    membersListed(store.db, 'A1', 10, { 'u-1': 'r***@client.example' });
    colleagueInvited(store.db, rosa, { at: hour });
    listReadAt(store.db, 'A1', 2 * hour);
    membersListed(store.db, 'A1', 2 * hour, { 'u-1': 'r***@client.example', 'u-3': 'ro***@client.example' });
    expect(unseen()).toEqual(['ben A1 maybeMember']);
    membersListed(store.db, 'A1', 3 * hour, { 'u-1': 'r***@client.example' });
    expect(unseen(), 'gone again').toEqual([]);
  });
});

test('the invite form learns it for addresses in any case, with the account’s name, and skips unknown accounts', () => {
  colleagueInvited(store.db, rosa);
  const account = { connectionId: 'c-1', accountId: 'A1' };
  const ask = (emailAddresses: string[], accounts = [account]) =>
    invitedByColleagues(store.db, { accounts, emailAddresses }).invitations;
  expect(ask([' Rosa@Client.example', 'ROSA@client.example'])).toMatchObject([
    { accountName: 'Name of A1', emailAddress: rosa, who: 'ben' },
  ]);
  expect(ask(['max@client.example'])).toEqual([]);
  expect(ask([rosa], [{ connectionId: 'c-1', accountId: 'unknown' }])).toEqual([]);
});
