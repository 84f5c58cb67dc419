import { roleOfText } from '../../../shared/domain/batch/rules/roleWords';

/** How many rows are examined to find out what a column contains. */
export const lookedAt = 200;

/** What a column contains in the first rows, as shares of its non-empty cells. */
export interface ColumnContent {
  /** How many cells aren't empty. */
  readonly filled: number;
  /** Cells with an @ anywhere. */
  readonly withAt: number;
  /** Cells that are addresses and nothing else. */
  readonly addresses: number;
  readonly roles: number;
  readonly accounts: number;
  /** Cells with a letter. */
  readonly letters: number;
  /** All cells as one text, to find columns with the same content. */
  readonly cells: readonly string[];
}

/**
 * @param rows the rows below the headers
 * @param isAccount whether a text names a known account
 */
export function contentOf(
  rows: readonly (readonly string[])[],
  column: number,
  isAccount: (text: string) => boolean,
): ColumnContent {
  const cells = rows.slice(0, lookedAt).map((row) => row[column]?.trim() ?? '');
  const filled = cells.filter((cell) => cell !== '');
  const share = (holds: (cell: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
  return {
    filled: filled.length,
    withAt: share((cell) => cell.includes('@') || cell.includes('＠')),
    addresses: share(isAddressText),
    roles: share((cell) => roleOfText(cell) !== null),
    accounts: share(isAccount),
    letters: share((cell) => /\p{L}/u.test(cell)),
    cells,
  };
}

/** Whether a cell is an address, several, or `Name <address>`, rather than a sentence that mentions one. */
function isAddressText(cell: string): boolean {
  const pieces = cell.split(/[;,\s|]+/).filter((piece) => piece !== '');
  return pieces.every((piece) => /[@＠]/.test(piece)) || /^[^<>@]*<[^<>\s]*@[^<>\s]*>[;,]?$/.test(cell);
}

/** Most of a column's cells hold an address. */
export const holdsAddresses = ({ filled, withAt }: ColumnContent): boolean => filled > 0 && withAt >= 0.5;

/** Whether two columns have the same text in every row. */
export const isSame = (one: ColumnContent, other: ColumnContent): boolean =>
  one.cells.every((cell, index) => cell.toLowerCase() === other.cells[index]?.toLowerCase());
