import { byCount } from '../../../../shared/text/pluralize';
import { formatNumber } from '../../../../shared/text/formats';

/** What people read around the rows of a batch. */
export const editorText = {
  // BatchHeader
  renameBatch: 'Rename batch',
  importMenu: 'Import',
  importFile: 'From a file',
  importPasted: 'From pasted text',
  exportMenu: 'Export',
  excelWorkbook: 'Excel workbook',
  forApproval: 'For approval (signed file)',
  csv: 'CSV',
  checkOnline: 'Check online',
  dryRun: 'Dry run',
  report: 'Report',
  send: 'Send',
  notSaved: 'Not saved',
  noRows: 'Type or paste rows into the table, or import a list.',
  factsMissing: 'Some of its accounts haven’t been read from Amazon yet. Use Check online to read them.',
  factsAsOf: (when: string) => `Data as of ${when}. Use Check online to refresh.`,
  notifyLabel: 'How should people be notified?',
  notifyByAmazon: 'Amazon sends email',
  notifyByLinks: 'I share the links',
  notifyMissing: 'Select one. Sending is blocked until then.',

  // RenameDialog
  name: 'Name',
  nameMissing: 'Enter a name for the batch.',
  nameTooLong: (maxLength: number) => `Use at most ${maxLength} characters.`,
  renameConfirm: 'Rename',
  renameFailed: 'Couldn’t rename the batch',

  // RejectedRows
  rejectedTitle: (count: number) =>
    byCount(
      count,
      '1 row couldn’t be changed and is back to the saved version',
      `${formatNumber(count)} rows couldn’t be changed and are back to the saved version`,
    ),
  newRow: 'A new row',
  rowNumber: (number: string) => `Row ${number}`,
  otherRejected: (countedOthers: string) => `and ${countedOthers}`,
  dismiss: 'Dismiss',

  // BatchWorkspace
  saveFailed: 'Your latest changes aren’t saved yet. The app keeps trying. Leave this screen open.',
  notAllSaved: (reason: string) => `Not all of your latest changes are saved, so nothing was done. ${reason}`,
  checkFailed: 'Couldn’t check the rows',
  conflictsTitle: (countedRows: string) => `${countedRows} changed at Amazon since the draft`,
  conflictsBody: 'Keep, fix or remove these rows.',
  settle: 'Resolve',

  // EditedElsewhere
  editedElsewhere: 'Edited in another window',
  editedElsewhereBody:
    'Here you see what is saved there. To edit it here, the other window saves its changes first.',
  showIt: 'Show it',
  showWindow: 'Show window',
  editHere: 'Edit here',
  takingOver: 'Saving the changes of the other window',
  notTakenOver: 'Couldn’t edit the batch here',

  // BatchPage
  batchMissingTitle: 'This batch isn’t in your list',
  batchMissingBody: 'It may have been deleted. Select another one under Batches.',
  openFailed: 'Couldn’t open the batch',
};
