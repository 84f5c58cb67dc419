/** What people read on Settings. */
export const settingsText = {
  settings: 'Settings',

  // Connections
  connections: 'Connections',
  connectionsIntro:
    'Each connection is one Amazon sign-in, and a way in to the accounts that user can reach.',
  readingConnections: 'Reading connections',
  addConnection: 'Add a connection',
  connectAmazonAds: 'Connect Amazon Ads',
  exploreSandbox: 'Explore the sandbox',
  addSandboxFailed: 'Could not add the sandbox',
  noConnectionsTitle: 'No connections',
  noConnectionsBody: 'Add one to see your accounts.',
  name: 'Name',
  region: 'Region',
  signedInAs: 'Signed in as',
  identityUnknown: 'Amazon hasn’t said',
  state: 'State',
  signedIn: 'Signed in',
  signInAgain: 'Sign in again',
  signedOut: 'Signed out',
  renewal: 'Renewal',
  renewalByItself: 'By itself',
  renewalByBrowser: 'Browser, about every hour',
  actions: 'Actions',

  // What can be done with a connection
  signIn: 'Sign in',
  signInTo: (label: string) => `Sign in to ${label}`,
  signOut: 'Sign out',
  signOutOf: (label: string) => `Sign out of ${label}`,
  moreActions: (label: string) => `More actions for ${label}`,
  edit: 'Edit',
  passOnSetup: 'Pass on the set-up',
  remove: 'Remove',

  // Removing a connection
  removeTitle: (label: string) => `Remove ${label}?`,
  removeDeletes:
    'This deletes the sign-in, including its tokens and client secret, from your keychain, and its accounts leave the list.',
  removeLeaves:
    'What was done stays: invitations at Amazon are not touched, and the record of past changes is kept on this computer.',
  manageLoginWithAmazon: 'Manage Login with Amazon',
  removeConfirm: 'Remove connection',
  removeFailed: 'The connection was not removed',

  // Passing on a set-up
  setupTitle: (label: string) => `Set-up of ${label}`,
  setupIntro:
    'A colleague who opens it gets the form of a new connection filled in with this, sees it and agrees, and signs in as themselves.',
  clientId: 'Client ID',
  returnPort: 'Return port',
  copySetupLink: 'Copy set-up link',
  copied: 'Copied',
  copyFailed: 'Could not copy. Try again with the window in front.',
  saveSetupFile: 'Save set-up file…',
  savedAs: (fileName: string) => `Saved as ${fileName}`,
  saveSetupFailed: 'Could not save the set-up file',
  close: 'Close',

  // Appearance
  appearance: 'Appearance',
  theme: 'Theme',
  systemTheme: 'As the system',
  light: 'Light',
  dark: 'Dark',
  density: 'Density',
  densityHint: 'Compact shows more rows.',
  comfortable: 'Comfortable',
  compact: 'Compact',

  // Keeping up to date
  freshness: 'Keeping up to date',
  refreshAfter: 'Read accounts again when their copy is older than',
  refreshAfterHint:
    'While the app is open and the computer is awake, in the background. Refresh reads them at any time.',
  refreshNever: 'Never by itself',
  notifyExpiring: 'Tell me when invitations will lapse within 48 hours',
  notifyExpiringHint:
    'A notification of your system, at most once a day, while the app is open. A click on it opens the list.',
  notificationFailed: (help: string) => `The last notification wasn’t shown. ${help}`,

  // Sending changes
  sendingChanges: 'Sending changes',
  continueAtStart: 'Go on by itself at the next start',
  continueAtStartHint:
    'Off: what still waited when you closed the app is held back at the next start until you say Continue.',
  checkOnlineAfter: 'Read a batch’s accounts again before sending when they are older than (minutes)',
  checkOnlineAfterHint: 'What has changed there since is shown before anything goes.',
  typeNumberFromInvitations: 'Have the number typed from so many invitations on',
  typeNumberFromInvitationsHint:
    'A batch of so many is sent only after its number was typed. 0: never asked.',
  typeNumberFromAdmins: 'The same from so many admins on',

  // House rules
  houseRules: 'House rules',
  houseRulesIntro: 'Every row of a batch is checked against these before it is sent.',
  allowedDomains: 'Allowed domains',
  allowedDomainsHint:
    'One a line, like example.com. People at other domains are errors. Empty: all domains are allowed.',
  maxAdmins: 'Most admins in one account',
  maxAdminsHint: 'Pending ones count. 0: any number.',
  adminsNeedNote: 'Admins need a note',
  adminsNeedNoteHint: 'A row that makes somebody an admin is an error until its note says why.',

  // Message to invited people
  messageTitle: 'Message to invited people',
  messageIntro: '“Copy message” in an invitation’s details puts it on the clipboard; nothing is sent.',
  message: 'Message',
  messageHint: (placeholders: string) => `Filled in for each person: ${placeholders}.`,
  messagePreview: 'Preview, for an invented person',
  exampleName: 'Rosa Lind',
  exampleAccount: 'Copper Kettle Coffee',
  resetMessage: 'Reset message',
  saveMessage: 'Save message',

  // Redeem links
  redeemLinks: 'Redeem links',
  linkHandling: (scheme: string) => `Links that begin with ${scheme}://`,
  linksOpenThisApp: 'Open this app. What they are for is shown under Redeem, and waits for your click.',
  linksNotOpenedYet: 'Do not open this app yet on this computer. You can always paste them under Redeem.',
  linksOpenInstalledApp:
    'Do not open this app on this computer; the installed app’s do. You can always paste them under Redeem.',
  openLinks: 'Open such links with this app',
  stopOpeningLinks: 'Stop opening links with this copy',
  redeemPage: 'Your redeem page',
  optional: '- optional',
  redeemPageHint:
    'Mail programs drop links that do not begin with https. Put the page from this app’s documentation (redeem-page.html) on your own web server and enter its address: copied links then lead to it, and it opens this app. The invitation’s ID is not sent to the server.',
  linkExample: (link: string) => `Links look like this: ${link}`,
  saveRedeemPage: 'Save the redeem page',

  // Settings that are typed
  save: 'Save',
  saveSetting: (label: string) => `Save: ${label}`,
  numberError: (minValue: string, maxValue: string) =>
    `Enter a whole number from ${minValue} to ${maxValue}.`,

  // Where things are stored
  storageTitle: 'Where things are kept',
  storedSecrets: 'Sign-ins and client secrets',
  checkingKeychain: 'Asking the keychain',
  storedInKeychain: 'In your computer’s keychain',
  storedInMemory: 'In memory only, until you quit',
  keychainLocked: 'In your keychain, which is locked',
  storedData: 'Accounts, invitations and the record of changes',

  // About
  about: 'About',
  appName: 'AMC Access Manager',
  version: (version: string) => `Version ${version}`,
  runtime: 'Runtime',
  electron: (electronVersion: string) => `Electron ${electronVersion}`,
  electronForDevelopment: (electronVersion: string) => `Electron ${electronVersion}, for development only`,
  platform: 'Platform',
  unsandboxedPlatform: (platform: string) => `${platform}, without the browser engine’s sandbox`,
  copyDiagnostics: 'Copy diagnostics',
  copiedDiagnostics: 'Copied, without secrets, names or email addresses. Nothing was sent.',
  notAffiliated: 'Not affiliated with, endorsed by or sponsored by Amazon.',
};
