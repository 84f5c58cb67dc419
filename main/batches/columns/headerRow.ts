import { columnKinds } from './columnWords';
import { isColumnWord, meaningOf } from './headerMatch';

/** How many rows are searched for the one that names the columns. */
const searched = 20;
/** How many rows are searched for addresses. */
const lookedAt = 200;

type Row = readonly string[];

/**
 * Finds the row that names the columns: among the first rows the one with the most known words and no address in it.
 * @returns its index; null if there is none
 */
export function headerRowOf(rows: readonly Row[]): number | null {
  const typical = typicalWidth(rows);
  const candidates = candidatesIn(rows);
  let best: { readonly at: number; readonly score: number } | null = null;
  for (const at of candidates) {
    const score = headerScore(rows[at] ?? [], typical);
    if (score > (best?.score ?? 0)) best = { at, score };
  }
  if (best !== null) return best.at;
  // Unknown words above addresses.
  const first = candidates.find((at) => filledIn(rows[at] ?? []) * 2 >= typical);
  const hasAddresses = rows.slice(0, lookedAt).some(holdsAddress);
  return first !== undefined && hasAddresses ? first : null;
}

/** The rows before the first with an address; a title line may contain one. */
function candidatesIn(rows: readonly Row[]): number[] {
  const found: number[] = [];
  for (const [at, row] of rows.slice(0, searched).entries()) {
    if (!holdsAddress(row)) found.push(at);
    else if (filledIn(row) > 1 || typicalWidth(rows) < 2) break;
  }
  return found;
}

const holdsAddress = (row: Row): boolean => row.some((cell) => cell.includes('@') || cell.includes('＠'));
const filledIn = (row: Row): number => row.filter((cell) => cell.trim() !== '').length;

/** How many cells most rows with an address have, or most rows at all. */
function typicalWidth(rows: readonly Row[]): number {
  const head = rows.slice(0, lookedAt);
  const people = head.filter(holdsAddress);
  const widths = (people.length > 0 ? people : head).map(filledIn).sort((one, other) => one - other);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** How many kinds of columns a row names; 0 if it isn't a header row. */
function headerScore(row: Row, typical: number): number {
  const filled = filledIn(row);
  // A title is alone in its row.
  if (filled === 0 || (filled === 1 && typical > 1)) return 0;
  const exact = new Set<string>();
  const contained = new Set<string>();
  for (const cell of row) {
    if (cell.trim() === '' || cell.length > maxHeaderLength) continue;
    const { scores, mailTier } = meaningOf(cell);
    if (mailTier === 3) exact.add('emailAddress');
    else if (mailTier > 0) contained.add('emailAddress');
    for (const kind of columnKinds) {
      if (scores[kind] > 60) exact.add(kind);
      else if (scores[kind] > 0) contained.add(kind);
    }
  }
  const weight = (kinds: ReadonlySet<string>): number => kinds.size + (kinds.has('emailAddress') ? 1 : 0);
  const score = weight(exact) * 3 + weight(contained);
  return exact.size === 0 && contained.size < 2 ? 0 : score;
}

const maxHeaderLength = 100;

/** Whether a row below the headers repeats the column names. */
export function namesColumns(row: Row, headers: Row): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  if (filled.length < 2 || holdsAddress(row)) return false;
  const isAgain = row.every(
    (cell, index) => cell.trim().toLowerCase() === (headers[index] ?? '').trim().toLowerCase(),
  );
  if (isAgain) return true;
  return filled.every((cell) => cell.length <= maxHeaderLength && isColumnWord(cell));
}

/**
 * How much the first rows of a table look like a list of people: 0 not at all, below 1 if no row has an address, higher if more
 * certain. Used to select a sheet.
 */
export function peopleScore(rows: readonly Row[]): number {
  const head = rows.slice(0, lookedAt);
  if (head.length === 0) return 0;
  const withAddress = head.filter(holdsAddress).length;
  const at = headerRowOf(head);
  const named = at === null ? 0 : headerScore(head[at] ?? [], typicalWidth(head));
  return Math.min(named, 9) / 10 + (withAddress > 0 ? 1 + withAddress / head.length : 0);
}

/** The score of a list of people: addresses in most rows, or in some below headers that name them. */
export const surelyPeople = 1.6;
