import { soonDays } from '../../../shared/domain/invitation/soon';
import { pluralize } from '../../../shared/text/pluralize';

const soon = pluralize(soonDays, 'day');

/** What people read on Home. */
export const homeText = {
  home: 'Home',
  homeIntro: 'Across all accounts and connections.',
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
    'Amazon didn’t return any AMC accounts for this user. If somebody invited you, open the link from your email or paste it under Redeem. Otherwise ask an admin of the account to invite you, or sign in as another user, then refresh.',
  notReadTitle: 'No invitations have been read yet',
  notReadBody: 'Refresh to read them. Amazon doesn’t show invitations to viewers.',
  openAccounts: 'Open Accounts',

  noAccountsRedeem: 'Redeem an invitation',

  // First steps
  firstSteps: 'First steps',
  hideFirstSteps: 'Hide',
  done: 'Done',
  stepSignIn: 'Sign in with Amazon',
  stepSignInReason: 'The app reads your accounts through a connection you sign in to.',
  stepAccounts: 'Read your accounts',
  stepAccountsReason: 'See which accounts you manage, and star the ones you use most.',
  stepRules: 'Set your house rules',
  stepRulesReason: 'Allowed domains and the number of admins are checked in every batch. Optional.',
  stepInvite: 'Invite people',
  stepInviteReason: 'One form for a few people, a batch or a spreadsheet for many.',

  // Figures
  figures: 'Figures',
  expiringRemark: `within ${soon}`,
  pending: 'Pending',
  expiringSoon: 'Expiring soon',
  expired: 'Expired',
  expiredRemark: 'in the last 30 days, not invited again',
  accepted: 'Accepted',
  acceptedRemark: 'seen in the last 7 days',
  outOfReachTitle: 'Some invitations are out of reach',

  // Chart
  pendingChartTitle: 'Pending invitations by account',
  account: 'Account',
  pendingInvitations: 'Pending invitations',
  chartTitle: 'When pending invitations expire',
  day: 'Day',
  invitations: 'Invitations',
  expiring: 'Expiring',
  showInvitations: (invitations: string) => `Show ${invitations}`,
};
