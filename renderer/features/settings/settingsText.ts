/** What people read on Settings. */
export const settingsText = {
  settings: 'Settings',

  // Connections
  connections: 'Connections',
  connectionsIntro:
    'Each connection is one Amazon sign-in and gives access to the accounts that user can reach.',
  readingConnections: 'Reading connections',
  addConnection: 'Add a connection',
  connectAmazonAds: 'Connect Amazon Ads',
  exploreSandbox: 'Explore the sandbox',
  addSandboxFailed: 'Couldn’t add the sandbox',
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
  draft: 'Draft: not signed in yet',
  renewal: 'Renewal',
  renewalByItself: 'Automatic',
  renewalByBrowser: 'Browser, about every hour',
  actions: 'Actions',

  // What can be done with a connection
  signIn: 'Sign in',
  signInTo: (label: string) => `Sign in to ${label}`,
  signOut: 'Sign out',
  signOutOf: (label: string) => `Sign out of ${label}`,
  moreActions: (label: string) => `More actions for ${label}`,
  edit: 'Edit',
  passOnSetup: 'Share setup',
  remove: 'Remove',

  // Removing a connection
  removeTitle: (label: string) => `Remove ${label}?`,
  removeDeletes:
    'This deletes the sign-in, including its tokens and client secret, from your keychain, and its accounts leave the list.',
  removeLeaves:
    'Past changes stay: invitations at Amazon aren’t affected, and the record of changes is kept on this computer.',
  removeAtAmazon:
    'To end this app’s access at Amazon too, remove it under {page} in your Amazon account.' as const,
  manageLoginWithAmazon: 'Manage Login with Amazon',
  removeConfirm: 'Remove connection',
  removeFailed: 'Couldn’t remove the connection',

  // Passing on a setup
  setupTitle: (label: string) => `Setup of ${label}`,
  setupIntro:
    'When a colleague opens it, the form for a new connection is filled in with this. They review it, agree, and sign in as themselves.',
  setupWithout: 'It never contains the client secret or your sign-in.',
  setupWithoutEndpoints:
    'It never contains the client secret, your sign-in or this connection’s custom endpoints. It leads to Amazon itself.',
  clientId: 'Client ID',
  returnPort: 'Return port',
  copySetupLink: 'Copy setup link',
  copied: 'Copied',
  copyFailed: 'Couldn’t copy. Bring the window to the front and try again.',
  saveSetupFile: 'Save setup file…',
  savedAs: (fileName: string) => `Saved as ${fileName}`,
  saveSetupFailed: 'Couldn’t save the setup file',
  close: 'Close',

  // Appearance
  appearance: 'Appearance',
  theme: 'Theme',
  systemTheme: 'System default',
  light: 'Light',
  dark: 'Dark',
  density: 'Density',
  densityHint: 'Compact shows more rows.',
  comfortable: 'Comfortable',
  compact: 'Compact',

  // Keeping up to date
  freshness: 'Keeping up to date',
  refreshAfter: 'Refresh accounts automatically every',
  refreshAfterHint:
    'In the background, while the app is open and the computer is awake. You can refresh at any time.',
  refreshNever: 'Never automatically',
  notifyExpiring: 'Notify me when invitations will expire within 48 hours',
  notifyExpiringHint:
    'A system notification, at most once a day, while the app is open. Click it to open the list.',
  notificationFailed: (help: string) => `The last notification wasn’t shown. ${help}`,

  // People's data
  peopleData: 'People’s data',
  peopleDataDescription: 'Stored on this computer about people who are invited, or have access.',
  storedAboutPeople: [
    'Email addresses, names and roles in invitations, batches and their notes',
    'Members as Amazon lists them: user ID, masked email, role, when they joined and left',
    'Every change sent to Amazon, with its result, and the activity record, with who made the change',
    'Who a user ID belongs to, as somebody confirmed it',
    'Of a directory file: address, name, and whether the person is active',
  ],
  keepPeople: 'Erase people this long after their last access (months)',
  keepPeopleHint:
    'Counts from the end of their last access, or from what was last done about them. A pseudonym then replaces what names them; times, accounts and results stay. 0 keeps everything. Nobody is erased while something is open, or while the app can’t tell that their access ended.',
  erasePeople: 'To erase somebody now, open their page and select “Erase personal data”.',
  forgetDirectory: 'A directory file is kept until you import a newer one or forget it:',
  openDirectory: 'Not in the directory',

  // Sending changes
  sendingChanges: 'Sending changes',
  continueAtStart: 'Resume automatically on next launch',
  continueAtStartHint:
    'If off, changes still waiting when you close the app are held at the next launch until you resume them.',
  checkOnlineAfter: 'Refresh a batch’s accounts before sending if older than (minutes)',
  checkOnlineAfterHint: 'Changes since then are shown before anything is sent.',
  typeNumberFromInvitations: 'Require typed confirmation at (invitations)',
  typeNumberFromInvitationsHint:
    'Larger batches ask you to type the number of invitations. 0 turns this off.',
  typeNumberFromAdmins: 'Require typed confirmation at (admins)',
  typeNumberFromAdminsHint:
    'Batches with more admins ask you to type the number of invitations. 0 turns this off.',

  // House rules
  houseRules: 'House rules',
  houseRulesIntro: 'Every batch row is checked against these before it’s sent.',
  allowedDomains: 'Allowed domains',
  allowedDomainsHint:
    'One per line, like example.com. People at other domains are errors. Leave blank to allow all domains.',
  maxAdmins: 'Maximum admins per account',
  maxAdminsHint: 'Includes pending admins. 0 means no limit.',
  adminsNeedNote: 'Admins need a note',
  adminsNeedNoteHint: 'A row that makes someone an admin is an error until its note says why.',

  // Message to invited people
  messageTitle: 'Message to invited people',
  messageIntro: '“Copy message” in an invitation’s details copies it to the clipboard. Nothing is sent.',
  message: 'Message',
  messageHint: (placeholders: string) => `Filled in for each person: ${placeholders}.`,
  messagePreview: 'Preview with sample data',
  exampleName: 'Rosa Lind',
  exampleAccount: 'Copper Kettle Coffee',
  resetMessage: 'Reset message',
  saveMessage: 'Save message',

  // Redeem links
  redeemLinks: 'Redeem links',
  linkHandling: (scheme: string) => `Links starting with ${scheme}://`,
  linksOpenThisApp: 'Open this app. The invitation is shown under Redeem, and waits for your click.',
  linksNotOpenedYet: 'Don’t open this app yet on this computer. You can always paste them under Redeem.',
  linksOpenInstalledApp:
    'Open the installed app on this computer, not this copy. You can always paste them under Redeem.',
  openLinks: 'Open such links with this app',
  stopOpeningLinks: 'Stop opening links with this copy',
  redeemPage: 'Your redeem page',
  optionalRedeemPage: 'Your redeem page {optional}' as const,
  redeemPagePlaceholder: 'https://www.example.com/redeem.html',
  optional: '- optional',
  redeemPageHint:
    'Email programs remove links that don’t start with https. Put the page from this app’s documentation (redeem-page.html) on your own web server and enter its address. Copied links then lead to that page, which opens this app. The invitation ID isn’t sent to the server.',
  linkExample: (link: string) => `Links look like this: ${link}`,
  saveRedeemPage: 'Save the redeem page',

  // Settings that are typed
  save: 'Save',
  saveSetting: (label: string) => `Save: ${label}`,
  numberError: (minValue: string, maxValue: string) =>
    `Enter a whole number from ${minValue} to ${maxValue}.`,

  // Where things are stored
  storageTitle: 'Where data is stored',
  storedSecrets: 'Sign-ins and client secrets',
  checkingKeychain: 'Checking the keychain',
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
  copyObservations: 'Copy observations',
  copiedObservations: 'Copied, without any value of an answer. Nothing was sent.',
  notAffiliated: 'Not affiliated with, endorsed by or sponsored by Amazon.',
};
