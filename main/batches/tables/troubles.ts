import { CodedError } from '../../../shared/errors';

/** Max number of columns of a file. */
export const maxColumns = 200;

/** How many columns beyond those may contain stray cells; with more, the table is too wide. */
export const maxStrayColumns = 20;

/** Max number of non-empty rows of a file; those that don't fit into one batch go into further ones. */
export const maxRows = 250_000;

/** A file that can't be read. @param message one or two sentences, with what to do */
export const notTaken = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });

/** "C" for 2, as spreadsheets name columns. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnLetters(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

/** A location: "people.csv, row 12, column C". Row numbers count from 1, columns from 0. */
export const placeIn = (fileName: string, rowNumber: number, column: number): string =>
  `${fileName}, row ${String(rowNumber)}, column ${columnLetters(column)}`;
