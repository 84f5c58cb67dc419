/** What people read of the problems of a batch, and of checking it online. */
export const problemsText = {
  // CheckOnlineDialog
  checkTitle: 'Check online',
  settleTitle: 'Changed since the draft',
  noConflicts: 'Nothing changed at Amazon that touches this batch.',
  allSettled: 'All is settled.',
  keepFailed: 'The rows could not be kept',
  goOnInBackground: 'Go on in the background',
  close: 'Close',

  // OnlineCheckResult
  readingAccounts: 'Reading the batch’s accounts from Amazon',
  checkFailed: 'The check did not work; the rows are as they were',
  tryAgain: 'Try again',
  accountNotRead: (accountName: string) => `${accountName} could not be read`,
  olderCopyUsed: (reason: string) => `${reason} Its rows were checked against the older copy.`,

  // Conflicts
  conflictsLabel: 'What changed since the draft',
  conflictsTitle: (countedRows: string) => `${countedRows} changed since the draft`,
  keepRows: (countedRows: string) => `Keep ${countedRows}`,
  fixRows: (countedRows: string) => `Mend ${countedRows}`,
  takeOutRows: (countedRows: string) => `Take ${countedRows} out of the batch`,
  rowColumn: 'Row',
  nowColumn: 'Now at Amazon',
  settleColumn: 'Settle',
  keep: 'Keep',
  keepRow: (emailAddress: string) => `Keep ${emailAddress}`,
  takeOut: 'Take out',
  takeOutRow: (emailAddress: string) => `Take out ${emailAddress}`,

  // ProblemsPanel
  problems: 'Problems',
  noProblems: 'None found: every row is ready.',
  keysHint: 'F8 goes to the next one, Shift+F8 back.',
  fixAll: (countedRows: string) => `Fix all ${countedRows}`,
  removeRow: 'Remove the row',
  removeAll: (countedRows: string) => `Remove all ${countedRows}`,
  moreRows: (countedRows: string) => `and ${countedRows}`,
  rowLink: (rowNumber: string, content: string) => `Row ${rowNumber}${content}`,
};
