import { byCount, pluralize } from '../../../../shared/text/pluralize';
import { formatNumber } from '../../../../shared/text/formats';

/** What people read in the grid of a batch, and in the bars above and below it. */
export const gridText = {
  // GridToolbar
  filterLabel: 'Rows shown',
  allRows: 'All',
  warnings: 'Warnings',
  undo: 'Undo',
  redo: 'Redo',
  selectedRowsMenu: 'Selected rows',
  applyToSelected: 'Apply to selected…',
  problems: 'Problems',
  find: 'Find in rows',
  findLabel: 'Text to find in the rows',
  findPlaceholder: 'Find in rows',
  previousMatch: 'Previous match',
  nextMatch: 'Next match',
  closeFind: 'Close the search',
  updateList: (rows: number) =>
    byCount(
      rows,
      'Update the list: 1 row no longer matches',
      `Update the list: ${formatNumber(rows)} rows no longer match`,
    ),

  // ApplyToSelectionDialog
  applyTo: (countedRows: string) => `Apply to ${countedRows}`,
  noRowSelected: 'None of the selected rows can be changed. Select others in the grid first.',
  account: 'Account',
  role: 'Role',
  note: 'Note',
  instances: 'Instances',
  instancesHint:
    'Names or IDs with “;” between them, “all”, or “none” to clear an earlier plan. Blank keeps it. Checked for each row’s account; Amazon isn’t sent them.',
  unchangedHint: 'Leave blank to keep each row’s value.',
  unchangedPlaceholder: 'Leave blank',

  // BatchGrid and its header, rows and cells
  gridLabel: 'Rows of the batch',
  rowColumn: 'Row',
  stateColumn: 'State',
  orderBy: (columnName: string) => `Sort by ${columnName}`,
  newRow: 'New row',
  pasteTooLong: (columnName: string, length: string, maxLength: string) =>
    `“${columnName}” would have ${length} characters. The maximum is ${maxLength}. Shorten the text, then paste again.`,
  leaveHint: 'Press Tab to leave the grid.',

  // FindingBar
  findingsLabel: 'About this row',
  activityOfRow: 'Activity of this row',
  aboutPerson: (emailAddress: string) => `Everything about ${emailAddress}`,
  keysHint:
    'Type or paste into a cell. Enter or F2 opens it, F8 goes to the next problem, Esc then Tab leaves the grid.',
};

/**
 * "3 of 12", "12 matches" while none of them is selected, and where there are none, whether a filter hides rows.
 * @param here the index of the selected match; -1 if none is
 */
export function findCountText(here: number, matches: number, allShown: boolean): string {
  if (matches === 0) return allShown ? 'No matches' : 'No matches in the rows shown';
  return here < 0
    ? pluralize(matches, 'match', 'matches')
    : `${formatNumber(here + 1)} of ${formatNumber(matches)}`;
}
