import type { MemberRef } from '../../shared/domain/member/member';
import type { MemberAddress } from '../../shared/domain/person/linkedMember';
import { accountRefKey } from '../../shared/util/accountKey';
import type { Database } from '../storage/database';
import type { Stepwise } from '../storage/stepwise';
import { findAccount } from './accountAccess';
import { readLedgerAddress } from './members/listing/memberAddresses';
import { invitedNames } from './personAccess';

/** The addresses behind members, as of `LedgerAddresses.bringUpToDate`; without those of accounts that aren't known. */
export function* addressesOf(db: Database, members: readonly MemberRef[]): Stepwise<MemberAddress[]> {
  const realms = new Map<string, string | undefined>();
  const found: MemberAddress[] = [];
  for (const member of members) {
    const key = accountRefKey(member);
    if (!realms.has(key)) realms.set(key, findAccount(db, member)?.realm);
    const realm = realms.get(key);
    if (realm === undefined) continue;
    const ledgerAddress = readLedgerAddress(db, { realm, userId: member.userId });
    const isCertain = ledgerAddress?.confidence === 'certain';
    const [userName = ''] = isCertain ? invitedNames(db, ledgerAddress.address) : [];
    found.push({ ...member, ledgerAddress, userName });
    yield;
  }
  return found;
}
