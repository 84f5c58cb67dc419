/** What people read on Activity. */
export const activityText = {
  saved: (entries: string, fileName: string) => `Saved ${entries} as ${fileName}`,
  through: (connection: string) => `through ${connection}`,

  // ActivityPage
  accountTitle: (name: string) => `Activity in ${name}`,
  unknownAccountTitle: 'This account isn’t in your list',
  unknownAccountBody: 'Its connection may have been removed. Select “All accounts” above to see its entries.',

  // ActivityHeader
  activity: 'Activity',
  description:
    'Who changed what, when, and what Amazon answered. Entries are never deleted or changed, except to erase a person’s data.',
  exportEntries: (count: string) => `Export ${count}`,
  exporting: 'Exporting',
  exportFailed: 'Couldn’t export the activity',

  // ActivityFilters
  searchPlaceholder: 'Find by person, account, batch or ID',
  searchLabel: 'Find entries',
  anyAction: 'Everything',
  anyResult: 'Any result',
  source: 'Whose entries',
  everyone: 'Everyone',
  sources: { own: 'Me', colleagues: 'Colleagues' },
  actorToken: (name: string) => `Who: ${name}`,
  dismissActor: (name: string) => `Show what everyone did, not only ${name}`,
  batchToken: (row: string) => `From ${row}`,
  oneBatch: 'From one batch',
  dismissBatch: 'Show all activity, not only from this batch',
  clearFilters: 'Clear filters',

  // SpanPicker
  anyTime: 'Any time',
  relativeMode: 'Last days',
  absoluteMode: 'Date range',
  lastDay: 'Last 24 hours',
  lastDays: (count: string) => `Last ${count}`,
  daysMissing: 'Select the days.',
  daysTooFew: 'Enter 1 day or more.',
  firstOrLastMissing: 'Select a first and a last day.',
  firstAfterLast: 'The first day must not be after the last.',

  // activityColumns
  when: 'When',
  who: 'Who',
  what: 'What',
  person: 'Person',
  account: 'Account',
  result: 'Result',
  origin: 'Where from',
  fromRow: (row: string) => `From ${row}`,
  singly: 'Not from a batch',
  fromColleague: (name: string) => `From the team: ${name}`,
  showOnlyActor: (name: string) => `Show only what ${name} did`,

  // EntryResult
  details: 'Details',
  close: 'Close',
  inDetail: 'More information',
  requestId: 'Amazon’s request ID',
  note: 'Note',
  approval: 'Approval',
  approvedBatch: ({ drafter, approver, sender }: Record<'drafter' | 'approver' | 'sender', string>) =>
    `Drafted by ${drafter}, approved by ${approver}, sent by ${sender}.`,
  fromTeam: 'From the team',
  learnedOf: (name: string, when: string) => `Recorded by ${name}’s app, learned here ${when}.`,
  time: 'Time',
  run: 'Run',
  userId: 'User ID',
  invitationId: 'Invitation ID',

  // ActivityEmpty
  readFailed: 'Couldn’t read the activity',
  noMatchTitle: 'No entries match',
  noMatchBody: 'Try another word or a longer period, or clear the filters.',
  emptyTitle: 'No activity yet',
  emptyBody:
    'Each invitation, revocation and resend is recorded here, with who did it and what Amazon answered.',
};
