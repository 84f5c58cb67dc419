import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { splitRows } from '../text/splitRows';
import { maxColumns } from '../troubles';
import { decoded, type Encoding } from './decoded';
import { linesBeyondAscii, type Guess } from './guessEncoding';
import { mixesScripts } from './plausibility';

type Doubt = NonNullable<ImportPreview['encodingDoubt']>;
type Rows = readonly (readonly string[])[];

/** How many other readings are offered, how many lines are compared, and how much of a cell is shown, in characters. */
const maxOthers = 4;
const maxLines = 300;
const maxText = 60;

/** Readings with a smaller difference in score are about equally likely. With more than a few names that rarely happens. */
const equallyLikely = 2.5;
/** How much less plausible than the likeliest an offered reading may be: this much, and more for each word it is judged by. */
const offeredWithin = 4;
const offeredPerWord = 2;

/** A table whose encoding was guessed. */
interface GuessedTable {
  readonly rows: Rows;
  readonly rowNumbers: readonly number[];
  /** Null for a list of people, whose lines are compared as a whole. */
  readonly delimiter: string | null;
}

/** A cell, and how the other likely encodings read it, likeliest first. */
interface ReadCell {
  readonly rowNumber: number;
  readonly text: string;
  readonly others: readonly (Guess & { readonly text: string })[];
}

/**
 * Questions the guessed encoding of a file: shows a cell with letters beyond A to Z, and how other likely encodings read the same
 * cell. Prefers a cell that the likeliest of those reads differently and that isn't a header, if there is one near the top.
 * @param guesses likeliest first; the table was read in that one
 * @returns null if the file has no such letters
 */
export function encodingDoubt(bytes: Buffer, guesses: readonly Guess[], table: GuessedTable): Doubt | null {
  const [used] = guesses;
  if (used === undefined) return null;
  const sample = linesBeyondAscii(bytes);
  const words = wordsBeyondAscii(decoded(sample, used.encoding));
  const leastScore = used.score - offeredWithin - offeredPerWord * words;
  const rivals = guesses.filter((guess) => guess !== used && guess.score >= leastScore);
  let best: ReadCell | null = null;
  for (const line of sample.toString('latin1').split('\n').slice(0, maxLines)) {
    for (const cell of readCells(line, used.encoding, rivals, table)) {
      if (best === null || isBetter(cell, best, table)) best = cell;
    }
    if (best !== null && !isFirst(best, table) && best.others[0]?.encoding === rivals[0]?.encoding) break;
  }
  if (best === null) return null;
  const { rowNumber, text, others } = best;
  const [rival] = others;
  return {
    ...{ rowNumber, text: cut(text) },
    mustAnswer: rival !== undefined && used.score - rival.score < equallyLikely,
    others: others.slice(0, maxOthers).map((other) => ({ encoding: other.encoding, text: cut(other.text) })),
  };
}

const wordsBeyondAscii = (text: string): number =>
  new Set(text.split(/[\0-@[-`{-\x7f]+/).filter((word) => /[^\0-\x7f]/.test(word))).size;

/** The cells of a line, as bytes, that have letters beyond A to Z. */
function readCells(
  line: string,
  used: Encoding,
  rivals: readonly Guess[],
  table: GuessedTable,
): readonly ReadCell[] {
  const raw = Buffer.from(line, 'latin1');
  const cellsIn = (encoding: Encoding): readonly string[] => {
    const text = decoded(raw, encoding);
    return table.delimiter === null ? [text.trim()] : (splitRows(text, table.delimiter).rows[0] ?? []);
  };
  const readings = rivals.map((rival) => ({ rival, cells: cellsIn(rival.encoding) }));
  return cellsIn(used)
    .slice(0, maxColumns)
    .flatMap((text, column) => {
      const rowNumber = /[^\0-\x7f]/.test(text) ? rowNumberOf(table, text, column) : null;
      if (rowNumber === null) return [];
      const others = readings.map(({ rival, cells }) => ({ ...rival, text: cells[column] ?? text }));
      return [{ rowNumber, text, others: likelyTexts(text, others) }];
    });
}

const cut = (text: string): string => (text.length > maxText ? `${text.slice(0, maxText)}…` : text);

/** A header isn't a name, and shows less. */
const isFirst = ({ rowNumber }: ReadCell, { rowNumbers }: GuessedTable): boolean =>
  rowNumber === rowNumbers[0];

/** Prefers a name over a header, then one that a likelier encoding reads differently, then one that more of them do. */
function isBetter(cell: ReadCell, than: ReadCell, table: GuessedTable): boolean {
  if (isFirst(cell, table) !== isFirst(than, table)) return isFirst(than, table);
  const [score, other] = [cell, than].map(({ others }) => others[0]?.score ?? -Infinity);
  return score === other ? cell.others.length > than.others.length : (score ?? 0) > (other ?? 0);
}

/** The row of the table that has the cell; for a list of people any that contains some of it. */
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

/** What no name contains: symbols, characters missing in an encoding, marks without a letter, and punctuation inside words. */
const noLetters =
  /[\p{S}\p{C}](?<![\0-\x7f])|(?<![\p{L}\p{M}])\p{M}|(?<=\p{L})(?![’‘‐-―・])[^\p{L}\p{M}\p{N}\p{Z}\0-\x7f](?=\p{L})/u;

/** The other readings, each different, without those that can't be a name: with symbols, or two alphabets in a word. */
function likelyTexts(text: string, others: ReadCell['others']): ReadCell['others'] {
  const found = new Map<string, ReadCell['others'][number]>();
  for (const other of others) {
    if (other.text === text || found.has(other.text)) continue;
    if (!noLetters.test(other.text) && !mixesScripts(other.text)) found.set(other.text, other);
  }
  return [...found.values()];
}
