import type { Database } from '../../storage/database';
import { bearerToken, json, type Incoming, type Reply } from '../http';
import { findToken } from '../state/grants';
import { personById } from '../state/people';
import { allowsProfile } from './authorization';
import { oauthError } from './oauthError';

/** `GET /user/profile`: the token's person (amazon-api §4, customer profile). @param now ms since 1970 */
export function answerProfile(db: Database, request: Incoming, now: number): Reply {
  const refuse = (status: number, error: string, description: string): Reply =>
    oauthError(request, { status, error, description });

  const token = bearerToken(request.headers);
  const grant = token === undefined ? undefined : findToken(db, 'access', token, now);
  const person = grant && personById(db, grant.userId);
  if (grant === undefined || person === undefined) {
    return refuse(401, 'invalid_token', 'The access token is missing, unknown or expired.');
  }
  if (!allowsProfile(grant.scope)) {
    return refuse(403, 'insufficient_scope', 'The access token was granted without the profile scope.');
  }
  return json(200, { user_id: person.userId, name: person.name, email: person.email });
}
