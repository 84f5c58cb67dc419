import * as oauth from 'oauth4webapi';
import type { Identity } from '../../shared/domain/connection/connection';
import type { Endpoints } from '../../shared/domain/connection/region';
import type { AgentFetch } from '../network/agentFetch';
import { judgedProfile, judgedTokenAnswer } from './judgedAnswer';
import { identityIn } from './profile';
import { signInError, unreadable } from './signIn/signInErrors';

/** The requester: one client ID at one set of hosts. */
export interface LoginClient {
  readonly endpoints: Pick<Endpoints, 'authorizeUrl' | 'tokenUrl' | 'profileUrl'>;
  readonly clientId: string;
  /** Without one, Amazon gives no refresh token (amazon-api §4, public client). */
  readonly clientSecret: string | null;
  /** The network route to those hosts. */
  readonly fetch: AgentFetch;
}

/** One trip to the authorize page and back. Only `authorizeUrl` may leave the main process. */
export interface AuthorizationRequest {
  readonly authorizeUrl: string;
  readonly state: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

export interface Grant {
  readonly accessToken: string;
  /** ms since 1970. */
  readonly expiresAt: number;
  readonly refreshToken: string | null;
}

/** The scope for AMC user management, and the one for the signed-in user's identity (amazon-api §4). */
const adsScope = 'advertising::campaign_management';
const profileScope = 'profile';

/** Amazon answers synchronous calls within 30 s at the 99th percentile (amazon-api §5). */
const timeoutMs = 35_000;

/** Aborts at the time limit of one call, or when its sign-in is canceled. */
const within = (signal?: AbortSignal): AbortSignal => {
  const limit = AbortSignal.timeout(timeoutMs);
  return signal === undefined ? limit : AbortSignal.any([signal, limit]);
};

/** An unguessable `state`: only an answer that carries it belongs to its sign-in. */
export const newState = (): string => oauth.generateRandomState();

/** Prepares the page to open in the browser, with PKCE S256. */
export async function authorizationRequest(
  client: LoginClient,
  redirectUri: string,
  options: { readonly state: string; readonly withProfile: boolean; readonly loginHint: string | null },
): Promise<AuthorizationRequest> {
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const { state } = options;
  const url = new URL(client.endpoints.authorizeUrl);
  const parameters = {
    client_id: client.clientId,
    scope: options.withProfile ? `${adsScope} ${profileScope}` : adsScope,
    response_type: 'code',
    redirect_uri: redirectUri,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(options.loginHint === null ? {} : { login_hint: options.loginHint }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { authorizeUrl: url.href, state, codeVerifier, redirectUri };
}

/**
 * Exchanges the browser's answer for tokens.
 * @throws CodedError SIGN_IN_DENIED, SIGN_IN_REJECTED, THROTTLED, AMAZON_ERROR, NETWORK, TIMEOUT or UNREADABLE_ANSWER.
 */
export async function exchangeCode(
  client: LoginClient,
  request: AuthorizationRequest,
  answer: URLSearchParams,
  signal: AbortSignal,
): Promise<Grant> {
  return asking(async () => {
    const server = serverOf(client);
    const self = { client_id: client.clientId };
    const checked = oauth.validateAuthResponse(server, self, answer, request.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      self,
      authenticationOf(client),
      checked,
      request.redirectUri,
      request.codeVerifier,
      requestOptions(client, signal),
    );
    return grantOf(await oauth.processAuthorizationCodeResponse(server, self, response));
  });
}

/**
 * A fresh access token for a refresh token. Amazon usually returns the same refresh token, but may return another (amazon-api
 * §4), so the caller stores what it gets.
 * @throws CodedError SIGN_IN_REQUIRED when the grant has ended, otherwise like `exchangeCode`.
 */
export async function renew(client: LoginClient, refreshToken: string): Promise<Grant> {
  return asking(async () => {
    const server = serverOf(client);
    const self = { client_id: client.clientId };
    const response = await oauth.refreshTokenGrantRequest(
      server,
      self,
      authenticationOf(client),
      refreshToken,
      requestOptions(client),
    );
    return grantOf(await oauth.processRefreshTokenResponse(server, self, response));
  });
}

/**
 * Who signed in; null if Amazon doesn't say, because the `profile` scope wasn't granted.
 * @throws CodedError THROTTLED, AMAZON_ERROR, NETWORK, TIMEOUT or UNREADABLE_ANSWER if it couldn't be read.
 */
export async function readIdentity(
  client: LoginClient,
  accessToken: string,
  signal?: AbortSignal,
): Promise<Identity | null> {
  return asking(async () => {
    const answer = await client.fetch(client.endpoints.profileUrl, {
      method: 'GET',
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
      signal: within(signal),
    });
    const profile = await judgedProfile(answer);
    if (profile === null) return null;
    const identity = identityIn(profile);
    if (identity === null) throw unreadable();
    return identity;
  });
}

async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw signInError(error);
  }
}

const serverOf = ({ endpoints }: LoginClient): oauth.AuthorizationServer => ({
  issuer: new URL(endpoints.authorizeUrl).origin,
  authorization_endpoint: endpoints.authorizeUrl,
  token_endpoint: endpoints.tokenUrl,
});

const authenticationOf = ({ clientSecret }: LoginClient): oauth.ClientAuth =>
  clientSecret === null ? oauth.None() : oauth.ClientSecretPost(clientSecret);

/** Endpoints are checked when a connection is created: plain http is used only for this machine itself. */
const requestOptions = (
  { endpoints, fetch }: LoginClient,
  canceled?: AbortSignal,
): oauth.TokenEndpointRequestOptions => ({
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; it is the library's only way to reach a loopback server
  [oauth.allowInsecureRequests]: new URL(endpoints.tokenUrl).protocol === 'http:',
  [oauth.customFetch]: async (address, { method, headers, body }) =>
    judgedTokenAnswer(
      await fetch(address, { method, headers, body: body.toString(), signal: within(canceled) }),
    ),
});

/** Access tokens are valid for an hour (amazon-api §4), which is assumed if the answer doesn't say. */
const grantOf = (answer: oauth.TokenEndpointResponse): Grant => ({
  accessToken: answer.access_token,
  expiresAt: Date.now() + (answer.expires_in ?? 3600) * 1000,
  refreshToken: answer.refresh_token ?? null,
});
