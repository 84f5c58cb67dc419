/** What people read in notices. */
export const noticesText = {
  // Notices
  notices: 'Notices',
  dismiss: 'Dismiss',
  actionFailed: 'That did not work',
  batchDeleted: (name: string) => `Deleted “${name}”.`,
  undo: 'Undo',
  signIn: 'Sign in',
  signInTo: (label: string) => `Sign in to ${label}`,
  signInAgain: (label: string) =>
    `Amazon asks you to sign in to “${label}” again. Nothing is lost; you see the stored copy meanwhile.`,
  signedOut: (label: string) =>
    `You are signed out of “${label}”. Sign in to read its accounts and to change anything.`,
  showResults: 'Show results',
  openOperations: 'Open Operations',
  changesInDoubt: (count: string, pronoun: string) =>
    `${count} in doubt: Amazon’s answer never came, so nobody knows yet whether ${pronoun} happened.`,
  showDoubts: 'Show changes in doubt',
  changesWaiting: (count: string, verb: string) => `${count} ${verb} waiting since you closed the app.`,

  // useArrivedFileNotices
  importFile: 'Import',

  // useDataNotices
  diskFullTitle: 'The disk of this computer is full',
  diskFullBody:
    'What Amazon answered waits to be saved. Free some space and leave the app open: it goes on by itself.',
  databaseDamagedTitle: 'Your data was damaged, so the app started without it',
  databaseDamagedBody:
    'Nothing changed at Amazon: connect again to read your accounts and invitations anew. Only the history kept on this computer is missing.',
  settingsDamagedTitle: 'Your settings were damaged, so the defaults apply',
  settingsDamagedBody: 'Your accounts and invitations are not affected.',
  damagedFileNote: (explanation: string, fileName: string, folder: string) =>
    `${explanation} The damaged file was kept as ${fileName} in ${folder}.`,

  // useRedeemNotices
  setupWaiting: 'Someone sent you a set-up for a new connection.',
  invitationsWaiting: (count: string, verb: string) =>
    `${count} ${verb} for you. Connect first, then redeem.`,
  showSetup: 'Show it',
  openAccount: 'Open the account',
  showAccounts: 'Show accounts',

  // useRefreshNotices
  refreshFailed: (names: string) => `Could not refresh ${names}`,
  tryAgain: 'Try again',
  tryingAgain: 'Trying again',

  // RefreshFailures
  accountsOf: (label: string) => `The accounts of “${label}”`,
  readFailed: (subject: string) => `Could not read ${subject}`,
  close: 'Close',
  storedCopyHint: 'You see the stored copy of these meanwhile; each says how old it is.',
  accountsNotRead: 'Accounts not read',

  // useSafetyNotices
  leftInKeychain: 'Not yet deleted from your keychain',
  manageLoginWithAmazon: 'Manage Login with Amazon',
};
