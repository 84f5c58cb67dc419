/** What people read in layout/notices. */
export const noticesText = {
  importText: 'Import',
  dismiss: 'Dismiss',
  theDamagedFileWasKept: (value: string, keptAs: string, dataFolder: string) =>
    `${value} The damaged file was kept as ${keptAs} in ${dataFolder}.`,
  theDiskOfThisComputer: 'The disk of this computer is full',
  whatAmazonAnsweredWaitsTo:
    'What Amazon answered waits to be saved. Free some space and leave the app open: it goes on by itself.',
  yourDataWasDamagedSo: 'Your data was damaged, so the app started without it',
  yourSettingsWereDamagedSo: 'Your settings were damaged, so the defaults apply',
  nothingChangedAtAmazonConnect:
    'Nothing changed at Amazon: connect again to read your accounts and invitations anew. Only the history kept on this computer is missing.',
  yourAccountsAndInvitationsAre: 'Your accounts and invitations are not affected.',
  someoneSentYouASetup: 'Someone sent you a set-up for a new connection.',
  forYouConnectFirstThen: (countedInvitations: string, value: string) =>
    `${countedInvitations} ${value} for you. Connect first, then redeem.`,
  showIt: 'Show it',
  openTheAccount: 'Open the account',
  showAccounts: 'Show accounts',
  couldNotRefresh: (named: string) => `Could not refresh ${named}`,
  tryAgain: 'Try again',
  tryingAgain: 'Trying again',
  notYetDeletedFromYour: 'Not yet deleted from your keychain',
  manageLoginWithAmazon: 'Manage Login with Amazon',
  notices: 'Notices',
  thatDidNotWork: 'That did not work',
  deleted: (name: string) => `Deleted “${name}”.`,
  undo: 'Undo',
  signIn: 'Sign in',
  signInTo: (label: string) => `Sign in to ${label}`,
  amazonAsksYouToSign: (label: string) =>
    `Amazon asks you to sign in to “${label}” again. Nothing is lost; you see the stored copy meanwhile.`,
  youAreSignedOutOf: (label: string) =>
    `You are signed out of “${label}”. Sign in to read its accounts and to change anything.`,
  showResults: 'Show results',
  openOperations: 'Open Operations',
  inDoubtAmazonsAnswerNever: (countedChanges: string, value: string) =>
    `${countedChanges} in doubt: Amazon’s answer never came, so nobody knows yet whether ${value} happened.`,
  showChangesInDoubt: 'Show changes in doubt',
  waitingSinceYouClosedThe: (countedChanges: string, value: string) =>
    `${countedChanges} ${value} waiting since you closed the app.`,
  theAccountsOf: (label: string) => `The accounts of “${label}”`,
  couldNotRead: (unreadText: string) => `Could not read ${unreadText}`,
  close: 'Close',
  youSeeTheStoredCopy: 'You see the stored copy of these meanwhile; each says how old it is.',
  accountsNotRead: 'Accounts not read',
};
