import type { Database } from '../../storage/database';
import type { AccountAccess, JournalRequest } from './append';
import { operationsWhere } from './read';

/**
 * A call may go out when its run has started and is neither paused nor stopped, and what it waits for is settled. When that has failed, the call's turn
 * is to be withdrawn. (The plus keeps SQLite from going through everything that is queued to find the few that wait.)
 */
const mayGo = `
  requests.ended_at IS NULL AND requests.sent_at IS NULL AND runs.paused = 0 AND runs.stopped = 0
  AND runs.starts_at IS NULL
  AND request_id NOT IN (
    SELECT later.request_id FROM operations AS later
      JOIN operations AS earlier ON earlier.operation_id = later.after_operation
    WHERE later.after_operation IS NOT NULL AND +later.status = 'queued'
      AND earlier.status NOT IN ('done', 'failed'))`;

/** The accounts and connections with calls that may be sent, longest waiting first. */
export function accessesWithWork(db: Database): AccountAccess[] {
  return db
    .prepare(
      `SELECT requests.connection_id AS connectionId, requests.realm, requests.account_id AS accountId
       FROM requests JOIN runs USING (run_id) WHERE ${mayGo}
       GROUP BY 1, 2, 3 ORDER BY min(request_id)`,
    )
    .all() as AccountAccess[];
}

/** The next call that may be sent there, in the order of recording. */
export function nextRequest(db: Database, access: AccountAccess): JournalRequest | undefined {
  const requestId = nextRequestId(db, access);
  return requestId === undefined ? undefined : readRequest(db, requestId);
}

/** The next call there that a person let be sent without the team, whatever waits before it. */
export function nextSolo(db: Database, access: AccountAccess): JournalRequest | undefined {
  const requestId = nextRequestId(db, access, isSoloSql);
  return requestId === undefined ? undefined : readRequest(db, requestId);
}

/** Whether a call may be sent without the team. */
const isSolo = ({ operations }: Pick<JournalRequest, 'operations'>): boolean =>
  operations.length > 0 && operations.every(({ soloReason }) => soloReason !== null);

/**
 * Whether a call is still the next that may be sent there: while something was awaited, a person may have paused or stopped it.
 * Call it in the transaction that marks or settles the call.
 */
export const isStillNext = (db: Database, request: JournalRequest): boolean =>
  nextRequestId(db, request) === request.requestId ||
  (isSolo(request) && nextRequestId(db, request, isSoloSql) === request.requestId);

/** Whether all of a call's operations may be sent without the team (SQL). */
const isSoloSql =
  'NOT EXISTS (SELECT 1 FROM operations WHERE operations.request_id = requests.request_id AND solo_reason IS NULL)';

function nextRequestId(
  db: Database,
  { connectionId, realm, accountId }: AccountAccess,
  condition = 'TRUE',
): number | undefined {
  const row = db
    .prepare(
      `SELECT request_id AS requestId FROM requests JOIN runs USING (run_id)
       WHERE realm = ? AND account_id = ? AND connection_id = ? AND ${mayGo} AND ${condition}
       ORDER BY request_id LIMIT 1`,
    )
    .get(realm, accountId, connectionId) as { requestId: number } | undefined;
  return row?.requestId;
}

/** The ID of the last recorded call; IDs only grow. 0 if there is none. */
export function lastRequestId(db: Database): number {
  const { last } = db.prepare('SELECT coalesce(max(request_id), 0) AS last FROM requests').get() as {
    last: number;
  };
  return last;
}

/** @returns the call with all its operations */
function readRequest(db: Database, requestId: number): JournalRequest {
  const row = db
    .prepare(
      `SELECT request_id AS requestId, run_id AS runId, connection_id AS connectionId, realm,
         account_id AS accountId, accounts.name AS accountName, operation, body, body_sha256 AS sha256,
         share_confirmed AS shareConfirmed
       FROM requests JOIN accounts USING (realm, account_id) WHERE request_id = ?`,
    )
    .get(requestId) as unknown as Omit<JournalRequest, 'operations' | 'isShareConfirmed'> & {
    readonly shareConfirmed: 0 | 1;
  };
  const { shareConfirmed, ...request } = row;
  return {
    ...request,
    isShareConfirmed: shareConfirmed === 1,
    operations: operationsWhere(db, 'request_id = ?', [requestId]),
  };
}

/** The calls that may have been sent when the app ended without recording their answer. */
export function unansweredRequests(db: Database): JournalRequest[] {
  const rows = db
    .prepare(
      'SELECT request_id AS requestId FROM requests WHERE ended_at IS NULL AND sent_at IS NOT NULL ORDER BY request_id',
    )
    .all() as { requestId: number }[];
  return rows.map(({ requestId }) => readRequest(db, requestId));
}

/** The next calls still queued in stopped runs, or in those of the given ones. */
export function stoppedRequests(
  db: Database,
  { runIds, limit }: { readonly runIds?: readonly number[]; readonly limit: number },
): JournalRequest[] {
  const rows = db
    .prepare(
      `SELECT request_id AS requestId FROM requests JOIN runs USING (run_id)
       WHERE ended_at IS NULL AND sent_at IS NULL AND stopped = 1
         AND (:runIds IS NULL OR run_id IN (SELECT value FROM json_each(:runIds)))
       ORDER BY request_id LIMIT :limit`,
    )
    .all({ runIds: runIds === undefined ? null : JSON.stringify(runIds), limit }) as { requestId: number }[];
  return rows.map(({ requestId }) => readRequest(db, requestId));
}
