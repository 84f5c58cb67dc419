/** What people read about the problems of a batch, and about checking it online. */
export const problemsText = {
  // CheckOnlineDialog
  checkTitle: 'Check online',
  settleTitle: 'Changed since the draft',
  noConflicts: 'Nothing changed at Amazon that affects this batch.',
  allSettled: 'Everything is resolved.',
  keepFailed: 'Couldn’t keep the rows',
  goOnInBackground: 'Continue in the background',
  close: 'Close',

  // OnlineCheckResult
  readingAccounts: 'Reading the batch’s accounts from Amazon',
  accountsRead: (done: string, accounts: string) => `Read ${done} of ${accounts}`,
  stopChecking: 'Stop',
  stoppedEarly: (accounts: string) =>
    `Stopped before ${accounts} could be read. Their rows were checked against the stored copy.`,
  checkFailed: 'The check failed. The rows are unchanged.',
  tryAgain: 'Try again',
  accountNotRead: (accountName: string) => `${accountName} couldn’t be read`,
  olderCopyUsed: (reason: string) => `${reason} Its rows were checked against the older copy.`,

  // Conflicts
  conflictsLabel: 'What changed since the draft',
  conflictsTitle: (countedRows: string) => `${countedRows} changed since the draft`,
  keepRows: (countedRows: string) => `Keep ${countedRows}`,
  fixRows: (countedRows: string) => `Fix ${countedRows}`,
  takeOutRows: (countedRows: string) => `Remove ${countedRows}`,
  rowColumn: 'Row',
  nowColumn: 'Now at Amazon',
  settleColumn: 'Resolve',
  keep: 'Keep',
  keepRow: (emailAddress: string) => `Keep ${emailAddress}`,
  takeOut: 'Remove',
  takeOutRow: (emailAddress: string) => `Remove ${emailAddress}`,

  // ProblemsPanel
  problems: 'Problems',
  noProblems: 'No problems: every row is ready.',
  keysHint: 'Press F8 for the next one, Shift+F8 for the previous one.',
  fixAll: (countedRows: string) => `Fix all ${countedRows}`,
  removeRow: 'Remove row',
  removeAll: (countedRows: string) => `Remove all ${countedRows}`,
  moreRows: (countedRows: string) => `and ${countedRows}`,
  rowLink: (rowNumber: string, content: string) => `Row ${rowNumber}${content}`,
};
