import { isOverdue, type Invitation } from '../../../../shared/domain/invitation/invitation';

/**
 * Why an invitation has no link to share; null if it has one: only an unexpired pending invitation can be redeemed.
 * @param now ms since 1970
 */
export function noLinkText(invitation: Pick<Invitation, 'state' | 'expiresAt'>, now: number): string | null {
  if (invitation.state !== 'pending')
    return 'There’s no link to share: only pending invitations can be redeemed.';
  return isOverdue(invitation, now) ? 'There’s no link to share: this invitation has expired.' : null;
}
