import { describe, expect, test } from 'vitest';
import { exportFileName } from '../../../main/exporting/invitations/fileName';
import { filterTexts } from '../../../main/exporting/invitations/filterWords';
import type { InvitationFilter } from '../../../main/access/invitations/invitationFilter';

const accounts = ['A', 'B', 'C', 'D', 'E'].map((accountId) => ({ connectionId: 'c-1', accountId }));
const phrases = (filter: InvitationFilter): readonly string[] =>
  filterTexts(filter, {
    account: ({ accountId }) => `Account ${accountId}`,
    connection: (connectionId) => `Label of ${connectionId}`,
    group: (groupId) => `Name of ${groupId}`,
  });

describe('a filter in words', () => {
  test.each<[InvitationFilter, readonly string[]]>([
    [{}, []],
    [{ search: '  ', sentByMe: false }, []],
    [
      { states: ['lapsed', 'gone'], roles: ['ADMIN', 'OWNER'] },
      ['Expired or No longer listed', 'Admin or OWNER'],
    ],
    [{ accounts: accounts.slice(0, 2) }, ['Account A or Account B']],
    [{ accounts }, ['5 accounts']],
    [{ connections: ['c-1', 'c-2'] }, ['reached through Label of c-1 or Label of c-2']],
    [{ groups: ['g-1', 'g-2'] }, ['in group Name of g-1 or Name of g-2']],
    [{ states: [] }, ['none']],
    [
      { domains: ['acme.example'], createdBy: ['Dana'], sentByMe: true },
      ['@acme.example', 'invited by Dana', 'sent from this computer'],
    ],
    [
      { expiresWithinDays: 1, stateChangedWithinDays: 7 },
      ['expiring within 1 day', 'state changed within 7 days'],
    ],
    [
      { createdFrom: Date.UTC(2026, 0, 2), createdTo: Date.UTC(2026, 1, 3, 4, 5) },
      ['created from 2026-01-02 00:00 UTC', 'created before 2026-02-03 04:05 UTC'],
    ],
    [{ latestOnly: true, search: ' acme ' }, ['not invited again since', '“acme”']],
  ])('%j', (filter, expected) => {
    expect(phrases(filter)).toEqual(expected);
  });
});

describe('the name of the file', () => {
  const at = new Date(2026, 10, 24, 8, 22).getTime();

  test('says what is in it and when it was created', () => {
    expect(exportFileName(['Pending', 'expiring within 3 days'], at, 'xlsx')).toBe(
      'AMC invitations, Pending, expiring within 3 days, 2026-11-24 0822.xlsx',
    );
    expect(exportFileName([], at, 'csv')).toBe('AMC invitations, 2026-11-24 0822.csv');
  });

  test('is valid everywhere, whatever was filtered', () => {
    const name = exportFileName([`“../..\\a:b*c?<d>|\u0000\n” ${'long '.repeat(60)}`], at, 'csv');
    expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
    expect(name.length).toBeLessThan(140);
    expect(name).toMatch(/and more, 2026-11-24 0822\.csv$/);
  });
});
