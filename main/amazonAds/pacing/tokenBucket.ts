/** How many calls may be sent at once after a quiet period. */
const burst = 4;
/** Calls per ms: the slowest pace, and the one above which there is no limit anymore. */
const slowest = 1 / 10_000;
const unlimitedFrom = 20 / 1000;
/** Older calls say nothing about what Amazon just found too fast, in ms. */
const recentMs = 5000;
/**
 * Successful calls double the pace within this time, in ms; no call raises it by more than that, and none by less than
 * `leastGrowth`.
 */
const doublesInMs = 5000;
const leastGrowth = 1.05;

/**
 * How fast calls may follow each other. There is no limit until Amazon asks to slow down, because it publishes none (amazon-api
 * §5). Then the limit is half of the recent rate, and it grows with each successful call: from any pace, a minute of successful
 * calls lifts it. Times are ms of a clock that never jumps.
 */
export interface TokenBucket {
  /** Takes one call's worth and returns 0, or returns after how many ms to ask again. */
  take(at: number): number;
  passed(at: number): void;
  slowDown(at: number): void;
  /** How many calls per ms may be sent; Infinity without a limit. */
  rate(): number;
  /** How long this many calls take from now on if all succeed, in ms. */
  durationOf(calls: number): number;
}

export function createTokenBucket(): TokenBucket {
  let rate = Infinity;
  let tokens = burst;
  let filledAt = 0;
  let grownAt = 0;
  /** When the latest calls were sent. */
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
    passed(at) {
      rate = grown(rate, at - grownAt);
      grownAt = at;
    },
    slowDown(at) {
      const lately = recent.filter((each) => at - each <= recentMs);
      const [first = at] = lately;
      const tried = Math.max(1, lately.length) / Math.max(1000, at - first);
      rate = Math.max(slowest, Math.min(rate, tried) / 2);
      tokens = 0;
      filledAt = at;
      grownAt = at;
    },
    rate: () => rate,
    durationOf(calls) {
      let total = 0;
      let reached = rate;
      for (let call = 0; call < calls && reached !== Infinity; call += 1) {
        const pause = 1 / reached;
        total += pause;
        reached = grown(reached, pause);
      }
      return total;
    },
  };
}

/** The pace after a successful call. @param sinceMs time since the previous one */
function grown(rate: number, sinceMs: number): number {
  const faster = rate * Math.min(2, Math.max(leastGrowth, 2 ** (sinceMs / doublesInMs)));
  return faster > unlimitedFrom ? Infinity : faster;
}
