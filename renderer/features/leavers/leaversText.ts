import type { LeaverSubject } from '../../../shared/domain/leaver/leaver';
import { formatList } from '../../../shared/text/formats';

/** What people read when somebody is removed from every account. */
export const leaversText = {
  // LeaversPage
  title: 'Remove a leaver',
  description:
    'Someone left? See everything they can reach through any account, region and connection, and remove it at once.',
  who: 'Who left?',
  whoHint: 'Their email address, or the name they were invited with.',
  whoPlaceholder: 'Email address or name',
  useTyped: (text: string) => `Use ${text}`,
  nobodyFound: 'Nobody known by this name',
  notAnAddress: 'Enter a whole email address, or select someone from the list.',
  showAccess: 'Show their access',
  byUserId: 'If you only know the user ID, open the person under People and select “Remove all access”.',
  earlier: 'Earlier removals',
  noEarlier: 'No one has been removed this way yet.',
  person: 'Person',
  started: 'Started',

  // LeaverPage
  leaverTitle: (name: string) => `Removal of ${name}`,
  startedAt: (moment: string) => `Started ${moment}`,
  readFailed: 'Couldn’t read this removal',
  saveProof: 'Save proof',
  savingProof: 'Saving the proof',
  asPdf: 'PDF',
  asCsv: 'CSV',
  proofSaved: (fileName: string) => `Saved as ${fileName}`,
  proofFailed: 'Couldn’t save the proof',
  removedTitle: 'Access removed',
  revokedTitle: 'Invitations revoked',
  resultsReadFailed: 'Couldn’t read what was done',
  result: 'Result',
  openRun: (runId: number) => `Open run ${String(runId)}`,
  remainsTitle: 'What remains',
  nothingRemains: 'Amazon’s lists, as last read, show nothing else that’s theirs.',
  removeRest: 'Remove the rest',
  stillMember: (account: string, role: string) => `${account}: direct access, ${role.toLowerCase()}.`,
  stillInherited: (account: string) =>
    `${account}: access through a manager account. Remove it there, in Amazon’s console.`,
  maybeMember: (name: string, accounts: readonly string[]) =>
    `${formatList(accounts)}: ${name} may be this person. Confirm it, or rule it out.`,
  stillInvited: (account: string, role: string) => `${account}: a pending invitation as ${role}.`,
};

/** A leaver in one line. */
export const leaverName = (names: readonly string[], { emailAddresses, members }: LeaverSubject): string =>
  names[0] ?? emailAddresses[0] ?? members[0]?.userId ?? '';

/** The addresses and user IDs of a leaver. */
export const subjectText = ({ emailAddresses, members }: LeaverSubject): string =>
  formatList([...emailAddresses, ...members.map(({ userId }) => userId)]);
