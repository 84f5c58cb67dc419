import { sandboxClient } from '../endpoints';

/** A valid sign-in request. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string;
  readonly codeChallenge: string;
  /** The identity the page suggests, if it knows it. */
  readonly loginHint: string | undefined;
}

/**
 * - `page`: the client or return address can't be trusted, so nothing may be sent there: an error page.
 * - `redirect`: the client gets the error at its own address.
 */
export type AuthorizationFault =
  | { readonly answer: 'page'; readonly message: string }
  | { readonly answer: 'redirect'; readonly location: string };

const advertisingScope = 'advertising::campaign_management';
const profileScope = 'profile';

/**
 * Checks a browser's request for the authorize page (amazon-api §4; RFC 6749 §4.1, RFC 7636 §4.3).
 * @param refusesProfile whether the scope `profile` is refused
 */
export function readAuthorization(
  parameters: URLSearchParams,
  refusesProfile: boolean,
): AuthorizationRequest | AuthorizationFault {
  const scopes = refusesProfile ? [advertisingScope] : [advertisingScope, profileScope];
  const get = (name: string): string => parameters.get(name) ?? '';
  const redirectUri = get('redirect_uri');
  const state = get('state');
  const scope = get('scope').split(' ').filter(Boolean);

  if (get('client_id') !== sandboxClient.clientId) {
    return {
      answer: 'page',
      message: `The client ID is not registered here. Use ${sandboxClient.clientId}.`,
    };
  }
  if (!isRegistered(redirectUri)) {
    return {
      answer: 'page',
      message: 'The return URL is not allowed. The sandbox allows http://localhost:<port>/callback.',
    };
  }
  const refuse = (error: string, description: string): AuthorizationFault => ({
    answer: 'redirect',
    location: returnLocation(redirectUri, { error, error_description: description, state }),
  });
  if (get('response_type') !== 'code') {
    return refuse('unsupported_response_type', 'The response_type must be code.');
  }
  if (scope.length === 0 || !scope.every((name) => scopes.includes(name))) {
    return refuse('invalid_scope', `The scope may name ${scopes.join(' and ')}.`);
  }
  if (get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(get('code_challenge'))) {
    return refuse('invalid_request', 'A code_challenge with code_challenge_method S256 is required.');
  }
  if (state === '') return refuse('invalid_request', 'A state is required.');
  return {
    clientId: sandboxClient.clientId,
    redirectUri,
    scope: scope.join(' '),
    state,
    codeChallenge: get('code_challenge'),
    loginHint: parameters.get('login_hint') ?? undefined,
  };
}

/** Where the browser is redirected with the answer. Empty parameters are left out. */
export function returnLocation(redirectUri: string, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) if (value !== '') url.searchParams.set(name, value);
  return url.href;
}

/** Whether a grant covers the Ads API. */
export const allowsAdvertising = (scope: string): boolean => scope.split(' ').includes(advertisingScope);

/** Whether a grant covers the customer profile. */
export const allowsProfile = (scope: string): boolean => scope.split(' ').includes(profileScope);

const isRegistered = (redirectUri: string): boolean =>
  /^http:\/\/localhost:\d{1,5}\/callback$/.test(redirectUri) && URL.canParse(redirectUri);
