/** Within this time, in ms, … */
const withinMs = 60_000;

/** … links from outside bring the window forward at most this often. */
const maxTimes = 5;

/** Links that follow each other within this time, in ms, find the window already on its way. */
const pressLifeMs = 1_000;

/**
 * Keeps links from taking over the screen again and again: a person who opens a few sees each, and a page or script that opens
 * many can't hold the window in front. What isn't shown still waits under Redeem.
 * @param clock a monotonic clock, in ms
 * @returns whether the window may come forward now; each yes counts, except for a window that was minimized on its way
 */
export function createBringForward(clock: () => number): (isMinimized: boolean) => boolean {
  let times: readonly number[] = [];
  return (isMinimized) => {
    const now = clock();
    times = times.filter((at) => now - at < withinMs);
    const isPressRecent = times.some((at) => now - at < pressLifeMs);
    if (isPressRecent) return isMinimized;
    if (times.length >= maxTimes) return false;
    times = [...times, now];
    return true;
  };
}
