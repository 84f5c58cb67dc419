import type { delimiters } from '../../../../shared/domain/batch/batchImport';
import { splitRows } from './splitRows';
import { unwrapped } from './wrappedLines';

type Delimiter = (typeof delimiters)[number];

/** How much of a text is examined: characters, and rows. */
const head = 100_000;
const maxRows = 50;

/** Not the colon, which occurs in times, links and after names. A tab first: nobody types one in a text. */
const guessed = ['\t', ',', ';', '|', '^', '~'] as const satisfies readonly Delimiter[];

/** The delimiter that makes the first rows of a text most alike, and puts its addresses in cells of their own. */
export const likelyDelimiter = (text: string): Delimiter => delimiterOf(text)?.delimiter ?? ',';

/** @returns null if no delimiter yields columns; `rows` are the first rows it yields */
export function delimiterOf(text: string): { delimiter: Delimiter; rows: string[][] } | null {
  let best: { delimiter: Delimiter; rows: string[][]; score: number } | null = null;
  for (const delimiter of guessed) {
    const { rows, score } = scored(text, delimiter);
    if (score > (best?.score ?? 0)) best = { delimiter, rows, score };
  }
  return best;
}

/**
 * The share of rows with the most common number of columns, lowered if addresses share their cells with other text; ties are
 * broken by the number of columns. 0 if there are none.
 */
function scored(text: string, delimiter: Delimiter): { rows: string[][]; score: number } {
  const start = text.slice(0, head);
  const { rows: all, unclosed } = splitRows(start, delimiter, maxRows);
  const isCut = text.length > head && all.length > 1 && all.length < maxRows;
  const rows = unwrapped(isCut ? all.slice(0, -1) : all, delimiter).filter((row) =>
    row.some((cell) => cell.trim() !== ''),
  );
  const [columns, count] = commonWidth(rows);
  if (columns < 2) return { rows, score: 0 };
  const cells = rows.flat().filter((cell) => cell.includes('@'));
  const alone = cells.filter((cell) => !/[\s,;|^~].*@|@.*[\s,;|^~]/s.test(cell.trim())).length;
  const share = cells.length === 0 ? 1 : 0.5 + alone / cells.length / 2;
  const alike = (count / rows.length) * share + Math.min(columns, 100) / 10_000;
  return { rows, score: unclosed !== null && !isCut ? alike / 10 : alike };
}

/** The most common number of cells, and how many rows have it. */
export function commonWidth(rows: readonly (readonly string[])[]): readonly [columns: number, rows: number] {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
}
