import type { ReactElement } from 'react';
import type { ListedMember } from '../../../shared/domain/person/listedMember';
import { ledgerAddressText } from '../../components/text/ledgerAddressText';
import { membersText } from './membersText';
import { ListLink } from '../../navigation/ListLink';

/** Whose user ID this is: the address if it is known, then what Amazon lists, which alone proves nobody. It leads to the page. */
export function MemberEmail({
  member: { realm, userId, maskedEmail, ledgerAddress },
}: {
  readonly member: Pick<ListedMember, 'realm' | 'userId' | 'maskedEmail' | 'ledgerAddress'>;
}): ReactElement {
  const listedAs = maskedEmail || membersText.emailNotShown;
  const name = ledgerAddress === null ? listedAs : ledgerAddressText(ledgerAddress);
  // Amazon's own spelling of the same address says nothing more.
  const isListedWhole = ledgerAddress?.address === maskedEmail.toLowerCase();
  return (
    <span className="breaks-anywhere">
      <ListLink to={{ screen: 'memberPerson', realm, userId }}>{name}</ListLink>
      {ledgerAddress === null || isListedWhole ? null : <div className="list-second">{listedAs}</div>}
    </span>
  );
}
