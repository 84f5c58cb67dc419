import type { BatchRowInput } from '../../../../../shared/domain/batch/batch';
import type { Draft, GridState } from '../gridState';
import { noMarks, type Marks } from './rowView';
import { blockOf } from '../selection';

/** The part of the grid's state that one row shows. */
export interface RowSlice {
  /** Undefined for the empty row at the end. */
  readonly row: BatchRowInput | undefined;
  readonly number: number | undefined;
  readonly marks: Marks;
  /** What is being typed in this row. */
  readonly draft: Draft | null;
  /** The first and last selected column; -1 if none. */
  readonly left: number;
  readonly right: number;
  /** The active cell's column; -1 if it is in another row. */
  readonly active: number;
}

/**
 * Reads a row's part of the state. Returns the same object as before while nothing in it changed, so that the row isn't redrawn.
 * @param index the row's index among those shown, from 0
 */
export function rowSliceOf(rowId: string, index: number): (state: GridState) => RowSlice {
  let last: RowSlice | null = null;
  return ({ byId, numbers, marks, draft, selection }) => {
    const { top, bottom, left, right } = blockOf(selection);
    const inside = index >= top && index <= bottom;
    const part: RowSlice = {
      row: byId.get(rowId),
      number: numbers.get(rowId),
      marks: marks.get(rowId) ?? noMarks,
      draft: draft?.rowId === rowId ? draft : null,
      left: inside ? left : -1,
      right: inside ? right : -1,
      active: selection.active.row === index ? selection.active.column : -1,
    };
    if (last === null || !isSame(last, part)) last = part;
    return last;
  };
}

const fields = ['row', 'number', 'marks', 'draft', 'left', 'right', 'active'] as const;

const isSame = (one: RowSlice, other: RowSlice): boolean =>
  fields.every((field) => one[field] === other[field]);
