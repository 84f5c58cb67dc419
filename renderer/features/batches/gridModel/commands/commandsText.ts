import { byCount } from '../../../../../shared/text/pluralize';
import { formatNumber } from '../../../../../shared/text/formats';

/** What the grid of a batch says about a command. */
export const commandsText = {
  pastedRows: (countedRows: string) => `Pasted ${countedRows}.`,
  lockedRows: (count: number) =>
    byCount(
      count,
      '1 row already sent stayed as it was.',
      `${formatNumber(count)} rows already sent stayed as they were.`,
    ),
  columnsLeftOut: (count: number, lastColumn: string) =>
    byCount(
      count,
      `1 column beyond “${lastColumn}” was left out: a batch has no column for it.`,
      `${formatNumber(count)} columns beyond “${lastColumn}” were left out: a batch has no column for them.`,
    ),
  pasteTooLong: (rowNumber: string, columnName: string, length: string, maxLength: string) =>
    `The text for row ${rowNumber}, “${columnName}” has ${length} characters. The maximum is ${maxLength}. Shorten it, then paste again.`,
  pasteRefused: (reason: string) => `Nothing was pasted. ${reason}`,

  changedRows: (countedRows: string) => `Changed ${countedRows}.`,
  rowInserted: 'Row inserted.',
  deletedRows: (countedRows: string) => `Deleted ${countedRows}.`,
  rowLocked: 'This row was sent and is locked.',
  noProblemShown: 'No problems in the rows shown.',
};
