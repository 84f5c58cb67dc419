import { formatNumber } from '../../../../shared/text/formats';
import type { GridState } from '../gridModel/gridState';
import type { RejectedRow } from './autosave';
import { editorText } from './editorText';

/** A row that could not be changed, for people. */
export interface RejectedChange {
  /** For example "Row 12"; of a row that is nowhere any more, who it was about. */
  readonly row: string;
  /** Why, with the remedy. */
  readonly message: string;
}

/** @param before the rows as they were typed; `now`: as they are since they were given up */
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
