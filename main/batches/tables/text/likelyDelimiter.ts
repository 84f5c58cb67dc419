import papaparse from 'papaparse';
import { delimiters } from '../../../../shared/domain/batchImport';

/** How much of a text is looked at: characters, and rows. */
const head = 100_000;
const mostRows = 50;

/**
 * The delimiter that makes the first rows of a text the most alike. (Papa Parse's own guess counts the empty line at
 * the end and takes quotation marks for text.)
 */
export function likelyDelimiter(text: string): (typeof delimiters)[number] {
  const scores = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** Rows that have as many columns as most, as a share; columns count where that is equal. 0 is none. */
function scoreOf(text: string, delimiter: string): number {
  const { data, errors } = papaparse.parse<string[]>(text.slice(0, head), { delimiter, preview: mostRows });
  const whole = text.length > head && data.length > 1 ? data.slice(0, -1) : data;
  const lengths = whole.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => row.length);
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns = 1, rows = 0] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  if (columns < 2) return 0;
  const alike = rows / lengths.length + Math.min(columns, 100) / 10_000;
  return errors.length > 0 ? alike / 10 : alike;
}
