import { soonDays } from '../../../../shared/domain/invitation/soon';
import { formatAlternatives, formatList, formatNumber } from '../../../../shared/text/formats';
import { pluralize } from '../../../../shared/text/pluralize';

const soon = pluralize(soonDays, 'day');

/** What people read in the list of what needs their attention. Titles get the number of items. */
export const inboxText = {
  title: 'What needs your attention',
  allDone: 'You’re all caught up.',
  noAccounts: 'Nothing is waiting for you.',
  invitePeople: 'You’re all caught up. Invite people to get started.',

  failedTitle: (count: number) => pluralize(count, 'failed change'),
  failedRemedy: 'Review and retry',
  pausedTitle: (count: number) => `${pluralize(count, 'change is', 'changes are')} waiting for you`,
  pausedReason: 'They’re paused. Nothing is sent until you continue.',
  continue: 'Continue',
  unconfirmedTitle: (count: number) => pluralize(count, 'unconfirmed change'),
  review: 'Review',
  signedOutTitle: (labels: readonly string[]) => `Sign in to ${formatList(labels)} again`,
  signedOutReason: 'Nothing is read or sent through it until you do.',
  openSettings: 'Open Settings',
  doublesTitle: (count: number) => `${pluralize(count, 'person was', 'people were')} invited twice`,
  doublesReason: 'One invitation was sent without the team. Revoke one, or leave both: Settings, Team.',
  expiringTitle: (count: number) =>
    `${pluralize(count, 'invitation expires', 'invitations expire')} within ${soon}`,
  expiringReason: 'Resending adds another two weeks.',
  resendOne: `Resend the 1 that expires within ${soon}`,
  resendMany: (count: string) => `Resend the ${count} that expire within ${soon}`,
  expiredTitle: (count: number) => `${pluralize(count, 'invitation')} expired without an answer`,
  expiredReason: 'In the last 30 days, not invited again. New invitations have the same roles.',
  inviteOneAgain: 'Invite again (1 expired)',
  inviteManyAgain: (count: string) => `Invite again (${count} expired)`,
  toAddTitle: (count: number) =>
    `${pluralize(count, 'person waits', 'people wait')} to be added to instances`,
  toAddReason: 'They accepted, and an administrator still adds them to instances in Amazon’s console.',
  openWork: 'Open the list',
  redeemTitle: (count: number) => `${pluralize(count, 'invitation')} to redeem`,
  instancesTitle: (accounts: readonly string[]) =>
    accounts.length === 1
      ? `You joined ${accounts[0] ?? ''}, and can’t open an instance yet`
      : `You joined ${formatNumber(accounts.length)} accounts in which you can’t open an instance yet`,
  instancesReason:
    'An administrator of the account adds you to each instance. The app checks every 30 minutes.',
  checkAgain: 'Check again',
  redeemReason: 'You opened or pasted the links, and haven’t redeemed them yet.',
  openRedeem: 'Open Redeem',
  problemsTitle: (count: number) => `${pluralize(count, 'account')} couldn’t be read`,
  problemsReason: 'Their figures are from the last time they could be.',
  showAccounts: 'Show accounts',

  /** The quiet line below the list. @param names such as “failed” and “unconfirmed” */
  nothingElse: (names: readonly string[]) => `Nothing ${formatAlternatives(names)}.`,
  failed: 'failed',
  paused: 'paused',
  unconfirmed: 'unconfirmed',
  expiring: 'expiring soon',
  expired: 'expired',
  toRedeem: 'to redeem',
  instances: 'waiting for instances',

  nothingPossibleTitle: 'These can’t be changed from here',
  noneLeft: 'They’ve changed in the meantime, and none are left.',
  dismiss: 'Dismiss',
};
