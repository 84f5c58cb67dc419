/**
 * Every channel of the bridge by area, and every event topic. This file holds names only, which is all the preload needs. Inputs
 * and outputs are in `ipc.ts`.
 */
export const channels = {
  connections: [
    'list',
    'add',
    'update',
    'addSandbox',
    'signIn',
    'signInLink',
    'cancelSignIn',
    'confirmIdentity',
    'signOut',
    'remove',
  ],
  accounts: [
    'list',
    'refresh',
    'refreshAll',
    'refreshProgress',
    'pauseRefresh',
    'resumeRefresh',
    'stopRefresh',
    'setFavourite',
    'markOpened',
  ],
  invitations: [
    'list',
    'values',
    'overview',
    'details',
    'ask',
    'export',
    'refresh',
    'create',
    'inviteToAccounts',
    'preview',
    'revoke',
    'resend',
    'inviteAgain',
    'changeRole',
  ],
  members: [
    'list',
    'refresh',
    'preview',
    'setRole',
    'remove',
    'progress',
    'pauseRefresh',
    'resumeRefresh',
    'stopRefresh',
  ],
  people: [
    'list',
    'access',
    'domains',
    'accounts',
    'cells',
    'export',
    'details',
    'find',
    'identity',
    'decide',
    'orphans',
  ],
  directory: ['file', 'import', 'forget'],
  leavers: ['plan', 'start', 'list', 'details', 'saveProof'],
  outbox: [
    'status',
    'operations',
    'groups',
    'attention',
    'pause',
    'resume',
    'stop',
    'previewRetry',
    'retry',
    'resolve',
    'sendBatch',
    'previewUndo',
    'undoBatch',
  ],
  redeem: [
    'parse',
    'add',
    'inbox',
    'choose',
    'preview',
    'startTerms',
    'termsStatus',
    'cancelTerms',
    'redeem',
    'dismiss',
    'dismissSetup',
    'dismissUnreadable',
    'dismissNewAccounts',
    'saveSetup',
    'openSetup',
    'linkHandling',
    'handleLinks',
    'giveBackLinks',
  ],
  batches: [
    'list',
    'create',
    'rename',
    'duplicate',
    'archive',
    'setNotify',
    'remove',
    'restore',
    'get',
    'statuses',
    'setRows',
    'check',
    'checkOnline',
    'checkProgress',
    'stopCheck',
    'conflicts',
    'keepRows',
    'dryRun',
    'dryRunCall',
    'openImport',
    'dropFile',
    'arrivedFile',
    'dismissArrived',
    'openArrived',
    'importText',
    'previewImport',
    'addImport',
    'closeImport',
    'saveTemplate',
    'export',
    'report',
    'exportReport',
    'links',
    'exportLinks',
  ],
  activity: ['list', 'export'],
  settings: ['get', 'set'],
  app: ['info', 'checkKeychain', 'setMenu', 'diagnostics', 'cellMenu'],
} as const;

/**
 * Channels that the page calls with a dropped `File`: the preload asks the system for its path and passes that to main, so the
 * page can't name a path.
 */
export const fileChannels = ['batches.dropFile'] as const;

export type Area = keyof typeof channels;
export type ChannelName = { [A in Area]: `${A}.${(typeof channels)[A][number]}` }[Area];

/** Topics say *what changed*, never the new state: listeners query again (see `docs/architecture.md`). */
export const topics = [
  'connections.changed',
  'accounts.changed',
  'invitations.changed',
  'members.changed',
  'people.changed',
  'operations.changed',
  'redeem.changed',
  'batches.changed',
  'settings.changed',
  'app.changed',
] as const;

export type Topic = (typeof topics)[number];

/** The event with which the native menu asks something of the page: a `PageCommand`. */
export const commandChannel = 'event:command';

/** The name of an event on its way from main to the page. */
export const eventChannel = (topic: Topic): string => `event:${topic}`;
