import { byCount, pluralize } from '../../../shared/text/pluralize';

/** The words of a proof, in both formats. A proof never claims more than the app recorded and Amazon listed. */
export const proofText = {
  fileName: (isSandbox: boolean) =>
    isSandbox ? 'AMC proof of access removal (sandbox)' : 'AMC proof of access removal',
  /** Is on every page of the PDF. */
  title: (who: string, isSandbox: boolean) =>
    isSandbox ? `Proof of access removal (sandbox): ${who}` : `Proof of access removal: ${who}`,
  sandbox: 'This proof is from the sandbox. None of this happened at Amazon.',
  someone: 'Unknown person',
  limits:
    'This proof states what AMC Access Manager recorded and what Amazon listed at the times given. It doesn’t cover accounts that the app’s connections can’t reach, or access that Amazon doesn’t list.',

  about: 'Person and removal',
  names: 'Names',
  emailAddresses: 'Email addresses',
  userIds: 'User IDs treated as this person’s',
  startedAt: 'Removal started',
  madeAt: 'Proof made',
  requestedBy: 'Requested by',
  summary: 'Summary',
  none: 'None known',
  notRecorded: 'Not recorded',
  noDetails: '–',
  never: 'Never read',
  noResultYet: 'No change has a result yet',
  unknownActor: 'Unknown',

  unreadCount: (count: number) =>
    count === 0
      ? 'No account is known that couldn’t be read'
      : `${pluralize(count, 'account')} couldn’t be read completely`,
  doneCount: (count: number, results: string) =>
    count === 0 ? 'No change has a result' : `${pluralize(count, 'change')} with a result: ${results}`,
  openCount: (count: number) =>
    count === 0
      ? 'No change is waiting for a result'
      : `${pluralize(count, 'change')} ${byCount(count, 'has', 'have')} no result yet`,
  remainsCount: (count: number) =>
    count === 0
      ? 'Nothing remains that the app knows of'
      : `${pluralize(count, 'entry', 'entries')} under “What remains”`,

  unread: 'Accounts that couldn’t be read',
  unreadNote:
    'Nobody can tell from this proof what the person has in these accounts. Check them in Amazon’s console, or refresh them and make a new proof.',
  noUnread: 'No account is known that couldn’t be read.',
  done: 'Changes and their results',
  doneNote:
    'Done means that Amazon confirmed the change, that its list showed it afterward, or that a person settled it as done. Details are Amazon’s own text, or how the result became known.',
  noDone: 'No change has a result yet.',
  open: 'Changes without a result',
  openNote: 'These changes are queued, being sent or unconfirmed. They may or may not take effect.',
  noOpen: 'No change is waiting for a result.',
  remains: 'What remains',
  remainsNote: 'What the person may still have, as far as the lists show.',
  noRemains: 'Nothing remains that the app knows of.',
  ages: 'Age of each list',
  noAges: 'No list of an account was read.',

  statusNames: {
    queued: 'Queued',
    sending: 'Sending',
    inDoubt: 'Unconfirmed',
    done: 'Done',
    failed: 'Failed',
  },
  inherited: 'Inherited access',
  roleUnknown: 'Access, role unknown',
  pendingInvitation: (role: string) => `Pending invitation as ${role}`,
  notConfirmed: 'Nobody confirmed that this is the person. Confirm it, or rule it out.',
  removeInherited: 'It comes through a manager account. Remove it there, in Amazon’s console.',
  notRemoved: 'It wasn’t part of the removal, or its removal has no good result. See the changes above.',
  notRevoked: 'It wasn’t part of the removal, or revoking it has no good result. See the changes above.',
  invitedAddress: 'Certain. It was sent to this address.',

  time: 'Time',
  by: 'By',
  account: 'Account',
  action: 'Change',
  person: 'Person',
  result: 'Result',
  details: 'Details',
  requestId: 'Amazon’s request ID',
  status: 'Status',
  access: 'Access',
  certainty: 'Is it this person?',
  reason: 'Why it remains, and what to do',
  asOf: 'As of',
  unreadReason: 'What couldn’t be read, and why',
  lastRead: 'Last read',
  membersAsOf: 'Members as of',
  invitationsAsOf: 'Invitations as of',
  realm: (realm: string) => `Realm: ${realm}`,
  userId: (userId: string) => `User ID: ${userId}`,
  through: (connection: string) => `Connection: ${connection}`,
};
