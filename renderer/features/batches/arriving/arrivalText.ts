import { pluralize } from '../../../../shared/text/pluralize';

/** What people read about files that are dropped on the window or opened with the app. */
export const arrivalText = {
  newBatch: 'Drop to import into a new batch, or to open a batch file',
  mainWindowOnly: 'Drop it on the main window to import it into a new batch.',
  thisImport: 'Drop to use this file for the open import',
  pastedImport: 'Finish or cancel the import of the pasted text first, then drop the file again.',
  dialogOpen: 'Close the dialog first, then drop the file again.',
  importOpen: 'Finish or cancel the import first, then drop the batch file again.',
  formOpen: 'Finish or close this form first, then drop the file again.',
  notConnected: 'Connect first, then import the file.',
  several: (files: number): string =>
    `One file at a time: you dropped ${pluralize(files, 'file')}. Drop one of them, then the next once it’s imported.`,
  opened: (fileName: string): string => `“${fileName}” was opened with the app.`,
};
