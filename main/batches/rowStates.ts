import type { BatchCounts } from '../../shared/domain/batch/batch';
import { noRowStates, type RowState } from '../../shared/domain/batch/rowState';
import type { ShownInvitation } from '../../shared/domain/invitation/invitation';
import type { ShownStatus } from '../../shared/domain/outbox/operation';
import type { Database } from '../storage/database';
import { shownStatusColumn } from '../storage/skipped';

/** A row's current operation: the newest of those that sent it again. (IDs only grow.) */
export const latestOperation = `iif(batch_rows.operation_id IS NULL, NULL, coalesce((
  WITH RECURSIVE chain (id) AS (
    SELECT later.operation_id FROM operations AS later WHERE later.replaces = batch_rows.operation_id
    UNION ALL
    SELECT later.operation_id FROM operations AS later JOIN chain ON later.replaces = chain.id)
  SELECT max(id) FROM chain), batch_rows.operation_id))`;

/** The current state of the invitation of a row of `operations`, in SQL; null if none is known. */
export const invitationColumn = `(SELECT iif(state = 'pending' AND expires_at <= unixepoch('subsec') * 1000, 'overdue', state) FROM invitations WHERE invitations.realm = operations.realm
  AND invitations.account_id = operations.account_id AND invitations.invitation_id = operations.invitation_id)`;

/** The sent rows of all batches, or of one (`:batchId`), each with its current status and invitation state. */
export const sentRows = `
  SELECT batch_id, row_id, latest, ${shownStatusColumn} AS status, ${invitationColumn} AS invitation FROM (
    SELECT batch_id, row_id, ${latestOperation} AS latest FROM batch_rows
    WHERE operation_id IS NOT NULL AND (:batchId IS NULL OR batch_id = :batchId))
  JOIN operations ON operations.operation_id = latest`;

/** The status of a sent row. */
export interface SentStatus {
  readonly rowId: string;
  readonly status: ShownStatus;
  readonly invitation: ShownInvitation | null;
}

/** The current status of each sent row of a batch. */
export function readStatuses(db: Database, batchId: string): SentStatus[] {
  const rows = db.prepare(`SELECT row_id AS rowId, status, invitation FROM (${sentRows})`).all({ batchId });
  return rows as SentStatus[];
}

/** `rowStateOf` in SQL, for rows that were sent. */
const sentState = `iif(status = 'done', iif(invitation = 'pending', 'invited', ifnull(invitation, 'invited')), status)`;

/** How many rows of a batch, or of each batch, are in each state. A batch without rows is omitted. */
export function countRows(db: Database, batchId: string | null): Map<string, BatchCounts> {
  const counts = countUnsent(db, batchId);
  const sent = db
    .prepare(
      `SELECT batch_id AS batchId, ${sentState} AS state, count(*) AS count
       FROM (${sentRows})
       GROUP BY 1, 2`,
    )
    .all({ batchId }) as unknown as { batchId: string; state: RowState; count: number }[];
  for (const { batchId: id, state, count } of sent) add(counts, id, { state, count });
  return counts;
}

/** The same, only for rows that weren't sent. */
export function countUnsent(db: Database, batchId: string | null): Map<string, BatchCounts> {
  const counts = new Map<string, BatchCounts>();
  const rows = db
    .prepare(
      `SELECT batch_id AS batchId, level, count(*) AS count FROM batch_rows
       WHERE operation_id IS NULL AND ${within(batchId)} GROUP BY batch_id, level`,
    )
    .all({ batchId }) as unknown as { batchId: string; level: 'error' | 'warning' | null; count: number }[];
  for (const { batchId: id, level, count } of rows) {
    add(counts, id, { state: level === 'error' ? 'draft' : 'ready', count });
    if (level === 'warning') counts.set(id, { ...(counts.get(id) ?? noRows), warnings: count });
  }
  return counts;
}

/** For `:batchId`, or for all; with both in one condition SQLite would scan all rows either way. */
export const within = (batchId: string | null): string =>
  batchId === null ? ':batchId IS NULL' : 'batch_id = :batchId';

export const noRows: BatchCounts = { rows: 0, warnings: 0, ...noRowStates };

function add(
  counts: Map<string, BatchCounts>,
  batchId: string,
  { state, count }: { readonly state: RowState; readonly count: number },
): void {
  const before = counts.get(batchId) ?? noRows;
  counts.set(batchId, { ...before, rows: before.rows + count, [state]: before[state] + count });
}
