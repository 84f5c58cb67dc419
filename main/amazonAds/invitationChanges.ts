import { z } from 'zod';
import type { components } from '../../shared/amazonAds/schema';
import type { Role } from '../../shared/domain/invitation/role';
import { entriesOf, id, invitation, list, text, type AdsInvitation } from './answers';
import type { AdsClient } from './client';
import { parsed } from './pages';

type CreateRequest = components['schemas']['CreateUserInvitationsRequestContent'];
type UpdateRequest = components['schemas']['UpdateUserInvitationsRequestContent'];

/** Why Amazon refused one entry of a call (InvitationError). What `identifier` names is not documented. */
export interface AdsRefusal {
  readonly identifier: string | undefined;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
  readonly errorDetail: string | undefined;
}

/** An answer to a change: each list may name any part of what was asked, in any order (amazon-api §2, §3). */
export interface ChangeAnswer<Success> {
  readonly httpStatus: number;
  readonly requestId: string | undefined;
  readonly successes: Success[];
  readonly refusals: AdsRefusal[];
  /** How many entries of both lists could not be read. */
  readonly unreadable: number;
}

/** The bytes of POST /user-invitations for 1 to 50 people. `notifyInvitedUsers`: whether Amazon sends emails. */
export function renderCreate(
  invitees: readonly { readonly emailAddress: string; readonly userName: string; readonly role: Role }[],
  notifyInvitedUsers: boolean,
): Uint8Array {
  const body: CreateRequest = {
    userInvitationRequests: invitees.map(({ emailAddress, userName, role }) => ({
      user: { emailAddress, userName },
      permissionSet: { type: 'ROLE', role: { name: role } },
    })),
    notifyInvitedUsers,
  };
  return Buffer.from(JSON.stringify(body));
}

/** The bytes of PUT /user-invitations for 1 to 50 invitations; these two states are all it can set. */
export function renderUpdate(
  invitationIds: readonly string[],
  state: 'REVOKED' | 'RESENT',
  notifyInvitedUsers: boolean,
): Uint8Array {
  const body: UpdateRequest = {
    updates: invitationIds.map((invitationId) => ({ invitationId, state })),
    notifyInvitedUsers,
  };
  return Buffer.from(JSON.stringify(body));
}

/**
 * Sends rendered bytes, once. Only the outbox may call this.
 * @throws AdsError whose `outcome` says what is certain
 */
export const sendCreate = (
  client: AdsClient,
  accountId: string,
  body: Uint8Array,
): Promise<ChangeAnswer<AdsInvitation>> =>
  send(client, invitation, {
    method: 'POST',
    path: '/user-invitations',
    mediaType: 'application/vnd.CreateUserInvitations.v1+json',
    accountId,
    body,
  });

/** As `sendCreate`, for a revocation or a resending. A success names the invitation and no more. */
export const sendUpdate = (
  client: AdsClient,
  accountId: string,
  body: Uint8Array,
): Promise<ChangeAnswer<{ readonly invitationId: string }>> =>
  send(client, z.looseObject({ invitationId: id }), {
    method: 'PUT',
    path: '/user-invitations',
    mediaType: 'application/vnd.UpdateUserInvitations.v1+json',
    accountId,
    body,
  });

async function send<Success>(
  client: AdsClient,
  success: z.ZodType<Success>,
  request: Parameters<AdsClient['change']>[0],
): Promise<ChangeAnswer<Success>> {
  const answer = await client.change(request);
  const { successes, errors } = parsed(outcomes, answer);
  const [done, refused] = [entriesOf(success, successes), entriesOf(refusal, errors)];
  return {
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    successes: done.entries,
    refusals: refused.entries,
    unreadable: done.unreadable + refused.unreadable,
  };
}

/** By its document neither list is required, but an answer that has none of them tells nothing of what was asked. */
const outcomes = z
  .looseObject({ successes: list.optional(), errors: list.optional() })
  .refine(({ successes, errors }) => successes !== undefined || errors !== undefined);

const refusal = z
  .looseObject({ identifier: text, errorCode: text, errorMessage: text, errorDetail: text })
  .transform(({ identifier, errorCode, errorMessage, errorDetail }): AdsRefusal => ({
    identifier,
    errorCode,
    errorMessage,
    errorDetail,
  }));
