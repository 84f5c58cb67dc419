import type { KeepUntil } from './stalePeople';

/** How far this computer's clock may be from Amazon's, in ms. */
const clocksDifferByMs = 86_400_000;

/**
 * The time before which everything of a person must have ended for their data to be erased; null if nothing may be erased. What is
 * erased doesn't come back, so the clock of this computer alone never decides: it must agree with Amazon's, as an answer in this
 * run of the app showed it, and the earlier of them counts.
 * @param now this computer's clock, ms since 1970
 * @param amazonsTimes what Amazon's clocks show at least, ms since 1970; empty if no answer came yet
 * @param months 0: everything is kept
 */
export function keepUntil(now: number, amazonsTimes: readonly number[], months: number): KeepUntil | null {
  if (months === 0 || amazonsTimes.length === 0) return null;
  if (amazonsTimes.some((time) => Math.abs(time - now) > clocksDifferByMs)) return null;
  const trusted = Math.min(now, ...amazonsTimes);
  return { before: monthsBefore(trusted, months), now: trusted };
}

/** On the same day of an earlier month, or on its last day. */
function monthsBefore(time: number, months: number): number {
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}
