import { byCount } from '../../shared/text/pluralize';

/** What people read around every page. */
export const layoutText = {
  search: 'Search',
  // TopBar
  productName: 'AMC Access Manager',
  developmentRuntime: 'Development runtime',
  settings: 'Settings',

  // Breadcrumbs
  accounts: 'Accounts',
  invitations: 'Invitations',
  members: 'Members',
  people: 'People',
  batches: 'Batches',
  batchFile: 'Batch file',
  leavers: 'Remove a leaver',
  leaverPlan: 'Plan',
  leaver: 'Removal',
  invitePeople: 'Invite people',
  activity: 'Activity',
  operations: 'Operations',
  run: (runId: string) => `Run ${runId}`,
  welcome: 'Welcome',
  connectAmazonAds: 'Connect Amazon Ads',
  editConnection: 'Edit connection',

  // Navigation, after the number
  needYou: (count: number) => byCount(count, 'change needs your attention', 'changes need your attention'),
  waitForYou: (count: number) =>
    byCount(count, 'invitation is waiting for you', 'invitations are waiting for you'),

  // ScopeSwitcher
  account: 'Account',
  allAccounts: 'All accounts',
  connectionsOfAccount: 'Connections of this account',
  favorites: 'Favorites',
  recent: 'Recent',
  accountPlaceholder: 'Select an account',
  accountSearchPlaceholder: 'Name or ID',
  accountSearchLabel: 'Find an account',
  noAccountMatches: 'No accounts with this name or ID',
  noAccounts: 'No accounts yet',
  readingAccounts: 'Reading accounts',

  // OperationsIndicator
  openOperations: (status: string) => `${status}. Open Operations`,

  // RefreshIndicator
  refreshing: 'Refreshing',
  /** Short: the bar has room for little, and the notice below it says the rest. */
  offline: 'Offline',
  resumeReading: 'Resume reading accounts',
  pauseReading: 'Pause reading accounts',
  stopReading: 'Stop reading accounts',

  // AppFrame
  sideNavigation: 'Side navigation',

  // OwnWindowFrame, OwnWindowBar
  notices: 'Notices',
  mainWindow: 'Main window',
};
