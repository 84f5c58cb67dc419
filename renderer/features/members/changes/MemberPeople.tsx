import type { ReactElement } from 'react';
import type { Member } from '../../../../shared/domain/member/member';
import { formatNumber } from '../../../../shared/text/formats';
import { membersText } from '../membersText';
import { memberChangesText } from './memberChangesText';

/** Max number of members a dialog can show without scrolling. */
const maxNamed = 8;

/** The members of a change with their roles; the rest by number. */
export function MemberPeople({ members }: { readonly members: readonly Member[] }): ReactElement {
  const unnamed = members.length - maxNamed;
  return (
    <ul className="plain-list">
      {members.slice(0, maxNamed).map(({ userId, maskedEmail, role }) => (
        <li key={userId} className="breaks-anywhere">
          {memberChangesText.person(
            maskedEmail,
            userId,
            role === null ? memberChangesText.unknownRole : membersText.roleName(role).toLowerCase(),
          )}
        </li>
      ))}
      {unnamed > 0 ? <li>{memberChangesText.andMore(formatNumber(unnamed))}</li> : null}
    </ul>
  );
}
