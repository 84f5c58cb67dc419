/** How many calls may go out at once when none went out for a while. */
const burst = 4;
/** Calls a ms. The slowest pace, and the one above which there is no limit any more. */
const slowest = 1 / 10_000;
const unlimitedFrom = 20 / 1000;
/** Calls before that say nothing about what Amazon has just found too fast, in ms. */
const recentMs = 5000;
/** In this time calls that get through double the pace, in ms; no call does more than that, and none less than `leastGrowth`. */
const doublesInMs = 5000;
const leastGrowth = 1.05;

/**
 * How fast calls may follow each other. There is no limit until Amazon asks to slow down, because it publishes none
 * (amazon-api §5); then half of what was tried in the last seconds, growing again with each call that gets through:
 * from whatever pace, a minute of such calls lifts the limit. Times are ms of a clock that never jumps.
 */
export interface TokenBucket {
  /** Takes one call's worth and answers 0, or answers after how many ms to ask again. */
  take(at: number): number;
  passed(at: number): void;
  slowDown(at: number): void;
  /** How many calls a ms may go out; Infinity without a limit. */
  rate(): number;
  /** How long so many calls take from now on if all get through, in ms. */
  durationOf(calls: number): number;
}

export function createTokenBucket(): TokenBucket {
  let rate = Infinity;
  let tokens = burst;
  let filledAt = 0;
  let grownAt = 0;
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

/** The pace after a call that got through. @param sinceMs how long after the one before */
function grown(rate: number, sinceMs: number): number {
  const faster = rate * Math.min(2, Math.max(leastGrowth, 2 ** (sinceMs / doublesInMs)));
  return faster > unlimitedFrom ? Infinity : faster;
}
