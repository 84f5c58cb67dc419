/** What people read in features/batches/gridModel. */
export const gridModelText = {
  aBatchHasAtMost: (maxRows: string) =>
    `A batch has at most ${maxRows} rows. Put the rest into another batch.`,
  nothingTo: (announcement: string) => `Nothing to ${announcement}.`,
  aRowOfThatStep: 'A row of that step was sent meanwhile, so it stays as it is.',
  did: (announcement: string, countedRows: string) => `Did ${announcement}: ${countedRows}.`,
  row: (get: string) => `Row ${get}, `,
};
