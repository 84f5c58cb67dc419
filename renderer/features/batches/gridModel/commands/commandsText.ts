/** What people read in features/batches/gridModel/commands. */
export const commandsText = {
  pasted: (countedRows: string) => `Pasted ${countedRows}.`,
  alreadySentStayedAs: (countedRows: string, value: string) =>
    `${countedRows} already sent stayed as ${value}.`,
  beyondLeftOutABatch: (countedColumns: string, note: string, were: string, them: string) =>
    `${countedColumns} beyond “${note}” ${were} left out: a batch has no place for ${them}.`,
  theTextForRowHas: (number: string, value: string, count: string, maxCellLength: string) =>
    `The text for row ${number}, “${value}” has ${count} characters, and at most ${maxCellLength} are taken. Shorten it, then paste again.`,
  changed: (countedRows: string) => `Changed ${countedRows}.`,
  nothingWasPasted: (why: string) => `Nothing was pasted. ${why}`,
  rowInserted: 'Row inserted.',
  deleted: (countedRows: string) => `Deleted ${countedRows}.`,
  noProblemInTheRows: 'No problem in the rows shown.',
  thisRowWasSentAnd: 'This row was sent and is locked.',
};
