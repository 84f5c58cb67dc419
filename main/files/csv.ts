import papaparse from 'papaparse';

/** One cell. Null is an empty one. */
export type Cell = string | number | null;

/** Stands at the beginning of a file, so that Excel takes it for UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * Lines of CSV (RFC 4180, each ended by CR LF) that are safe to open in a spreadsheet: a text that one would take for
 * a formula gets an apostrophe before it. Numbers stay numbers, negative ones too.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  return papaparse.unparse(rows as Cell[][], { newline: '\r\n', escapeFormulae: formula }) + '\r\n';
}

/** A text from a CSV file as it was before `csvLines` or a person made it safe. */
export const unescapedCell = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;

/**
 * What makes spreadsheets calculate: = + - @, also after spaces and in full width, as Japanese input writes them; and
 * a first character that only hides one. Apostrophes before it are counted in, so that one can be taken away again.
 * (Papa Parse's own pattern misses a formula with a line break in it.)
 */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** "2026-11-24 07:09:32" in UTC: what spreadsheets take for a time, wherever they are. @param at ms since 1970 */
export const spreadsheetTime = (at: number): string =>
  new Date(at).toISOString().slice(0, 19).replace('T', ' ');
