import { batchColumns } from '../../../../shared/domain/batch/batch';
import { marksIn, type GridState } from './gridState';
import { order, type Place } from './selection';

/** The position of the finding after the active cell, or the previous one, wrapping around; null if no visible row has any. */
export function nextProblem(state: GridState, back: boolean): Place | null {
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
