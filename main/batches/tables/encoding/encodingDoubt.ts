import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { splitRows } from '../text/splitRows';
import { maxColumns } from '../troubles';
import { decoded, type Encoding } from './decoded';
import { linesBeyondAscii } from './guessEncoding';

type Doubt = NonNullable<ImportPreview['encodingDoubt']>;
type Rows = readonly (readonly string[])[];

/** How many other readings are offered, how many cells are compared, and how much of one is shown, in characters. */
const maxOthers = 4;
const maxCells = 30;
const maxText = 60;

/** A table whose encoding was guessed. */
interface GuessedTable {
  readonly rows: Rows;
  readonly rowNumbers: readonly number[];
  /** Null for a list of people, whose lines are compared as they are. */
  readonly delimiter: string | null;
}

/**
 * Asks about the encoding of a file, which was guessed: shows a cell of it with letters beyond A to Z, and how the next
 * likely encodings read the same cell. Of the first cells it takes one whose readings differ the most.
 * @param guesses the likeliest first, which the table was read in
 * @returns null where the file has no such letters
 */
export function encodingDoubt(
  bytes: Buffer,
  guesses: readonly Encoding[],
  table: GuessedTable,
): Doubt | null {
  const [used, ...others] = guesses;
  if (used === undefined) return null;
  const lines = linesBeyondAscii(bytes).toString('latin1').split('\n').slice(0, maxCells);
  let best: Doubt | null = null;
  for (const line of lines) {
    const raw = Buffer.from(line, 'latin1');
    const readings = new Map<Encoding, string[]>();
    const read = (encoding: Encoding): string[] => {
      const before = readings.get(encoding);
      if (before !== undefined) return before;
      const text = decoded(raw, encoding);
      const cells =
        table.delimiter === null ? [text.trim()] : (splitRows(text, table.delimiter).rows[0] ?? []);
      readings.set(encoding, cells);
      return cells;
    };
    const cells = read(used);
    for (const [column, text] of cells.slice(0, maxColumns).entries()) {
      // A header is no name, and says less.
      const rowNumber = rowNumberOf(table, text, column);
      if (rowNumber === null || !/[^\0-\x7f]/.test(text)) continue;
      const doubt = {
        rowNumber,
        text: cut(text),
        others: otherTexts(others, text, (other) => read(other)[column]),
      };
      if (best === null || isBetter(doubt, best, table)) best = doubt;
    }
    if (best !== null && best.others.length >= maxOthers && !isFirst(best, table)) break;
  }
  return best;
}

const cut = (text: string): string => (text.length > maxText ? `${text.slice(0, maxText)}…` : text);

const isFirst = ({ rowNumber }: Doubt, { rowNumbers }: GuessedTable): boolean => rowNumber === rowNumbers[0];

const isBetter = (doubt: Doubt, than: Doubt, table: GuessedTable): boolean =>
  isFirst(doubt, table) === isFirst(than, table)
    ? doubt.others.length > than.others.length
    : isFirst(than, table);

/** Which row of the table has the cell; of a list of people any that holds some of it. */
function rowNumberOf(
  { rows, rowNumbers, delimiter }: GuessedTable,
  text: string,
  column: number,
): number | null {
  const index = rows
    .slice(0, maxRowsSearched)
    .findIndex((row) =>
      delimiter === null
        ? row.some((cell) => cell !== '' && text.includes(cell))
        : row[column] === text || row.includes(text),
    );
  return index < 0 ? null : (rowNumbers[index] ?? index + 1);
}

const maxRowsSearched = 2000;

/** What no name holds: symbols, and what an encoding has no character for. */
const noLetters = /[\p{S}\p{C}](?<![\0-\x7f])/u;

/** What the others say, each different, and none that can't be a name. */
function otherTexts(
  others: readonly Encoding[],
  text: string,
  read: (encoding: Encoding) => string | undefined,
): Doubt['others'] {
  const found = new Map<string, Encoding>();
  for (const encoding of others) {
    if (found.size === maxOthers) break;
    const other = read(encoding);
    if (other === undefined || other === text || found.has(other)) continue;
    if (!noLetters.test(other)) found.set(other, encoding);
  }
  return [...found].map(([other, encoding]) => ({ encoding, text: cut(other) }));
}
