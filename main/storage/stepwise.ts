import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work in small steps: it yields between them, so that everything else can have its turn. */
export type Stepwise<T> = Generator<void, T, void>;

/** How long one slice may hold everything else up, in ms. */
const sliceMs = 12;

/** After more than this, in ms, the last slice ends with a turn too: the caller's next work is no part of it. */
const lastSliceMs = 2;

/** Does all steps, and lets everything else have its turn about every 12 ms. */
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

/** Does all steps in one go; nothing else runs in between. */
export function atOnce<T>(work: Stepwise<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
