import type { BatchLink, BatchReport } from '../../shared/domain/batchReport';
import type { InvitationRef, InvitationState } from '../../shared/domain/invitation';
import type { ShownStatus } from '../../shared/domain/operation';
import { errorBody } from '../../shared/errors';
import type { Database } from '../storage/database';
import { requireBatch } from './reading';
import { sentRows } from './rows';

/** A row that was sent, with what became of it. Times are ms since 1970. */
export interface SentRow {
  readonly rowId: string;
  readonly connectionId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  readonly note: string;
  readonly sourceFile: string | null;
  readonly sourceRow: number | null;
  readonly operationId: number;
  readonly runId: number;
  readonly runCreatedAt: number;
  readonly status: ShownStatus;
  /** JSON of an error body. */
  readonly error: string | null;
  readonly requestId: string | null;
  readonly settledAt: number | null;
  readonly invitationId: string | null;
  /** What the invitation is now; null while there is none. */
  readonly state: InvitationState | null;
  readonly expiresAt: number | null;
  readonly region: BatchLink['region'] | null;
}

/** All sent rows of a batch in their order. */
export const readSentRows = (db: Database, batchId: string): SentRow[] =>
  db
    .prepare(
      `SELECT row_id AS rowId, operations.connection_id AS connectionId, operations.account_id AS accountId,
         coalesce(accounts.name, operations.account_id) AS accountName, operations.email_address AS emailAddress,
         operations.user_name AS userName, operations.role, note, source_file AS sourceFile, source_row AS sourceRow,
         operations.operation_id AS operationId, operations.run_id AS runId, runs.created_at AS runCreatedAt,
         sent.status, operations.error, requests.amazon_request_id AS requestId,
         operations.settled_at AS settledAt, operations.invitation_id AS invitationId, invitations.state,
         invitations.expires_at AS expiresAt, connections.region
       FROM (${sentRows}) AS sent
         JOIN batch_rows USING (batch_id, row_id)
         JOIN operations ON operations.operation_id = sent.latest
         JOIN requests USING (request_id)
         JOIN runs ON runs.run_id = operations.run_id
         LEFT JOIN accounts ON accounts.realm = operations.realm AND accounts.account_id = operations.account_id
         LEFT JOIN invitations ON invitations.realm = operations.realm
           AND invitations.account_id = operations.account_id AND invitations.invitation_id = operations.invitation_id
         LEFT JOIN connections ON connections.connection_id = operations.connection_id
       ORDER BY position, row_id`,
    )
    .all({ batchId }) as SentRow[];

/** @throws CodedError NOT_FOUND */
export function reportOf(db: Database, batchId: string): BatchReport {
  const { counts } = requireBatch(db, batchId);
  const rows = readSentRows(db, batchId);
  const isOpen = rows.some(
    ({ status }) => status === 'queued' || status === 'sending' || status === 'inDoubt',
  );
  const settled = rows.flatMap(({ settledAt }) => settledAt ?? []);
  const runs = new Map(rows.map(({ runId, runCreatedAt }) => [runId, runCreatedAt]));
  return {
    counts,
    states: counted(rows.flatMap(({ state }) => state ?? [])).map(([state, count]) => ({
      state,
      rows: count,
    })),
    failures: failuresOf(rows),
    runs: [...runs]
      .map(([runId, createdAt]) => ({ runId, createdAt }))
      .toSorted((one, other) => one.runId - other.runId),
    endedAt: isOpen || settled.length === 0 ? null : settled.reduce((latest, at) => Math.max(latest, at), 0),
  };
}

/** The pending invitations of a batch. A connection that was removed since leaves its region untold: those are left out. */
export const linksOf = (db: Database, batchId: string): BatchLink[] =>
  readSentRows(db, batchId).flatMap(({ state, invitationId, region, ...row }) =>
    state === 'pending' && invitationId !== null && region !== null
      ? [
          {
            rowId: row.rowId,
            emailAddress: row.emailAddress,
            userName: row.userName,
            role: row.role,
            accountName: row.accountName,
            invitationId,
            region,
            expiresAt: row.expiresAt,
          },
        ]
      : [],
  );

/** What undoing a batch would revoke, and what it cannot take back. */
export function undoable(
  db: Database,
  batchId: string,
): {
  readonly invitations: readonly InvitationRef[];
  readonly kept: readonly { readonly state: InvitationState; readonly rows: number }[];
} {
  requireBatch(db, batchId);
  const rows = readSentRows(db, batchId);
  return {
    invitations: rows.flatMap(({ state, invitationId, connectionId, accountId }) =>
      state === 'pending' && invitationId !== null ? [{ connectionId, accountId, invitationId }] : [],
    ),
    kept: counted(rows.flatMap(({ state }) => (state === null || state === 'pending' ? [] : [state]))).map(
      ([state, count]) => ({ state, rows: count }),
    ),
  };
}

function failuresOf(rows: readonly SentRow[]): BatchReport['failures'] {
  const errors = rows.flatMap(({ status, error }) => {
    const body =
      (status === 'failed' || status === 'skipped') && error !== null
        ? errorBody.safeParse(JSON.parse(error)).data
        : undefined;
    return body === undefined ? [] : [JSON.stringify([body.code, body.message, body.retryable])];
  });
  return counted(errors).map(([key, count]) => {
    const [code, message, retryable] = JSON.parse(key) as [string, string, boolean];
    return { code, message, retryable, rows: count };
  });
}

/** The different values with how often each is there, the most frequent first. */
function counted<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}
