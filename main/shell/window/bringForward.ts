/** Within this time, in ms, … */
const withinMs = 60_000;

/** … links from outside bring the window forward at most this often. */
const maxTimes = 5;

/** Links that come this soon after one another, in ms, find the window on its way already. */
const pressLifeMs = 1_000;

/**
 * Keeps links from taking the screen again and again: who opens a few by hand sees each, and a page or script that opens
 * many doesn't hold the window in front. What isn't shown waits under Redeem all the same.
 * @param clock gives ms since whenever it began, and never goes back
 * @returns whether the window may come forward now; each yes counts
 */
export function createBringForward(clock: () => number): () => boolean {
  let times: readonly number[] = [];
  return () => {
    const now = clock();
    times = times.filter((at) => now - at < withinMs);
    const isPressRecent = times.some((at) => now - at < pressLifeMs);
    if (isPressRecent || times.length >= maxTimes) return false;
    times = [...times, now];
    return true;
  };
}
