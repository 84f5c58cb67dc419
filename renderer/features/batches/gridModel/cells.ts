import type { AccountRef } from '../../../../shared/domain/account/account';
import type { BatchColumn, BatchRowInput } from '../../../../shared/domain/batch/batch';
import { roles } from '../../../../shared/domain/invitation/role';
import { oneLine } from '../../../../shared/text/oneLine';
import { roleOfText } from '../../../../shared/domain/batch/rules/roleWords';

/** What a cell is to hold. `account` counts in the account's column only. */
export interface CellValue {
  readonly text: string;
  readonly account: AccountRef | null;
}

/** The value that a text typed or pasted into a column means. */
export type ValueOf = (column: BatchColumn, text: string) => CellValue;

/** What stands in a cell, as text. */
export const cellText = (row: BatchRowInput, column: BatchColumn): string =>
  row[column === 'account' ? 'accountText' : column];

/** What stands in a cell, in the one line that a field has: words on two lines stay two words. */
export const cellLine = (row: BatchRowInput, column: BatchColumn): string => oneLine(cellText(row, column));

/** The row with another value in one cell; the same row when that changes nothing. */
export function withCell(row: BatchRowInput, column: BatchColumn, value: CellValue): BatchRowInput {
  const { text } = value;
  if (column !== 'account') return row[column] === text ? row : { ...row, [column]: text };
  const { account } = value;
  const same =
    row.accountText === text &&
    row.account?.accountId === account?.accountId &&
    row.account?.connectionId === account?.connectionId;
  return same ? row : { ...row, accountText: text, account };
}

export const emptyRow = (rowId: string, position: number): BatchRowInput => ({
  rowId,
  position,
  account: null,
  accountText: '',
  emailAddress: '',
  userName: '',
  role: '',
  note: '',
});

/** A role in any word for it, or its first letters; what is no role stays as it was typed. */
export function roleTyped(text: string): string {
  const lowered = text.trim().toLowerCase();
  if (lowered === '') return '';
  return roleOfText(lowered) ?? roles.find((role) => role.startsWith(lowered)) ?? text.trim();
}
