import type { BatchColumn, BatchRowInput, RowFinding } from '../../../../../shared/domain/batch/batch';
import type { ShownStatus } from '../../../../../shared/domain/outbox/operation';
import { compareNames } from '../../../../../shared/text/formats';
import { cellText } from '../cells';
import type { Rows } from './rowPatch';

/** What is known of a row besides its cells. */
export interface Marks {
  readonly findings: readonly RowFinding[];
  /** Its operation's status; null until it is sent. */
  readonly status: ShownStatus | null;
}

export const noMarks: Marks = { findings: [], status: null };

/** Where a row stands: what is filtered by and counted. */
export type Standing = 'error' | 'warning' | 'ready' | 'sent';

export type RowFilter = Standing | 'all';

export interface RowSort {
  readonly column: BatchColumn;
  readonly descending: boolean;
}

/** A sent row is locked; one that failed or was skipped can be changed and sent again. */
export const isLocked = ({ status }: Marks): boolean =>
  status !== null && status !== 'failed' && status !== 'skipped';

export function standingOf(marks: Marks): Standing {
  if (isLocked(marks)) return 'sent';
  if (marks.findings.some(({ level }) => level === 'error')) return 'error';
  return marks.findings.length > 0 ? 'warning' : 'ready';
}

/** How many rows stand where. */
export function standingCounts(rows: Rows, marksOf: (rowId: string) => Marks): Record<RowFilter, number> {
  const counts: Record<RowFilter, number> = { all: rows.length, error: 0, warning: 0, ready: 0, sent: 0 };
  for (const { rowId } of rows) counts[standingOf(marksOf(rowId))] += 1;
  return counts;
}

interface ViewInput {
  readonly rows: Rows;
  readonly marksOf: (rowId: string) => Marks;
  readonly filter: RowFilter;
  readonly sort: RowSort | null;
}

/** The ids of the rows to show, in the order to show them. Positions stay. Empty cells come last either way. */
export function viewOf({ rows, marksOf, filter, sort }: ViewInput): readonly string[] {
  const shown = rows.filter(({ rowId }) => filter === 'all' || standingOf(marksOf(rowId)) === filter);
  if (sort === null) return shown.map(({ rowId }) => rowId);
  const compare = (one: BatchRowInput, other: BatchRowInput): number => {
    const [left, right] = [cellText(one, sort.column), cellText(other, sort.column)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return sort.descending ? compareNames(right, left) : compareNames(left, right);
  };
  return [...shown].sort(compare).map(({ rowId }) => rowId);
}

/**
 * The view after rows came or went. What is shown stays in its place while one works in it, even if a row no longer
 * fits the filter or the order. A new row stands behind the one before it, but rows added behind all others come at the
 * end: that is where they are typed and pasted.
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
