import { describe, expect, test } from 'vitest';
import {
  maxViews,
  soundViews,
  viewNamed,
  withoutView,
  withRenamedView,
  withView,
} from '../../../shared/domain/savedViews';
import { filterKey } from '../../../shared/navigation/invitationFilter';

const view = (name: string, search = '') => ({
  ...{ name, sort: 'expiresAt' as const, descending: false },
  filter: { states: ['pending' as const], search },
});
const views = [view('Mine'), view('Müller')];
const names = (some: readonly { readonly name: string }[]): string => some.map(({ name }) => name).join();

describe('saving a view', () => {
  test('adds it at the end, or replaces the one with its name in any case and width', () => {
    expect(names(withView(views, view('New')))).toBe('Mine,Müller,New');
    const replaced = withView(views, view('ＭＩＮＥ', 'text'));
    expect(names(replaced)).toBe('ＭＩＮＥ,Müller');
    expect(replaced[0]?.filter.search).toBe('text');
    expect(viewNamed(views, 'muller')).toBeUndefined();
  });

  test('can be undone by deleting it, which leaves the others', () => {
    expect(names(withoutView(views, 'Mine'))).toBe('Müller');
    expect(names(withoutView(views, 'never'))).toBe('Mine,Müller');
  });
});

describe('renaming a view', () => {
  test('keeps its place, also when only the case changes', () => {
    expect(names(withRenamedView(views, 'Mine', 'Ours'))).toBe('Ours,Müller');
    expect(names(withRenamedView(views, 'Mine', 'MINE'))).toBe('MINE,Müller');
  });

  test('never makes two with one name', () => {
    expect(names(withRenamedView(views, 'Mine', 'MÜLLER'))).toBe('Mine,Müller');
  });
});

describe('views in a settings file', () => {
  test('count if they are valid, and others don’t take them away', () => {
    const good = view('Good');
    const stored = {
      invitations: [good, { ...good, sort: 'nothing' }, { ...good, filter: { unknown: 1 } }, null],
      people: 'none',
      accounts: [
        { name: 'A', filter: { search: '', group: 'g-1', tag: null }, sort: null, descending: false },
      ],
      laterList: [good],
    };
    expect(soundViews(stored)).toEqual({ invitations: [good], accounts: stored.accounts });
  });

  test.each([undefined, null, 'text', []])('that isn’t one are none: %j', (stored) => {
    expect(soundViews(stored)).toEqual({});
  });

  test('are cut to as many as a list may have', () => {
    const many = Array.from({ length: maxViews + 5 }, (_, index) => view(`View ${String(index)}`));
    expect(soundViews({ invitations: many }).invitations).toHaveLength(maxViews);
  });
});

test('a filter is the same whatever order its fields were set in, and with those that filter nothing', () => {
  const key = filterKey({ search: 'a', group: null, role: 'admin' });
  expect(filterKey({ role: 'admin', search: 'a' })).toBe(key);
  expect(filterKey({ role: 'admin', search: 'b' })).not.toBe(key);
});
