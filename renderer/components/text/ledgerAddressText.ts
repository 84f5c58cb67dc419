import type { LedgerAddress } from '../../../shared/domain/person/ledgerAddress';
import type { LinkedMember } from '../../../shared/domain/person/linkedMember';

/** The address behind a user ID, with how certain it is: "Probably dana@acme.example". */
export const ledgerAddressText = ({
  address,
  confidence,
}: Pick<LedgerAddress, 'address' | 'confidence'>): string =>
  confidence === 'certain' ? address : `Probably ${address}`;

/** How certain it is that a member is an invited person: "Probably this person, no longer listed". */
export const linkedMemberText = ({
  confidence,
  goneAt,
}: Pick<LinkedMember, 'confidence' | 'goneAt'>): string =>
  `${confidence === 'certain' ? 'Certainly' : 'Probably'} this person${goneAt === null ? '' : ', no longer listed'}`;
