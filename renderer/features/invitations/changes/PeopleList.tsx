import type { ReactElement } from 'react';
import { roleName } from '../../../../shared/domain/invitation/role';
import { formatNumber } from '../../../../shared/text/formats';
import type { ReachedInvitation } from './reach';
import { changesText } from './changesText';

/** Max number of names a dialog can show without scrolling. */
const maxNamed = 8;

/** The people of a change, by name; the rest by number. */
export function PeopleList({ selected }: { readonly selected: readonly ReachedInvitation[] }): ReactElement {
  const unnamed = selected.length - maxNamed;
  const accounts = new Set(selected.map(({ invitation }) => invitation.accountId));
  return (
    <ul className="plain-list">
      {selected.slice(0, maxNamed).map(({ invitation }) => (
        <li key={`${invitation.accountId} ${invitation.invitationId}`}>
          {changesText.personWithRole(
            invitation.userName,
            invitation.emailAddress,
            roleName(invitation.role).toLowerCase(),
            accounts.size > 1 ? invitation.accountName : null,
          )}
        </li>
      ))}
      {unnamed > 0 ? <li>{changesText.andMore(formatNumber(unnamed))}</li> : null}
    </ul>
  );
}
