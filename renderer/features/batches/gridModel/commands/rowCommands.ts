import { batchColumns, type BatchColumn, type BatchRowInput } from '../../../../../shared/domain/batch/batch';
import { emptyRow, withCell, type CellValue } from '../cells';
import { groupBy } from '../groupBy';
import type { Patch, RowChange, Rows } from '../rows/rowPatch';

/** Each command returns what it would change and changes nothing itself. */

export interface CellChange {
  readonly rowId: string;
  readonly column: BatchColumn;
  readonly value: CellValue;
}

/** Writes into cells. Missing rows, and values that are already there, change nothing. */
export function cellsSet(rows: Rows, cells: readonly CellChange[]): Patch {
  const byRow = groupBy(cells, ({ rowId }) => rowId);
  return rows.flatMap((before): RowChange[] => {
    const changes = byRow.get(before.rowId);
    if (changes === undefined) return [];
    const after = changes.reduce((row, { column, value }) => withCell(row, column, value), before);
    return after === before ? [] : [{ rowId: before.rowId, before, after }];
  });
}

export function rowsRemoved(rows: Rows, rowIds: ReadonlySet<string>): Patch {
  return rows
    .filter(({ rowId }) => rowIds.has(rowId))
    .map((before) => ({ rowId: before.rowId, before, after: null }));
}

/** Inserts rows before another one, or at the end if `beforeId` is null; they are empty except for the given values. */
export function rowsInserted(
  rows: Rows,
  beforeId: string | null,
  newRows: readonly { readonly rowId: string; readonly cells: Partial<Record<BatchColumn, CellValue>> }[],
): Patch {
  const found = beforeId === null ? -1 : rows.findIndex(({ rowId }) => rowId === beforeId);
  const { positions, moved } = roomFor(rows, found < 0 ? rows.length : found, newRows.length);
  const added = newRows.map(({ rowId, cells }, index): RowChange => {
    const after = batchColumns.reduce(
      (row: BatchRowInput, column) => {
        const value = cells[column];
        return value === undefined ? row : withCell(row, column, value);
      },
      emptyRow(rowId, positions[index] ?? 0),
    );
    return { rowId, before: null, after };
  });
  return [...moved, ...added];
}

/**
 * Positions for new rows before the row at `index`. Two rows have room for about fifty halvings between them; then the rows after
 * move.
 */
function roomFor(
  rows: Rows,
  index: number,
  count: number,
): { readonly positions: readonly number[]; readonly moved: Patch } {
  const next = rows[index]?.position;
  const previous = rows[index - 1]?.position ?? (next === undefined ? 0 : next - 1);
  if (next === undefined) {
    return { positions: Array.from({ length: count }, (_, each) => previous + 1 + each), moved: [] };
  }
  const step = (next - previous) / (count + 1);
  const positions = Array.from({ length: count }, (_, each) => previous + step * (each + 1));
  const distinct = [previous, ...positions, next].every(
    (position, each, all) => each === 0 || position > (all[each - 1] ?? position),
  );
  if (distinct) return { positions, moved: [] };
  const moved = rows.slice(index).map((before) => ({
    rowId: before.rowId,
    before,
    after: { ...before, position: before.position + count + 1 },
  }));
  return { positions: Array.from({ length: count }, (_, each) => next + each + 1), moved };
}
