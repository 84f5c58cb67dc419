import type { z } from 'zod';
import { unreadableAnswer } from './adsError';
import type { Entries } from './answers';
import type { AdsAnswer } from './client';

/** One page of a list. */
export interface Page<T> extends Entries<T> {
  readonly nextToken: string | undefined;
}

/** More pages than any list can have (50 entries each): the answer must be going round in circles. */
const maxPages = 4000;

/**
 * Reads a list to its end.
 * @param readPage asks for one page; the token is undefined for the first
 * @throws AdsError when any page fails, or when the tokens repeat or never end
 */
export async function readAllPages<T>(
  readPage: (token: string | undefined) => Promise<Page<T>>,
): Promise<Entries<T>> {
  const entries: T[] = [];
  let unreadable = 0;
  const tokens = new Set<string>();
  let token: string | undefined;
  do {
    const page = await readPage(token);
    entries.push(...page.entries);
    unreadable += page.unreadable;
    token = page.nextToken;
    if (token !== undefined && (tokens.has(token) || tokens.size === maxPages)) {
      throw unreadableAnswer({ words: 'The list of pages does not end.', fromAmazon: true });
    }
    if (token !== undefined) tokens.add(token);
  } while (token !== undefined);
  return { entries, unreadable };
}

/** @throws AdsError UNREADABLE_ANSWER when the body is not what the schema says */
export function parsed<T>(schema: z.ZodType<T>, answer: AdsAnswer): T {
  const result = schema.safeParse(answer.body);
  if (result.success) return result.data;
  throw unreadableAnswer({
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    fromAmazon: true,
  });
}
