import { splitRows } from './splitRows';

/**
 * Rows that some program treated as one cell each and quoted as a whole (`"a@agency.example,""Bo, Ben"",admin"`), split again.
 * Excel does this to lines with quotation marks when it saves a sheet into which CSV was pasted.
 */
export function unwrapped(rows: string[][], delimiter: string): string[][] {
  const isWrapped = (row: readonly string[]): boolean =>
    row[0]?.includes(delimiter) === true && widthOf(row) === 1;
  if (!rows.some(isWrapped)) return rows;
  const widths = rows.map(widthOf);
  const wrapped = rows.map(isWrapped);
  const isAll = rows.every((_, index) => wrapped[index] === true || widths[index] === 0);
  const inner = rows.map((row, index) =>
    wrapped[index] === true ? splitAgain(row[0] ?? '', delimiter) : row,
  );
  if (isAll) return inner;
  const others = new Set(widths.filter((width) => width > 1));
  return rows.map((row, index) => {
    const again = inner[index] ?? row;
    // A title above the list may contain the delimiter too.
    const isLikeOthers = others.has(again.length) && (again.length > 2 || row[0]?.includes('@') === true);
    return wrapped[index] === true && isLikeOthers ? again : row;
  });
}

/** How many cells a row has up to its last non-empty one. */
function widthOf(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && row[width - 1]?.trim() === '') width -= 1;
  return width;
}

function splitAgain(cell: string, delimiter: string): string[] {
  const { rows, unclosed } = splitRows(cell, delimiter);
  const [row] = rows;
  return row === undefined || rows.length > 1 || unclosed !== null ? [cell] : row;
}
