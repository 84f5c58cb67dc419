import { batchColumns } from '../../../../shared/domain/batch/batch';

/** A cell by its displayed position: both indexes from 0, the row among those shown. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a cell stands when the grid is read row by row. */
export const order = ({ row, column }: Place): number => row * batchColumns.length + column;

/** A block of cells. Typing goes to `active`; `corner` is the opposite one. */
export interface Selection {
  readonly active: Place;
  readonly corner: Place;
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageUp'
  | 'pageDown'
  | 'rowStart'
  | 'rowEnd'
  | 'top'
  | 'bottom'
  | 'start'
  | 'end'
  | 'next'
  | 'previous';

/** The size of the grid, and how many rows fit on screen. */
export interface Extent {
  readonly rows: number;
  readonly pageRows: number;
}

const lastColumn = batchColumns.length - 1;

export const at = (row: number, column: number): Selection => ({
  active: { row, column },
  corner: { row, column },
});

export const blockOf = ({ active, corner }: Selection): Block => ({
  top: Math.min(active.row, corner.row),
  bottom: Math.max(active.row, corner.row),
  left: Math.min(active.column, corner.column),
  right: Math.max(active.column, corner.column),
});

/** Whole rows, from one to another. */
export const wholeRows = (from: number, to: number): Selection => ({
  active: { row: from, column: 0 },
  corner: { row: to, column: lastColumn },
});

/** The selection after a move; with `extend` the active cell stays and the block grows or shrinks. */
export function moved(selection: Selection, move: Move, extend: boolean, extent: Extent): Selection {
  const from = extend ? selection.corner : selection.active;
  const to = within(placeAfter(from, move, extent), extent);
  return extend ? { active: selection.active, corner: to } : { active: to, corner: to };
}

/** The same selection within a grid that became shorter. */
export const clamped = ({ active, corner }: Selection, extent: Extent): Selection => ({
  active: within(active, extent),
  corner: within(corner, extent),
});

function placeAfter({ row, column }: Place, move: Move, { rows, pageRows }: Extent): Place {
  switch (move) {
    case 'up':
      return { row: row - 1, column };
    case 'down':
      return { row: row + 1, column };
    case 'left':
      return { row, column: column - 1 };
    case 'right':
      return { row, column: column + 1 };
    case 'pageUp':
      return { row: row - pageRows, column };
    case 'pageDown':
      return { row: row + pageRows, column };
    case 'rowStart':
      return { row, column: 0 };
    case 'rowEnd':
      return { row, column: lastColumn };
    case 'top':
      return { row: 0, column };
    case 'bottom':
      return { row: rows - 1, column };
    case 'start':
      return { row: 0, column: 0 };
    case 'end':
      return { row: rows - 1, column: lastColumn };
    case 'next':
      if (column < lastColumn) return { row, column: column + 1 };
      return row < rows - 1 ? { row: row + 1, column: 0 } : { row, column };
    case 'previous':
      if (column > 0) return { row, column: column - 1 };
      return row > 0 ? { row: row - 1, column: lastColumn } : { row, column };
  }
}

const within = ({ row, column }: Place, { rows }: Extent): Place => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(lastColumn, column)),
});
