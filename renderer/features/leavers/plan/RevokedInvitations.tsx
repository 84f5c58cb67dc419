import type { ReactElement } from 'react';
import { roleName } from '../../../../shared/domain/invitation/role';
import type { LeaverInvitation } from '../../../../shared/domain/leaver/leaver';
import { formatNumber } from '../../../../shared/text/formats';
import { memberChangesText } from '../../members/changes/memberChangesText';
import { invitationKeyOf } from './planParts';
import { planText } from './planText';

/** Max number of invitations a dialog can show without scrolling. */
const maxNamed = 8;

/** The invitations that are revoked; the rest by number. */
export function RevokedInvitations({
  invitations,
}: {
  readonly invitations: readonly LeaverInvitation[];
}): ReactElement {
  const unnamed = invitations.length - maxNamed;
  return (
    <ul className="plain-list">
      {invitations.slice(0, maxNamed).map((invitation) => (
        <li key={invitationKeyOf(invitation)} className="breaks-anywhere">
          {planText.invitationLine(
            invitation.accountName,
            invitation.emailAddress,
            roleName(invitation.role).toLowerCase(),
          )}
        </li>
      ))}
      {unnamed > 0 ? <li>{memberChangesText.andMore(formatNumber(unnamed))}</li> : null}
    </ul>
  );
}
