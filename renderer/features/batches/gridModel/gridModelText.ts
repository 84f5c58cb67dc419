import { byCount } from '../../../../shared/text/pluralize';
import { formatNumber } from '../../../../shared/text/formats';

/** What the grid of a batch says about its rows, and about undo and redo. */
export const gridModelText = {
  noInstances: 'Plan no instances',
  allInstances: 'All instances',
  batchFull: (maxRows: string) => `A batch can have at most ${maxRows} rows. Put the rest in another batch.`,
  readOnly: 'This batch is being edited in another window. Nothing was changed here.',
  nothingToReplay: (action: string) => `Nothing to ${action}.`,
  replayLocked: 'A row of that step has been sent in the meantime, so it stays as it is.',
  replayed: (action: string, countedRows: string) => `Did ${action}: ${countedRows}.`,
  rowPrefix: (rowNumber: string) => `Row ${rowNumber}, `,
  rowsWithProblems: (count: number) =>
    byCount(count, '1 row has problems.', `${formatNumber(count)} rows have problems.`),
};
