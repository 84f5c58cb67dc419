/** Callers that wait until a call may go out. */
export interface Turns {
  /** Resolves with true when it is the caller's turn, with false once `ending` is aborted or the caller gives up. */
  take(ending: AbortSignal, givesUp: () => boolean): Promise<boolean>;
  /** Lets everyone ask again, because what they wait for has changed. */
  wakeAll(): void;
}

/** @param ask gives a turn and 0, or the ms after which to ask again (Infinity: only when woken) */
export function createTurns(ask: () => number): Turns {
  /** Each ends one wait. */
  const sleepers = new Set<() => void>();
  return {
    async take(ending, givesUp) {
      while (!ending.aborted && !givesUp()) {
        const pauseMs = ask();
        if (pauseMs === 0) return true;
        await sleep(pauseMs, sleepers, ending);
      }
      return false;
    },
    wakeAll() {
      for (const wake of sleepers) wake();
    },
  };
}

/** Resolves after that many ms, when the function it leaves in `sleepers` is called, or when `ending` is aborted. */
function sleep(ms: number, sleepers: Set<() => void>, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      sleepers.delete(wake);
      ending.removeEventListener('abort', wake);
      resolve();
    };
    const timer = ms === Infinity ? undefined : setTimeout(wake, Math.min(ms, maxTimerMs));
    sleepers.add(wake);
    ending.addEventListener('abort', wake);
  });
}

/** Node's timers hold no more; those who wait longer ask again. */
const maxTimerMs = 2 ** 31 - 1;
