import { soonDays } from '../../../shared/domain/invitation/soon';
import { pluralize } from '../../../shared/text/pluralize';

const soon = pluralize(soonDays, 'day');

/** What people read on Home. */
export const homeText = {
  home: 'Home',
  homeIntro: 'What needs your attention across all accounts.',
  refresh: 'Refresh',
  invitePeople: 'Invite people',
  readFailed: 'Couldn’t read the figures',

  // Before there are figures
  readingTitle: 'Reading your accounts',
  readingBody: 'Your accounts and their invitations are being read. Figures appear as answers arrive.',
  notSignedInTitle: 'Nothing has been read yet',
  notSignedInBody: 'Sign in to a connection; then the app reads its accounts and their invitations.',
  openSettings: 'Open Settings',
  noAccountsTitle: 'No accounts',
  noAccountsBody:
    'Amazon didn’t return any AMC accounts for this user. Ask for access, or sign in as another user, then refresh.',
  notReadTitle: 'No invitations have been read yet',
  notReadBody: 'Refresh to read them. Amazon doesn’t show invitations to viewers.',
  openAccounts: 'Open Accounts',

  // Figures
  figures: 'Figures',
  pending: 'Pending',
  expiringSoon: 'Expiring soon',
  expired: 'Expired',
  accepted: 'Accepted',
  inDoubt: 'Unconfirmed',
  problems: 'Problems',
  outOfReachTitle: 'Some invitations are out of reach',

  // Chart
  chartTitle: 'When pending invitations expire',
  day: 'Day',
  invitations: 'Invitations',
  expiring: 'Expiring',
  showInvitations: (invitations: string) => `Show ${invitations}`,

  // What can be done now
  actionsTitle: 'What you can do now',
  nothingPending: 'You’re all caught up. Invite people to get started.',
  nothingUrgent: `Nothing urgent: no invitations expire within ${soon}, and no expired ones are waiting to be sent again.`,
  expiringRemark: `within ${soon}`,
  resendOne: `Resend the 1 that expires within ${soon}`,
  resendMany: (count: string) => `Resend the ${count} that expire within ${soon}`,
  resendHint: 'They’ll be valid for another two weeks.',
  inviteOneAgain: 'Invite again (1 expired)',
  inviteManyAgain: (count: string) => `Invite again (${count} expired)`,
  inviteAgainHint: (invitations: string) =>
    `${invitations} expired without an answer. New ones have the same roles.`,
  nothingPossibleTitle: 'These can’t be changed from here',
  noneLeft: 'They’ve changed in the meantime, and none are left.',
  dismiss: 'Dismiss',
};
