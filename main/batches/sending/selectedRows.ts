import type { AccountRef } from '../../../shared/domain/account/account';
import type { BatchRow } from '../../../shared/domain/batch/batch';
import { chunksOf } from '../../../shared/domain/outbox/chunk';
import { invitee, maxPerCall, type Invitee } from '../../../shared/domain/invitation/invitation';
import { roleOfText } from '../../../shared/domain/batch/rules/roleWords';
import type { Stepwise } from '../../storage/stepwise';
import type { Checked } from '../checking/check';
import { isLocked } from '../lockedRows';
import type { PlannedRow } from '../../../shared/domain/batch/rules/instanceRules';
import { accountRefKey } from '../../../shared/util/accountKey';

/** Which rows of a batch to use; an empty selection means all. */
export interface RowSelection {
  readonly rowIds?: readonly string[] | undefined;
  readonly accounts?: readonly AccountRef[] | undefined;
}

/** A row that can be sent, and whom it invites where. */
export interface SendableRow {
  readonly rowId: string;
  /** Its place in the batch, from 1. */
  readonly rowNumber: number;
  readonly account: AccountRef;
  readonly accountName: string;
  readonly invitee: Invitee;
  /** To which instances its person is to be added, and was to be; null if neither. */
  readonly planned: PlannedRow | null;
  /** The previous failed operation for the row's person; null if the row was never sent. */
  readonly failedOperation: number | null;
}

/** How many rows are processed in one step. */
const rowsAStep = 100;

/** The rows that can be sent now: without an error, and not sent yet or sent without success. */
export function* sendableRows(checked: Checked, selection: RowSelection = {}): Stepwise<SendableRow[]> {
  const { findings, planned } = checked;
  const sendable: SendableRow[] = [];
  const numbers = new Map(checked.rows.map(({ rowId }, index) => [rowId, index + 1]));
  for (const [index, row] of selectedRows(checked, selection).entries()) {
    if (index % rowsAStep === rowsAStep - 1) yield;
    const { rowId, account, accountText, emailAddress, userName, role, operationId } = row;
    if (account === null || isLocked(row)) continue;
    if (findings.get(rowId)?.some(({ level }) => level === 'error') === true) continue;
    const { success, data } = invitee.safeParse({ emailAddress, userName, role: roleOfText(role) });
    if (!success) continue;
    sendable.push({
      rowId,
      rowNumber: numbers.get(rowId) ?? 0,
      account,
      accountName: accountText,
      invitee: data,
      planned: planned.get(rowId) ?? null,
      failedOperation: operationId,
    });
  }
  return sendable;
}

/** How many selected rows are waiting to be sent, including those that can't be. */
export function openRows(checked: Checked, selection: RowSelection): number {
  return selectedRows(checked, selection).filter((row) => !isLocked(row)).length;
}

/** The selected rows, including those that can't be sent. */
export function selectedRows({ rows }: Checked, { rowIds, accounts }: RowSelection): BatchRow[] {
  const ids = rowIds === undefined ? null : new Set(rowIds);
  const places = accounts === undefined ? null : new Set(accounts.map(accountRefKey));
  return rows.filter(
    ({ rowId, account }) =>
      (ids === null || ids.has(rowId)) &&
      (places === null || (account !== null && places.has(accountRefKey(account)))),
  );
}

/** The calls to one account: at most 50 people each (amazon-api §3). */
export interface AccountCalls {
  readonly account: AccountRef;
  readonly accountName: string;
  readonly calls: readonly (readonly SendableRow[])[];
}

/** The calls that carry these rows, account by account. */
export function* callsOf(rows: readonly SendableRow[]): Stepwise<AccountCalls[]> {
  return (yield* byAccount(rows)).map(([{ account, accountName }, own]) => ({
    account,
    accountName,
    calls: chunksOf(own, maxPerCall),
  }));
}

/** The rows of each account in order, each with its first one. */
export function* byAccount(
  rows: readonly SendableRow[],
): Stepwise<(readonly [SendableRow, readonly SendableRow[]])[]> {
  const groups = new Map<string, [SendableRow, SendableRow[]]>();
  for (const [index, row] of rows.entries()) {
    if (index % rowsAStep === rowsAStep - 1) yield;
    const group = groups.get(accountRefKey(row.account));
    if (group === undefined) groups.set(accountRefKey(row.account), [row, [row]]);
    else group[1].push(row);
  }
  return [...groups.values()];
}
