/** A cell of the matrix, from 0; -1 is the row of the accounts, or the column of the people. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many people and accounts there are, and how many rows fit on screen. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly pageRows: number;
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Where a key leads from a cell; null: it isn't one that moves. On a Mac, Cmd replaces Ctrl. */
export function placeAfter(from: Place, press: Press, extent: Extent, mac: boolean): Place | null {
  const { key, altKey, shiftKey } = press;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (altKey || shiftKey || other) return null;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const to = moved(from, key, mod, extent);
  return to === null ? null : within(to, extent);
}

function moved({ row, column }: Place, key: string, mod: boolean, extent: Extent): Place | null {
  const [lastRow, lastColumn] = [extent.rows - 1, extent.columns - 1];
  switch (key) {
    case 'ArrowUp':
      return { row: mod ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: mod ? lastRow : row + 1, column };
    case 'ArrowLeft':
      return { row, column: mod ? -1 : column - 1 };
    case 'ArrowRight':
      return { row, column: mod ? lastColumn : column + 1 };
    case 'PageUp':
      return { row: Math.max(0, row - extent.pageRows), column };
    case 'PageDown':
      return { row: row + extent.pageRows, column };
    case 'Home':
      return { row: mod ? 0 : row, column: -1 };
    case 'End':
      return { row: mod ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}

/** The nearest cell that exists. The corner above the people isn't one to stand on. */
export function within({ row, column }: Place, { rows, columns }: Extent): Place {
  const nearest = {
    row: Math.min(Math.max(row, -1), rows - 1),
    column: Math.min(Math.max(column, -1), columns - 1),
  };
  return nearest.row === -1 && nearest.column === -1 ? { row: 0, column: -1 } : nearest;
}
