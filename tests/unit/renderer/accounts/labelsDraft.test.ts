import { describe, expect, test } from 'vitest';
import {
  commonGroup,
  emptyDraft,
  isAmong,
  labelsInput,
  tagCounts,
  tagsIn,
  withTags,
  type LabelsDraft,
} from '../../../../renderer/features/accounts/labels/labelsDraft';
import { accountFixture } from '../../../support/fixtures/accountFixture';

const acme = { groupId: 'g-1', name: 'Acme' };
const one = accountFixture({ accountId: 'A', group: acme, tags: ['Q3', 'Q4'], note: 'Note' });
const other = accountFixture({ accountId: 'B', tags: ['Q4'] });
const input = (accounts: readonly (typeof one)[], draft: Partial<LabelsDraft>) =>
  labelsInput(accounts, { ...emptyDraft, ...draft });

describe('labels of several accounts', () => {
  test('show the group that they share, none, or that they differ', () => {
    expect(commonGroup([one, { ...other, group: acme }])).toEqual(acme);
    expect(commonGroup([other, other])).toBeNull();
    expect(commonGroup([one, other])).toBeUndefined();
  });

  test('count each tag', () => {
    expect(tagCounts([one, other])).toEqual([
      { tag: 'Q3', count: 1 },
      { tag: 'Q4', count: 2 },
    ]);
  });

  test('aren’t stored unless they change', () => {
    expect(input([one, other], {})).toBeNull();
    expect(input([one], { group: acme, note: 'Note' })).toBeNull();
    expect(input([other], { group: null })).toBeNull();
  });

  test('are stored as they were set, and nothing else', () => {
    const accounts = [one, other].map(({ connectionId, accountId }) => ({ connectionId, accountId }));
    expect(input([one, other], { group: acme })).toEqual({ accounts, group: { groupId: 'g-1' } });
    expect(input([one, other], { group: null })).toEqual({ accounts, group: null });
    expect(input([one, other], { group: { groupId: null, name: 'New' } })).toEqual({
      accounts,
      group: { name: 'New' },
    });
    expect(input([one, other], { addTags: ['Q1'], removeTags: ['Q4'] })).toEqual({
      ...{ accounts, addTags: ['Q1'], removeTags: ['Q4'] },
    });
    expect(input([one], { note: '' })).toEqual({ accounts: accounts.slice(0, 1), note: '' });
  });
});

describe('the tags of one account', () => {
  test('are added and removed by selecting them', () => {
    const draft = withTags(emptyDraft, one, ['Q4', 'Q1']);
    expect(draft).toMatchObject({ addTags: ['Q1'], removeTags: ['Q3'] });
    expect(tagsIn(draft, one)).toEqual(['Q4', 'Q1']);
    expect(input([one], withTags(draft, one, ['Q3', 'Q4']))).toBeNull();
  });
});

test('a name that differs only in case, width or composition is the same one', () => {
  expect(isAmong('ＡＣＭＥ', ['Acme'])).toBe(true);
  expect(isAmong('cafe\u0301', ['CAFÉ'])).toBe(true);
  expect(isAmong('Cafe', ['Café'])).toBe(false);
});
