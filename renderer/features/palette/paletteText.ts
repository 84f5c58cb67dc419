/** What people read in the palette and the list of shortcuts. */
export const paletteText = {
  // Palette
  findAnything: 'Find an account, a screen or an action',
  found: 'Found',

  // AccountItem, CommandItems
  favourite: 'Favourite',
  selected: 'Chosen',

  // PaletteFoot
  enter: 'Enter',
  esc: 'Esc',
  nothingFound: (search: string) => `Nothing has “${search}” in it. Try part of an account’s name or ID.`,
  moreAccounts: (count: string, pronoun: string) => `${count}: type to find ${pronoun}`,

  // useCommands
  keyboardShortcuts: 'Keyboard shortcuts',
  invitationsOfAllAccounts: 'Invitations of all accounts',
  signInTo: (label: string) => `Sign in to ${label}`,
  invitePeople: 'Invite people',
  invitePeopleTo: (name: string) => `Invite people to ${name}`,
  refreshAllAccounts: 'Refresh all accounts',
  searchList: 'Search this list',
  addConnection: 'Add a connection',
  lightTheme: 'Light theme',
  darkTheme: 'Dark theme',
  systemTheme: 'Theme as the system',
  comfortableDensity: 'Comfortable density',
  compactDensity: 'Compact density',

  // shortcuts
  goTo: (title: string) => `Go to ${title}`,
  searchShortcut: 'Search the list on screen',
  refreshShortcut: 'Refresh what is on screen',
  helpShortcut: 'Show the keyboard shortcuts',

  // ShortcutsDialog
  close: 'Close',
  actionColumn: 'To',
  keysColumn: 'Press',
  shortcutsHint:
    'While you type in a field only those with Ctrl or Cmd work. Tab goes from one thing to the next, Esc closes a dialog.',
};
