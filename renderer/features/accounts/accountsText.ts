import type { ReachedInstances } from '../../../shared/domain/account/instance';
import { openableText } from '../../../shared/domain/account/instanceText';
import { pluralize } from '../../../shared/text/pluralize';

/** What people read on Accounts, and in accounts where they are only viewers. */
export const accountsText = {
  // AccountHeading
  through: 'through {connection}' as const,

  accounts: 'Accounts',
  accountsIntro: 'The AMC accounts you can reach through your connections.',
  readingAccounts: 'Reading accounts',
  readFailed: 'Couldn’t read the accounts',
  refresh: 'Refresh',
  findAccounts: 'Find accounts',
  findPlaceholder: 'Name, ID, group, tag or note',
  problemsOnly: 'Needs attention',
  showAllAccounts: 'Show all accounts, not only those that need attention',

  // AccountsFilters
  filterByGroup: 'Filter by group',
  anyGroup: 'Any group',
  deletedGroup: 'Deleted group',
  filterByTag: 'Filter by tag',
  anyTag: 'Any tag',

  // AccountsHeader, SelectedAccounts and the menu of a row
  setGroup: 'Set group',
  editTags: 'Edit tags',
  editNote: 'Edit group, tags and note',
  manageGroups: 'Manage groups',
  open: 'Open',
  actionsFor: (names: readonly string[]) =>
    names.length === 1
      ? `Actions for ${names[0] ?? ''}`
      : `Actions for ${pluralize(names.length, 'account')}`,
  selected: (count: number) => `${pluralize(count, 'account')} selected`,
  selectNone: 'Clear selection',
  selectionLabel: 'Select accounts',
  selectPage: 'Select all accounts on this page',
  selectRow: (name: string, accountId: string) => `Select ${name} (${accountId})`,

  // When no account is shown
  readingTitle: 'Reading your accounts',
  readingBody: 'This takes a moment.',
  notSignedInTitle: 'No accounts yet',
  notSignedInBody: 'Sign in to a connection to see its accounts.',
  noAccountsTitle: 'No accounts',
  noAccountsBody:
    'Amazon didn’t return any AMC accounts for this user. Ask for access, or sign in as another user, then refresh.',
  noProblemsTitle: 'No problems',
  noProblemsBody: 'All accounts were read successfully.',
  noMatchTitle: 'No accounts match',
  noMatchBody: 'Try another part of its name or ID, or another group or tag.',

  // Columns
  favourite: 'Favorite',
  favouriteAccount: (name: string) => `Favorite ${name}`,
  account: 'Account',
  accountNotRead: 'Couldn’t be read',
  marketplace: 'Marketplace',
  connection: 'Connection',
  connectionsOf: (name: string) => `Connections that reach ${name}`,
  openThroughLabel: (name: string, label: string) => `Open ${name} through ${label}`,
  notReadThrough: (label: string) => `Couldn’t be read through ${label}`,
  admin: 'Admin',
  canInvite: 'Can invite here?',
  yes: 'Yes',
  viewerOnly: 'Viewer only',
  notChecked: 'Not checked',
  notListed: 'Not listed',
  refusesChanges: 'Changes not accepted',
  refusesChangesHint:
    'Amazon has rejected every change here so far. For instant access accounts, use Amazon’s own console.',
  pending: 'Pending',
  pendingLink: (count: string, name: string) => `${count} pending in ${name}`,
  lastOpened: 'Last opened',

  // AccountViews
  views: 'What to show of this account',
  view: { invitations: 'Invitations', members: 'Members' },

  // For viewers
  viewerTitle: 'You’re a viewer here',
  adminsOnly: 'Only admins of an account can see and change its invitations.',
  lastReadAsAdmin: 'The list shows what was last read as an admin.',
  canOpen: (reached: ReachedInstances) =>
    reached.instances.length === 0
      ? 'You can’t open an instance here yet; an administrator adds you to each one.'
      : openableText(reached),
  askAdmin: 'Ask an admin of this account to invite people, or to make you an admin.',
  adminThrough: (label: string) => `You’re an admin through ${label}.`,
  openThrough: (label: string) => `Open it through ${label}`,
};
