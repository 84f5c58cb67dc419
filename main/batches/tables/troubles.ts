import { CodedError } from '../../../shared/errors';

/** The most columns a file may have. */
export const maxColumns = 200;

/** How many columns beyond those can hold cells gone astray; more are a table too wide. */
export const maxStrayColumns = 20;

/** The rows a file may have that hold anything; what one batch cannot hold goes into further ones. */
export const maxRows = 250_000;

/** A file that cannot be taken. @param message one sentence or two with the remedy */
export const notTaken = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });

/** "C" for 2, as spreadsheets name their columns. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnLetters(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

/** Where something is: "people.csv, row 12, column C". Row numbers count from 1, columns from 0. */
export const placeIn = (fileName: string, rowNumber: number, column: number): string =>
  `${fileName}, row ${String(rowNumber)}, column ${columnLetters(column)}`;
