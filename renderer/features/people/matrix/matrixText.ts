/** What people read on the matrix. */
export const matrixText = {
  title: 'Matrix',
  description: 'Who has access to which account, as Amazon lists it.',
  grid: 'Access of people by account',
  person: 'Person',
  refresh: 'Refresh',
  readFailed: 'Couldn’t read who has access',

  // MatrixFilters
  findAccounts: 'Find accounts',
  findAccountsPlaceholder: 'Find by account or ID',
  sort: 'Order',
  sorts: { maskedEmail: 'By email', accounts: 'Most accounts first', admins: 'Most admin roles first' },

  // AccountStepper
  account: 'Account',
  previousAccount: 'Previous account',
  nextAccount: 'Next account',

  // NoAccounts
  noAccountsTitle: 'No accounts match',
  noAccountsBody: 'Try another part of the account’s name or ID.',
  clearFilters: 'Clear filters',

  // MatrixPage
  legend:
    'An empty cell means that Amazon doesn’t list the person in that account. Invitations of people whose user ID isn’t known aren’t shown.',

  // cellName
  reading: 'Reading',
  otherRealm: 'Not possible, because the account belongs to another realm',
  notListed: 'Not listed',
  access: (scopeName: string) => `${scopeName.toLowerCase()} access`,
  asOf: (time: string) => `as of ${time}`,
  roleAsOf: (time: string) => `role as of ${time}`,
  roleNotRead: 'role not read yet',
  roleNotShown: 'Amazon shows no role for inherited access',
  unread: 'the account’s members were never read',
  inheritedUnknown: (time: string) => `no direct access listed, as of ${time}`,
  membersAsOf: (time: string) => `members as of ${time}`,
  neverRead: 'members never read',
};
