import papaparse from 'papaparse';
import { escapedCell, isGuarded } from '../../shared/text/csvFormulas';

/** One cell. Null is an empty one. */
export type Cell = string | number | null;

/** Stands at the beginning of a file, so that Excel takes it for UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * Lines of CSV (RFC 4180, each ended by CR LF) that are safe to open in a spreadsheet: a text that one would take for
 * a formula gets an apostrophe before it, and so does each part of it that would be a cell of its own where a
 * spreadsheet splits at another separator than ours (OWASP, CSV Injection). Numbers stay numbers, negative ones too.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? escapedCell(cell) : cell)));
  return papaparse.unparse(safe, { newline: '\r\n', quotes: needsQuotes }) + '\r\n';
}

/** Typographic marks at the start of a cell are quotation marks to some programs, and to our own reader. */
const needsQuotes = (cell: unknown): boolean =>
  typeof cell === 'string' && (isGuarded(cell) || /^ *[“”„‘«»「＂]/.test(cell));

/** "2026-11-24 07:09:32" in UTC: what spreadsheets take for a time, wherever they are. @param at ms since 1970 */
export const spreadsheetTime = (at: number): string =>
  new Date(at).toISOString().slice(0, 19).replace('T', ' ');
