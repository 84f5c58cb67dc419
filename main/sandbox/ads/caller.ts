import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '../../storage/database';
import { bearerToken } from '../http';
import { allowsAdvertising } from '../login/authorization';
import { isFromInstantAccess } from '../state/accounts';
import { findToken } from '../state/grants';
import { roleIn } from '../state/members';
import { personById, type Person } from '../state/people';
import { ApiFault, type Call } from './operation';

/**
 * The person behind the bearer token.
 * @throws ApiFault 401 for a missing, unknown or expired token or another client's ID, 403 without the ads scope
 */
export function authenticate(db: Database, headers: IncomingHttpHeaders, now: number): Person {
  const token = bearerToken(headers);
  const grant = token === undefined ? undefined : findToken(db, 'access', token, now);
  const person = grant && personById(db, grant.userId);
  if (grant === undefined || person === undefined) throw new ApiFault(401, 'Authentication failed');

  const clientId = headers['amazon-advertising-api-clientid'];
  // A missing header is handled by the document, which makes it a 400.
  if (clientId !== undefined && clientId !== grant.clientId) {
    throw new ApiFault(401, 'Amazon-Advertising-API-ClientId is not the client the token was issued to');
  }
  if (!allowsAdvertising(grant.scope)) {
    throw new ApiFault(403, 'The token was granted without the scope advertising::campaign_management');
  }
  return person;
}

/**
 * The account a call acts on, if its caller is an admin (AMC_ADMIN: amazon-api §1).
 * @throws ApiFault 400 without the account header, 403 for anyone who isn't an admin there, even if it doesn't exist
 */
export function adminAccount({ db, headers, caller }: Call<unknown>): string {
  const accountId = headers['amazon-ads-accountid'];
  if (typeof accountId !== 'string' || accountId === '') {
    throw new ApiFault(400, 'The header Amazon-Ads-AccountId is required');
  }
  if (roleIn(db, accountId, caller.userId) !== 'admin') {
    throw new ApiFault(403, 'The caller needs the permission AMC_ADMIN on this account');
  }
  return accountId;
}

/**
 * The account whose people a call changes.
 * @throws ApiFault like `adminAccount`, and 400 for an account that refuses user changes (amazon-api §1)
 */
export function changeableAccount(call: Call<unknown>): string {
  const accountId = adminAccount(call);
  if (isFromInstantAccess(call.db, accountId)) {
    throw new ApiFault(400, 'User management is not supported for accounts from instant access');
  }
  return accountId;
}
