import { createQuotedCells } from './quotedCell';

/** Rows of a text, and where one opens a quotation mark that is never closed; null if none does. */
export interface SplitText {
  readonly rows: string[][];
  /** The row's index, and the column's. */
  readonly unclosed: { readonly row: number; readonly column: number } | null;
}

/**
 * Splits a text into rows and cells: RFC 4180 if the text conforms, with any line end (CR LF, LF or CR). Otherwise it is read so
 * that no row is lost: quotation marks that don't open a cell, or close one in the middle, are ordinary characters. Spaces around
 * a quoted cell aren't part of it. Runs in linear time.
 * @param maxRows further rows aren't read
 */
export function splitRows(text: string, delimiter: string, maxRows = Infinity): SplitText {
  const rows: string[][] = [];
  if (text === '') return { rows, unclosed: null };
  const quoted = createQuotedCells(text, delimiter);
  // Reused for each row, which gets a copy: an array grown cell by cell reserves far too much memory.
  const cells: string[] = [];
  let width = 0;
  let at = 0;
  while (rows.length < maxRows) {
    const cell = quoted.cellAt(at) ?? quoted.plainCellAt(at);
    if (cell === 'unclosed')
      return { rows: [...rows, cells.slice(0, width)], unclosed: { row: rows.length, column: width } };
    cells[width] = cell.text;
    width += 1;
    if (cell.end < text.length && text[cell.end] === delimiter) {
      at = cell.end + 1;
      continue;
    }
    rows.push(cells.slice(0, width));
    if (cell.end >= text.length) break;
    width = 0;
    at = cell.end + (text[cell.end] === '\r' && text[cell.end + 1] === '\n' ? 2 : 1);
    if (at >= text.length) break;
  }
  return { rows, unclosed: null };
}
