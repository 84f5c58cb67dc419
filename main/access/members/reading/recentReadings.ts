import { accountKey } from '../../../../shared/util/accountKey';
import type { AccountPlace } from '../memberFacts';

/**
 * Which complete readings were stored a short time ago, by a clock that never jumps: what is judged on a reading needs its real
 * age. Empty when the program starts.
 */
export interface RecentReadings {
  /** The list of direct access, or the one without a scope, was stored. @param at when the reading began, in ms */
  listed(account: AccountPlace, at: number): void;
  /** A member's role was stored. @param at when the reading began, in ms */
  roleRead(member: AccountPlace & { readonly userId: string }, at: number): void;
  /** @param since in ms */
  isListed(account: AccountPlace, since: number): boolean;
  /** @param since in ms */
  isRoleRead(member: AccountPlace & { readonly userId: string }, since: number): boolean;
}

export function createRecentReadings(): RecentReadings {
  const accounts = new Map<string, { listedAt: number; readonly roles: Map<string, number> }>();
  const of = (account: AccountPlace) => {
    const key = accountKey(account);
    const known = accounts.get(key) ?? { listedAt: -Infinity, roles: new Map<string, number>() };
    accounts.set(key, known);
    return known;
  };
  return {
    listed(account, at) {
      const readings = of(account);
      readings.listedAt = Math.max(readings.listedAt, at);
    },
    roleRead(member, at) {
      const { roles } = of(member);
      roles.set(member.userId, Math.max(roles.get(member.userId) ?? -Infinity, at));
    },
    isListed: (account, since) => of(account).listedAt >= since,
    isRoleRead: (member, since) => (of(member).roles.get(member.userId) ?? -Infinity) >= since,
  };
}
