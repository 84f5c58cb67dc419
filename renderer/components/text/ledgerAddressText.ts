import type { LedgerAddress } from '../../../shared/domain/person/ledgerAddress';

/** The address behind a user ID, with how certain it is: "Probably dana@acme.example". */
export const ledgerAddressText = ({
  address,
  confidence,
}: Pick<LedgerAddress, 'address' | 'confidence'>): string =>
  confidence === 'certain' ? address : `Probably ${address}`;
