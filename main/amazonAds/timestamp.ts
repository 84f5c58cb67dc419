import { z } from 'zod';

/**
 * A time as Amazon gives it, in ms since 1970; undefined if there is none or it makes no sense. Its document says "number"
 * without a unit, most likely seconds with a fraction (amazon-api §2): above 1e11 (in seconds: the year 5138) it is milliseconds.
 * The same number as text and ISO 8601 are accepted too; without a time zone that is UTC.
 */
export const timestamp = z.union([z.number(), z.string()]).optional().catch(undefined).transform(timeOf);

/** What `timestamp` makes of a value; anything but a number or a text means none. */
export function timeOf(value: unknown): number | undefined {
  const ms =
    typeof value === 'number'
      ? timeOfNumber(value)
      : typeof value === 'string'
        ? timeOfText(value.trim())
        : Number.NaN;
  return ms > 0 && ms <= latest ? Math.round(ms) : undefined;
}

/** The end of the year 9999: nobody means a later time, and it may exceed the range of Date. */
const latest = Date.UTC(10_000, 0, 1) - 1;

const timeOfNumber = (value: number): number => (value > 1e11 ? value : value * 1000);

const isoTime =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(?:(Z)|([+-]\d\d):?(\d\d))?)?$/i;

/** NaN if the text isn't a time. */
function timeOfText(text: string): number {
  if (/^\d{1,20}(?:\.\d{1,20})?$/.test(text)) return timeOfNumber(Number(text));
  const [, day, time = '00:00', , hours, minutes] = isoTime.exec(text) ?? [];
  if (day === undefined) return Number.NaN;
  const zone = hours === undefined || minutes === undefined ? 'Z' : `${hours}:${minutes}`;
  return Date.parse(`${day}T${time}${zone}`);
}
