/** Error messages of this folder: what happened and what to do. */
export const tablesErrorText = {
  empty: (fileName: string) => `${fileName} is empty. Select a file with rows in it.`,
  compressed: (fileName: string, kind: string) =>
    `${fileName} is a compressed file (${kind}). Unpack it, and select the list inside.`,
  otherKind: (fileName: string, kind: string) =>
    `${fileName} is ${kind}, despite its name. Select a .csv, .tsv, .txt or .xlsx file.`,
  tooLarge: (fileName: string, megabytes: string) =>
    `${fileName} has ${megabytes} MB. The maximum is 20 MB. Save only the list in a separate file, or split it.`,
  notRead: (fileName: string) =>
    `${fileName} couldn’t be read. Check that it still exists, that you have permission to read it and that no other program has it open, then select it again.`,
  tooManyColumns: (fileName: string, row: string, columns: string, max: string) =>
    `${fileName}, row ${row} has ${columns} columns. The maximum is ${max}. Select another delimiter, or save only the list in a separate file.`,
  noRows: (fileName: string) => `${fileName} has no rows. Select a file with rows in it.`,
  tooManyRows: (fileName: string, rows: string, max: string) =>
    `${fileName} has ${rows} rows. The maximum is ${max}. Split it into several files.`,
  sheetMissing: (fileName: string, sheet: string) =>
    `${fileName} is missing the cells of its sheet “${sheet}”. Get the file again from its source, or open it in Excel, let Excel repair it, and save it as a new .xlsx.`,
  tableTooWide: (place: string, max: string) =>
    `The table at ${place} is too wide. The maximum is ${max} columns. Save only the list in a separate file.`,
  rowsHidden: (fileName: string, sheet: string) =>
    `${fileName} has only hidden rows on the sheet “${sheet}”. Unhide them in Excel, or clear the filter, save it, and select it again.`,
  sheetsHidden: (fileName: string, names: string) =>
    `${fileName} has no rows on its visible sheets. Hidden: ${names}. If the list is there, unhide the sheet in Excel, save it, and select the file again.`,
  password: (fileName: string) =>
    `${fileName} is protected with a password. Open it in Excel, remove the password under “Protect workbook”, save it, and select it again.`,
  outlookMessage: (fileName: string) =>
    `${fileName} is an Outlook message, not a table. Copy the addresses from its To and Cc lines and paste them as text.`,
  docx: (fileName: string) => `${fileName} is a Word document. Copy the list from it and paste it as text.`,
  oldExcel: (fileName: string) =>
    `${fileName} is in the old Excel format (.xls). Open it in Excel, save it as .xlsx, and select that.`,
  noSheet: (fileName: string) => `${fileName} has no sheet with cells. Select a file with rows in it.`,
  hiddenSheetsOnly: (fileName: string) =>
    `${fileName} has hidden sheets only. Open it in Excel, unhide the sheet with the list, save it, and select it again.`,
  /** For `otherKind`. */
  kinds: {
    pdf: 'a PDF',
    picture: 'a picture',
    textDocument: 'a text document',
    printDocument: 'a document for printing',
    database: 'a database',
    macSettings: 'a settings file of macOS',
  },
};
