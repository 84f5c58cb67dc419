import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work in small steps: it yields between them, so that other work can run. */
export type Stepwise<T> = Generator<void, T, void>;

/** How long one slice may block everything else, in ms. */
const sliceMs = 12;

/** If the last slice took longer than this, in ms, it also yields, so that the caller's next work isn't part of it. */
const lastSliceMs = 2;

/** Runs all steps, and lets other work run about every 12 ms. */
export async function inTurns<T>(work: Stepwise<T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    const tookMs = performance.now() - began;
    if (tookMs > (step.done === true ? lastSliceMs : sliceMs)) {
      await nextTurn();
      began = performance.now();
    }
    if (step.done === true) return step.value;
  }
}

/** Runs all steps at once; nothing else runs in between. */
export function atOnce<T>(work: Stepwise<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
