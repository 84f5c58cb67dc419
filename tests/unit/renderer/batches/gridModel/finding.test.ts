import { expect, test } from 'vitest';
import { findCountText } from '../../../../../renderer/features/batches/grid/gridText';
import { matchesIn } from '../../../../../renderer/features/batches/gridModel/findMatches';
import { at } from '../../../../../renderer/features/batches/gridModel/selection';
import { setUp } from '../support/setUp';

const rows = [
  { emailAddress: 'rosa@north.example', userName: 'Rosa Müller' },
  { emailAddress: 'tariq@south.example', userName: 'Tariq', note: 'asked by Rosa' },
  { emailAddress: 'noor@north.example', userName: 'Noor' },
];
const active = ({ store }: ReturnType<typeof setUp>): readonly number[] => {
  const { row, column } = store.state().selection.active;
  return [row, column];
};

test('a text is found in any cell, in any case and without accents', () => {
  const { store } = setUp(rows);
  const found = (text: string) => matchesIn(store.state(), text).map(({ row, column }) => [row, column]);
  expect(found('ROSA')).toEqual([
    [0, 1],
    [0, 2],
    [1, 4],
  ]);
  expect(found('muller')).toEqual([[0, 2]]);
  expect(found('@north')).toEqual([
    [0, 1],
    [2, 1],
  ]);
  expect(found(' ')).toEqual([]);
});

test('typing goes to the first match from the active cell on; next and previous go around', () => {
  const grid = setUp(rows);
  const { store } = grid;
  store.select(at(0, 2));
  store.openFind();
  store.find('rosa');
  expect(active(grid)).toEqual([0, 2]);
  store.findNext(false);
  expect(active(grid)).toEqual([1, 4]);
  store.findNext(false);
  expect(active(grid)).toEqual([0, 1]);
  store.findNext(true);
  expect(active(grid)).toEqual([1, 4]);
  store.find('nobody');
  store.findNext(false);
  expect(active(grid)).toEqual([1, 4]);
});

test('changed cells are found as they are now, and only in the rows shown', () => {
  const { store } = setUp(rows);
  store.select(at(2, 2));
  store.paste('Rosalind');
  expect(matchesIn(store.state(), 'rosalind')).toEqual([{ row: 2, column: 2 }]);
  store.show('invited', null);
  expect(matchesIn(store.state(), 'rosalind')).toEqual([]);
});

test('closing returns the focus to the cell, and F3 opens it again', () => {
  const { store } = setUp(rows);
  store.openFind();
  store.find('noor');
  const { focusWanted } = store.state();
  store.closeFind();
  expect(store.state()).toMatchObject({ finding: null, focusWanted: focusWanted + 1 });
  store.findNext(false);
  expect(store.state().finding).toBe('');
});

test.each([
  [0, 3, true, '1 of 3'],
  [-1, 1, true, '1 match'],
  [-1, 1200, true, '1,200 matches'],
  [-1, 0, true, 'No matches'],
  [-1, 0, false, 'No matches in the rows shown'],
])('match %i of %i, all rows shown: %s', (here, matches, allShown, text) => {
  expect(findCountText(here, matches, allShown)).toBe(text);
});
