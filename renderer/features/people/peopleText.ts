import { pluralize } from '../../../shared/text/pluralize';

/** What people read about one person. */
export const peopleText = {
  // PersonPage
  readFailed: 'Couldn’t read what’s known about this address',
  knownAs: (names: string) => `Known as ${names}`,
  copyAddress: 'email address',

  // PersonAccessTable
  access: 'Access',
  accessDescription: 'Invitations and members of each account, as of the last refresh.',
  account: 'Account',
  invitations: 'Invitations',
  members: 'Members',
  noAccess: 'No account has an invitation for this address, or a member who may be this person.',
  notInvited: 'None',
  invitedAs: (roleName: string, day: string) => `${roleName}, ${day}`,
  olderInvitations: (count: number) => `and ${pluralize(count, 'older invitation')}`,
  moreInvitations: 'There are more invitations than are listed here.',
  noMember: 'None that fits',
  isMember: 'Has access',
  maybeMember: 'Possible',
  maybeMemberHint: (maskedEmail: string) => `${maskedEmail} fits, but others may fit too.`,
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
  noActivity: 'Nothing was done for this address with this app.',
  openOperations: (count: number) => `${pluralize(count, 'change')} not finished yet`,
  runOf: (runId: number) => `Run ${String(runId)}`,
};
