import {
  batchColumns,
  maxCellLength,
  maxRows,
  type BatchColumn,
} from '../../../../../shared/domain/batch/batch';
import { columnNames } from '../../../../../shared/domain/batch/batchText';
import { pluralize } from '../../../../../shared/text/pluralize';
import { formatNumber } from '../../../../../shared/text/formats';
import type { CellValue, ValueOf } from '../cells';
import { readPasted } from './clipboardText';
import { canEdit, columnAt, tooMany, type GridState } from '../gridState';
import { cellsSet, rowsInserted, type CellChange } from './rowCommands';
import type { Patch } from '../rows/rowPatch';
import { blockOf, type Block, type Selection } from '../selection';
import { commandsText } from './commandsText';

/** What pasting would change, and what is selected and announced afterwards. */
interface Pasting {
  readonly patch: Patch;
  readonly selection: Selection;
  readonly announced: string;
  /** What wasn't pasted, and why; null if everything was. */
  readonly leftOut: string | null;
}

/** Nothing is pasted, and why. */
interface Refusal {
  readonly refused: string;
}

/**
 * Pasted text from the selection's first cell on, with rows added as needed. A single value fills the whole selection. It is
 * refused if the batch would have too many rows, or a cell too much text: nothing is truncated.
 */
export function pasting(state: GridState, text: string, valueOf: ValueOf): Pasting | Refusal {
  const block = blockOf(state.selection);
  const { column, rows } = readPasted(text, columnAt(block.left));
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  if (only !== undefined && (block.bottom > block.top || block.right > block.left)) {
    return (
      tooLong(state, block.top, columnAt(block.left), only) ??
      filling(state, block, (each) => valueOf(each, only))
    );
  }
  const first = batchColumns.indexOf(column);
  const columns = batchColumns.slice(first);
  for (const [index, row] of rows.entries()) {
    for (const [place, each] of columns.entries()) {
      const refusal = tooLong(state, block.top + index, each, row[place] ?? '');
      if (refusal !== null) return refusal;
    }
  }
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
  if (state.rows.length + added.length > maxRows) return { refused: tooMany };
  const locked = places.filter((rowId) => !canEdit(state, rowId)).length;
  const beyond = Math.max(
    0,
    ...rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1 - columns.length),
  );
  const width = Math.min(columns.length, Math.max(...rows.map((row) => row.length)));
  return {
    patch: [...cellsSet(state.rows, cells), ...rowsInserted(state.rows, null, added)],
    selection: {
      active: { row: block.top, column: first },
      corner: { row: block.top + rows.length - 1, column: first + width - 1 },
    },
    announced: commandsText.pastedRows(pluralize(rows.length, 'row')),
    leftOut: leftOutText(locked, beyond),
  };
}

/** @param locked how many rows of the text hit sent ones; @param beyond how many of its columns were beyond the last one */
function leftOutText(locked: number, beyond: number): string | null {
  const sentences: string[] = [];
  if (locked > 0) sentences.push(commandsText.lockedRows(locked));
  if (beyond > 0) sentences.push(commandsText.columnsLeftOut(beyond, columnNames.instances));
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** @param index the row's index among those shown, from 0, new ones after them */
function tooLong(state: GridState, index: number, column: BatchColumn, text: string): Refusal | null {
  if (text.length <= maxCellLength) return null;
  const { view, numbers, rows } = state;
  const number = numbers.get(view[index] ?? '') ?? rows.length + index - view.length + 1;
  return {
    refused: commandsText.pasteTooLong(
      formatNumber(number),
      columnNames[column],
      formatNumber(text.length),
      formatNumber(maxCellLength),
    ),
  };
}

/** The same value, or one per column, in every selected cell that can be changed. */
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
    announced: commandsText.changedRows(pluralize(rowIds.length, 'row')),
    leftOut: null,
  };
}
