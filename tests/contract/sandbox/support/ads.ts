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

/** Everything of a call a test may want to change; null leaves a header out. */
export interface CallChanges {
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly rawBody?: string;
}

export type Ads = ReturnType<typeof createAds>;

/** Calls the Ads API as one person, with exactly the headers and media types it asks for. Every answer is held to the document. */
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
    const answer = (await response.json()) as Body;
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expectDocumented(operationId, response.status, response.headers.get('content-type') ?? '', answer);
    return { status: response.status, headers: response.headers, body: answer };
  };
  const vendor = (operationId: string): Record<string, string> => {
    const mediaType = `application/vnd.${operationId}.v1+json`;
    return { 'Content-Type': mediaType, Accept: mediaType };
  };
  const inAccount = (operationId: string, accountId: string): Record<string, string> => ({
    ...vendor(operationId),
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
