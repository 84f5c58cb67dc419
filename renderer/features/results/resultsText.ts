/** What people read about the results of their changes. */
export const resultsText = {
  // ResultsDialog
  results: 'Results',
  closeResults: 'Close results',
  close: 'Close',
  readFailed: 'Could not read the results',
  reading: 'Reading the results',
  closeHint: ' Sending goes on when you close this.',
  noChanges: 'No changes',
  result: 'Result',
  invitationId: 'Invitation ID',

  // operationColumns
  person: 'Person',
  account: 'Account',
  change: 'Change',
  inviteAs: (role: string) => `Invite as ${role}`,

  // OperationOutcome
  queued: 'Not sent yet',
  sending: 'Sending',
  done: 'Done',
  failed: 'Failed',
  inDoubt: 'In doubt',
  skipped: 'Skipped',
  readBackDone: 'Read back: Amazon lists the new role, and no longer the old invitation.',
  readBackOtherRole:
    'Read back: Amazon lists the new invitation with another role. Refresh the invitations and look at it.',
  readBackNotListed:
    'Read back: Amazon does not list the new invitation yet. Refresh the invitations in a minute.',
  readBackAccepted: 'Read back: this person has accepted the new invitation.',
  readBackOldListed:
    'Read back: Amazon still lists the old invitation too. Refresh in a minute; if it is still there, revoke it.',

  // ResultCounts
  showInOperations: (count: string) => `${count}: show under Operations`,

  // OpenOperations
  openOperations: 'Open Operations',

  // DoubtNotice
  doubtTitle: (count: string) => `${count} in doubt`,
  doubtToDecide: 'Amazon’s list did not settle it: decide under Operations.',
  doubtToCheck:
    'The app reads Amazon’s list about a minute later and settles it by that, or asks you under Operations. Until then do not send it again, so that nobody is invited twice.',

  // FailureReasons, reasons
  failedTitle: (count: string) => `${count} failed`,
  noReason: 'No reason was kept.',

  // LeftOutNotice
  leftOutTitle: (count: string) => `${count} left out`,

  // WaitNotices
  unknownConnection: 'A connection',
  signIn: 'Sign in',
  signInTo: (label: string) => `Sign in to ${label}`,
  waitsForSignIn:
    'What waits isn’t sent yet. Nothing is lost; sending continues automatically once you’ve signed in.',
  continuesIn: (countdown: string) => `in ${countdown}.`,
};
