import { describe, expect, test } from 'vitest';
import { accountRows, needsAttention } from '../../../../renderer/queries/accountRows';
import {
  allAccounts,
  matchingAccounts,
  ungrouped,
  type AccountsFilter,
} from '../../../../renderer/features/accounts/list/accountsFilter';
import type { Account } from '../../../../shared/domain/account/account';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { accountFixture } from '../../../support/fixtures/accountFixture';

const connection = (connectionId: string, state: Connection['state'] = 'signedIn'): Connection => ({
  ...{ connectionId, label: `Label of ${connectionId}`, kind: 'amazon', region: 'eu', clientId: 'client' },
  ...{ hasClientSecret: false, returnPort: 1, endpoints: null, state, identity: null },
  ...{ returnUrl: '', realm: 'amazon', identityConfirmed: true, pendingSignIn: null },
});
const through = (connectionId: string, more: Partial<Account> = {}): Account =>
  accountFixture({ connectionId, ...more });
const accesses = (accounts: readonly Account[], connections: readonly Connection[] = []) =>
  accountRows(accounts, connections).map((row) => row.accesses.map(({ connectionId }) => connectionId));

describe('the rows of accounts', () => {
  test('have each account of a realm once, in the order of the list, with its connections inside', () => {
    const accounts = [
      through('c1', { accountId: 'B' }),
      through('c2', { accountId: 'A' }),
      through('c2', { accountId: 'B', pendingInvitations: 7 }),
      through('c3', { accountId: 'B', realm: 'amazon' }),
    ];
    expect(accesses(accounts)).toEqual([['c1', 'c2'], ['c2'], ['c3']]);
    expect(accountRows(accounts, []).map(({ accountId }) => accountId)).toEqual(['B', 'A', 'B']);
  });

  test('open the account through a connection that reaches it, is signed in, and may invite', () => {
    const connections = [connection('out', 'signedOut'), connection('in'), connection('gone')];
    expect(
      accesses([through('gone', { reachable: false }), through('out'), through('in')], connections),
    ).toEqual([['in', 'out', 'gone']]);
    expect(accesses([through('viewer', { canInvite: false }), through('admin')])).toEqual([
      ['admin', 'viewer'],
    ]);
  });

  test.each([
    [[false, true], true],
    [[null, true], true],
    [[false, null], null],
    [[false, false], false],
    [[null], null],
  ] as const)('say whether people can be invited through any of them: %j', (each, expected) => {
    const accounts = each.map((canInvite, index) => through(`c${String(index)}`, { canInvite }));
    expect(accountRows(accounts, [])[0]?.canInvite).toBe(expected);
  });

  test('don’t count on a connection that no longer reaches the account', () => {
    const accounts = [through('c1', { reachable: false }), through('c2', { canInvite: false })];
    expect(accountRows(accounts, [])[0]?.canInvite).toBe(false);
  });

  test('need attention if the account couldn’t be read through one of them', () => {
    const trouble = { code: 'NETWORK', message: 'Off', retryable: true } as const;
    const accounts = [through('c1'), through('c2', { trouble }), through('c1', { accountId: 'fine' })];
    expect(accountRows(accounts, []).map(needsAttention)).toEqual([true, false]);
  });
});

describe('filtering accounts', () => {
  const acme = { groupId: 'g-1', name: 'Müller & Co' };
  const rows = accountRows(
    [
      through('c1', { accountId: 'A', name: 'Copper', group: acme, tags: ['Q4'], note: 'Ask Dana\nfirst' }),
      through('c1', { accountId: 'B', name: 'Alpine', tags: ['Q4', 'Q3'] }),
      through('c2', { accountId: 'B', name: 'Alpine', tags: ['Q4', 'Q3'] }),
      through('c1', { accountId: 'C', name: 'Zebra', group: { groupId: 'g-2', name: 'Other' } }),
    ],
    [],
  );
  const found = (filter: Partial<AccountsFilter>): string =>
    matchingAccounts(rows, { ...allAccounts, ...filter }, [connection('c1'), connection('c2')])
      .map(({ accountId }) => accountId)
      .join('');

  test.each<[string, Partial<AccountsFilter>, string]>([
    ['nothing', {}, 'ABC'],
    ['a group', { group: 'g-1' }, 'A'],
    ['no group', { group: ungrouped }, 'B'],
    ['a tag', { tag: 'Q4' }, 'AB'],
    ['a tag and a group', { tag: 'Q4', group: 'g-2' }, ''],
    ['the name of a group', { search: 'muller' }, 'A'],
    ['a tag’s text', { search: 'q3' }, 'B'],
    ['words of a note', { search: 'first dana' }, 'A'],
    ['any of its connections', { search: 'label of c2' }, 'B'],
    ['text with a tag', { search: 'alp', tag: 'Q3' }, 'B'],
    ['text that is nowhere', { search: 'nothing' }, ''],
  ])('by %s', (_how, filter, expected) => {
    expect(found(filter)).toBe(expected);
  });
});
