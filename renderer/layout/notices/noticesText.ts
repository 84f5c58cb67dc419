import { byCount, pluralize } from '../../../shared/text/pluralize';
import { formatNumber } from '../../../shared/text/formats';
import { someNames } from '../../components/text/someNames';

/** What people read in notices. */
export const noticesText = {
  leftOut: (invitations: string) => `${invitations} left out`,
  notRead: (accounts: string) => `${accounts} not read`,

  // Notices
  notices: 'Notices',
  dismiss: 'Dismiss',
  actionFailed: 'Something went wrong',
  batchDeleted: (name: string) => `Deleted “${name}”.`,
  undo: 'Undo',
  showWindow: 'Show window',
  signIn: 'Sign in',
  signInTo: (label: string) => `Sign in to ${label}`,
  signInAgain: (label: string) => `Amazon asks you to sign in to “${label}” again. Nothing is lost.`,
  signedOut: (label: string) => `You’re signed out of “${label}”.`,
  signInToSeveral: (labels: readonly string[]) =>
    `${pluralize(labels.length, 'connection')} need you to sign in: ${someNames(labels, 3)}.`,
  showConnections: 'Show connections',
  showResults: 'Show results',
  openOperations: 'Open Operations',
  changesInDoubt: (count: number) =>
    byCount(
      count,
      '1 change unconfirmed: Amazon’s answer never arrived, so it isn’t known yet whether it happened.',
      `${formatNumber(count)} changes unconfirmed: Amazon’s answer never arrived, so it isn’t known yet whether they happened.`,
    ),
  showDoubts: 'Show unconfirmed changes',
  changesWaiting: (count: number) =>
    byCount(
      count,
      '1 change has been waiting since you closed the app.',
      `${formatNumber(count)} changes have been waiting since you closed the app.`,
    ),

  // useArrivedFileNotices
  openFile: 'Open',
  importFile: 'Import',

  // useDataNotices
  diskFullTitle: 'This computer’s disk is full',
  diskFullBody:
    'Amazon’s answers are waiting to be saved. Free up some space and leave the app open. It continues automatically.',
  databaseDamagedTitle: 'Your data was damaged, so the app started without it',
  databaseDamagedBody:
    'Nothing changed at Amazon. Connect again to read your accounts and invitations. Only the history stored on this computer is missing.',
  settingsDamagedTitle: 'Your settings were damaged, so the defaults apply',
  settingsDamagedBody: 'Your accounts and invitations are not affected.',
  damagedFileNote: (explanation: string, fileName: string, folder: string) =>
    `${explanation} The damaged file was saved as ${fileName} in ${folder}.`,

  // useRedeemNotices
  setupWaiting: 'Someone sent you a setup for a new connection.',
  invitationsWaiting: (count: number) =>
    byCount(
      count,
      '1 invitation is waiting for you. Connect first, then redeem.',
      `${formatNumber(count)} invitations are waiting for you. Connect first, then redeem.`,
    ),
  show: 'Show',
  showSetup: 'View setup',
  openAccount: 'Open the account',
  showAccounts: 'Show accounts',

  // useRefreshNotices
  refreshFailed: (names: string) => `Couldn’t refresh ${names}`,
  storedCopy: 'You see the stored copy {age}.' as const,
  tryAgain: 'Try again',
  tryingAgain: 'Trying again',

  // RefreshFailures
  accountsOf: (label: string) => `The accounts of “${label}”`,
  readFailed: (subject: string) => `Couldn’t read ${subject}`,
  close: 'Close',
  storedCopyHint: 'You see the stored copy in the meantime. Each one shows how old it is.',
  accountsNotRead: 'Accounts not read',

  // useSafetyNotices
  leftInKeychain: 'Not yet deleted from your keychain',
  manageLoginWithAmazon: 'Manage Login with Amazon',
};
