import { formatNumber } from '../../../shared/text/formats';
import { byCount } from '../../../shared/text/pluralize';

/** What people read in system notifications. */
export const notificationsText = {
  sendingFinished: 'Sending has finished',
  redeemed: 'Invitation redeemed',
  firstInstance: 'You were added to an instance',
  aboutToExpire: 'Invitations about to expire',
  expiring: (count: number) =>
    byCount(
      count,
      '1 invitation will expire within 48 hours. Resend it to add two more weeks.',
      `${formatNumber(count)} invitations will expire within 48 hours. Resend them to add two more weeks.`,
    ),
  /** @param what the sentence about the new accounts; @param count how many there are */
  clickToOpen: (what: string, count: number) =>
    byCount(count, `${what} Click to open it.`, `${what} Click to open them.`),
};
