import { batchColumns, type BatchRowInput } from '../../../../shared/domain/batch/batch';
import { toSearchText } from '../../../../shared/text/searchText';
import { cellText } from './cells';
import type { GridState } from './gridState';
import { order, type Place } from './selection';

/** The cells that contain a text, in whatever case and with or without accents, in the order of the rows shown. */
export function matchesIn({ view, byId }: Pick<GridState, 'view' | 'byId'>, text: string): readonly Place[] {
  const search = toSearchText(text);
  if (search === '') return [];
  return view.flatMap((rowId, row) => {
    const cells = byId.get(rowId);
    if (cells === undefined) return [];
    return searchTexts(cells).flatMap((cell, column): Place[] =>
      cell.includes(search) ? [{ row, column }] : [],
    );
  });
}

/** The match at or after a cell; with `skip`, only after it. Wraps around; null without a match. */
export const matchFrom = (matches: readonly Place[], here: Place, skip: boolean): Place | null =>
  matches.find((place) => order(place) > order(here) - Number(!skip)) ?? matches[0] ?? null;

/** The match before a cell. Wraps around; null without a match. */
export const matchBefore = (matches: readonly Place[], here: Place): Place | null =>
  matches.findLast((place) => order(place) < order(here)) ?? matches.at(-1) ?? null;

/** Rows don't change once made, and a long batch is searched with every letter typed. */
const known = new WeakMap<BatchRowInput, readonly string[]>();

function searchTexts(row: BatchRowInput): readonly string[] {
  const before = known.get(row);
  if (before !== undefined) return before;
  const texts = batchColumns.map((column) => toSearchText(cellText(row, column)));
  known.set(row, texts);
  return texts;
}
