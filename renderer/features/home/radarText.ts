import { accountKey } from '../../../shared/util/accountKey';
import { pluralize, byCount } from '../../../shared/text/pluralize';
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
  const inAccounts = pluralize(pendingOf.size, 'account');
  return byCount(
    pending,
    `1 pending invitation in ${inAccounts} can’t be read or resent anymore: you’re only a viewer there, or Amazon no longer lists the account for you. It isn’t counted as expiring soon, but the chart shows it. Ask an admin for access, then refresh.`,
    `${formatNumber(pending)} pending invitations in ${inAccounts} can’t be read or resent anymore: you’re only a viewer there, or Amazon no longer lists the account for you. They aren’t counted as expiring soon, but the chart shows them. Ask an admin for access, then refresh.`,
  );
}
