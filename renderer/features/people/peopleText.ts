import { pluralize } from '../../../shared/text/pluralize';

const listed = (listedAs: string): string =>
  listedAs === '' ? 'Listed here without an address.' : `Listed as ${listedAs}.`;

/** What people read about one person, and above lists of people. */
export const peopleText = {
  // PeopleViews
  views: 'Views of people',
  view: { people: 'Everyone', matrix: 'Matrix', orphans: 'Not in the directory' },

  // PeopleFilters
  find: 'Find people',
  filterByDomain: 'Filter by domain',
  anyDomain: 'Any domain',
  filterByCertainty: 'Filter by how certain the email is',
  anyCertainty: 'Any email',
  certainty: { certain: 'Email certain', probable: 'Email probable', unknown: 'Email unknown' },

  // GroupFilter
  filterByGroup: 'Filter by group of accounts',
  anyGroup: 'Any group',
  deletedGroup: 'Deleted group',

  // ExportAccess
  exportLayout: { list: 'List, one row for each access', matrix: 'Matrix, one column for each account' },

  // PersonPage
  readFailed: 'Couldn’t read what’s known about this address',
  knownAs: (names: string) => `Known as ${names}`,
  copyAddress: 'email address',
  removeAll: 'Remove all access',
  erase: 'Erase personal data',

  // PersonAccessTable
  access: 'Access',
  accessDescription: 'Invitations and members of each account, as of the last refresh.',
  account: 'Account',
  invitations: 'Invitations',
  members: 'Members',
  noAccess: 'No account has an invitation for this address, or a member who may be this person.',
  notInvited: 'None',
  invitedAs: (roleName: string, day: string) => `${roleName}, ${day}`,
  invitedBy: (who: string) => `Invited by ${who}`,
  fromTheTeam: {
    notYet: ', from the team. Amazon’s list hasn’t shown it here yet.',
    maybeMember: ', from the team. No longer pending; a member who came since could be this person.',
  },
  olderInvitations: (count: number) => `and ${pluralize(count, 'older invitation')}`,
  moreInvitations: 'There are more invitations than are listed here.',
  noMember: 'None that fits',
  confidence: { certain: 'Has access', probable: 'Probable', possible: 'Possible' },
  reason: {
    confirmed: () => 'Confirmed as this person.',
    wholeAddress: () => 'Amazon shows the whole address.',
    colleague: () => 'A colleague confirmed this person (from the team).',
    acceptedInvitation: (listedAs: string) =>
      `${listed(listedAs)} No other new member matches an accepted invitation.`,
    uniqueFit: (listedAs: string) => `${listed(listedAs)} No other known address matches.`,
    fits: (listedAs: string) => `${listedAs} matches, but others may match too.`,
  },
  roleUnknown: 'role unknown',

  // PersonRowsTable
  rows: 'Batches',
  rowsDescription: 'Rows with this address.',
  batch: 'Batch',
  role: 'Role',
  note: 'Note',
  source: 'File',
  state: 'State',
  noRows: 'No batch has this address.',
  moreRows: (count: number) => `and ${pluralize(count, 'more row')}`,

  // PersonTimeline
  timeline: 'Activity',
  timelineDescription: 'What was done for this address with this app, the latest first.',
  when: 'When',
  who: 'Who',
  what: 'What',
  result: 'Result',
  origin: 'Where from',
  singly: 'Not from a batch',
  fromColleague: (name: string) => `From the team: ${name}`,
  noActivity: 'Nothing was done for this address with this app.',
  openOperations: (count: number) => `${pluralize(count, 'change')} not finished yet`,
  runOf: (runId: number) => `Run ${String(runId)}`,
};
