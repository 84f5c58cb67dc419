import { describe, expect, test } from 'vitest';
import { reachThrough, withoutLeftOut } from '../../../../renderer/features/invitations/changes/reach';
import { adminAccessTo } from '../../../../renderer/features/accounts/adminAccess';
import type { Account } from '../../../../shared/domain/account/account';
import type { Connection } from '../../../../shared/domain/connection/connection';
import type { Invitation } from '../../../../shared/domain/invitation/invitation';

const account = (connectionId: string, change: Partial<Account> = {}): Account => ({
  connectionId,
  accountId: 'ENTITY1',
  realm: 'amazon',
  name: 'Account',
  marketplaceId: 'ATVPDKIKX0DER',
  canInvite: true,
  favourite: false,
  lastOpenedAt: null,
  asOf: 0,
  invitationsAsOf: null,
  pendingInvitations: 0,
  reachable: true,
  trouble: null,
  troubleAt: null,
  refusesChanges: false,
  sponsoredAdsOnly: false,
  sponsoredAdsAgreed: false,
  group: null,
  tags: [],
  note: '',
  ...change,
});

const connection = (connectionId: string, state: Connection['state'] = 'signedIn'): Connection => ({
  connectionId,
  kind: 'amazon',
  label: connectionId,
  region: 'na',
  clientId: 'client',
  hasClientSecret: false,
  returnPort: 8710,
  returnUrl: 'http://localhost:8710/callback',
  endpoints: null,
  realm: 'amazon',
  state,
  identity: null,
  identityConfirmed: false,
  pendingSignIn: null,
});

const invitation: Invitation = {
  realm: 'amazon',
  accountId: 'ENTITY1',
  accountName: 'Account',
  invitationId: 'inv1',
  emailAddress: 'jane@example.com',
  userName: 'Jane',
  role: 'viewer',
  state: 'pending',
  createdBy: '',
  createdAt: null,
  expiresAt: null,
  evidence: 'listed',
  lastSeenAt: 1,
  firstSeenAt: 1,
  stateChangedAt: 1,
  instanceAccess: null,
};

const connectionOver = (...input: Parameters<typeof reachThrough>): string | undefined =>
  reachThrough(...input)(invitation)?.ref.connectionId;

describe('the connection to change an invitation', () => {
  test('over all accounts is preferably one that is known to work', () => {
    const accounts = [
      account('untried', { canInvite: null }),
      account('works'),
      account('viewer', { canInvite: false }),
    ];
    const connections = ['untried', 'works', 'viewer'].map((id) => connection(id));
    expect(connectionOver(accounts, connections, null)).toBe('works');
    expect(connectionOver(accounts.slice(0, 1), connections, null)).toBe('untried');
  });

  test('is never one that cannot be used', () => {
    expect(connectionOver([account('c1')], [connection('c1', 'signedOut')], null)).toBeUndefined();
    expect(connectionOver([account('c1', { canInvite: false })], [connection('c1')], null)).toBeUndefined();
    expect(connectionOver([account('c1', { reachable: false })], [connection('c1')], null)).toBeUndefined();
  });

  test('is never the one of an account with the same ID in another realm', () => {
    expect(connectionOver([account('c1', { realm: 'sandbox' })], [connection('c1')], null)).toBeUndefined();
  });

  test('on the screen of one account is that account’s own, not a better one', () => {
    const accounts = [account('mine', { canInvite: null }), account('other')];
    const scope = { connectionId: 'mine', accountId: 'ENTITY1' };
    expect(connectionOver(accounts, [connection('mine'), connection('other')], scope)).toBe('mine');
  });

  test('is found for an invitation in any state', () => {
    const reach = reachThrough([account('c1')], [connection('c1')], null);
    for (const state of ['pending', 'lapsed'] as const) {
      expect(reach({ ...invitation, state })?.ref).toEqual({
        connectionId: 'c1',
        accountId: 'ENTITY1',
        invitationId: 'inv1',
      });
    }
  });
});

describe('the connection to change invitations in a viewer’s account', () => {
  const viewer = account('priya', { canInvite: false });
  const access = (
    others: readonly Account[],
    signedIn: readonly string[] = ['dana', 'leo'],
  ): string | undefined =>
    adminAccessTo(
      viewer,
      [viewer, ...others],
      ['priya', 'dana', 'leo'].map((id) =>
        connection(id, signedIn.includes(id) ? 'signedIn' : 'signInAgain'),
      ),
    )?.connectionId;

  test('is another one that may change them', () => {
    expect(access([account('dana')])).toBe('dana');
    expect(access([account('dana'), account('leo')], ['leo'])).toBe('leo');
    expect(access([account('dana')], [])).toBe('dana');
  });

  test('is none if none may', () => {
    expect(access([])).toBeUndefined();
    expect(access([account('dana', { canInvite: null })])).toBeUndefined();
    expect(access([account('dana', { reachable: false })])).toBeUndefined();
    expect(access([account('dana', { accountId: 'ENTITY2' })])).toBeUndefined();
    expect(access([account('dana', { realm: 'sandbox' })])).toBeUndefined();
  });
});

test('people main excludes are not part of a change, the same ID in another account is', () => {
  const reached = (accountId: string, invitationId: string) => ({
    invitation: {} as Invitation,
    ref: { connectionId: 'c-1', accountId, invitationId },
  });
  const selection = [reached('ENTITY1', 'i-1'), reached('ENTITY1', 'i-2'), reached('ENTITY2', 'i-1')];
  const person = { emailAddress: 'jane@example.com', userName: 'Jane' };
  const leftOut = [
    { reason: 'revoked' as const, invitations: [{ ...reached('ENTITY1', 'i-1').ref, ...person }] },
  ];
  expect(withoutLeftOut(selection, leftOut)).toEqual(selection.slice(1));
  expect(withoutLeftOut(selection, [])).toEqual(selection);
});
