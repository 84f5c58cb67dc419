/** What people read around the rows of a batch. */
export const editorText = {
  // BatchHeader
  renameBatch: 'Rename the batch',
  importMenu: 'Import',
  importFile: 'From a file',
  importPasted: 'From pasted text',
  exportMenu: 'Export',
  excelWorkbook: 'Excel workbook',
  csv: 'CSV',
  checkOnline: 'Check online',
  dryRun: 'Dry run',
  report: 'Report',
  send: 'Send',
  notSaved: 'Not saved',
  factsMissing: 'Not all of its accounts were read from Amazon yet. Check online reads them.',
  factsAsOf: (when: string) => `Facts as of ${when}. Check online reads them again.`,
  notifyLabel: 'How will people hear of it?',
  notifyByAmazon: 'Amazon sends email',
  notifyByLinks: 'I share the links',
  notifyMissing: 'Choose one: until then sending is blocked.',

  // RenameDialog
  name: 'Name',
  nameMissing: 'Give the batch a name.',
  nameTooLong: (maxLength: number) => `A name has at most ${maxLength} characters.`,
  renameConfirm: 'Rename',
  renameFailed: 'Could not rename the batch',

  // RejectedRows
  rejectedTitle: (countedRows: string, are: string) =>
    `${countedRows} could not be changed and ${are} again as stored`,
  newRow: 'A new row',
  rowNumber: (number: string) => `Row ${number}`,
  otherRejected: (countedOthers: string) => `and ${countedOthers}`,
  dismiss: 'Dismiss',

  // BatchWorkspace
  saveFailed: 'Your last changes are not saved yet. The app keeps trying; leave this screen open.',
  notAllSaved: (reason: string) =>
    `Your last changes are not all saved, and without them nothing is done. ${reason}`,
  checkFailed: 'The rows could not be checked',
  conflictsTitle: (countedRows: string) => `${countedRows} changed at Amazon since the draft`,
  conflictsBody: 'Keep them, mend them or take them out of the batch.',
  settle: 'Settle',

  // BatchPage
  batchMissingTitle: 'This batch is not in your list',
  batchMissingBody: 'It may have been deleted. Choose another one under Batches.',
  openFailed: 'Could not open the batch',
};
