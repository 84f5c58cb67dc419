/** What people read on Home. */
export const homeText = {
  home: 'Home',
  homeIntro: 'What needs you, over all accounts you can reach.',
  refresh: 'Refresh',
  invitePeople: 'Invite people',
  readFailed: 'Could not read the figures',

  // Before there are figures
  readingTitle: 'Reading your accounts',
  readingBody:
    'Amazon is being asked for your accounts and their invitations. The figures fill in as answers come.',
  notSignedInTitle: 'Nothing was read yet',
  notSignedInBody: 'Sign in to a connection; then the app reads its accounts and their invitations.',
  openSettings: 'Open Settings',
  noAccountsTitle: 'No accounts',
  noAccountsBody:
    'Amazon names no Marketing Cloud account to the Amazon user who signed in. Ask for access, or sign in as another user, then refresh.',
  notReadTitle: 'No invitations were read yet',
  notReadBody: 'Refresh to read them. Where you are only a viewer, Amazon shows no invitations.',
  openAccounts: 'Open Accounts',

  // Figures
  figures: 'Figures',
  pending: 'Pending',
  expiringSoon: 'Lapsing soon',
  expired: 'Lapsed',
  accepted: 'Accepted',
  inDoubt: 'In doubt',
  problems: 'Trouble',
  outOfReachTitle: 'Some invitations are out of reach',

  // Chart
  chartTitle: 'When pending invitations lapse',
  day: 'Day',
  invitations: 'Invitations',
  expiring: 'Lapsing',
  showInvitations: (invitations: string) => `Show ${invitations}`,

  // What can be done now
  actionsTitle: 'What you can do now',
  nothingPending: 'Nothing waits. Invite people to begin.',
  nothingUrgent:
    'Nothing is urgent: no invitation lapses within 3 days, and none that lapsed waits to be made anew.',
  resendOne: 'Resend the one that lapses within 3 days',
  resendMany: (count: string) => `Resend the ${count} that lapse within 3 days`,
  resendHint: 'They then hold for two weeks from now.',
  inviteOneAgain: 'Invite the lapsed one again',
  inviteManyAgain: (count: string) => `Invite the ${count} lapsed again`,
  inviteAgainHint: (invitations: string) => `${invitations} lapsed unanswered; new ones have the same roles.`,
  nothingPossibleTitle: 'Nothing can be done with these from here',
  noneLeft: 'They have changed meanwhile, and none of them is left.',
  dismiss: 'Dismiss',
};
