import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one slice may block everything else, in ms. */
const sliceMs = 12;

/** If the last slice took longer than this, in ms, it also yields, so that the caller's next work isn't part of it. */
const lastSliceMs = 2;

/** Calls `work` for each item in order and lets other work run in between. */
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
