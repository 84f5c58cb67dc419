/** Error messages of this folder: what happened and what to do. */
export const openingErrorText = {
  arrivedNoLongerOpen: 'This file is no longer open. Drop it again, or use Import.',
  noLongerOpen: 'This file is no longer open. Select it again. Nothing was added.',
  notOnDisk: 'This is not a file on this computer. Save it first, then drop the saved file.',
  otherType: (name: string) =>
    `“${name}” can’t be imported. Save it as an Excel workbook (.xlsx) or a CSV file, then drop that.`,
  tooLarge: (name: string) => `“${name}” has more than 20 MB. Split it, then import the parts one by one.`,
  batchFileTooLarge: (name: string) =>
    `“${name}” has more than 20 MB, which no batch file has. Ask for the batch in several files.`,
  onNetwork: (name: string) =>
    `“${name}” is on a network drive. Copy it to this computer first, or open a batch and use Import.`,
  notOpened: (name: string) => `“${name}” can’t be opened. Check that it exists and that you may read it.`,
  notAFile: (name: string) => `“${name}” is not a file. Drop a file with a list of people.`,
};
