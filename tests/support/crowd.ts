import { setTimeout as wait } from 'node:timers/promises';

export interface Crowd {
  /** How many were inside at most. */
  readonly most: () => number;
  /** Comes in, and leaves when `expected` are inside and there was time for one more to come. */
  readonly enter: () => Promise<void>;
}

/** Measures how many calls are under way at the same time. Fewer than `expected` stay inside for ever. */
export function crowdOf(expected: number): Crowd {
  const inside: (() => void)[] = [];
  let most = 0;
  return {
    most: () => most,
    enter: () =>
      new Promise((resolve) => {
        most = Math.max(most, inside.push(resolve));
        if (inside.length !== expected) return;
        void wait(30).then(() => {
          for (const leave of inside.splice(0)) leave();
        });
      }),
  };
}
