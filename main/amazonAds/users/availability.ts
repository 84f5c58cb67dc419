import { AdsError } from '../adsError';

/** What an account offers of its user management to this sign-in. */
export type Available<T> =
  | { readonly available: true; readonly value: T }
  /** Amazon answered 403 or 404: not available in this account (amazon-api §3). `error` has Amazon's text. */
  | { readonly available: false; readonly error: AdsError };

/**
 * Runs a call of the user operations and distinguishes "not available in this account" from every other failure.
 * @throws anything else `work` rejects with
 */
export async function whereAvailable<T>(work: () => Promise<T>): Promise<Available<T>> {
  try {
    return { available: true, value: await work() };
  } catch (thrown) {
    if (isRefusal(thrown, 403) || isRefusal(thrown, 404)) return { available: false, error: thrown };
    throw thrown;
  }
}

/** Whether Amazon itself, and not something in between, answered with that status. */
export const isRefusal = (thrown: unknown, httpStatus: number): thrown is AdsError =>
  thrown instanceof AdsError && thrown.outcome === 'refused' && thrown.httpStatus === httpStatus;
