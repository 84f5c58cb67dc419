import { z } from 'zod';
import type { components } from '../../../shared/amazonAds/schema';
import type { Role } from '../../../shared/domain/invitation/role';
import { id, invitation, text, type AdsInvitation } from '../answers';
import { sendChange, type AdsRefusal, type ChangeAnswer } from '../changeAnswer';
import type { AdsClient } from '../client/client';

type CreateRequest = components['schemas']['CreateUserInvitationsRequestContent'];
type UpdateRequest = components['schemas']['UpdateUserInvitationsRequestContent'];

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

/** The bytes of PUT /user-invitations for 1 to 50 invitations; it can only set these two states. */
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
  sendChange(
    client,
    { success: invitation, refusal },
    {
      method: 'POST',
      path: '/user-invitations',
      mediaType: 'application/vnd.CreateUserInvitations.v1+json',
      accountId,
      body,
    },
  );

/** Like `sendCreate`, for a revocation or resending. A success contains only the invitation's ID. */
export const sendUpdate = (
  client: AdsClient,
  accountId: string,
  body: Uint8Array,
): Promise<ChangeAnswer<{ readonly invitationId: string }>> =>
  sendChange(
    client,
    { success: z.looseObject({ invitationId: id }), refusal },
    {
      method: 'PUT',
      path: '/user-invitations',
      mediaType: 'application/vnd.UpdateUserInvitations.v1+json',
      accountId,
      body,
    },
  );

const refusal = z
  .looseObject({ identifier: text, errorCode: text, errorMessage: text, errorDetail: text })
  .transform(({ identifier, errorCode, errorMessage, errorDetail }): AdsRefusal => ({
    identifier,
    errorCode,
    errorMessage,
    errorDetail,
  }));
