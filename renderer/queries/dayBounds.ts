/**
 * The bounds of this many local calendar days, in ms since 1970: now, the midnights after it, the end of the last one. The first
 * day is what is left of today; a day on which the clocks change has an hour more or less.
 */
export function dayBounds(now: number, days: number): number[] {
  const today = new Date(now);
  const dayAfter = (count: number): number =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + count).getTime();
  return Array.from({ length: days + 1 }, (_, count) => (count === 0 ? now : dayAfter(count)));
}
