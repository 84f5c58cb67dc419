import { describe, expect, test } from 'vitest';
import type { Account } from '../../../../shared/domain/account/account';
import type { AccountRow } from '../../../../renderer/queries/accountRows';
import { findAccounts } from '../../../../renderer/features/palette/finding';
import { matchesSearch } from '../../../../shared/text/searchText';

const account = (connectionId: string, accountId: string, name: string): Account => ({
  connectionId,
  accountId,
  realm: 'amazon',
  name,
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
});

const favourite = account('c1', 'ENTITY30', 'Zebra Shoes');
const recent = {
  ...account('c1', 'ENTITY20', 'Copper Kettle'),
  ...{ group: { groupId: 'g-1', name: 'Müller' }, tags: ['Q4 launch'] },
};
const other = account('c2', 'ENTITY10', 'Alpine Shoes');
const accounts = [favourite, recent, other];
const labelOf = (connectionId: string): string => (connectionId === 'c1' ? 'Northwind' : 'Contoso EU');
const rows = accounts.map((each): AccountRow => ({ ...each, accesses: [each] }));
const find = (search: string, shown: Account | null = null): readonly Account[] =>
  findAccounts({ accounts: rows, search, labelOf, shown }).map(({ access }) => access);

describe('finding an account', () => {
  test('favorites and recent ones come before the others', () => {
    expect(find('shoes')).toEqual([favourite, other]);
  });

  test.each([
    ['part of its name in any case', 'KETT', [recent]],
    ['part of its ID', 'tity10', [other]],
    ['the connection it is reached through', 'contoso', [other]],
    ['its group', 'muller', [recent]],
    ['one of its tags', 'kettle LAUNCH', [recent]],
    ['words in any order', 'shoes  eu', [other]],
    ['text that matches no account', 'nobody', []],
    ['two words, one of which is missing', 'shoes nobody', []],
  ])('by %s', (_how, search, found) => {
    expect(find(search)).toEqual(found);
  });

  test('before anything is typed the account on screen is not offered; by name it is', () => {
    expect(find(' ', favourite)).toEqual([recent, other]);
    expect(find('zebra', favourite)).toEqual([favourite]);
  });
});

describe('an account that two connections reach', () => {
  const through = { ...recent, connectionId: 'c2' };
  const both: readonly AccountRow[] = [{ ...recent, accesses: [recent, through] }];
  const opened = (search: string, shown: Account | null = null) =>
    findAccounts({ accounts: both, search, labelOf, shown }).map(({ access }) => access);

  test('is found once, and opened through the best one, or the one that is searched for', () => {
    expect(opened('kettle')).toEqual([recent]);
    expect(opened('kettle contoso')).toEqual([through]);
  });

  test('is not offered before anything is typed, whichever of them it is on screen through', () => {
    expect(opened('', through)).toEqual([]);
    expect(opened('')).toEqual([recent]);
  });
});

test('letters are found with or without accents, in any case', () => {
  expect(matchesSearch('Café Müller', 'MULLER cafe')).toBe(true);
  expect(matchesSearch('Cafe Muller', 'müller')).toBe(true);
});

test('empty text matches everything', () => {
  expect(matchesSearch('Dark theme', '')).toBe(true);
});
