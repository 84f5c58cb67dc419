/** What people read on Accounts, and where they are only viewers. */
export const accountsText = {
  accounts: 'Accounts',
  accountsIntro: 'The Amazon Marketing Cloud accounts your connections lead to.',
  readingAccounts: 'Reading accounts',
  readFailed: 'Could not read the accounts',
  refresh: 'Refresh',
  findAccounts: 'Find accounts',
  findPlaceholder: 'Find by name or ID',
  problemsOnly: 'With trouble',
  showAllAccounts: 'Show all accounts, not only those with trouble',

  // When no account is shown
  readingTitle: 'Reading your accounts',
  readingBody: 'Amazon is being asked right now.',
  notSignedInTitle: 'No accounts yet',
  notSignedInBody: 'Sign in to a connection to see its accounts.',
  noAccountsTitle: 'No accounts',
  noAccountsBody:
    'Amazon names no Marketing Cloud account to the Amazon user who signed in. Ask for access, or sign in as another user, then refresh.',
  noProblemsTitle: 'No account has trouble',
  noProblemsBody: 'All could be read the last time.',
  noMatchTitle: 'No account matches',
  noMatchBody: 'Try another part of its name or ID.',

  // Columns
  favourite: 'Favourite',
  favouriteAccount: (name: string) => `Favourite ${name}`,
  account: 'Account',
  accountNotRead: 'Could not be read',
  marketplace: 'Marketplace',
  connection: 'Way in',
  canInvite: 'Can invite here?',
  yes: 'Yes',
  viewerOnly: 'Viewer only',
  notChecked: 'Not checked',
  notListed: 'Not listed',
  refusesChanges: 'Takes no changes',
  refusesChangesHint:
    'Amazon has refused every change here so far. For an account from instant access, use Amazon’s own console.',
  pending: 'Pending',
  pendingLink: (count: string, name: string) => `${count} pending in ${name}`,
  lastOpened: 'Last opened',
  asOf: 'As of',

  // For viewers
  viewerTitle: 'You are a viewer here',
  lastReadAsAdmin: ' The list shows what was last read as an admin. ',
  askAdmin: 'Ask an admin of this account to invite people, or to make you an admin.',
  adminThrough: (label: string) => `Through ${label} you are an admin.`,
  openThrough: (label: string) => `Open it through ${label}`,
};
