import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIdentityLedger } from '../../../../main/access/ledger/identityLedger';
import { ledgerAddressesOf } from '../../../../main/access/ledger/ledgerAddresses';
import { membersInvited } from '../../../../main/access/members/listing/memberInvitations';
import { createPeople } from '../../../../main/people/people';
import { invitationStored, membersListed } from '../../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

const rosa = 'rosa@acme.example';
const rs = 'r***a@acme.example';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const accountId of ['A1', 'A2']) addAccount(store.db, 'c-1', accountId);
});
afterEach(() => {
  store.remove();
});

const confirm = (userId: string, emailAddress = rosa): void => {
  createIdentityLedger({ db: store.db, now: () => 1, changed: () => undefined }).decide({
    ...{ realm: 'sandbox', userId, emailAddress, kind: 'same' },
  });
};
/** As `user confidence`, or `user confidence left`. */
async function membersOf(accountId: string, emailAddress = rosa): Promise<string[]> {
  await ledgerAddressesOf(store.db).bringUpToDate();
  return membersInvited(store.db, { realm: 'sandbox', accountId, emailAddress }).map(
    ({ userId, confidence, goneAt }) => [userId, confidence, ...(goneAt === null ? [] : ['left'])].join(' '),
  );
}
const people = () => createPeople(store.db);
const letIn = async (userId = 'u-1'): Promise<string[]> => {
  const { invitations } = await people().access({ realm: 'sandbox', userId });
  return invitations.map(({ account, invitedAt }) => `${account.accountId} ${String(invitedAt)}`);
};

describe('an invited person is found among the members of the account', () => {
  test('probably, after accepting, and certainly once confirmed; whatever case the address is in', async () => {
    membersListed(store.db, 'A1', 10, {});
    invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 15 });
    membersListed(store.db, 'A1', 20, { 'u-1': rs });
    expect(await membersOf('A1')).toEqual(['u-1 probable']);
    confirm('u-1');
    expect(await membersOf('A1', 'Rosa@Acme.example')).toEqual(['u-1 certain']);
    // Not in an account that doesn't list the user ID.
    expect(await membersOf('A2')).toEqual([]);
  });

  test('never by a mask alone', async () => {
    membersListed(store.db, 'A1', 10, { 'u-1': rs });
    invitationStored(store.db, 'A1', rosa);
    expect(await membersOf('A1')).toEqual([]);
  });

  test('after leaving too, behind those who still have access', async () => {
    membersListed(store.db, 'A1', 10, { 'u-1': rs });
    confirm('u-1');
    membersListed(store.db, 'A1', 20, { 'u-2': 'rosa@acme.example' });
    expect(await membersOf('A1')).toEqual(['u-2 certain', 'u-1 certain left']);
  });
});

describe('the invitation that let a member in', () => {
  test('is the newest accepted one that is older than the access, in each account', async () => {
    for (const accountId of ['A1', 'A2']) membersListed(store.db, accountId, 10, {});
    invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 12 });
    invitationStored(store.db, 'A1', 'ROSA@acme.example', { state: 'accepted', createdAt: 15 });
    invitationStored(store.db, 'A1', rosa, { state: 'revoked', createdAt: 16 });
    invitationStored(store.db, 'A1', 'ralf@acme.example', { state: 'accepted', createdAt: 17 });
    invitationStored(store.db, 'A2', rosa, { state: 'accepted', createdAt: 25 });
    for (const accountId of ['A1', 'A2']) membersListed(store.db, accountId, 20, { 'u-1': rs });
    confirm('u-1');
    expect(await letIn()).toEqual(['A1 15']);
  });

  test('is unknown while nobody knows whose user ID it is', async () => {
    membersListed(store.db, 'A1', 10, { 'u-1': '' });
    invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 5 });
    expect(await letIn()).toEqual([]);
    confirm('u-1');
    expect(await letIn()).toEqual(['A1 5']);
    store.db.exec("DELETE FROM ways_in WHERE account_id = 'A1'");
    expect(await letIn()).toEqual([]);
  });
});

test('addresses to invite members again come with the name, and only certain ones with one', async () => {
  membersListed(store.db, 'A1', 10, { 'u-2': 'n***@acme.example' });
  invitationStored(store.db, 'A1', rosa, { state: 'accepted', createdAt: 15 });
  membersListed(store.db, 'A1', 20, { 'u-2': 'n***@acme.example', 'u-1': rs });
  const members = ['u-1', 'u-2'].map((userId) => ({ connectionId: 'c-1', accountId: 'A1', userId }));
  const unknown = { connectionId: 'c-9', accountId: 'A1', userId: 'u-1' };
  const addresses = async () => (await people().addresses({ members: [...members, unknown] })).addresses;
  expect(await addresses()).toMatchObject([
    { userId: 'u-1', ledgerAddress: { address: rosa, confidence: 'probable' }, userName: '' },
    { userId: 'u-2', ledgerAddress: null, userName: '' },
  ]);
  confirm('u-1');
  expect(await addresses()).toMatchObject([
    { ...members[0], ledgerAddress: { address: rosa, confidence: 'certain' }, userName: 'Name' },
    { ...members[1], ledgerAddress: null },
  ]);
});
