import { z } from 'zod';
import { entriesOf, list } from './answers';
import type { AdsChange, AdsClient } from './client/client';
import { parsed } from './client/pages';

/** Why Amazon refused one entry of a call. What `identifier` names isn't documented for invitations. */
export interface AdsRefusal {
  readonly identifier: string | undefined;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
  readonly errorDetail: string | undefined;
}

/** An answer to a change: each list may name any part of the request, in any order (amazon-api §2, §3). */
export interface ChangeAnswer<Success> {
  readonly httpStatus: number;
  readonly requestId: string | undefined;
  readonly successes: Success[];
  readonly refusals: AdsRefusal[];
  /** How many entries of both lists couldn't be read. */
  readonly unreadable: number;
}

/**
 * Sends a change, once, and reads both lists of its answer, entry by entry.
 * @throws AdsError whose `outcome` says what is certain
 */
export async function sendChange<Success>(
  client: AdsClient,
  schemas: { readonly success: z.ZodType<Success>; readonly refusal: z.ZodType<AdsRefusal> },
  request: AdsChange,
): Promise<ChangeAnswer<Success>> {
  const answer = await client.change(request);
  const { successes, errors } = parsed(outcomes, answer);
  const [done, refused] = [entriesOf(schemas.success, successes), entriesOf(schemas.refusal, errors)];
  return {
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    successes: done.entries,
    refusals: refused.entries,
    unreadable: done.unreadable + refused.unreadable,
  };
}

/** According to its document neither list is required, but an answer with neither says nothing about the request. */
const outcomes = z
  .looseObject({ successes: list.optional(), errors: list.optional() })
  .refine(({ successes, errors }) => successes !== undefined || errors !== undefined);
