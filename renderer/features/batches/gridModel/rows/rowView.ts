import type { BatchColumn, BatchRowInput, RowFinding } from '../../../../../shared/domain/batch/batch';
import { noRowStates, rowStateOf, type RowState } from '../../../../../shared/domain/batch/rowState';
import type { ShownInvitation } from '../../../../../shared/domain/invitation/invitation';
import { canBeSentAgain, type ShownStatus } from '../../../../../shared/domain/outbox/operation';
import { compareNames } from '../../../../../shared/text/formats';
import { cellText } from '../cells';
import type { Rows } from './rowPatch';

/** What is known about a row besides its cells. */
export interface Marks {
  readonly findings: readonly RowFinding[];
  /** How its operation is shown; null until it is sent. */
  readonly status: ShownStatus | null;
  /** What its invitation is now; null while there is none, or none is known. */
  readonly invitation: ShownInvitation | null;
}

export const noMarks: Marks = { findings: [], status: null, invitation: null };

/** What rows are filtered by. `warning`: the ready ones with warnings. */
export type RowFilter = RowState | 'warning' | 'all';

export interface RowSort {
  readonly column: BatchColumn;
  readonly descending: boolean;
}

/** A sent row is locked; one that failed, was stopped or skipped can be changed and sent again. */
export const isLocked = ({ status }: Marks): boolean => status !== null && !canBeSentAgain(status);

/** The state a row is in. */
export const stateOf = ({ findings, status, invitation }: Marks): RowState =>
  rowStateOf({ hasError: findings.some(({ level }) => level === 'error'), status, invitation });

/** Whether a filter shows a row. */
export const isShown = (marks: Marks, filter: RowFilter): boolean =>
  filter === 'all' ||
  (filter === 'warning'
    ? marks.findings.length > 0 && stateOf(marks) === 'ready'
    : stateOf(marks) === filter);

/** How many rows each filter shows: the counts of the states add up to all. */
export function filterCounts(rows: Rows, marksOf: (rowId: string) => Marks): Record<RowFilter, number> {
  const counts = { ...noRowStates, all: rows.length, warning: 0 };
  for (const { rowId } of rows) {
    const marks = marksOf(rowId);
    counts[stateOf(marks)] += 1;
    if (isShown(marks, 'warning')) counts.warning += 1;
  }
  return counts;
}

interface ViewInput {
  readonly rows: Rows;
  readonly marksOf: (rowId: string) => Marks;
  readonly filter: RowFilter;
  readonly sort: RowSort | null;
}

/** The IDs of the rows to show, in display order. Positions don't change. Empty cells come last in either direction. */
export function viewOf({ rows, marksOf, filter, sort }: ViewInput): readonly string[] {
  const shown = rows.filter(({ rowId }) => isShown(marksOf(rowId), filter));
  if (sort === null) return shown.map(({ rowId }) => rowId);
  const compare = (one: BatchRowInput, other: BatchRowInput): number => {
    const [left, right] = [cellText(one, sort.column), cellText(other, sort.column)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return sort.descending ? compareNames(right, left) : compareNames(left, right);
  };
  return [...shown].sort(compare).map(({ rowId }) => rowId);
}

/**
 * The view after rows were added or removed. Visible rows stay where they are while one works on them, even if a row no longer
 * matches the filter or the order. A new row follows the one before it, but rows added after all others come at the end, where
 * they are typed and pasted.
 */
export function stableView(view: readonly string[], before: Rows, after: Rows): readonly string[] {
  const had = new Set(before.map(({ rowId }) => rowId));
  const has = new Set(after.map(({ rowId }) => rowId));
  const added = after.filter(({ rowId }) => !had.has(rowId));
  const left = view.filter((rowId) => has.has(rowId));
  if (added.length === 0) return left.length === view.length ? view : left;
  const isNew = new Set(added.map(({ rowId }) => rowId));
  const shown = new Set(left);
  const behind = new Map<string | null, string[]>([[null, []]]);
  const end = 1 + after.findLastIndex(({ rowId }) => !isNew.has(rowId));
  let anchor: string | null = null;
  for (const { rowId } of after.slice(0, end)) {
    if (isNew.has(rowId)) behind.set(anchor, [...(behind.get(anchor) ?? []), rowId]);
    else if (shown.has(rowId)) anchor = rowId;
  }
  return [
    ...(behind.get(null) ?? []),
    ...left.flatMap((rowId) => [rowId, ...(behind.get(rowId) ?? [])]),
    ...after.slice(end).map(({ rowId }) => rowId),
  ];
}
