import type { KnownSigner } from '../../../../shared/domain/approval/batchReview';
import { byCount, pluralize } from '../../../../shared/text/pluralize';

/** What people read about an opened batch file. */
export const reviewText = {
  readFailed: 'Couldn’t read the batch file',
  title: (batchName: string): string => `Approval of ${batchName}`,
  drafted: (drafter: string, time: string): string => `Drafted by ${drafter}, ${time}`,
  atAmazon: 'Amazon',
  atSandbox: 'Sandbox',
  emails: 'Amazon emails people',
  noEmails: 'Links are shared, Amazon sends no email',
  unconfirmedTitle: (name: string): string => `Nobody here has confirmed the key of ${name}`,
  unconfirmedBody:
    'The name in the file proves nothing. Compare these words by phone, then confirm the key under Settings.',
  openSettings: 'Open Settings',
  where: 'Where',
  people: 'People',
  admins: 'Admins',
  notifying: 'Notification',
  draftersData: 'Drafter’s data as of',
  yourData: 'Your data as of',
  neverRead: 'Not read',
  differences: 'Rows that differ from your data',

  // Accounts
  accounts: 'Accounts',
  account: 'Account',
  checked: 'Checked against your data',
  notChecked: 'Not checked: you can’t read this account',
  approveUnchecked: (rows: number, accounts: number): string =>
    `Approve ${pluralize(rows, 'row')} in ${pluralize(accounts, 'account')} that nobody checked here`,
  uncheckedMissing: 'Agree to the accounts that aren’t checked, or remove their rows.',

  // Rows
  rows: 'Rows',
  all: (rows: number): string => `All ${pluralize(rows, 'row')}`,
  onlyDifferent: 'Differing',
  onlyUnchecked: 'Not checked',
  which: 'Which rows to show',
  noRows: 'No rows',
  person: 'Person',
  role: 'Role',
  instances: 'Instances',
  note: 'Note',
  findings: 'What your data says',
  sameAsDrafter: 'The drafter saw this too.',
  comment: 'Comment',
  commentOn: (name: string): string => `Comment on ${name}`,
  decision: 'Decision',
  remove: 'Remove',
  removeRow: (name: string): string => `Remove the row of ${name}`,
  putBack: 'Undo',
  putBackRow: (name: string): string => `Put back the row of ${name}`,
  removed: 'Removed',

  // Deciding
  decide: 'Your decision',
  sender: 'Who sends it',
  senderHint: 'The approval counts for this person’s key alone, for one send.',
  senderUnconfirmed: 'key not confirmed here',
  yourComment: 'Comment for the drafter',
  approve: (rows: number): string => `Approve ${pluralize(rows, 'row')}`,
  return: 'Return to the drafter',
  nothingLeft: 'You removed every row. Return the batch instead.',
  failed: 'Couldn’t save your answer',
  nobodySends:
    'Nobody can be named as the sender: you distrust the drafter’s key, and no other colleague’s is confirmed.',
  savedTitle: 'Saved',
  savedBody: (sender: string): string => `Send the file to ${sender}. Nothing was sent to Amazon.`,

  // Answers
  approvedBy: (approver: string, time: string): string => `Approved by ${approver}, ${time}`,
  returnedBy: (approver: string, time: string): string => `Returned by ${approver}, ${time}`,
  forSender: (sender: string): string => `${sender} may send it, once.`,
  countsNot:
    'This doesn’t count here: nobody had confirmed the approver’s key when the file arrived. Confirm the key, then ask for a new approval.',
  countsStill:
    'You distrust the approver’s key now. This still counts, because it had arrived before you did; what arrives since is refused.',
  countsNever: 'This doesn’t count here: you distrust the approver’s key. Ask somebody else for an approval.',
  uncheckedThere: (accounts: number): string =>
    byCount(
      accounts,
      'The approver couldn’t read 1 account and approved its rows unchecked.',
      `The approver couldn’t read ${pluralize(accounts, 'account')} and approved their rows unchecked.`,
    ),
  openBatch: 'Open the batch',
  takeFailed: 'Couldn’t open the batch',
};

/** A signer with what is known of the key: "Ben (key not confirmed)". */
export function signerText({ name, state }: Pick<KnownSigner, 'name' | 'state'>): string {
  switch (state) {
    case 'own':
      return `${name} (you)`;
    case 'confirmed':
      return name;
    case 'unconfirmed':
      return `${name} (key not confirmed)`;
    case 'distrusted':
      return `${name} (distrusted)`;
  }
}
