import { accountKey } from '../../../shared/util/accountKey';
import { pluralize } from '../../../shared/text/pluralize';
import { isUsable, type Account } from '../../../shared/domain/account/account';
import { formatNumber } from '../../../shared/text/formats';

/** The remark below the figure of pending invitations. @param overdue how many of them have expired */
export const pendingRemark = (overdue: number): string =>
  overdue === 0 ? 'in all accounts' : `${formatNumber(overdue)} expired (unconfirmed)`;

/**
 * What can't be watched or resent through any connection, as a sentence; null if there is nothing. An account counts once,
 * however many connections reach it.
 */
export function outOfReachText(accounts: readonly Account[]): string | null {
  const inReach = new Set(accounts.filter(isUsable).map(accountKey));
  const pendingOf = new Map(
    accounts
      .filter((account) => !inReach.has(accountKey(account)) && account.pendingInvitations > 0)
      .map((account) => [accountKey(account), account.pendingInvitations]),
  );
  if (pendingOf.size === 0) return null;
  const pending = [...pendingOf.values()].reduce((sum, count) => sum + count, 0);
  return `${pluralize(pending, 'pending invitation')} in ${pluralize(pendingOf.size, 'account')} can’t be read or resent anymore: you’re only a viewer there, or Amazon no longer lists the account for you. ${pending === 1 ? 'It isn’t' : 'They aren’t'} counted as expiring soon, but the chart shows ${pending === 1 ? 'it' : 'them'}. Ask an admin for access, then refresh.`;
}
