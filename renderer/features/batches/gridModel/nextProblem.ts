import { batchColumns } from '../../../../shared/domain/batch/batch';
import { marksIn, type GridState } from './gridState';
import type { Place } from './selection';

/** Where the finding behind the active cell is, or the one before it, around the end; null when no row shown has any. */
export function nextProblem(state: GridState, back: boolean): Place | null {
  const order = ({ row, column }: Place): number => row * batchColumns.length + column;
  const places = state.view
    .flatMap((rowId, row) =>
      marksIn(state)(rowId).findings.map(({ column }): Place => ({
        row,
        column: batchColumns.indexOf(column),
      })),
    )
    .sort((one, other) => order(one) - order(other));
  const here = order(state.selection.active);
  const next = back
    ? (places.findLast((place) => order(place) < here) ?? places.at(-1))
    : (places.find((place) => order(place) > here) ?? places[0]);
  return next ?? null;
}
