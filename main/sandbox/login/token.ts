import { createHash } from 'node:crypto';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import { sandboxClient } from '../endpoints';
import { json, type Incoming, type Reply } from '../http';
import { findToken, issueAccessToken, issueRefreshToken, takeCode } from '../state/grants';
import { oauthError, type OAuthError } from './oauthError';

export interface TokenOptions {
  /** Lifetime of an access token, in ms. */
  readonly accessTokenLife: number;
  /** ms since 1970. */
  readonly now: number;
}

/** `POST /auth/o2/token`: exchanges a code or a refresh token for an access token (amazon-api §4). */
export function answerToken(db: Database, request: Incoming, options: TokenOptions): Reply {
  const refuse = (fault: OAuthError): Reply => oauthError(request, fault);
  const contentType = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    return refuse(
      fault('invalid_request', 'The request must be a form (application/x-www-form-urlencoded).'),
    );
  }
  const form = new URLSearchParams(request.body);
  const hasSecret = form.has('client_secret');
  if (!isClient(form)) return refuse(badClient);
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return transaction(db, () => exchangeCode(db, form, hasSecret, options)) ?? refuse(badCode);
    case 'refresh_token':
      // Silent renewal is for clients with a secret (amazon-api §4, "private client").
      return hasSecret ? (renew(db, form, options) ?? refuse(badRefreshToken)) : refuse(badClient);
    default:
      return refuse(fault('unsupported_grant_type', 'Use authorization_code or refresh_token.'));
  }
}

const fault = (error: string, description: string, status = 400): OAuthError => ({
  status,
  error,
  description,
});

const badClient = fault('invalid_client', 'Client authentication failed', 401);

const badCode = fault('invalid_grant', 'The request has an invalid parameter : code');

const badRefreshToken = fault(
  'invalid_grant',
  "The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the permission.",
);

/** The secret may be omitted ("public client"), but not wrong. */
function isClient(form: URLSearchParams): boolean {
  const secret = form.get('client_secret');
  return (
    form.get('client_id') === sandboxClient.clientId &&
    (secret === null || secret === sandboxClient.clientSecret)
  );
}

/** A code is used up by its first exchange, even a failed one. */
function exchangeCode(
  db: Database,
  form: URLSearchParams,
  hasSecret: boolean,
  { accessTokenLife, now }: TokenOptions,
): Reply | undefined {
  const grant = takeCode(db, form.get('code') ?? '', now);
  if (grant?.redirectUri !== form.get('redirect_uri')) return undefined;
  if (challengeOf(form.get('code_verifier') ?? '') !== grant.codeChallenge) return undefined;
  return tokens({
    access_token: issueAccessToken(db, grant, accessTokenLife, now),
    expires_in: accessTokenLife / 1000,
    ...(hasSecret ? { refresh_token: issueRefreshToken(db, grant) } : {}),
  });
}

/** The same refresh token is returned (amazon-api §4: no rotation). */
function renew(
  db: Database,
  form: URLSearchParams,
  { accessTokenLife, now }: TokenOptions,
): Reply | undefined {
  const refreshToken = form.get('refresh_token') ?? '';
  const grant = findToken(db, 'refresh', refreshToken, now);
  if (grant === undefined) return undefined;
  return tokens({
    access_token: issueAccessToken(db, grant, accessTokenLife, now),
    expires_in: accessTokenLife / 1000,
    refresh_token: refreshToken,
  });
}

const tokens = (answer: {
  readonly access_token: string;
  readonly expires_in: number;
  readonly refresh_token?: string;
}): Reply => json(200, { ...answer, token_type: 'bearer' });

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
