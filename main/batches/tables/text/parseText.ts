import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { notTaken, placeIn } from '../troubles';
import { withoutDrawing } from './drawnTables';
import { withoutFarCells } from './farCells';
import { commonWidth, likelyDelimiter } from './likelyDelimiter';
import { sepLine } from './sepLine';
import { splitRows } from './splitRows';
import { unwrapped } from './wrappedLines';
import { textTableErrorText } from './textTableErrorText';

export type Delimiter = NonNullable<ImportPreview['delimiter']>;

/** The rows of a text, and the delimiter of its columns. */
export interface ParsedText {
  readonly delimiter: Delimiter;
  readonly rows: readonly (readonly string[])[];
  /** Parallel to the rows: the number in the text, from 1. */
  readonly rowNumbers: readonly number[];
  /** The numbers of lines that only draw the table and were left out. */
  readonly ruleLines: readonly number[];
  /** The numbers of rows with stray cells far to the right of the list, which were left out. */
  readonly farRows: readonly number[];
}

/**
 * The rows of a decoded text, without the empty cells at their ends.
 * @param selected the delimiter, if a person selected one
 * @throws CodedError INVALID_INPUT for NULs and for a quotation mark that is never closed
 */
export function parseText(text: string, fileName: string, selected: Delimiter | undefined): ParsedText {
  const named = sepLine(text);
  const body = named?.rest ?? text;
  const delimiter = selected ?? named?.delimiter ?? likelyDelimiter(body);
  const { rows: split, unclosed } = splitRows(body, delimiter);
  if (body.includes('\0')) refuseNul(split, fileName);
  const unclosedAt = unclosed ?? runningOver(split, delimiter);
  if (unclosedAt !== null) {
    throw notTaken(
      textTableErrorText.quoteNotClosed(placeIn(fileName, unclosedAt.row + 1, unclosedAt.column)),
    );
  }
  const rows = unwrapped(split, delimiter);
  const drawn =
    delimiter === '|'
      ? withoutDrawing(rows)
      : { rows, rowNumbers: rows.map((_, index) => index + 1), ruleLines: [] };
  dropEmptyColumns(drawn.rows);
  const near = withoutFarCells(drawn.rows);
  dropEmptyColumns(near.rows);
  const farRows = near.stray.map((index) => drawn.rowNumbers[index] ?? index + 1);
  return { delimiter, ...drawn, rows: near.rows, farRows };
}

/** Removes the empty columns after the last one with content. */
function dropEmptyColumns(rows: readonly string[][]): void {
  let width = 0;
  for (const row of rows) {
    let last = row.length;
    while (last > width && row[last - 1]?.trim() === '') last -= 1;
    width = Math.max(width, last);
  }
  for (const row of rows) if (row.length > width) row.length = width;
}

/**
 * A cell that swallowed the next rows between two quotation marks that don't belong together: each of its lines is as wide as the
 * table when read separately, and has an address.
 */
function runningOver(
  rows: readonly (readonly string[])[],
  delimiter: string,
): { readonly row: number; readonly column: number } | null {
  let width: number | null = null;
  for (const [index, row] of rows.entries()) {
    let isAddressBefore = false;
    for (const [column, cell] of row.entries()) {
      const before = isAddressBefore;
      const holdsAddress = cell.includes('@');
      isAddressBefore ||= holdsAddress;
      if (!holdsAddress || !cell.includes(delimiter) || !/[\r\n]/.test(cell)) continue;
      width ??= commonWidth(rows.slice(0, 1000))[0];
      if (row.length !== width) continue;
      const lines = cell.split(/\r\n?|\n/);
      const widths = lines.map((line) => line.split(delimiter).length);
      widths[0] = (widths[0] ?? 0) + column;
      widths[widths.length - 1] = (widths.at(-1) ?? 0) + row.length - column - 1;
      const isRows =
        widths.every((each) => each === width) && lines.slice(1).every((line) => line.includes('@'));
      if (isRows && (before || lines[0]?.includes('@') === true)) return { row: index, column };
    }
  }
  return null;
}

function refuseNul(rows: readonly (readonly string[])[], fileName: string): never {
  const rowIndex = rows.findIndex((row) => row.some((cell) => cell.includes('\0')));
  const column = rows[rowIndex]?.findIndex((cell) => cell.includes('\0')) ?? 0;
  throw notTaken(
    textTableErrorText.nulCharacter(placeIn(fileName, Math.max(rowIndex, 0) + 1, Math.max(column, 0))),
  );
}
