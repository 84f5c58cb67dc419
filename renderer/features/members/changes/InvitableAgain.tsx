import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import { memberRefKey, memberRefOf } from '../../../../shared/domain/member/member';
import { useMemberAddresses } from '../../../queries/people';
import type { SelectedMember } from './memberDialog';
import { invitableText } from './invitableText';

/** How many names fit without scrolling. */
const maxNamed = 4;

/** Before members are removed: whether they can be let in again from here, which needs their whole addresses. */
export function InvitableAgain({ members }: { readonly members: readonly SelectedMember[] }): ReactElement {
  const addresses = useMemberAddresses(members.map(memberRefOf));
  const unknown = members.filter(
    (member) => addresses?.get(memberRefKey(member))?.ledgerAddress?.confidence !== 'certain',
  );
  return (
    <Alert type={unknown.length === 0 ? 'info' : 'warning'}>
      {invitableText(members.map(nameOf), unknown.map(nameOf), maxNamed)}
    </Alert>
  );
}

const nameOf = ({ maskedEmail, userId }: SelectedMember): string => maskedEmail || userId;
