import { CodedError, toErrorBody, type ErrorBody } from '../../../../shared/errors';
import { AdsError } from '../../../amazonAds/adsError';
import { notTaken, type NotTaken } from '../../../amazonAds/notTaken';
import { sendingErrorText } from '../sendingErrorText';

/**
 * What prevents reading an account's pending list, and thus sending what waits for it:
 * - `connection`, `account`: temporary; all calls of the connection wait, or those to this account.
 * - `refused`: Amazon itself said no. Permanent if repeated.
 * - `unknown`: the connection, or its access to the account, no longer exists.
 */
export type Obstacle =
  | { readonly of: 'connection'; readonly why: NotTaken }
  | { readonly of: 'account'; readonly why: NotTaken }
  | { readonly of: 'refused'; readonly error: ErrorBody }
  | { readonly of: 'unknown'; readonly error: ErrorBody };

/**
 * A page in place of Amazon's answer affects everybody; an answer of Amazon's own that fails or can't be read affects this
 * account. Nothing was sent either way, so everything waits except for what a person must change.
 */
export function obstacleOf(thrown: unknown): Obstacle {
  const passing = notTaken(thrown, 'read');
  if (passing !== null) return { of: 'connection', why: passing };
  const error = toErrorBody(thrown);
  const why: NotTaken = {
    reason: 'unreachable',
    code: error.code,
    message: error.message,
    retryAfterMs: undefined,
  };
  if (!(thrown instanceof AdsError)) {
    const isUnknown = thrown instanceof CodedError && thrown.code === 'NOT_FOUND';
    return isUnknown ? { of: 'unknown', error } : { of: 'account', why };
  }
  if (thrown.outcome === 'notSent') return { of: 'unknown', error };
  if (!thrown.fromAmazon) return { of: 'connection', why };
  const lasts = thrown.outcome === 'refused' && !passingStatuses.has(thrown.httpStatus ?? 0);
  return lasts
    ? { of: 'refused', error }
    : { of: 'account', why: { ...why, retryAfterMs: thrown.retryAfterMs } };
}

/** Request timeout, misdirected and too early: no answer to the request (RFC 9110 §15.5.9 and 15.5.20, RFC 8470). */
const passingStatuses: ReadonlySet<number> = new Set([408, 421, 425]);

/** The error of changes waiting for a list that Amazon permanently refuses. */
export const refusedForGood = (error: ErrorBody): ErrorBody => ({
  ...error,
  message: sendingErrorText.refusedForGood(error.message),
});

/** The error of changes whose connection no longer reaches their account. */
export const noAccessLeft = (error: ErrorBody): ErrorBody => ({
  ...error,
  message: sendingErrorText.noAccessLeft(error.message),
});
