import { inverse, type Patch } from './rows/rowPatch';

/** The steps that can be taken back, and those taken back that can be done again; the latest last. */
export interface History {
  readonly done: readonly Patch[];
  readonly undone: readonly Patch[];
}

export const noHistory: History = { done: [], undone: [] };

/**
 * The most steps that are kept, and the most rows changed in all of them: each is held as it was before and after, and a
 * step can change all rows of a batch.
 */
const maxSteps = 500;
export const maxRowsHeld = 50_000;

/** After a new step nothing that was taken back can be done again. The latest step is kept however large it is. */
export function recorded({ done }: History, patch: Patch): History {
  const steps = [...done, patch].slice(-maxSteps);
  let held = 0;
  const tooMany = steps.findLastIndex((step, index) => {
    held += step.length;
    return held > maxRowsHeld && index < steps.length - 1;
  });
  return { done: steps.slice(tooMany + 1), undone: [] };
}

/** The history after a step back or forth, and what that changes. */
export interface Step {
  readonly history: History;
  readonly patch: Patch;
}

/** Null when there is nothing to take back. */
export function undo({ done, undone }: History): Step | null {
  const last = done.at(-1);
  if (last === undefined) return null;
  return { history: { done: done.slice(0, -1), undone: [...undone, last] }, patch: inverse(last) };
}

/** Null when nothing was taken back since the last new step. */
export function redo({ done, undone }: History): Step | null {
  const last = undone.at(-1);
  if (last === undefined) return null;
  return { history: { done: [...done, last], undone: undone.slice(0, -1) }, patch: last };
}
