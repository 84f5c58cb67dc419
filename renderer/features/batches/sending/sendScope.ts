import type { ApprovalOfBatch } from '../../../../shared/domain/approval/batchReview';
import type { BatchRowInput } from '../../../../shared/domain/batch/batch';
import { compareNames } from '../../../../shared/text/formats';
import { groupBy } from '../gridModel/groupBy';
import { accountRefKey } from '../../../../shared/util/accountKey';

/** Which rows of a batch to send. */
export type SendScope =
  | { readonly kind: 'all' }
  /** Those that are approved as they are, where the rule needs that. */
  | { readonly kind: 'approved'; readonly rowIds: readonly string[] }
  /** Those selected in the grid. */
  | { readonly kind: 'selected' }
  /** Those of the accounts with these keys. */
  | { readonly kind: 'accounts'; readonly keys: readonly string[] };

/** An account of a batch, through one connection, with its rows. */
export interface Place {
  readonly key: string;
  readonly name: string;
  readonly rowIds: readonly string[];
}

/** The accounts of these rows by name. Rows with an unknown account aren't sent, and are left out. */
export function placesOf(rows: readonly BatchRowInput[]): Place[] {
  const known = rows.flatMap(({ rowId, account, accountText }) =>
    account === null ? [] : [{ rowId, name: accountText, key: accountRefKey(account) }],
  );
  return [...groupBy(known, ({ key }) => key)]
    .map(([key, own]) => ({ key, name: own[0]?.name ?? '', rowIds: own.map(({ rowId }) => rowId) }))
    .sort((one, other) => compareNames(one.name, other.name));
}

/** The rows in the bridge's form; without `rowIds`: all. */
export function selectionOf(
  scope: SendScope,
  selected: readonly string[],
  places: readonly Place[],
): { readonly rowIds?: string[] } {
  switch (scope.kind) {
    case 'all':
      return {};
    case 'approved':
      return { rowIds: [...scope.rowIds] };
    case 'selected':
      return { rowIds: [...selected] };
    case 'accounts':
      return { rowIds: places.flatMap(({ key, rowIds }) => (scope.keys.includes(key) ? rowIds : [])) };
  }
}

/** The rows that an approval covers as they are, if it covers no others; null where nothing has to be left out for it. */
export function approvedScope(
  status: ApprovalOfBatch | undefined,
  rows: readonly Pick<BatchRowInput, 'rowId'>[],
): { readonly scope: Extract<SendScope, { kind: 'approved' }>; readonly approver: string } | null {
  if (status?.needed !== true || status.approvals.some(({ faults }) => faults.length === 0)) return null;
  const partial = status.approvals.find(({ faults }) => faults.length === 1 && faults[0] === 'changed');
  if (partial === undefined) return null;
  const uncovered = new Set(partial.uncoveredRowIds);
  const rowIds = rows.flatMap(({ rowId }) => (uncovered.has(rowId) ? [] : rowId));
  return { scope: { kind: 'approved', rowIds }, approver: partial.approver };
}
