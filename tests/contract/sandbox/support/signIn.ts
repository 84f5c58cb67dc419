import { createHash, randomBytes } from 'node:crypto';
import { sandboxClient, sandboxEndpoints } from '../../../../main/sandbox/endpoints';
import { hiddenFields } from '../../../support/amazon/signInOverHttp';

const redirectUri = 'http://localhost:8710/callback';
export const verifier = randomBytes(32).toString('base64url');
const bothScopes = 'advertising::campaign_management profile';

/** A valid sign-in request, with a test's changes; null omits a parameter. */
export function authorizeParameters(changes: Readonly<Record<string, string | null>> = {}): URLSearchParams {
  const parameters = new URLSearchParams({
    client_id: sandboxClient.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: bothScopes,
    state: 'state-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  return parameters;
}

export const openPage = (
  origin: string,
  changes: Readonly<Record<string, string | null>> = {},
): Promise<Response> =>
  fetch(`${sandboxEndpoints(origin).authorizeUrl}?${authorizeParameters(changes).toString()}`, {
    redirect: 'manual',
  });

/** Opens the page and submits its form as a browser would, stopping before the redirect. */
export async function sendForm(
  origin: string,
  answers: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | null>> = {},
): Promise<Response> {
  const body = authorizeParameters(changes);
  const page = await (await openPage(origin, changes)).text();
  for (const [name, value] of hiddenFields(page)) body.set(name, value);
  return sendFields(origin, body, answers);
}

/** Submits a form with exactly these fields. */
export function sendFields(
  origin: string,
  body: URLSearchParams,
  answers: Readonly<Record<string, string>>,
): Promise<Response> {
  for (const [name, value] of Object.entries(answers)) body.set(name, value);
  return fetch(sandboxEndpoints(origin).authorizeUrl, { method: 'POST', redirect: 'manual', body });
}

/** Where the answer redirects the browser. */
export const sentTo = (response: Response): URL => new URL(response.headers.get('location') ?? 'nowhere:');

export async function obtainCode(origin: string, identity: string, scope = bothScopes): Promise<string> {
  const response = await sendForm(origin, { identity, decision: 'allow' }, { scope });
  return sentTo(response).searchParams.get('code') ?? '';
}

export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function askToken(
  origin: string,
  parameters: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const response = await fetch(sandboxEndpoints(origin).tokenUrl, {
    method: 'POST',
    body: new URLSearchParams(parameters),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

export const withSecret = { client_id: sandboxClient.clientId, client_secret: sandboxClient.clientSecret };

export const exchange = (
  origin: string,
  code: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> =>
  askToken(origin, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...withSecret,
    ...changes,
  });

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Signs a person in, all the way to the tokens. */
export async function signIn(origin: string, identity: string, scope = bothScopes): Promise<Tokens> {
  const { body } = await exchange(origin, await obtainCode(origin, identity, scope));
  return { accessToken: String(body['access_token']), refreshToken: String(body['refresh_token']) };
}

export const renew = (origin: string, refreshToken: string): Promise<TokenAnswer> =>
  askToken(origin, { grant_type: 'refresh_token', refresh_token: refreshToken, ...withSecret });
