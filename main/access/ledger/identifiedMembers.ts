import type { LedgerAddress } from '../../../shared/domain/person/ledgerAddress';
import type { Database } from '../../storage/database';
import { currentMembersWithAddresses } from '../members/listing/memberAddresses';
import { ledgerAddressesOf } from './ledgerAddresses';

/** Somebody with access to an account whose address is known. */
export interface IdentifiedMember {
  readonly realm: string;
  readonly accountId: string;
  /** In the form of `mailboxKey`. */
  readonly address: string;
  readonly confidence: LedgerAddress['confidence'];
}

/** All of them, as of the last refresh of each account's members. */
export async function identifiedMembers(db: Database): Promise<IdentifiedMember[]> {
  await ledgerAddressesOf(db).bringUpToDate();
  return currentMembersWithAddresses(db);
}
