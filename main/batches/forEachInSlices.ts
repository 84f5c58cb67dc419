import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one slice may hold everything else up, in ms. */
const sliceMs = 12;

/** After more than this, in ms, the last slice ends with a turn too: the caller's next work is no part of it. */
const lastSliceMs = 2;

/** Does `work` for each item in order, and lets everything else have its turn in between. */
export async function forEachInSlices<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < sliceMs) continue;
    await nextTurn();
    began = performance.now();
  }
  if (performance.now() - began > lastSliceMs) await nextTurn();
}
