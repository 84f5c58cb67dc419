/** How many calls may go out at once when none went out for a while. */
const burst = 4;
/** Calls a ms. The slowest pace, and the one above which there is no limit any more. */
const slowest = 1 / 30_000;
const unlimitedFrom = 50 / 1000;
/** By how much the pace grows with each call that gets through. */
const growth = 1.05;

/**
 * How fast calls may follow each other. There is no limit until Amazon asks to slow down, because it publishes none
 * (amazon-contract §5); then half of what was just tried, growing again with each call that gets through.
 * Times are ms of a clock that never jumps.
 */
export interface TokenBucket {
  /** Takes one call's worth and answers 0, or answers after how many ms to ask again. */
  take(at: number): number;
  passed(): void;
  slowDown(at: number): void;
}

export function createTokenBucket(): TokenBucket {
  let rate = Infinity;
  let tokens = burst;
  let filledAt = 0;
  /** When the latest calls went out. */
  let recent: number[] = [];

  return {
    take(at) {
      if (rate !== Infinity) {
        tokens = Math.min(burst, tokens + (at - filledAt) * rate);
        filledAt = at;
        if (tokens < 1) return Math.ceil((1 - tokens) / rate);
        tokens -= 1;
      }
      recent = [...recent.slice(-19), at];
      return 0;
    },
    passed() {
      rate = rate * growth > unlimitedFrom ? Infinity : rate * growth;
    },
    slowDown(at) {
      const [first = at] = recent;
      const tried = rate === Infinity ? recent.length / Math.max(1000, at - first) : rate;
      rate = Math.max(slowest, tried / 2);
      tokens = 0;
      filledAt = at;
    },
  };
}
