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
  let row: string[] = [];
  let at = 0;
  while (rows.length < maxRows) {
    const cell = quoted.cellAt(at) ?? quoted.plainCellAt(at);
    if (cell === 'unclosed')
      return { rows: [...rows, row], unclosed: { row: rows.length, column: row.length } };
    row.push(cell.text);
    if (cell.end < text.length && text[cell.end] === delimiter) {
      at = cell.end + 1;
      continue;
    }
    rows.push(row);
    if (cell.end >= text.length) break;
    row = [];
    at = cell.end + (text[cell.end] === '\r' && text[cell.end + 1] === '\n' ? 2 : 1);
    if (at >= text.length) break;
  }
  return { rows, unclosed: null };
}
