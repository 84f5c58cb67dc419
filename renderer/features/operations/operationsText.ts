/** What people read on Operations. */
export const operationsText = {
  // OperationsPage
  operations: 'Operations',
  description: 'Each change you ask of Amazon, from the moment it is written down until it is settled.',
  running: 'Running',
  noneRunning: 'Nothing is being sent.',
  emptyTitle: 'Nothing was asked of Amazon yet',
  emptyBody: 'Invite people, resend or revoke invitations: how it goes is shown here.',

  // FailedTable
  failed: 'Failed',
  failedDescription: 'None of these was done. What you try again is sent as a new change.',
  selectionLabel: 'Choose failed changes',
  retrySelected: 'Try the chosen again',
  retrySelectedBody: 'These are the changes you selected.',
  pageEmpty: 'Nothing on this page any more.',
  readFailed: 'Could not read what failed',
  reasonColumn: 'Why, and what to do',
  remedy: 'Remedy',
  inviteAgain: 'Invite again',
  tryAgain: 'Try again',
  notRetryableHint: 'The very same will be refused again as long as the reason is there.',

  // RetryAllButton
  retryAll: 'Try all again',
  retryAllBody:
    'These are all the failed changes that a retry can help, on every page of the list. Changes that Amazon would refuse again stay as they are.',
  retryNoneBody: 'Amazon refused all of these, and would refuse the same again. Check the reason for each.',
  retryAllReadFailed: 'Couldn’t read what failed',
  close: 'Close',

  // RetryDialog
  retryNoneTitle: 'Nothing to retry',
  retryTitle: (count: string) => `Send ${count} again?`,
  retryConfirm: (count: string) => `Send ${count} again`,
  retryFailed: 'Nothing was sent again',

  // OperationsTable
  selectPage: 'Choose all on this page',
  selectRow: (name: string) => `Choose ${name}`,
};
