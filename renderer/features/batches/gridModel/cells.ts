import type { AccountRef } from '../../../../shared/domain/account/account';
import type { BatchColumn, BatchRowInput } from '../../../../shared/domain/batch/batch';
import { roles } from '../../../../shared/domain/invitation/role';
import { oneLine } from '../../../../shared/text/oneLine';
import { roleOfText } from '../../../../shared/domain/batch/rules/roleWords';

/** A cell's new value. `account` is used only in the account column. */
export interface CellValue {
  readonly text: string;
  readonly account: AccountRef | null;
}

/** The value of a text typed or pasted into a column. */
export type ValueOf = (column: BatchColumn, text: string) => CellValue;

/** A cell's content as text. */
export const cellText = (row: BatchRowInput, column: BatchColumn): string =>
  row[column === 'account' ? 'accountText' : column];

/** A cell's content on a single line, as in a field: words on two lines stay two words. */
export const cellLine = (row: BatchRowInput, column: BatchColumn): string => oneLine(cellText(row, column));

/** The row with another value in one cell; the same row if nothing changes. */
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
  instances: '',
});

/** A role from any word for it, or its first letters; text that isn't a role stays as typed. */
export function roleTyped(text: string): string {
  const lowered = text.trim().toLowerCase();
  if (lowered === '') return '';
  return roleOfText(lowered) ?? roles.find((role) => role.startsWith(lowered)) ?? text.trim();
}
