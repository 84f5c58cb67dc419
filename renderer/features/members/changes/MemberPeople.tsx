import type { ReactElement } from 'react';
import { memberRefKey } from '../../../../shared/domain/member/member';
import { formatNumber } from '../../../../shared/text/formats';
import { membersText } from '../membersText';
import type { SelectedMember } from './memberDialog';
import { memberChangesText } from './memberChangesText';

/** Max number of members a dialog can show without scrolling. */
const maxNamed = 8;

interface MemberPeopleProps {
  readonly members: readonly SelectedMember[];
  /** Whether each is listed with the account, since there are several. */
  readonly withAccount: boolean;
}

/** The members of a change with their roles; the rest by number. */
export function MemberPeople({ members, withAccount }: MemberPeopleProps): ReactElement {
  const unnamed = members.length - maxNamed;
  return (
    <ul className="plain-list">
      {members.slice(0, maxNamed).map((member) => (
        <li key={memberRefKey(member)} className="breaks-anywhere">
          {lineOf(member, withAccount)}
        </li>
      ))}
      {unnamed > 0 ? <li>{memberChangesText.andMore(formatNumber(unnamed))}</li> : null}
    </ul>
  );
}

function lineOf({ maskedEmail, userId, accountName, role }: SelectedMember, withAccount: boolean): string {
  const roleText = role === null ? memberChangesText.unknownRole : membersText.roleName(role).toLowerCase();
  return withAccount
    ? memberChangesText.inAccount(accountName, maskedEmail || userId, roleText)
    : memberChangesText.person(maskedEmail, userId, roleText);
}
