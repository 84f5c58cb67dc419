import { createHash } from 'node:crypto';
import type { OperationKind } from '../../shared/domain/operation';
import type { ErrorBody } from '../../shared/errors';
import type { Database } from '../storage/database';

/** An account, whichever way in is used. */
export interface AccountKey {
  readonly realm: string;
  readonly accountId: string;
}

/** One change of one person's invitation, before it is in the journal. */
export interface NewOperation {
  readonly kind: OperationKind;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  /** Null for a create. */
  readonly invitationId: string | null;
  readonly notify: boolean;
}

/** One call to Amazon with its exact bytes, before it is in the journal. */
export interface NewRequest extends AccountKey {
  readonly connectionId: string;
  readonly operation: 'CreateUserInvitations' | 'UpdateUserInvitations';
  readonly body: Uint8Array;
  /** 1 to 50, all of one kind. */
  readonly operations: readonly NewOperation[];
}

export interface JournalOperation extends NewOperation {
  readonly operationId: number;
}

/** A call as the journal has it. */
export interface JournalRequest extends Omit<NewRequest, 'operations'> {
  readonly requestId: number;
  readonly accountName: string;
  readonly operations: readonly JournalOperation[];
}

/** How one operation ended. */
export type Settlement = { readonly operation: JournalOperation } & (
  | { readonly status: 'done'; readonly invitationId: string }
  | { readonly status: 'failed' | 'inDoubt'; readonly error: ErrorBody }
);

/** Writes new calls down as `queued`. Call it inside a transaction. @param at ms since 1970 */
export function append(
  db: Database,
  requests: readonly NewRequest[],
  at: number,
): (AccountKey & { requestId: number; operationIds: number[] })[] {
  const insertRequest = db.prepare(
    `INSERT INTO requests (connection_id, realm, account_id, operation, body, body_sha256, created_at)
     VALUES (:connectionId, :realm, :accountId, :operation, :body, :sha256, :at)`,
  );
  const insertOperation = db.prepare(
    `INSERT INTO operations (request_id, kind, status, connection_id, realm, account_id, email_address, user_name,
       role, invitation_id, notify, created_at)
     VALUES (:requestId, :kind, 'queued', :connectionId, :realm, :accountId, :emailAddress, :userName,
       :role, :invitationId, :notify, :at)`,
  );
  return requests.map(({ operations, body, operation, ...way }) => {
    const sha256 = createHash('sha256').update(body).digest('hex');
    const requestId = Number(insertRequest.run({ ...way, operation, body, sha256, at }).lastInsertRowid);
    const operationIds = operations.map(({ notify, ...rest }) =>
      Number(insertOperation.run({ ...way, ...rest, notify: notify ? 1 : 0, requestId, at }).lastInsertRowid),
    );
    return { realm: way.realm, accountId: way.accountId, requestId, operationIds };
  });
}

/**
 * Marks a queued call `sending`. Call it inside a transaction, and send only after that was committed: from then
 * on the request may have left.
 * @returns the call, or undefined when it is not queued any more
 */
export function markSending(db: Database, requestId: number, at: number): JournalRequest | undefined {
  const { changes } = db
    .prepare(`UPDATE operations SET status = 'sending' WHERE request_id = ? AND status = 'queued'`)
    .run(requestId);
  if (changes === 0) return undefined;
  db.prepare('UPDATE requests SET sent_at = ? WHERE request_id = ?').run(at, requestId);
  return readRequest(db, requestId);
}

/** Writes how a call's operations ended. Call it inside a transaction. An operation in doubt is not settled. */
export function writeSettlements(
  db: Database,
  requestId: number,
  settlements: readonly Settlement[],
  answer: {
    readonly at: number;
    readonly httpStatus: number | undefined;
    readonly amazonRequestId: string | undefined;
  },
): void {
  const { at, httpStatus, amazonRequestId } = answer;
  db.prepare(
    `UPDATE requests SET answered_at = ?, http_status = ?, amazon_request_id = ? WHERE request_id = ?`,
  ).run(httpStatus === undefined ? null : at, httpStatus ?? null, amazonRequestId ?? null, requestId);
  const update = db.prepare(
    `UPDATE operations SET status = ?, error = ?, invitation_id = coalesce(?, invitation_id), settled_at = ?
     WHERE operation_id = ?`,
  );
  for (const settlement of settlements) {
    const { status, operation } = settlement;
    update.run(
      status,
      status === 'done' ? null : JSON.stringify(settlement.error),
      status === 'done' ? settlement.invitationId : null,
      status === 'inDoubt' ? null : at,
      operation.operationId,
    );
  }
}

/** The operations of an account that are queued or being sent. */
export function underWay(db: Database, { realm, accountId }: AccountKey): NewOperation[] {
  return operationsWhere(db, `realm = ? AND account_id = ? AND status IN ('queued', 'sending')`, [
    realm,
    accountId,
  ]);
}

/** The calls with operations that have this status. @returns each call with those operations only */
export function requestsWith(db: Database, status: 'queued' | 'sending'): JournalRequest[] {
  const rows = db
    .prepare('SELECT DISTINCT request_id AS requestId FROM operations WHERE status = ? ORDER BY request_id')
    .all(status) as { requestId: number }[];
  return rows.map(({ requestId }) => readRequest(db, requestId, status));
}

function readRequest(
  db: Database,
  requestId: number,
  status: 'queued' | 'sending' = 'sending',
): JournalRequest {
  const row = db
    .prepare(
      `SELECT requests.request_id AS requestId, requests.connection_id AS connectionId, requests.realm,
         requests.account_id AS accountId, accounts.name AS accountName, requests.operation, requests.body
       FROM requests JOIN accounts USING (realm, account_id) WHERE requests.request_id = ?`,
    )
    .get(requestId) as Omit<JournalRequest, 'operations'>;
  return { ...row, operations: operationsWhere(db, 'request_id = ? AND status = ?', [requestId, status]) };
}

function operationsWhere(db: Database, condition: string, values: (string | number)[]): JournalOperation[] {
  const rows = db
    .prepare(
      `SELECT operation_id AS operationId, kind, email_address AS emailAddress, user_name AS userName, role,
         invitation_id AS invitationId, notify
       FROM operations WHERE ${condition} ORDER BY operation_id`,
    )
    .all(...values) as (Omit<JournalOperation, 'notify'> & { notify: 0 | 1 })[];
  return rows.map((row) => ({ ...row, notify: row.notify === 1 }));
}
