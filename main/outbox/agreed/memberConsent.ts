import type { Agreement } from '../../../shared/domain/outbox/agreement';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { Identity } from '../../../shared/domain/connection/connection';
import { signedInPerson } from '../../access/accountAccess';
import { maskOf } from '../../access/accountUsers';
import { readMembers } from '../../access/members/memberFacts';
import type { MemberState } from '../../access/members/memberState';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { Database } from '../../storage/database';
import { hasDirectAccess, isLargeShare } from '../guards/memberGuards';

/** Members of one account who are changed through one connection. */
export interface ChangedMembers {
  readonly realm: string;
  readonly account: AccountRef;
  readonly accountName: string;
  readonly userIds: readonly string[];
}

/** What a person has to confirm about these members beside their number; see `agreement`. */
export function memberConsent(
  db: Database,
  { realm, account, accountName, userIds }: ChangedMembers,
): Pick<Agreement, 'shares' | 'yourself'> {
  const members = readMembers(db, { realm, accountId: account.accountId });
  const direct = members.filter(hasDirectAccess).length;
  const isYou = isPerson(signedInPerson(db, account.connectionId));
  const changed = new Set(userIds);
  return {
    shares: isLargeShare(changed.size, direct)
      ? [{ account, accountName, total: changed.size, members: direct }]
      : [],
    yourself: members
      .filter((member) => changed.has(member.userId) && isYou(member))
      .map(({ userId, maskedEmail }) => ({ ...account, userId, accountName, maskedEmail }))
      .sort((one, other) => (one.userId < other.userId ? -1 : 1)),
  };
}

/** Whether a member is this person, or may be: by the user ID, the address or a mask it fits. */
const isPerson =
  (person: Identity | null) =>
  ({ userId, maskedEmail }: Pick<MemberState, 'userId' | 'maskedEmail'>): boolean => {
    if (userId === person?.userId) return true;
    if (person?.email === undefined) return false;
    const key = mailboxKey(person.email);
    return isWholeAddress(maskedEmail)
      ? mailboxKey(maskedEmail) === key
      : maskOf(maskedEmail)?.(key) === true;
  };
