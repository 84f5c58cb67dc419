import type { z } from 'zod';
import { unreadableAnswer } from '../adsError';
import type { Entries } from '../answers';
import type { AdsAnswer } from './client';
import { amazonAdsErrorText } from '../amazonAdsErrorText';

/** One page of a list. */
export interface Page<T> extends Entries<T> {
  readonly nextToken: string | undefined;
}

/** After this many pages in a row with nothing new, the list is considered endless. */
const maxStalePages = 3;

/** More pages than any list can have (50 entries each). */
const maxPages = 4000;

/**
 * Reads a list to its end. An entry on several pages is included once, in its latest form.
 * @param keyOf identifies an entry
 * @param readPage requests one page; the token is undefined for the first
 * @throws AdsError when any page fails, and UNREADABLE_ANSWER when the list doesn't end: a partial list is never returned
 * as complete
 */
export async function readAllPages<T>(
  keyOf: (entry: T) => string,
  readPage: (token: string | undefined) => Promise<Page<T>>,
): Promise<Entries<T>> {
  const entries = new Map<string, T>();
  let unreadable = 0;
  let stalePages = 0;
  const tokens = new Set<string>();
  let token: string | undefined;
  do {
    const page = await readPage(token);
    const before = entries.size;
    for (const entry of page.entries) entries.set(keyOf(entry), entry);
    stalePages = entries.size === before ? stalePages + 1 : 0;
    unreadable += page.unreadable;
    token = page.nextToken;
    if (token !== undefined) {
      if (tokens.has(token) || tokens.size === maxPages || stalePages === maxStalePages) throw endless();
      tokens.add(token);
    }
  } while (token !== undefined);
  return { entries: [...entries.values()], unreadable };
}

const endless = (): Error =>
  unreadableAnswer({
    message: amazonAdsErrorText.listRepeats,
    errorText: amazonAdsErrorText.listNeverEnds,
    fromAmazon: true,
  });

/** @throws AdsError UNREADABLE_ANSWER, with Amazon's text if there is any, when the body doesn't match the schema */
export function parsed<T>(schema: z.ZodType<T>, answer: AdsAnswer): T {
  const result = schema.safeParse(answer.body);
  if (result.success) return result.data;
  const { httpStatus, requestId, errorText } = answer;
  throw unreadableAnswer({ httpStatus, requestId, errorText, fromAmazon: true });
}
