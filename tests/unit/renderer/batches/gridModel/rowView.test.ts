import { expect, test } from 'vitest';
import { emptyRow } from '../../../../../renderer/features/batches/gridModel/cells';
import { patched, type Rows } from '../../../../../renderer/features/batches/gridModel/rows/rowPatch';
import {
  rowsInserted,
  rowsRemoved,
} from '../../../../../renderer/features/batches/gridModel/commands/rowCommands';
import {
  isLocked,
  noMarks,
  filterCounts,
  stableView,
  viewOf,
  type Marks,
  type RowFilter,
} from '../../../../../renderer/features/batches/gridModel/rows/rowView';
import { noRowStates } from '../../../../../shared/domain/batch/rowState';
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
  'row-a': { findings: [finding('warning'), finding('error')], status: null, invitation: null },
  'row-b': { findings: [finding('warning')], status: null, invitation: null },
  'row-c': { findings: [finding('error')], status: 'done', invitation: 'revoked' },
  'row-d': { findings: [finding('error')], status: 'failed', invitation: null },
};
const marksOf = (rowId: string): Marks => marks[rowId] ?? noMarks;

test('each row is in one state, a sent one in that of its operation or invitation, and the totals are right', () => {
  const { all, warning, ...states } = filterCounts(rows, marksOf);
  expect(states).toEqual({ ...noRowStates, draft: 1, ready: 2, revoked: 1, failed: 1 });
  expect(Object.values(states).reduce((sum, count) => sum + count)).toBe(all);
  expect(warning).toBe(1);
  const shown = (filter: RowFilter) => viewOf({ rows, marksOf, filter, sort: null });
  expect(shown('ready')).toEqual(['row-b', 'row-e']);
  expect(shown('warning')).toEqual(['row-b']);
  expect(shown('revoked')).toEqual(['row-c']);
});

test('a row that failed, was stopped or skipped can be changed; one that is queued, sent or unconfirmed cannot', () => {
  const locked = (status: Marks['status']) => isLocked({ ...noMarks, status });
  expect([null, 'failed', 'stopped', 'skipped'].map((each) => locked(each as Marks['status']))).toEqual(
    Array(4).fill(false),
  );
  expect(['queued', 'sending', 'done', 'inDoubt'].map((each) => locked(each as Marks['status']))).toEqual(
    Array(4).fill(true),
  );
});

test('words are sorted alphabetically, numbers by size, empty cells last in either direction', () => {
  const order = (descending: boolean) =>
    viewOf({ rows, marksOf, filter: 'all', sort: { column: 'userName', descending } });
  expect(order(false)).toEqual(['row-b', 'row-e', 'row-d', 'row-a', 'row-c']);
  expect(order(true)).toEqual(['row-a', 'row-d', 'row-e', 'row-b', 'row-c']);
});

test('a new row follows the one before it, wherever sorting put that one', () => {
  const view = ['row-e', 'row-a', 'row-d'];
  const more = patched(rows, rowsInserted(rows, 'row-b', [{ rowId: 'row-n', cells: {} }]));
  expect(stableView(view, rows, more)).toEqual(['row-e', 'row-a', 'row-n', 'row-d']);
  const first = patched(rows, rowsInserted(rows, 'row-a', [{ rowId: 'row-n', cells: {} }]));
  expect(stableView(view, rows, first)).toEqual(['row-n', 'row-e', 'row-a', 'row-d']);
});

test('rows that were removed are hidden and the others stay', () => {
  const fewer = patched(rows, rowsRemoved(rows, new Set(['row-a', 'row-b'])));
  expect(stableView(['row-e', 'row-a', 'row-d'], rows, fewer)).toEqual(['row-e', 'row-d']);
});
