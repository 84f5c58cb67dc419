/**
 * Formats of all numbers, times and lists that people read: American English on every system, 24-hour times in the time zone of
 * this computer. Nothing else formats by locale, so that page, notifications, files and errors agree. Times are ms since 1970.
 */
const language = 'en-US';

const numbers = new Intl.NumberFormat(language);

/** "1,200" */
export const formatNumber = (number: number): string => numbers.format(number);

/**
 * Reads a whole number as people write it: "1200", "1,200", "1.200", "1 200", "1’200".
 * @returns null if the text isn't a whole number, for example because a comma or point doesn't separate thousands
 */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  // \s includes the spaces of other languages: no-break, thin, narrow.
  return /^\d+$|^\d{1,3}(?:([,.'’\s])\d{3})(?:\1\d{3})*$/.test(trimmed)
    ? Number(trimmed.replace(/\D/g, ''))
    : null;
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const dayOfYear = { month: 'short', day: 'numeric' } as const;
const date = { ...dayOfYear, year: 'numeric' } as const;

/** Made when it is first needed: each takes a millisecond or more, which every start would wait for. */
function formatter(options: Intl.DateTimeFormatOptions): (at: number) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (at) => {
    format ??= new Intl.DateTimeFormat(language, options);
    return format.format(at);
  };
}

/** "14:05" */
export const formatClock = formatter(clock);
/** "14:05 GMT+9" */
export const formatClockWithZone = formatter({ ...clock, timeZoneName: 'short' });
/** "Nov 28" */
export const formatDay = formatter(dayOfYear);
/** "Sat, Nov 28" */
export const formatWeekday = formatter({ weekday: 'short', ...dayOfYear });
/** "Nov 28, 14:05" */
export const formatDayAndClock = formatter({ ...dayOfYear, ...clock });
/** "Nov 28, 2026" */
export const formatDate = formatter(date);
/** "Saturday, November 28, 2026" */
export const formatLongDate = formatter({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
/** "Nov 28, 2026, 14:05" */
export const formatMoment = formatter({ ...date, ...clock });
/** "Nov 28, 2026, 14:05 GMT+9": for where it may be compared with times of other zones. */
export const formatMomentWithZone = formatter({ ...date, ...clock, timeZoneName: 'short' });
/** "Nov 28, 2026, 14:05:09 GMT+9": to the second, and unambiguous in the hour when clocks are set back. */
export const formatExactly = formatter({ ...date, ...clock, second: '2-digit', timeZoneName: 'short' });

/** "2026-11-28": a day that sorts, for example in file names. */
export function isoDay(at: number): string {
  const when = new Date(at);
  return [when.getFullYear(), twoDigits(when.getMonth() + 1), twoDigits(when.getDate())].join('-');
}

/** "2026-11-28 1405": a minute that sorts, without the colon that Windows doesn't allow in file names. */
export function isoMinute(at: number): string {
  const when = new Date(at);
  return `${isoDay(at)} ${twoDigits(when.getHours())}${twoDigits(when.getMinutes())}`;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const names = new Intl.Collator(language, { sensitivity: 'base', numeric: true });

/** Sort order of names: "Account 9" before "Account 10", ignoring case. */
export const compareNames = (one: string, other: string): number => names.compare(one, other);

const lists = new Intl.ListFormat(language);

/** "a, b, and c" */
export const formatList = (items: readonly string[]): string => lists.format(items);

const alternatives = new Intl.ListFormat(language, { type: 'disjunction' });

/** "a, b, or c" */
export const formatAlternatives = (items: readonly string[]): string => alternatives.format(items);
