import { describe, expect, test } from 'vitest';
import { inviteButtonText, summaryText } from '../../../../renderer/features/invitations/invite/inviteText';
import { offeredAccounts } from '../../../../renderer/features/invitations/invite/offeredAccounts';
import { knownPeople } from '../../../../renderer/features/invitations/invite/people/knownPeople';
import type { Account } from '../../../../shared/domain/account/account';
import type { Connection } from '../../../../shared/domain/connection/connection';

const account = (change: Partial<Account>): Account => ({
  ...{ connectionId: 'c1', accountId: 'ENTITY1', realm: 'amazon', name: 'Copper Kettle', marketplaceId: '' },
  ...{
    canInvite: true,
    refusesChanges: false,
    sponsoredAdsOnly: false,
    sponsoredAdsAgreed: false,
    favourite: false,
    lastOpenedAt: null,
    asOf: 0,
  },
  ...{ invitationsAsOf: 0, pendingInvitations: 0, reachable: true, trouble: null, troubleAt: null },
  ...{ group: null, tags: [], note: '' },
  ...change,
});

const connection = (connectionId: string, state: Connection['state']): Connection => ({
  ...{ connectionId, label: connectionId, kind: 'amazon', region: 'eu', clientId: 'client' },
  ...{ hasClientSecret: false, returnPort: 1, endpoints: null, state, identity: null },
  ...{ returnUrl: '', realm: 'amazon', identityConfirmed: true, pendingSignIn: null },
});

describe('the available accounts', () => {
  test('one account that two connections reach is offered once, through the one that is signed in', () => {
    const accounts = [account({ connectionId: 'out' }), account({ connectionId: 'in' })];
    const connections = [connection('out', 'signedOut'), connection('in', 'signedIn')];
    const { others } = offeredAccounts(accounts, connections, [], []);
    expect(others.map(({ connectionId }) => connectionId)).toEqual(['in']);
    // What is selected already stays as it was selected.
    const before = [{ connectionId: 'out', accountId: 'ENTITY1' }];
    const [selected] = offeredAccounts(accounts, connections, before, []).others;
    expect(selected?.connectionId).toBe('out');
  });

  test('a connection with only viewer access to an account does not replace one with admin access', () => {
    const accounts = [
      account({ connectionId: 'viewer', canInvite: false }),
      account({ connectionId: 'admin' }),
    ];
    expect(offeredAccounts(accounts, [], [], []).others).toHaveLength(1);
    expect(offeredAccounts(accounts, [], [], []).others[0]?.connectionId).toBe('admin');
    expect(offeredAccounts([account({ reachable: false })], [], [], []).others).toEqual([]);
  });

  test('favorites come first, then those opened last', () => {
    const accounts = [
      account({ accountId: 'favorite', favourite: true, lastOpenedAt: 9 }),
      account({ accountId: 'earlier', lastOpenedAt: 1 }),
      account({ accountId: 'later', lastOpenedAt: 2 }),
      account({ accountId: 'never' }),
    ];
    const { favorites, recent, others } = offeredAccounts(accounts, [], [], []);
    const idsOf = (some: readonly Account[]): string[] => some.map(({ accountId }) => accountId);
    expect([favorites, recent, others].map(idsOf)).toEqual([['favorite'], ['later', 'earlier'], ['never']]);
  });

  test('of a client’s group are together in it and nowhere else, and groups without any are left out', () => {
    const acme = { groupId: 'g-1', name: 'Acme' };
    const accounts = [
      account({ accountId: 'favorite', favourite: true, group: acme }),
      account({ accountId: 'recent', lastOpenedAt: 1, group: acme }),
      account({ accountId: 'viewer', canInvite: false, group: { groupId: 'g-2', name: 'Brightside' } }),
      account({ accountId: 'other' }),
    ];
    const groups = [{ groupId: 'g-2', name: 'Brightside' }, acme];
    const offered = offeredAccounts(accounts, [], [], groups);
    expect(
      offered.groups.map(({ name, accounts: some }) => [name, some.map(({ accountId }) => accountId)]),
    ).toEqual([['Acme', ['favorite', 'recent']]]);
    expect([offered.favorites, offered.recent]).toEqual([[], []]);
    expect(offered.others.map(({ accountId }) => accountId)).toEqual(['other']);
  });
});

test('people invited before are offered once, with their latest name', () => {
  expect(
    knownPeople([
      { emailAddress: 'Ann@agency.example', userName: 'Ann Ames-Lee' },
      { emailAddress: 'ann@agency.example', userName: 'Ann Ames' },
      { emailAddress: 'b***@agency.example', userName: 'Hidden' },
      { emailAddress: '', userName: 'Nobody' },
    ]),
  ).toEqual([{ emailAddress: 'Ann@agency.example', userName: 'Ann Ames-Lee' }]);
});

test.each([
  [0, 4, 'Invite'],
  [1, 0, 'Invite 1 person'],
  [1, 1, 'Invite 1 person to 1 account'],
  [3, 4, 'Invite 3 people to 4 accounts (12 invitations)'],
  [1200, 80, 'Invite 1,200 people to 80 accounts (96,000 invitations)'],
])('%i people and %i accounts: %s', (people, accounts, text) => {
  expect(inviteButtonText({ people, accounts, admins: 0, notify: null })).toBe(text);
});

test('the text beside the button says which roles are given, and who notifies people', () => {
  const summary = { people: 3, admins: 1, accounts: 1 };
  expect(summaryText({ ...summary, notify: true })).toBe('2 viewers, 1 admin. Amazon sends the email.');
  expect(summaryText({ ...summary, notify: false })).toBe(
    '2 viewers, 1 admin. No email: you share the links.',
  );
  expect(summaryText({ ...summary, notify: null })).toBe('2 viewers, 1 admin.');
  expect(summaryText({ ...summary, people: 0, admins: 0, notify: true })).toBe('');
});
