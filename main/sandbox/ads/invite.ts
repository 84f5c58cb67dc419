import { randomBytes } from 'node:crypto';
import type { components } from '../../../shared/amazonAds/schema';
import { isMemberByEmail } from '../state/members';
import { insertInvitation, isInvited, recordEmail, type InvitationRow } from '../state/invitations';
import type { Call } from './operation';

type Schemas = components['schemas'];

interface Wanted {
  readonly accountId: string;
  readonly request: Schemas['UserInvitationRequest'];
  readonly notifyInvitedUsers: boolean;
}

/** Invites one person, or says why not. The codes and the identifier are our choice (amazon-api §2). */
export function invite(
  { db, caller, now, conduct }: Call<unknown>,
  { accountId, request, notifyInvitedUsers }: Wanted,
): { readonly row: InvitationRow } | { readonly error: Schemas['InvitationError'] } {
  const email = request.user?.emailAddress ?? '';
  const userName = request.user?.userName.trim() ?? '';
  const role = request.permissionSet?.role?.name?.toLowerCase() ?? '';
  const refuse = (errorCode: string, errorMessage: string): { error: Schemas['InvitationError'] } => ({
    error: { identifier: email, errorCode, errorMessage },
  });

  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) {
    return refuse('INVALID_EMAIL_ADDRESS', 'The email address is not valid.');
  }
  if (userName === '') return refuse('INVALID_USER_NAME', 'A user name is required.');
  if (request.permissionSet?.type !== 'ROLE') {
    return refuse('INVALID_PERMISSION_SET', 'AMC accounts support the permission set type ROLE only.');
  }
  if (role !== 'admin' && role !== 'viewer') {
    return refuse('INVALID_ROLE', 'AMC accounts have the roles admin and viewer.');
  }
  if (isMemberByEmail(db, accountId, email)) {
    return refuse('ALREADY_MEMBER', 'This person already has access to the account.');
  }
  if (conduct.secondInvitation === 'refused' && isInvited(db, accountId, email, now)) {
    return refuse('ALREADY_INVITED', 'This person already has a pending invitation to the account.');
  }

  const invitationId = `inv-${randomBytes(12).toString('hex')}`;
  const row = insertInvitation(
    db,
    { invitationId, accountId, email, userName, role, createdBy: caller.email },
    now,
  );
  if (notifyInvitedUsers) recordEmail(db, row, now);
  return { row };
}
