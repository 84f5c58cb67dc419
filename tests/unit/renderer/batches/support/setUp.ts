import { accountMatch } from '../../../../../renderer/features/batches/gridModel/accountMatch';
import { createGridStore } from '../../../../../renderer/features/batches/gridModel/gridStore';
import { cellText, emptyRow } from '../../../../../renderer/features/batches/gridModel/cells';
import type { Account } from '../../../../../shared/domain/account/account';
import { batchColumns, type BatchRow } from '../../../../../shared/domain/batch/batch';

export const account = (
  connectionId: string,
  accountId: string,
  name: string,
  more: Partial<Account> = {},
): Account => ({
  connectionId,
  accountId,
  realm: 'amazon',
  name,
  marketplaceId: '',
  canInvite: true,
  favourite: false,
  lastOpenedAt: null,
  asOf: 0,
  invitationsAsOf: 0,
  pendingInvitations: 0,
  reachable: true,
  trouble: null,
  troubleAt: null,
  refusesChanges: false,
  sponsoredAdsOnly: false,
  sponsoredAdsAgreed: false,
  group: null,
  tags: [],
  note: '',
  ...more,
});

const accounts = [
  account('viewer', 'amc-1', 'Copper Kettle', { canInvite: false }),
  account('admin', 'amc-1', 'Copper Kettle'),
  account('admin', 'amc-2', 'Twin'),
  account('admin', 'amc-3', 'Twin'),
];

/** A grid's store with these rows, and its output and content. */
export function setUp(stored: readonly Partial<BatchRow>[] = []) {
  const touched: string[] = [];
  const rows = stored.map((row, index): BatchRow => ({
    ...emptyRow(`row-000${index}`, index + 1),
    source: null,
    findings: [],
    operationId: null,
    status: null,
    invitation: null,
    ...row,
  }));
  const store = createGridStore({
    stored: { rows, version: 1 },
    match: accountMatch(accounts, []),
    onTouched: (rowIds) => touched.push(...rowIds),
  });
  const cells = (): string[][] =>
    store.state().rows.map((row) => batchColumns.map((column) => cellText(row, column)));
  return { store, cells, touched };
}
