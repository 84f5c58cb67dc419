import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Clock } from '../../../main/amazonAds/pacing/pace';

/** Both clocks of an outbox and its timers, which only move when the test says so; new for every test. */
export interface ManualClock extends Clock {
  /** ms since the test began. */
  readonly passed: () => number;
  /** Lets this many ms pass, and then runs what is due. */
  advance(ms: number): Promise<void>;
  /** Moves only the wall clock, by this many ms. */
  setWall(ms: number): void;
}

/** The monotonic clock's value when a test begins, so that nothing mistakes it for the beginning of time. */
const begun = 7_200_000;

/** Call it once in a test file, outside the tests. Network and database work in real time as usual. */
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

/** Lets pending work on this machine finish, as far as it waits for no timer. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits for a condition, however long this machine takes. */
export const until = async (condition: () => boolean): Promise<void> => {
  await expect.poll(condition, { interval: 2, timeout: 20_000 }).toBe(true);
};
