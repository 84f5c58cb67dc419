import type { CheckedInput } from '../../../shared/bridge/ipc';
import { isWholeAddress } from '../../access/refresh/evidence';
import { requireInvitation } from '../../access/invitations/invitationFacts';
import type { Database } from '../../storage/database';
import { atOnce } from '../../storage/stepwise';
import { changesOf } from './changesOf';
import { type AgreedChange } from './changesOf';
import { draftUpdate } from './draftSelection';
import { draftCreate, invalid } from './draftInvitations';
import type { NewRequest } from '../journal/append';
import { draftingErrorText } from './draftingErrorText';

/** A revocation, and the invitation that replaces it. */
export interface DraftedRoleChange {
  readonly revocation: NewRequest;
  readonly invitation: NewRequest;
}

/**
 * The two calls that change the role of a pending invitation: Amazon can't do it in one (amazon-api §2). The second has to wait
 * for the first.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function draftRoleChange(
  db: Database,
  {
    invitation: ref,
    role,
    notifyInvitedUsers: notify = false,
  }: Pick<CheckedInput<'invitations.changeRole'>, 'invitation' | 'role'> & {
    readonly notifyInvitedUsers?: boolean;
  },
): DraftedRoleChange {
  const { emailAddress, userName, role: roleNow } = requireInvitation(db, ref);
  if (roleNow.toLowerCase() === role) {
    throw invalid(draftingErrorText.hasRole(emailAddress, role));
  }
  if (!isWholeAddress(emailAddress)) {
    throw invalid(draftingErrorText.addressHidden);
  }
  const { connectionId, accountId } = ref;
  const account = { connectionId, accountId };
  const invitees = [{ emailAddress, userName, role }];
  const [revocation] = atOnce(draftUpdate(db, 'revoke', [ref], false)).requests;
  const [invitation] = atOnce(draftCreate(db, { account, invitees, notifyInvitedUsers: notify }));
  if (revocation === undefined || invitation === undefined) throw new Error('A change of role is two calls.');
  return { revocation, invitation };
}

/** A single change to those who agree to it: the new invitation replacing the old one. */
export const roleChangesOf = ({ revocation, invitation }: DraftedRoleChange): AgreedChange[] => {
  const invitationId = revocation.operations[0]?.invitationId ?? null;
  return [...changesOf([invitation])].map((change) => ({ ...change, invitationId }));
};
