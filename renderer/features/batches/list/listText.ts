/** What people read on Batches. */
export const listText = {
  // BatchesPage
  batches: 'Batches',
  description: 'Draft invitations, checked against the stored copy before anything is sent.',
  template: 'Template',
  excelWorkbook: 'Excel workbook',
  csv: 'CSV',
  newBatch: 'New batch',
  showArchived: (count: string) => `Show archived (${count})`,
  readingBatches: 'Reading batches',
  readFailed: 'Couldn’t read the batches',
  noBatchesTitle: 'No batches yet',
  allArchivedTitle: 'All batches are archived',
  noBatchesBody:
    'A batch is a list of people to invite to any number of accounts. Create one, then type, paste or import rows. It works offline, and nothing is sent until you say so.',

  // batchTableColumns
  batchColumn: 'Batch',
  statusColumn: 'Status',
  rowsColumn: 'Rows',
  changedColumn: 'Changed',
  actionsColumn: 'Actions',
  archived: 'Archived',
  moreActions: (batchName: string) => `More actions for ${batchName}`,
  rename: 'Rename',
  duplicate: 'Duplicate',
  archive: 'Archive',
  unarchive: 'Unarchive',
  open: 'Open',
  actionsFor: (batchName: string) => `Actions for ${batchName}`,
  deleteBatch: 'Delete',
};
