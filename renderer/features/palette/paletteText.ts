import { byCount, pluralize } from '../../../shared/text/pluralize';
import { formatNumber } from '../../../shared/text/formats';

/** What people read in the palette and the list of shortcuts. */
export const paletteText = {
  // Palette
  findAnything: 'Find people, accounts, batches, screens and actions',
  found: 'Found',
  people: 'People',
  members: 'Members',
  inAccounts: (accounts: number) => pluralize(accounts, 'account'),
  batches: 'Batches',
  runs: 'Runs',
  run: (runId: string, batchName: string | null) =>
    batchName === null ? `Run ${runId}` : `Run ${runId}, batch ${batchName}`,

  // AccountItem, CommandItems
  favourite: 'Favorite',
  alsoThrough: (connection: string) => `also ${connection}`,
  selected: 'Selected',

  // PaletteFoot
  selectHint: '{up} {down} select' as const,
  openHint: '{key} open' as const,
  closeHint: '{key} close' as const,
  enter: 'Enter',
  esc: 'Esc',
  searching: 'Searching…',
  nothingFound: (search: string) =>
    `No results for “${search}”. Try part of a name, an email address or an account ID.`,
  moreAccounts: (count: number) =>
    byCount(
      count,
      '1 more account: type to find it',
      `${formatNumber(count)} more accounts: type to find them`,
    ),

  // useCommands
  keyboardShortcuts: 'Keyboard shortcuts',
  invitationsOfAllAccounts: 'Invitations for all accounts',
  openThrough: (name: string, connection: string) => `${name} through ${connection}`,
  membersOf: (name: string) => `Members of ${name}`,
  signInTo: (label: string) => `Sign in to ${label}`,
  newBatch: 'New batch',
  removeLeaver: 'Remove a leaver',
  mainWindow: 'Show the main window',
  openInWindow: 'Open in new window',
  matrix: 'Matrix of people and accounts',
  orphans: 'People not in the directory',
  exportList: 'Export',
  exportForApproval: 'Export for approval',
  whatsNew: 'What’s new',
  firstAccount: 'Checklist for your first real account',
  back: 'Back',
  forward: 'Forward',
  invitePeople: 'Invite people',
  invitePeopleTo: (name: string) => `Invite people to ${name}`,
  refreshAllAccounts: 'Refresh all accounts',
  searchList: 'Search this list',
  addConnection: 'Add a connection',
  lightTheme: 'Light theme',
  darkTheme: 'Dark theme',
  systemTheme: 'Use system theme',
  comfortableDensity: 'Comfortable density',
  compactDensity: 'Compact density',

  // shortcuts
  goTo: (title: string) => `Go to ${title}`,
  searchShortcut: 'Search the current list',
  refreshShortcut: 'Refresh the current screen',
  backShortcut: 'Go back to the screen before',
  forwardShortcut: 'Go forward again',
  helpShortcut: 'Show the keyboard shortcuts',

  // ShortcutsDialog
  close: 'Close',
  actionColumn: 'To',
  keysColumn: 'Press',
  shortcutsHint:
    'While you’re typing in a field, only shortcuts with Ctrl, Alt or Cmd work. Tab moves to the next control, Esc closes a dialog.',
};
