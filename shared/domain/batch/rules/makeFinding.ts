import type { AccountRef } from '../../account/account';
import type { BatchColumn, FindingFix, RowFinding } from '../batch';
import { findingsText } from './findingsText';

/** The parts of a row the rules look at. */
export type { BatchRowInput as Row } from '../batch';

type FindingDetails = Omit<RowFinding, 'level' | 'fix'>;

/** The row can't be sent. */
export const error = (
  { code, column, message }: FindingDetails,
  fix: FindingFix | null = null,
): RowFinding => ({
  code,
  level: 'error',
  column,
  message,
  fix,
});

/** The row can be sent, but someone should look. */
export const warning = (
  { code, column, message }: FindingDetails,
  fix: FindingFix | null = null,
): RowFinding => ({
  code,
  level: 'warning',
  column,
  message,
  fix,
});

/** A fix that writes a text into a cell. */
export const writes = (
  column: BatchColumn,
  value: string,
  {
    label = findingsText.use(value),
    account = null,
  }: { readonly label?: string; readonly account?: AccountRef | null } = {},
): FindingFix => ({ label, column, value, account, removesRow: false });

export const takesOut: FindingFix = {
  label: findingsText.removeRow,
  column: null,
  value: null,
  account: null,
  removesRow: true,
};
