import { coalesce } from '../../../../shared/util/coalesce';

/** Delay between the last change and the check, in ms. */
const checkAfterMs = 400;

/** While accounts are being read, each triggers an event; the rows are checked against them at most this often (ms). */
const factsEveryMs = 2_000;

export interface CheckScheduler {
  /** The rows changed: they are checked after a pause. */
  readonly soon: () => void;
  /** The facts they are checked against may have changed. */
  readonly factsChanged: () => void;
}

/**
 * Decides when the rows are checked: never twice at once, and always once more after the last change.
 * @param check never rejects
 */
export function createCheckScheduler(check: () => Promise<void>): CheckScheduler {
  const run = coalesce(check, 0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(run, checkAfterMs);
    },
    factsChanged: coalesce(() => {
      setTimeout(run, checkAfterMs);
    }, factsEveryMs),
  };
}
