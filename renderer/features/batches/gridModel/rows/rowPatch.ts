import type { BatchRowInput } from '../../../../../shared/domain/batch/batch';

/** All rows of a batch ordered by position. */
export type Rows = readonly BatchRowInput[];

/** A change to one row. Without `before` it is new; without `after` it is removed. */
export interface RowChange {
  readonly rowId: string;
  readonly before: BatchRowInput | null;
  readonly after: BatchRowInput | null;
}

/** One editing step: it includes each row at most once. */
export type Patch = readonly RowChange[];

/** Whether a row has the same content in both; a missing one is only the same as a missing one. */
export function isSameRow(
  one: BatchRowInput | null | undefined,
  other: BatchRowInput | null | undefined,
): boolean {
  if (one === other) return true;
  if (one === null || one === undefined || other === null || other === undefined) {
    return (one ?? null) === (other ?? null);
  }
  const fieldsOf = (row: BatchRowInput): string =>
    JSON.stringify(Object.entries(row).toSorted(([name], [otherName]) => (name < otherName ? -1 : 1)));
  return fieldsOf(one) === fieldsOf(other);
}

/** The rows after a step. Rows not included keep their identity. */
export function patched(rows: Rows, patch: Patch): Rows {
  if (patch.length === 0) return rows;
  const changes = new Map(patch.map((change) => [change.rowId, change]));
  const patched = rows.flatMap((row) => {
    const change = changes.get(row.rowId);
    if (change === undefined) return row;
    changes.delete(row.rowId);
    return change.after ?? [];
  });
  const added = [...changes.values()].flatMap(({ after }) => after ?? []);
  return inOrder([...patched, ...added]);
}

/** The step that undoes a step. */
export const inverse = (patch: Patch): Patch =>
  patch.map(({ rowId, before, after }) => ({ rowId, before: after, after: before }));

/** By position; rows at the same position by ID, so that the order is always the same. */
export function inOrder(rows: Rows): Rows {
  const isBefore = (one: BatchRowInput, other: BatchRowInput): number =>
    one.position - other.position || (one.rowId < other.rowId ? -1 : 1);
  const sorted = rows.every((row, index) => {
    const next = rows[index + 1];
    return next === undefined || isBefore(row, next) < 0;
  });
  return sorted ? rows : [...rows].sort(isBefore);
}
