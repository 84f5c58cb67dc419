import { expect, test } from 'vitest';
import { at } from '../../../../../renderer/features/batches/gridModel/selection';
import { setUp } from '../support/setUp';

const long = 'x'.repeat(2001);

test('text too long for a cell is not cut off: nothing is pasted, and row and column are reported', () => {
  const { store, cells } = setUp([{ note: 'one' }, { note: 'two' }]);
  store.select(at(1, 3));
  store.paste(`viewer\tshort\nadmin\t${long}`);
  expect(cells().map(([, , , role, note]) => [role, note])).toEqual([
    ['', 'one'],
    ['', 'two'],
  ]);
  expect(store.state().notPasted).toMatch(/^Nothing was pasted\. .*row 3, “Note” has 2,001 characters/);
  expect(store.state().announced.text).toBe(store.state().notPasted);
  store.select({ active: { row: 0, column: 4 }, corner: { row: 1, column: 4 } });
  store.paste(long);
  expect(store.state().notPasted).toMatch(/row 1, “Note”/);
  store.paste(long.slice(1));
  expect(cells()[1]?.[4]).toHaveLength(2000);
  expect(store.state().notPasted).toBeNull();
});

test('columns and rows of a paste that don’t fit are reported', () => {
  const { store } = setUp([{ status: 'done', operationId: 1 }, {}]);
  store.select(at(0, 3));
  store.paste('viewer\tone\tall\ttoo far\t\nadmin\ttwo\t\t\t');
  const { notPasted, announced } = store.state();
  expect(notPasted).toBe(
    '1 row already sent stayed as it was. 1 column beyond “Instances” was left out: a batch has no column for it.',
  );
  expect(announced.text).toMatch(/^Pasted 2 rows\. 1 row already sent/);
  store.readNotPasted();
  expect(store.state().notPasted).toBeNull();
});

test('words on two lines stay two words in an open cell, and on two lines if nothing is typed', () => {
  const { store, cells } = setUp([{ note: 'met at\r\nthe fair' }]);
  store.select(at(0, 4));
  store.edit(false);
  expect(store.state().draft?.text).toBe('met at the fair');
  store.commit();
  expect(cells()[0]?.[4]).toBe('met at\r\nthe fair');
  store.edit(false);
  store.typed('met at the fair!');
  store.commit();
  expect(cells()[0]?.[4]).toBe('met at the fair!');
});
