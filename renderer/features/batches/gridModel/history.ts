import type { BatchRowInput } from '../../../../shared/domain/batch/batch';
import { inverse, isSameRow, type Patch } from './rows/rowPatch';

/** The steps that can be undone, and those undone that can be redone; latest last. */
export interface History {
  readonly done: readonly Patch[];
  readonly undone: readonly Patch[];
}

export const noHistory: History = { done: [], undone: [] };

/**
 * Max number of steps, and max number of rows changed in all of them: each is stored before and after, and a step can change all
 * rows of a batch.
 */
const maxSteps = 500;
export const maxRowsHeld = 50_000;

/** After a new step nothing can be redone. The latest step is kept however large it is. */
export function recorded({ done }: History, patch: Patch): History {
  const steps = [...done, patch].slice(-maxSteps);
  let held = 0;
  const tooMany = steps.findLastIndex((step, index) => {
    held += step.length;
    return held > maxRowsHeld && index < steps.length - 1;
  });
  return { done: steps.slice(tooMany + 1), undone: [] };
}

/** The history after an undo or redo, and what that changes. */
export interface Step {
  readonly history: History;
  readonly patch: Patch;
}

/** Null if there is nothing to undo. */
export function undo({ done, undone }: History): Step | null {
  const last = done.at(-1);
  if (last === undefined) return null;
  return { history: { done: done.slice(0, -1), undone: [...undone, last] }, patch: inverse(last) };
}

/** Null if nothing was undone since the last new step. */
export function redo({ done, undone }: History): Step | null {
  const last = undone.at(-1);
  if (last === undefined) return null;
  return { history: { done: [...done, last], undone: undone.slice(0, -1) }, patch: last };
}

/**
 * The steps whose rows are still as they left them. A row may have been changed outside of the steps, such as in another window:
 * undoing a step on it would take that back too.
 */
export function fittingHistory({ done, undone }: History, rows: ReadonlyMap<string, BatchRowInput>): History {
  const met = new Set<string>();
  const changed = new Set<string>();
  const look = (rowId: string, left: BatchRowInput | null): void => {
    if (!met.has(rowId) && !isSameRow(left, rows.get(rowId))) changed.add(rowId);
    met.add(rowId);
  };
  for (const patch of done.toReversed()) for (const { rowId, after } of patch) look(rowId, after);
  for (const patch of undone.toReversed()) for (const { rowId, before } of patch) look(rowId, before);
  if (changed.size === 0) return { done, undone };
  const fits = (patch: Patch): boolean => patch.every(({ rowId }) => !changed.has(rowId));
  return { done: done.filter(fits), undone: undone.filter(fits) };
}
