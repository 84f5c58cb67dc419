import * as oauth from 'oauth4webapi';
import { CodedError } from '../../../shared/errors';
import { ProxyRefusedError, StrangeAnswerError } from '../../network/agentFetch';
import { networkProblem, proxyRefused, webPageInstead } from '../../network/networkTrouble';
import { BusyError } from '../../network/retryAfter';
import { signInErrorText } from './signInErrorText';

/** Amazon didn't accept the scope; the sign-in flow tries once more without the profile. */
export class ScopeRefusedError extends Error {
  override readonly name = 'ScopeRefusedError';
}

/**
 * What went wrong with Login with Amazon, in words and with what to do. Only the OAuth error code and Amazon's description are
 * included; requests, answers and their secrets are not.
 */
export function signInError(thrown: unknown): Error {
  if (thrown instanceof CodedError) return thrown;
  if (thrown instanceof oauth.AuthorizationResponseError) return refusedInBrowser(thrown);
  const systemCode = systemCodeOf(thrown);
  if (
    thrown instanceof oauth.OperationProcessingError ||
    thrown instanceof StrangeAnswerError ||
    systemCode?.startsWith('HPE_') === true
  ) {
    return unreadable();
  }
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') {
    return new CodedError({
      code: 'TIMEOUT',
      message: signInErrorText.noAnswer,
      retryable: true,
    });
  }
  return new CodedError({
    code: 'NETWORK',
    message:
      thrown instanceof ProxyRefusedError
        ? proxyRefused(thrown.status)
        : networkProblem(systemCode, signInErrorText.loginWithAmazon),
    retryable: true,
  });
}

/** Login with Amazon answered 429. @param retryAfterMs how long it asks to wait, if it says */
export const tooManyRequests = (retryAfterMs: number | undefined): BusyError =>
  new BusyError(
    {
      code: 'THROTTLED',
      message: signInErrorText.throttled,
      retryable: true,
    },
    retryAfterMs,
  );

/** @param status of the answer, 500 or above */
export const amazonUnavailable = (status: number, retryAfterMs: number | undefined): BusyError =>
  new BusyError(
    {
      code: 'AMAZON_ERROR',
      message: signInErrorText.unavailable(String(status)),
      retryable: true,
    },
    retryAfterMs,
  );

export const webPageAnswered = (): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: webPageInstead(signInErrorText.loginWithAmazon),
    retryable: true,
  });

/** An answer that isn't Login with Amazon's. @param status if it is the status that is strange */
export const unreadable = (status?: number): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: signInErrorText.unreadable(status),
    retryable: true,
  });

/**
 * What the token endpoint refused, by its OAuth error code (RFC 6749 §5.2; Amazon's are in amazon-api §4). A code that doesn't
 * blame the request is a temporary failure on Amazon's side.
 */
export function refusedByTokenEndpoint(code: string, description: string | undefined): CodedError {
  const details = described(code, description);
  switch (code) {
    case 'invalid_grant':
      return new CodedError({
        code: 'SIGN_IN_REQUIRED',
        message: signInErrorText.notAccepted,
        details,
      });
    case 'invalid_client':
    case 'unauthorized_client':
      return rejected(details, signInErrorText.clientRejected);
    case 'invalid_request':
    case 'invalid_scope':
    case 'unsupported_grant_type':
      return rejected(details, signInErrorText.signInAgain);
    default:
      return new CodedError({
        code: 'AMAZON_ERROR',
        message: signInErrorText.failed,
        retryable: true,
        details,
      });
  }
}

const systemCodeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;

function refusedInBrowser(error: oauth.AuthorizationResponseError): Error {
  if (error.error === 'invalid_scope') return new ScopeRefusedError();
  if (error.error === 'access_denied') {
    return new CodedError({
      code: 'SIGN_IN_DENIED',
      message: signInErrorText.declined,
      retryable: true,
    });
  }
  return rejected(described(error.error, error.error_description), signInErrorText.rejected);
}

const rejected = (details: string, message: string): CodedError =>
  new CodedError({ code: 'SIGN_IN_REJECTED', message, details });

const described = (code: string, description: string | undefined): string =>
  (description === undefined ? code : `${code}: ${description}`).slice(0, 500);
