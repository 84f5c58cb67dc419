import { expect } from 'vitest';
import { sandboxClient } from '../../../../main/sandbox/endpoints';
import type { components } from '../../../../shared/amazonAds/schema';
import { expectDocumented } from './documented';

export type Schemas = components['schemas'];

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface FaultBody {
  readonly message?: string;
  readonly code?: string;
  readonly details?: string;
  readonly requestId?: string;
}

/** Everything in a call a test may want to change; null omits a header. */
export interface CallChanges {
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly rawBody?: string;
}

export type Ads = ReturnType<typeof createAds>;

/**
 * Calls the Ads API as one person, with exactly the required headers and media types. Every answer is validated against the
 * document.
 */
export function createAds(origin: string, accessToken: string) {
  const call = async <Body>(
    operationId: string,
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: unknown,
    changes: CallChanges = {},
  ): Promise<Answer<Body>> => {
    const all = new Headers({
      Authorization: `Bearer ${accessToken}`,
      'Amazon-Advertising-API-ClientId': sandboxClient.clientId,
      ...headers,
    });
    for (const [name, value] of Object.entries(changes.headers ?? {})) {
      if (value === null) all.delete(name);
      else all.set(name, value);
    }
    const sent = changes.rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(origin + path, {
      method,
      headers: all,
      ...(sent === undefined ? {} : { body: Buffer.from(sent) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expectDocumented(operationId, response.status, response.headers.get('content-type'), answer);
    return { status: response.status, headers: response.headers, body: answer as Body };
  };
  const vendor = (name: string): Record<string, string> => {
    const mediaType = `application/vnd.${name}.v1+json`;
    return { 'Content-Type': mediaType, Accept: mediaType };
  };
  const inAccount = (name: string, accountId: string): Record<string, string> => ({
    ...vendor(name),
    'Amazon-Ads-AccountId': accountId,
  });

  return {
    accounts: (nextToken?: string, changes?: CallChanges) =>
      call<Schemas['ListAmcAccountsResponse'] & FaultBody>(
        'AmcpLinkListAmcAccounts',
        'GET',
        `/amc/accounts${nextToken === undefined ? '' : `?nextToken=${encodeURIComponent(nextToken)}`}`,
        { Accept: 'application/vnd.amcaudiencesconnections.v1+json' },
        undefined,
        changes,
      ),
    list: (accountId: string, body?: Schemas['ListUserInvitationsRequestContent'], changes?: CallChanges) =>
      call<Schemas['ListUserInvitationsResponseContent'] & FaultBody>(
        'ListUserInvitations',
        'POST',
        '/user-invitations/list',
        inAccount('ListUserInvitations', accountId),
        body,
        changes,
      ),
    create: (accountId: string, body: unknown, changes?: CallChanges) =>
      call<Schemas['CreateUserInvitationsResponseContent'] & FaultBody>(
        'CreateUserInvitations',
        'POST',
        '/user-invitations',
        inAccount('CreateUserInvitations', accountId),
        body,
        changes,
      ),
    update: (accountId: string, body: unknown, changes?: CallChanges) =>
      call<Schemas['UpdateUserInvitationsResponseContent'] & FaultBody>(
        'UpdateUserInvitations',
        'PUT',
        '/user-invitations',
        inAccount('UpdateUserInvitations', accountId),
        body,
        changes,
      ),
    get: (invitationId: string, changes?: CallChanges) =>
      call<Schemas['GetUserInvitationResponseContent'] & FaultBody>(
        'GetUserInvitation',
        'GET',
        `/user-invitations/${encodeURIComponent(invitationId)}`,
        { Accept: 'application/vnd.GetUserInvitation.v1+json' },
        undefined,
        changes,
      ),
    redeem: (invitationId: string, changes?: CallChanges) =>
      call<FaultBody | undefined>(
        'RedeemUserInvitation',
        'PUT',
        '/user-invitations/redeem',
        { 'Content-Type': 'application/vnd.RedeemUserInvitation.v1+json' },
        { invitationId },
        changes,
      ),
    createTermsToken: (body: unknown, changes?: CallChanges) =>
      call<Schemas['CreateTermsTokenResponseContent'] & Schemas['NumberedErrors']>(
        'CreateTermsToken',
        'POST',
        '/termsTokens',
        {
          'Content-Type': 'application/vnd.GlobalRegistrationService.TermsTokenResource.v1.0+json',
          Accept: 'application/vnd.termstokenresource.v1+json',
        },
        body,
        changes,
      ),
    termsToken: (termsToken: string, changes?: CallChanges) =>
      call<Schemas['GetTermsTokenResponseContent'] & Schemas['NumberedErrors']>(
        'GetTermsToken',
        'GET',
        `/termsTokens/${encodeURIComponent(termsToken)}`,
        { Accept: 'application/vnd.termstokenresource.v1+json' },
        undefined,
        changes,
      ),
    users: (accountId: string, body?: unknown, changes?: CallChanges) =>
      call<Schemas['ListUsersResponseContent'] & FaultBody>(
        'ListUsers',
        'POST',
        '/users/list',
        inAccount('listusers', accountId),
        body,
        changes,
      ),
    roles: (accountId: string, body: unknown, changes?: CallChanges) =>
      call<Schemas['QueryUserRolesResponseContent'] & FaultBody>(
        'QueryUserRoles',
        'POST',
        '/userRoles/list',
        inAccount('queryuserroles', accountId),
        body,
        changes,
      ),
    permissions: (accountId: string, body: unknown, changes?: CallChanges) =>
      call<Schemas['QueryUserPermissionsResponseContent'] & FaultBody>(
        'QueryUserPermissions',
        'POST',
        '/userPermissions/list',
        inAccount('queryuserpermissions', accountId),
        body,
        changes,
      ),
    updatePermissions: (accountId: string, body: unknown, changes?: CallChanges) =>
      call<Schemas['UpdateUserPermissionsResponseContent'] & FaultBody>(
        'UpdateUserPermissions',
        'PUT',
        '/userPermissions',
        inAccount('MinosAuthorizationNativeServicePublicAPI.UpdateUserPermissionsResource', accountId),
        body,
        changes,
      ),
    deletePermissions: (accountId: string, body: unknown, changes?: CallChanges) =>
      call<Schemas['DeleteUserPermissionsResponseContent'] & FaultBody>(
        'DeleteUserPermissions',
        'POST',
        '/userPermissions/delete',
        inAccount('MinosAuthorizationNativeServicePublicAPI.DeleteUserPermissionsResource', accountId),
        body,
        changes,
      ),
    instances: (accountId: string, marketplaceId: string, query = '', changes?: CallChanges) =>
      call<Schemas['ListAmcInstancesResponse'] & FaultBody>(
        'listInstances',
        'GET',
        `/amc/instances${query}`,
        {
          Accept: 'application/vnd.amcinstances.v1+json',
          'Amazon-Advertising-API-AdvertiserId': accountId,
          'Amazon-Advertising-API-MarketplaceId': marketplaceId,
        },
        undefined,
        changes,
      ),
  };
}

export async function accountIds(ads: Ads): Promise<string[]> {
  const { body } = await ads.accounts();
  return (body.amcAccounts ?? []).map(({ accountId }) => accountId ?? '');
}

/** Every pending invitation of an account, all pages. */
export async function allPending(ads: Ads, accountId: string): Promise<Schemas['UserInvitation'][]> {
  const found: Schemas['UserInvitation'][] = [];
  let nextToken: string | undefined;
  do {
    const { body } = await ads.list(accountId, nextToken === undefined ? {} : { nextToken });
    found.push(...(body.invitations ?? []));
    nextToken = body.nextToken;
  } while (nextToken !== undefined);
  return found;
}

export const person = (emailAddress: string, role = 'viewer', userName = 'Some Person') => ({
  user: { emailAddress, userName },
  permissionSet: { type: 'ROLE', role: { name: role } },
});
