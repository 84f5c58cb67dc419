import { headerRowOf } from '../../columns/headerRow';
import { maxStrayColumns, maxColumns } from '../troubles';

/**
 * Rows without stray cells far to the right of the list. A cell isn't stray if the header row reaches that far, if it contains an
 * address, or if there are more than a few of them: such a table is too wide, and stays unchanged.
 * @returns the rows, and the indexes of those that lost a cell
 */
export function withoutFarCells(rows: readonly string[][]): {
  readonly rows: readonly string[][];
  readonly stray: readonly number[];
} {
  const columns = new Set<number>();
  const stray: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.length <= maxColumns) continue;
    let isFilled = false;
    for (let column = maxColumns; column < row.length; column += 1) {
      const cell = row[column] ?? '';
      if (cell.trim() === '') continue;
      if (/[@＠]/.test(cell)) return { rows, stray: [] };
      columns.add(column);
      isFilled = true;
      if (columns.size > maxStrayColumns) return { rows, stray: [] };
    }
    if (isFilled) stray.push(index);
  }
  if (columns.size === 0 && !rows.some(({ length }) => length > maxColumns)) return { rows, stray };
  const near = rows.map((row) => (row.length > maxColumns ? row.slice(0, maxColumns) : row));
  const isNamed = stray.includes(headerRowOf(near) ?? -1);
  return isNamed ? { rows, stray: [] } : { rows: near, stray };
}
