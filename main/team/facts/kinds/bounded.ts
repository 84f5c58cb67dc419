import { z } from 'zod';

/** A text of a colleague's fact, and the longest there may be, in UTF-16 units. */
export const bounded = (max: number): z.ZodString => z.string().max(max);

/** The start of a text that is too long to share. */
export const shortened = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1)}…`;

/** The same where there may be none. */
export const shortenedOrNull = (text: string | null, max: number): string | null =>
  text === null ? null : shortened(text, max);

/** Between which times a fact may have happened, in ms since 1970: from 2000 to 2200, as the store has it. */
export const earliestFact = 946_684_800_000;
export const latestFact = 7_258_118_400_000;

/** A time of a colleague's fact, in ms since 1970. */
export const factTime = z.number().min(earliestFact).max(latestFact).transform(Math.round);
