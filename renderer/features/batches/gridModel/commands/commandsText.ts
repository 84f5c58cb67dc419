/** What the grid of a batch says about a command. */
export const commandsText = {
  pastedRows: (countedRows: string) => `Pasted ${countedRows}.`,
  lockedRows: (countedRows: string, theyWere: string) => `${countedRows} already sent stayed as ${theyWere}.`,
  columnsLeftOut: (countedColumns: string, lastColumn: string, were: string, them: string) =>
    `${countedColumns} beyond “${lastColumn}” ${were} left out: a batch has no column for ${them}.`,
  pasteTooLong: (rowNumber: string, columnName: string, length: string, maxLength: string) =>
    `The text for row ${rowNumber}, “${columnName}” has ${length} characters. The maximum is ${maxLength}. Shorten it, then paste again.`,
  pasteRefused: (reason: string) => `Nothing was pasted. ${reason}`,

  changedRows: (countedRows: string) => `Changed ${countedRows}.`,
  rowInserted: 'Row inserted.',
  deletedRows: (countedRows: string) => `Deleted ${countedRows}.`,
  rowLocked: 'This row was sent and is locked.',
  noProblemShown: 'No problems in the rows shown.',
};
