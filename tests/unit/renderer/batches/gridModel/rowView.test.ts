import { expect, test } from 'vitest';
import { emptyRow } from '../../../../../renderer/features/batches/gridModel/cells';
import { patched, type Rows } from '../../../../../renderer/features/batches/gridModel/rows/rowPatch';
import {
  rowsInserted,
  rowsRemoved,
} from '../../../../../renderer/features/batches/gridModel/commands/rowCommands';
import {
  noMarks,
  standingCounts,
  stableView,
  viewOf,
  type Marks,
} from '../../../../../renderer/features/batches/gridModel/rows/rowView';
import type { RowFinding } from '../../../../../shared/domain/batch/batch';

const rows: Rows = [
  ['row-a', 'Zoe'],
  ['row-b', 'ángel'],
  ['row-c', ''],
  ['row-d', 'Anna 10'],
  ['row-e', 'anna 9'],
].map(([rowId = '', userName = ''], index) => ({ ...emptyRow(rowId, index + 1), userName }));

const finding = (level: RowFinding['level']): RowFinding => ({
  code: 'NAME_MISSING',
  level,
  column: 'userName',
  message: '',
  fix: null,
});
const marks: Readonly<Record<string, Marks>> = {
  'row-a': { findings: [finding('warning'), finding('error')], status: null },
  'row-b': { findings: [finding('warning')], status: null },
  'row-c': { findings: [finding('error')], status: 'done' },
  'row-d': { findings: [], status: 'failed' },
};
const marksOf = (rowId: string): Marks => marks[rowId] ?? noMarks;

test('each row counts once, by the worst that is found; a sent one is sent, a failed one can go again', () => {
  expect(standingCounts(rows, marksOf)).toEqual({ all: 5, error: 1, warning: 1, ready: 2, sent: 1 });
  expect(viewOf({ rows, marksOf, filter: 'ready', sort: null })).toEqual(['row-d', 'row-e']);
});

test('words are ordered as people do, numbers by size, empty cells last either way', () => {
  const order = (descending: boolean) =>
    viewOf({ rows, marksOf, filter: 'all', sort: { column: 'userName', descending } });
  expect(order(false)).toEqual(['row-b', 'row-e', 'row-d', 'row-a', 'row-c']);
  expect(order(true)).toEqual(['row-a', 'row-d', 'row-e', 'row-b', 'row-c']);
});

test('a new row stands behind the one before it, wherever the order put that one', () => {
  const view = ['row-e', 'row-a', 'row-d'];
  const more = patched(rows, rowsInserted(rows, 'row-b', [{ rowId: 'row-n', cells: {} }]));
  expect(stableView(view, rows, more)).toEqual(['row-e', 'row-a', 'row-n', 'row-d']);
  const first = patched(rows, rowsInserted(rows, 'row-a', [{ rowId: 'row-n', cells: {} }]));
  expect(stableView(view, rows, first)).toEqual(['row-n', 'row-e', 'row-a', 'row-d']);
});

test('rows that went are no longer shown and the others stay', () => {
  const fewer = patched(rows, rowsRemoved(rows, new Set(['row-a', 'row-b'])));
  expect(stableView(['row-e', 'row-a', 'row-d'], rows, fewer)).toEqual(['row-e', 'row-d']);
});
