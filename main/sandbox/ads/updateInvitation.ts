import type { components } from '../../../shared/amazonAds/schema';
import { endInvitation, findInvitation, isPending, recordEmail, renewInvitation } from '../state/invitations';
import type { Call } from './operation';

type Schemas = components['schemas'];

interface Wanted {
  readonly accountId: string;
  readonly update: Schemas['InvitationUpdate'];
  readonly notifyInvitedUsers: boolean;
}

/** Revokes or resends one pending invitation, or says why not. The codes are our choice (amazon-api §2). */
export function updateInvitation(
  { db, now }: Call<unknown>,
  { accountId, update, notifyInvitedUsers }: Wanted,
): { readonly done: Schemas['InvitationUpdate'] } | { readonly error: Schemas['InvitationError'] } {
  const { invitationId, state } = update;
  const refuse = (errorCode: string, errorMessage: string): { error: Schemas['InvitationError'] } => ({
    error: { identifier: invitationId, errorCode, errorMessage },
  });

  if (state !== 'REVOKED' && state !== 'RESENT') {
    return refuse('INVALID_STATE', 'An invitation can be set to REVOKED or RESENT.');
  }
  const row = findInvitation(db, invitationId);
  if (row?.accountId !== accountId) return refuse('NOT_FOUND', 'There is no such invitation.');
  if (!isPending(row, now)) return refuse('NOT_PENDING', 'The invitation is no longer pending.');

  if (state === 'REVOKED') {
    endInvitation(db, invitationId, 'REVOKED');
  } else {
    renewInvitation(db, invitationId, now);
    if (notifyInvitedUsers) recordEmail(db, row, now);
  }
  return { done: { invitationId, state } };
}
