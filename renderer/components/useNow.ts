import { useSyncExternalStore } from 'react';

interface Clock {
  readonly subscribe: (listener: () => void) => () => void;
  readonly now: () => number;
}

/** For countdowns. */
const everySecond = makeClock(1_000);
/** For ages and expiries, which are shown in minutes at the finest. */
const everyHalfMinute = makeClock(30_000);

/** The time (ms since 1970) as an ordinary value: every part of the screen gets the same one. */
export const useNow = (): number => useSyncExternalStore(everyHalfMinute.subscribe, everyHalfMinute.now);

/** The same, to the second. */
export const useNowBySecond = (): number => useSyncExternalStore(everySecond.subscribe, everySecond.now);

/** Ticks only while it is used. */
function makeClock(intervalMs: number): Clock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let now = Date.now();
  const tick = (): void => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    subscribe(listener) {
      if (timer === undefined) {
        now = Date.now();
        timer = setInterval(tick, intervalMs);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
