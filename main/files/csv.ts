import papaparse from 'papaparse';
import { escapedCell, isGuarded } from '../../shared/text/csvFormulas';

/** One cell. Null is an empty one. */
export type Cell = string | number | null;

/** At the beginning of a file, so that Excel reads it as UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * Lines of CSV (RFC 4180, each ended by CR LF) that are safe to open in a spreadsheet: a text that would be treated as a formula
 * gets a leading apostrophe, and so does each part of it that would be a cell of its own if a spreadsheet splits at another
 * separator (OWASP, CSV Injection). Numbers stay numbers, including negative ones.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? escapedCell(cell) : cell)));
  return papaparse.unparse(safe, { newline: '\r\n', quotes: needsQuotes }) + '\r\n';
}

/** Some programs, and our own reader, treat typographic marks at the start of a cell as quotation marks. */
const needsQuotes = (cell: unknown): boolean =>
  typeof cell === 'string' && (isGuarded(cell) || /^ *[“”„‘«»「＂]/.test(cell));

/** "2026-11-24 07:09:32" in UTC: recognized as a time by spreadsheets everywhere. @param at ms since 1970 */
export const spreadsheetTime = (at: number): string =>
  new Date(at).toISOString().slice(0, 19).replace('T', ' ');
