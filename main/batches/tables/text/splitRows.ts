import { createQuotedCells } from './quotedCell';

/** Rows of a text, and where one opens a quotation mark that is never closed; null where none does. */
export interface SplitText {
  readonly rows: string[][];
  /** Its row's index, and its column's. */
  readonly unclosed: { readonly row: number; readonly column: number } | null;
}

/**
 * Splits a text into rows and cells: RFC 4180 where the text keeps to it, at any line end (CR LF, LF and CR alike). Where
 * it does not, the reading is the one that loses no row: quotation marks that open no cell, or close one in the middle,
 * are characters of the cell. Spaces around a quoted cell are no part of it. Takes time in proportion
 * to the text.
 * @param maxRows the rows behind these are not read
 */
export function splitRows(text: string, delimiter: string, maxRows = Infinity): SplitText {
  const rows: string[][] = [];
  if (text === '') return { rows, unclosed: null };
  const quoted = createQuotedCells(text, delimiter);
  // Filled again for each row, which gets a copy: an array that grows cell by cell holds room for many more.
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
