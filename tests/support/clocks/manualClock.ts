import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Clock } from '../../../main/amazonAds/pacing/pace';

/** Both clocks of an outbox and its timers, which move only when the test says so; new for every test. */
export interface ManualClock extends Clock {
  /** ms since the test began. */
  readonly passed: () => number;
  /** Lets so many ms pass, and what is due then happen. */
  advance(ms: number): Promise<void>;
  /** Sets the clock on the wall, and no other: by so many ms. */
  setWall(ms: number): void;
}

/** Where the clock that only goes forward stands when a test begins: nothing may take it for the beginning of time. */
const begun = 7_200_000;

/** Call it once in a test file, outside the tests. Network and database work in real time as ever. */
export function manualClock(): ManualClock {
  let passed = 0;
  let wall = 0;
  beforeEach(() => {
    passed = 0;
    wall = 1_764_000_000_000;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  return {
    passed: () => passed,
    monotonic: () => begun + passed,
    now: () => wall + passed,
    random: () => 0,
    async advance(ms) {
      passed += ms;
      await vi.advanceTimersByTimeAsync(ms);
      await calm();
    },
    setWall(ms) {
      wall += ms;
    },
  };
}

/** Lets what has begun on this machine come to its end, as far as it waits for no timer. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits until something is so, however long this machine takes. */
export const until = async (condition: () => boolean): Promise<void> => {
  await expect.poll(condition, { interval: 2, timeout: 20_000 }).toBe(true);
};
