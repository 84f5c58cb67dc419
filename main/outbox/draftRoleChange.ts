import type { CheckedInput } from '../../shared/ipc';
import { isWholeAddress } from '../access/evidence';
import { requireInvitation } from '../access/invitationFacts';
import type { Database } from '../storage/database';
import { draftUpdate } from './draftChosen';
import { draftCreate, invalid } from './drafts';
import type { NewRequest } from './journal';

/**
 * The two calls that change the role of a pending invitation: Amazon cannot do it in one (amazon-contract §2). The
 * second is to wait for the first.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function draftRoleChange(
  db: Database,
  { invitation: ref, role, notifyInvitedUsers: notify }: CheckedInput<'invitations.changeRole'>,
): { readonly revocation: NewRequest; readonly invitation: NewRequest } {
  const { emailAddress, userName, role: roleNow } = requireInvitation(db, ref);
  if (roleNow.toLowerCase() === role) {
    throw invalid(`${emailAddress} is invited as ${role} already. Choose the other role.`);
  }
  if (!isWholeAddress(emailAddress)) {
    throw invalid(
      'Amazon hides the address of this invitation. Revoke it and invite the person anew with the whole address.',
    );
  }
  const { connectionId, accountId } = ref;
  const account = { connectionId, accountId };
  const invitees = [{ emailAddress, userName, role }];
  const [revocation] = draftUpdate(db, 'revoke', [ref], false).requests;
  const [invitation] = draftCreate(db, { account, invitees, notifyInvitedUsers: notify });
  if (revocation === undefined || invitation === undefined) throw new Error('A change of role is two calls.');
  return { revocation, invitation };
}
