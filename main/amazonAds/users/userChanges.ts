import { z } from 'zod';
import type { components } from '../../../shared/amazonAds/schema';
import type { Role } from '../../../shared/domain/invitation/role';
import { id, text } from '../answers';
import { sendChange, type AdsRefusal, type ChangeAnswer } from '../changeAnswer';
import type { AdsClient } from '../client/client';

type UpdateRequest = components['schemas']['UpdateUserPermissionsRequestContent'];
type DeleteRequest = components['schemas']['DeleteUserPermissionsRequestContent'];

/** A success contains only the person's ID. */
export interface ChangedUser {
  readonly userId: string;
}

/** The bytes of PUT /userPermissions: one role for several people of an account. Amazon states no limit (amazon-api §3). */
export function renderRoleChange(userIds: readonly string[], role: Role): Uint8Array {
  const body: UpdateRequest = {
    userPermissions: userIds.map((userId) => ({
      userId,
      permissionSet: { type: 'ROLE', role: role === 'admin' ? 'ADMIN' : 'VIEWER' },
    })),
  };
  return Buffer.from(JSON.stringify(body));
}

/** The bytes of POST /userPermissions/delete for 1 to 200 people of an account (amazon-api §3). */
export function renderRemoval(userIds: readonly string[]): Uint8Array {
  const body: DeleteRequest = { users: userIds.map((userId) => ({ userId })) };
  return Buffer.from(JSON.stringify(body));
}

/**
 * Sends the bytes of a role change, once. Only the outbox may call this.
 * @throws AdsError whose `outcome` says what is certain; 403 and 404 mean that the account doesn't offer it (amazon-api §3)
 */
export const sendRoleChange = (
  client: AdsClient,
  accountId: string,
  body: Uint8Array,
): Promise<ChangeAnswer<ChangedUser>> =>
  sendChange(
    client,
    { success: changedUser, refusal },
    {
      method: 'PUT',
      path: '/userPermissions',
      mediaType:
        'application/vnd.MinosAuthorizationNativeServicePublicAPI.UpdateUserPermissionsResource.v1+json',
      accountId,
      body,
    },
  );

/**
 * Like `sendRoleChange`, for a removal. The refusal to remove an account's last admin may come as a 400 of the whole call or in
 * `refusals` (amazon-api §8).
 */
export const sendRemoval = (
  client: AdsClient,
  accountId: string,
  body: Uint8Array,
): Promise<ChangeAnswer<ChangedUser>> =>
  sendChange(
    client,
    { success: changedUser, refusal },
    {
      method: 'POST',
      path: '/userPermissions/delete',
      mediaType:
        'application/vnd.MinosAuthorizationNativeServicePublicAPI.DeleteUserPermissionsResource.v1+json',
      accountId,
      body,
    },
  );

const changedUser = z.looseObject({ userId: id }).transform(({ userId }): ChangedUser => ({ userId }));

/** Here Amazon gives the user ID of the person it refused. */
const refusal = z
  .looseObject({ userId: text, code: text, message: text })
  .transform(({ userId, code, message }): AdsRefusal => ({
    identifier: userId,
    errorCode: code,
    errorMessage: message,
    errorDetail: undefined,
  }));
