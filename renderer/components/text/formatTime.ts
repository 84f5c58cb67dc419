import { pluralize } from '../../../shared/text/pluralize';
import {
  formatClock,
  formatDate,
  formatDay,
  formatDayAndClock,
  formatExactly,
  formatMoment,
  isoDay,
} from '../../../shared/text/formats';
import { timesText } from './timesText';

export { pluralize as counted };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** From here on an invitation is about to expire. */
const soon = 3 * day;

/** All times are ms since 1970 and are shown in the person's own time zone. */
export const exactTime = (at: number): string => formatExactly(at);

const inOneYear = (one: number, other: number): boolean =>
  new Date(one).getFullYear() === new Date(other).getFullYear();

/** The day, with the year if it differs from the current one. */
export const dateOf = (at: number, now: number): string =>
  inOneYear(at, now) ? formatDay(at) : formatDate(at);

/** As short as is clear: only the time for today, also the day for other days, and the year for other years. */
export function timeOf(at: number, now: number): string {
  if (isoDay(at) === isoDay(now)) return formatClock(at);
  return inOneYear(at, now) ? formatDayAndClock(at) : formatMoment(at);
}

/** When something was read; in words if never. */
export const readAtOf = (at: number | null, now: number): string =>
  at === null ? timesText.neverRead : timeOf(at, now);

/** The time of day alone. */
export const clockOf = (at: number): string => formatClock(at);

/** How long ago, in one unit: "just now", "5 minutes ago", "3 days ago". */
export function ageOf(at: number, now: number): string {
  const age = now - at;
  if (age < minute) return 'just now';
  if (age < hour) return `${pluralize(Math.floor(age / minute), 'minute')} ago`;
  if (age < day) return `${pluralize(Math.floor(age / hour), 'hour')} ago`;
  return `${pluralize(Math.floor(age / day), 'day')} ago`;
}

export interface Remaining {
  readonly text: string;
  readonly urgency: 'over' | 'soon' | 'later';
}

/** How long until an invitation expires. */
export function remainingUntil(at: number, now: number): Remaining {
  const left = at - now;
  if (left <= 0) return { text: timesText.overdue, urgency: 'over' };
  return { text: timeLeft(left), urgency: left < soon ? 'soon' : 'later' };
}

/** To the nearest day if there are days, so that a fresh invitation has 14 and not 13; exact when it gets close. */
function timeLeft(left: number): string {
  if (left < minute) return timesText.lessThanMinute;
  if (left < hour) return pluralize(Math.floor(left / minute), 'minute');
  if (left < 2 * day) return pluralize(Math.floor(left / hour), 'hour');
  return pluralize(Math.round(left / day), 'day');
}

/** A countdown in minutes and seconds: "4:05". Never below zero. */
export function countdown(until: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
