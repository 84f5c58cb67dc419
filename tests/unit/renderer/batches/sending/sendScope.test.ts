import { expect, test } from 'vitest';
import { emptyRow } from '../../../../../renderer/features/batches/gridModel/cells';
import { placesOf, selectionOf } from '../../../../../renderer/features/batches/sending/sendScope';

const row = (rowId: string, connectionId: string | null, accountId: string, accountText: string) => ({
  ...emptyRow(rowId, 1),
  account: connectionId === null ? null : { connectionId, accountId },
  accountText,
});

const rows = [
  row('row-1', 'c-1', 'amc-2', 'Tidewater'),
  row('row-2', 'c-1', 'amc-1', 'Copper'),
  row('row-3', 'c-1', 'amc-2', 'Tidewater'),
  row('row-4', 'c-2', 'amc-2', 'Tidewater'),
  row('row-5', null, '', 'No such account'),
];

test('the accounts of a batch are sorted by name, one for each connection, without rows that name none', () => {
  const places = placesOf(rows);
  expect(places.map(({ name, rowIds }) => [name, rowIds])).toEqual([
    ['Copper', ['row-2']],
    ['Tidewater', ['row-1', 'row-3']],
    ['Tidewater', ['row-4']],
  ]);
});

test('all rows are selected by omitting a list; no account selected means no row, never all', () => {
  const places = placesOf(rows);
  const [copper, tidewater] = places;
  expect(selectionOf({ kind: 'all' }, ['row-9'], places)).toEqual({});
  expect(selectionOf({ kind: 'selected' }, ['row-9'], places)).toEqual({ rowIds: ['row-9'] });
  expect(selectionOf({ kind: 'accounts', keys: [] }, ['row-9'], places)).toEqual({ rowIds: [] });
  const keys = [copper?.key ?? '', tidewater?.key ?? ''];
  expect(selectionOf({ kind: 'accounts', keys }, [], places)).toEqual({
    rowIds: ['row-2', 'row-1', 'row-3'],
  });
});
