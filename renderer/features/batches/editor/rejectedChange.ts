import { formatNumber } from '../../../../shared/text/formats';
import type { GridState } from '../gridModel/gridState';
import type { RejectedRow } from './autosave';
import { editorText } from './editorText';

/** A row that couldn't be changed, for people. */
export interface RejectedChange {
  /** For example "Row 12"; for a row that no longer exists, its person. */
  readonly row: string;
  /** Why, with what to do. */
  readonly message: string;
}

/** @param before the rows as typed; `now`: since they were given up */
export function rejectedChange(
  { rowId, error }: RejectedRow,
  before: GridState,
  now: GridState,
): RejectedChange {
  const number = now.numbers.get(rowId);
  const { emailAddress = '' } = before.byId.get(rowId) ?? {};
  const who = emailAddress === '' ? editorText.newRow : emailAddress;
  return {
    row: number === undefined ? who : editorText.rowNumber(formatNumber(number)),
    message: error.message,
  };
}
