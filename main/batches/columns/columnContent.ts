import { roleOfText } from '../../../shared/domain/batch/rules/roleWords';

/** How many rows are looked at to find out what a column holds. */
export const lookedAt = 200;

/** What a column holds in the first rows, as shares of its cells that are not empty. */
export interface ColumnContent {
  /** How many cells are not empty. */
  readonly filled: number;
  /** With an @ anywhere. */
  readonly withAt: number;
  /** That are addresses and nothing else. */
  readonly addresses: number;
  readonly roles: number;
  readonly accounts: number;
  /** With a letter. */
  readonly letters: number;
  /** All cells as one text, to find columns that hold the same. */
  readonly cells: readonly string[];
}

/**
 * @param rows the rows below the headers
 * @param isAccount whether a text names an account that is known
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

/** Whether a cell is an address, several, or `Name <address>`, and no sentence that mentions one. */
function isAddressText(cell: string): boolean {
  const pieces = cell.split(/[;,\s|]+/).filter((piece) => piece !== '');
  return pieces.every((piece) => /[@＠]/.test(piece)) || /^[^<>@]*<[^<>\s]*@[^<>\s]*>[;,]?$/.test(cell);
}

/** Most of a column's cells hold an address. */
export const holdsAddresses = ({ filled, withAt }: ColumnContent): boolean => filled > 0 && withAt >= 0.5;

/** Whether two columns say the same in every row. */
export const isSame = (one: ColumnContent, other: ColumnContent): boolean =>
  one.cells.every((cell, index) => cell.toLowerCase() === other.cells[index]?.toLowerCase());
