/** Callers waiting to send a call. */
export interface Turns {
  /** Resolves with true when it is the caller's turn, with false once `ending` is aborted or the caller gives up. */
  take(ending: AbortSignal, givesUp: () => boolean): Promise<boolean>;
  /** Lets everyone ask again, because conditions have changed. */
  wakeAll(): void;
}

/** @param ask gives a turn and returns 0, or the ms after which to ask again (Infinity: only when woken) */
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

/** Resolves after this many ms, when its function in `sleepers` is called, or when `ending` is aborted. */
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

/** Max of Node's timers; longer waits ask again. */
const maxTimerMs = 2 ** 31 - 1;
