/** What people read on Activity. */
export const activityText = {
  // ActivityPage
  accountTitle: (name: string) => `Activity in ${name}`,
  unknownAccountTitle: 'This account is not in your list',
  unknownAccountBody:
    'It may have been reached through a connection that was removed. Choose “All accounts” above: the record still has its entries.',

  // ActivityHeader
  activity: 'Activity',
  description: 'Who changed what, when, and what Amazon answered. Entries are never altered or deleted.',
  exportEntries: (count: string) => `Export ${count}`,
  exporting: 'Exporting',
  exportFailed: 'Could not export the activity',

  // ActivityFilters
  searchPlaceholder: 'Find by person, account or ID',
  searchLabel: 'Find entries',
  anyAction: 'Everything',
  anyResult: 'Any result',
  actorToken: (name: string) => `Who: ${name}`,
  dismissActor: (name: string) => `Show what everybody did, not only ${name}`,
  clearFilters: 'Clear filters',

  // SpanPicker
  anyTime: 'Any time',
  relativeMode: 'Last days',
  absoluteMode: 'From day to day',
  lastDay: 'Last 24 hours',
  lastDays: (count: string) => `Last ${count}`,
  daysMissing: 'Choose the days.',
  daysTooFew: 'Choose one day or more.',
  firstOrLastMissing: 'Choose a first and a last day.',
  firstAfterLast: 'The first day must not be after the last.',

  // activityColumns
  when: 'When',
  who: 'Who',
  what: 'What',
  person: 'Person',
  account: 'Account',
  result: 'Result',
  requestId: 'Request ID',
  showOnlyActor: (name: string) => `Show only what ${name} did`,

  // EntryResult
  details: 'Details',
  close: 'Close',
  inDetail: 'In detail',
  invitationId: 'Invitation ID',

  // ActivityEmpty
  readFailed: 'Could not read the activity',
  noMatchTitle: 'No entry matches',
  noMatchBody: 'Try another word or a longer time, or clear the filters.',
  emptyTitle: 'Nothing was done yet',
  emptyBody:
    'Each invitation, revocation and resend is entered here with who did it and what Amazon answered.',
};
