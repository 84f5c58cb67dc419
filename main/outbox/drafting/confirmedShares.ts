import { accountRefKey } from '../../../shared/util/accountKey';
import { readMembers } from '../../access/members/memberFacts';
import type { Database } from '../../storage/database';
import { hasDirectAccess, isLargeShare } from '../guards/memberGuards';
import { isMemberChange, type NewRequest } from '../journal/append';

/**
 * Marks the calls of accounts in which, together, they change much of the members: a person who agrees to them types the number for
 * each such account (see `memberConsent`).
 */
export function withConfirmedShares<Call extends NewRequest>(db: Database, calls: readonly Call[]): Call[] {
  const changed = new Map<string, number>();
  for (const call of calls) {
    if (!isMemberChange(call)) continue;
    changed.set(accountRefKey(call), (changed.get(accountRefKey(call)) ?? 0) + call.operations.length);
  }
  const large = new Map<string, boolean>();
  return calls.map((call) => {
    const count = changed.get(accountRefKey(call));
    if (count === undefined || !isMemberChange(call)) return call;
    const key = accountRefKey(call);
    const isLarge =
      large.get(key) ?? isLargeShare(count, readMembers(db, call).filter(hasDirectAccess).length);
    large.set(key, isLarge);
    return { ...call, isShareConfirmed: isLarge };
  });
}
