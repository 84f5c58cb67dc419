import { formatNumber } from '../../../shared/text/formats';

/** What people read about the results of their changes. */
export const resultsText = {
  soloReason: (reason: string) => `Let go without the team: ${reason}`,
  // ResultsDialog
  results: 'Results',
  closeResults: 'Close results',
  close: 'Close',
  readFailed: 'Couldn’t read the results',
  reading: 'Reading the results',
  closeHint: 'Sending continues if you close this.',
  noChanges: 'No changes',
  result: 'Result',
  idOf: (person: string, account: string) => `${person}, ${account}:`,

  // ResultsActions, ShareResults
  copy: (count: string) => `Copy ${count}`,
  inviteMore: 'Invite more people',
  undo: 'Undo',
  /** Those who were removed: all of them, or those whose address is known. */
  inviteAll: (known: number, removed: number) =>
    known === removed ? 'Invite again' : `Invite ${formatNumber(known)} of ${formatNumber(removed)} again`,
  invitationIds: 'Invitation IDs',
  staysInForm: 'What failed stays in the form, where you can correct it and send it again.',

  // UndoDialog
  undoTitle: (count: string) => `Undo ${count}?`,
  undoConfirm: (count: string) => `Revoke ${count}`,
  undoFailed: 'Nothing was revoked',
  undoEffect:
    'The invitations are revoked and their links stop working. An email that Amazon has sent can’t be taken back. Anyone who has accepted already keeps access.',

  // UndoRoleDialog
  undoRoleTitle: (count: string, role: string) => `Change ${count} back to ${role}?`,
  undoRoleConfirm: (count: string) => `Change ${count} back`,
  undoRoleFailed: 'No role was changed',
  undoRoleEffect: (role: string) => `They get the role they had before: ${role}.`,

  // RowRemedy
  remedy: 'Next step',
  retry: 'Try again',
  retryAgain: 'Couldn’t retry. Try again',
  retryOf: (person: string) => `Try again: ${person}`,
  openInvitation: 'Open the invitation',
  openMembers: 'Open the members',
  resolve: 'Resolve',
  inviteAgain: 'Invite again',

  // operationColumns
  person: 'Person',
  account: 'Account',
  change: 'Change',
  /** @param before null if unknown */
  changeRoleTo: (role: string, before: string | null) =>
    before === null ? `Change role to ${role}` : `Change role from ${before} to ${role}`,
  removeMember: 'Remove member',
  inviteAs: (role: string) => `Invite as ${role}`,

  // OperationOutcome
  queued: 'Queued',
  sending: 'Sending',
  done: 'Done',
  invited: 'Invited',
  changed: 'Changed',
  removed: 'Removed',
  failed: 'Failed',
  inDoubt: 'Unconfirmed',
  skipped: 'Skipped',
  stopped: 'Stopped',
  readBackDone: 'Checked: Amazon lists the new role and no longer the old invitation.',
  readBackOtherRole:
    'Checked: Amazon lists the new invitation with a different role. Refresh the invitations and check it.',
  readBackNotListed:
    'Checked: Amazon doesn’t list the new invitation yet. Refresh the invitations in a minute.',
  readBackAccepted: 'Checked: this person has accepted the new invitation.',
  readBackOldListed:
    'Checked: Amazon still lists the old invitation too. Refresh in a minute. If it’s still there, revoke it.',

  // ResultCounts
  showInOperations: (count: string) => `${count}: show under Operations`,

  // OpenOperations
  openOperations: 'Open Operations',

  // DoubtNotice
  doubtTitle: (count: string) => `${count} unconfirmed`,
  doubtBody:
    'The request left this computer, but Amazon’s answer never arrived or couldn’t be read. The change may or may not have happened.',
  doubtToDecide: 'Amazon’s list couldn’t confirm it. Resolve it under Operations.',
  doubtToCheck:
    'The app checks Amazon’s list in about a minute and resolves it, or asks you under Operations. Until then, don’t send it again, so that nobody is invited twice.',

  // FailureReasons, reasons
  failedTitle: (count: string) => `${count} failed`,
  noReason: 'No reason recorded.',

  // LeftOutNotice
  leftOutTitle: (count: string) => `${count} left out`,

  // WaitNotices
  unknownConnection: 'A connection',
  signIn: 'Sign in',
  signInTo: (label: string) => `Sign in to ${label}`,
  waitsForSignIn:
    'Waiting changes aren’t sent yet. Nothing is lost. Sending continues automatically once you’ve signed in.',
  startsIn: 'Starts in {time}' as const,
  callBack: 'Call back',
  callBackRun: (title: string) => `Call back: ${title}`,
  sendNow: 'Send now',
  sendNowRun: (title: string) => `Send now: ${title}`,
  continuesIn:
    'Waiting changes aren’t sent yet. Nothing is lost. Sending continues automatically in {time}.' as const,
  continuesSoon:
    'Waiting changes aren’t sent yet. Nothing is lost. Sending continues automatically any moment now.',
};
