import type { TeamDouble } from '../../../../../shared/domain/team/teamDouble';
import type { InvitationsRoute } from '../../../../../shared/navigation/routes';

/**
 * Where one of two invitations can be revoked: the person's invitations in the account, with the details of the one that is proposed,
 * as far as one is. Null if no connection reaches the account.
 */
export function pageToRevoke({
  account,
  emailAddress,
  sides,
  proposed,
}: TeamDouble): InvitationsRoute | null {
  if (account === null) return null;
  const invitationId = sides.find(({ claimId }) => claimId === proposed)?.invitationId ?? null;
  return {
    ...{ screen: 'invitations', account, filter: { search: emailAddress } },
    ...(invitationId === null ? {} : { shown: { ...account, invitationId } }),
  };
}
