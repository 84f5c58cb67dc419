import { batchColumns, mostRows, type BatchColumn } from '../../../shared/domain/batch';
import { counted } from '../../../shared/counted';
import type { CellValue, ValueOf } from './cells';
import { readPasted } from './clipboardText';
import { canEdit, columnAt, type GridState } from './gridState';
import { cellsSet, rowsInserted, type CellChange } from './rowCommands';
import type { Patch } from './rowPatch';
import { blockOf, type Block, type Selection } from './selection';

/** What pasting would change, and what is selected and told afterwards. */
interface Pasting {
  readonly patch: Patch;
  readonly selection: Selection;
  readonly announced: string;
}

/**
 * Pasted text from the selection's first cell on, with rows added as needed. One value alone fills the whole selection.
 * Null when the batch would have too many rows.
 */
export function pasting(state: GridState, text: string, valueOf: ValueOf): Pasting | null {
  const block = blockOf(state.selection);
  const { column, rows } = readPasted(text, columnAt(block.left));
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  if (only !== undefined && (block.bottom > block.top || block.right > block.left)) {
    return filling(state, block, (each) => valueOf(each, only));
  }
  const first = batchColumns.indexOf(column);
  const columns = batchColumns.slice(first);
  const valuesOf = (row: readonly string[]): (readonly [BatchColumn, CellValue])[] =>
    columns.slice(0, row.length).map((each, place) => [each, valueOf(each, row[place] ?? '')]);
  const places = state.view.slice(block.top, block.top + rows.length);
  const cells = places.flatMap((rowId, index): CellChange[] =>
    canEdit(state, rowId)
      ? valuesOf(rows[index] ?? []).map(([each, value]) => ({ rowId, column: each, value }))
      : [],
  );
  const added = rows.slice(places.length).map((row) => ({
    rowId: crypto.randomUUID(),
    cells: Object.fromEntries(valuesOf(row)),
  }));
  if (state.rows.length + added.length > mostRows) return null;
  const locked = places.filter((rowId) => !canEdit(state, rowId)).length;
  const width = Math.min(columns.length, Math.max(...rows.map((row) => row.length)));
  return {
    patch: [...cellsSet(state.rows, cells), ...rowsInserted(state.rows, null, added)],
    selection: {
      active: { row: block.top, column: first },
      corner: { row: block.top + rows.length - 1, column: first + width - 1 },
    },
    announced:
      `Pasted ${counted(rows.length, 'row')}.` +
      (locked > 0 ? ` ${counted(locked, 'row')} already sent stayed as they were.` : ''),
  };
}

/** The same value, or one a column, in every selected cell that can be changed. */
export function filling(
  state: GridState,
  block: Block,
  valueIn: (column: BatchColumn) => CellValue,
): Pasting {
  const columns = batchColumns.slice(block.left, block.right + 1);
  const rowIds = state.view.slice(block.top, block.bottom + 1).filter((rowId) => canEdit(state, rowId));
  const cells = rowIds.flatMap((rowId) =>
    columns.map((column): CellChange => ({ rowId, column, value: valueIn(column) })),
  );
  return {
    patch: cellsSet(state.rows, cells),
    selection: state.selection,
    announced: `Changed ${counted(rowIds.length, 'row')}.`,
  };
}
