import * as oauth from 'oauth4webapi';
import { CodedError } from '../../shared/errors';
import { ProxyRefusedError } from '../network/agentFetch';
import { networkTrouble, proxyRefused, webPageInstead } from '../network/networkTrouble';

/** Amazon did not take the scope; the sign-in flow tries once more without the profile. */
export class ScopeRefusedError extends Error {
  override readonly name = 'ScopeRefusedError';
}

/**
 * What went wrong between us and Login with Amazon, in words and with a remedy. Only the OAuth error code and
 * Amazon's description are taken over; requests, answers and their secrets stay behind.
 */
export function signInError(thrown: unknown): Error {
  if (thrown instanceof CodedError) return thrown;
  if (thrown instanceof oauth.AuthorizationResponseError) return refusedInBrowser(thrown);
  if (thrown instanceof oauth.ResponseBodyError) return refusedByTokenEndpoint(thrown);
  if (thrown instanceof oauth.OperationProcessingError) {
    return new CodedError({
      code: 'UNREADABLE_ANSWER',
      message: 'The answer of Login with Amazon cannot be read. Nothing has changed. Try again in a moment.',
      retryable: true,
    });
  }
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') {
    return new CodedError({
      code: 'TIMEOUT',
      message: 'Login with Amazon did not answer within 35 seconds. Try again in a moment.',
      retryable: true,
    });
  }
  return new CodedError({
    code: 'NETWORK',
    message:
      thrown instanceof ProxyRefusedError
        ? proxyRefused(thrown.status)
        : networkTrouble(systemCodeOf(thrown), 'Login with Amazon'),
    retryable: true,
  });
}

/** @param status of the answer, 500 or above */
export const troubleAtAmazon = (status: number): CodedError =>
  new CodedError({
    code: 'AMAZON_ERROR',
    message: `Something failed at Login with Amazon (status ${String(status)}). Nothing has changed. Try again in a moment.`,
    retryable: true,
  });

export const webPageAnswered = (): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: webPageInstead('Login with Amazon'),
    retryable: true,
  });

const systemCodeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;

function refusedInBrowser(error: oauth.AuthorizationResponseError): Error {
  if (error.error === 'invalid_scope') return new ScopeRefusedError();
  if (error.error === 'access_denied') {
    return new CodedError({
      code: 'SIGN_IN_DENIED',
      message:
        'The sign-in was declined in the browser. Nothing has changed. To use this connection, sign in again and choose Allow.',
      retryable: true,
    });
  }
  return rejected(error.error, error.error_description, 'Amazon refused the sign-in.');
}

function refusedByTokenEndpoint(error: oauth.ResponseBodyError): CodedError {
  switch (error.error) {
    case 'invalid_grant':
      return new CodedError({
        code: 'SIGN_IN_REQUIRED',
        message:
          'Amazon no longer accepts this sign-in. Sign in again; your accounts, drafts and history stay.',
        details: described(error.error, error.error_description),
      });
    case 'invalid_client':
    case 'unauthorized_client':
      return rejected(
        error.error,
        error.error_description,
        'Amazon does not accept the client ID or the client secret. Compare them with the security profile and edit the connection.',
      );
    default:
      return rejected(error.error, error.error_description, 'Amazon refused the sign-in. Sign in again.');
  }
}

const rejected = (code: string, description: string | undefined, message: string): CodedError =>
  new CodedError({ code: 'SIGN_IN_REJECTED', message, details: described(code, description) });

const described = (code: string, description: string | undefined): string =>
  (description === undefined ? code : `${code}: ${description}`).slice(0, 500);
