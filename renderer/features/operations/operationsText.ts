/** What people read on Operations. */
export const operationsText = {
  // OperationsPage
  operations: 'Operations',
  description: 'Every change sent to Amazon, from queued to finished.',
  running: 'Running',
  noneRunning: 'Nothing is being sent.',
  emptyTitle: 'No changes yet',
  emptyBody: 'When you invite people, or resend or revoke invitations, the progress is shown here.',

  // FailedGroups
  failed: 'Failed and stopped',
  failedDescription: 'None of these were done. A retry is sent as a new change.',
  readFailed: 'Couldn’t read the failed changes',
  reasonColumn: 'Reason and remedy',
  remedy: 'Remedy',
  inviteAgain: 'Invite again',
  retry: 'Retry',
  notRetryableHint: 'Retrying won’t help until the cause is fixed.',

  // RetryAllButton
  retryAll: 'Retry all',
  retryAllBody:
    'These are all failed changes that a retry can fix, on every page of the list. Changes that Amazon would reject again stay as they are.',
  retryNoneBody: 'Amazon rejected all of these and would reject them again. Check the reason for each.',
  retryAllReadFailed: 'Couldn’t read the failed changes',
  close: 'Close',

  // RetryDialog
  retryNoneTitle: 'Nothing to retry',
  retryTitle: (count: string) => `Send ${count} again?`,
  retryConfirm: (count: string) => `Send ${count} again`,
  retryFailed: 'Nothing was sent again',
};
