import { formatNumber } from '../../../shared/text/formats';
import { pluralize } from '../../../shared/text/pluralize';
import type { PendingByAccount } from './pendingByAccount';

/** The chart of pending invitations, in sentences. */
const pendingText = {
  none: 'No invitations are pending.',
  inOne: (invitations: string) => `${invitations} in 1 account.`,
  inSeveral: (invitations: string, accounts: string, first: string, max: string) =>
    `${invitations} in ${accounts}. ${first} has ${max}.`,
  inMany: (invitations: string, accounts: string, first: string, max: string, shown: string) =>
    `${invitations} in ${accounts}. ${first} has ${max}. The chart shows the ${shown} accounts with the most.`,
};

/** The chart in a sentence or two. */
export function pendingSummary({ bars, accounts, total }: PendingByAccount): string {
  const [first] = bars;
  if (first === undefined) return pendingText.none;
  const invitations = pluralize(total, 'pending invitation');
  if (accounts === 1) return pendingText.inOne(invitations);
  const where = [pluralize(accounts, 'account'), first.account.name, formatNumber(first.count)] as const;
  return accounts > bars.length
    ? pendingText.inMany(invitations, ...where, formatNumber(bars.length))
    : pendingText.inSeveral(invitations, ...where);
}
