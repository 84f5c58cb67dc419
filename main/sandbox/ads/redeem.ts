import { transaction } from '../../storage/transaction';
import { endInvitation, findInvitation, isPending } from '../state/invitations';
import { setRole } from '../state/members';
import { hasAcceptedTerms, redeemTerms } from '../state/terms';
import { ApiFault, type Operations } from './operation';

/** The terms of an invitation to an AMC account (amazon-api §2). */
export const invitationTerms = 'MARKETING_CLOUD';

export const redeemOperations = {
  /** Makes the invited person a member. No permission is needed (amazon-api §2). */
  RedeemUserInvitation: ({ db, caller, body, now }) => {
    transaction(db, () => {
      const row = findInvitation(db, body.invitationId);
      if (row === undefined) throw new ApiFault(404, 'There is no such invitation');
      if (row.email.toLowerCase() !== caller.email.toLowerCase()) {
        throw new ApiFault(403, 'The invitation is for another person');
      }
      if (row.state === 'REDEEMED') throw new ApiFault(400, 'The invitation has been redeemed already');
      if (!isPending(row, now)) throw new ApiFault(403, 'The invitation is no longer pending');
      if (!hasAcceptedTerms(db, caller.email, invitationTerms)) {
        throw new ApiFault(403, 'Terms and conditions must be accepted to continue');
      }
      endInvitation(db, row.invitationId, 'REDEEMED');
      setRole(db, row.accountId, caller.userId, row.role);
      redeemTerms(db, caller.userId, invitationTerms);
    });
    return undefined;
  },
} satisfies Partial<Operations>;
