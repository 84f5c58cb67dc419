import type { Database } from '../../../../main/storage/database';
import type { OperationStatus } from '../../../../shared/domain/outbox/operation';

interface Requested {
  readonly emailAddress: string;
  readonly accountId?: string;
  readonly role?: string;
  /** The operation that this one retries. */
  readonly replaces?: number;
}

/** A queued invitation in the journal, in its own run and call. @returns its operation's ID */
export function operationFor(
  db: Database,
  { emailAddress, accountId = 'A1', role = 'viewer', replaces }: Requested,
): number {
  const run = db
    .prepare(`INSERT INTO runs (kind, when_not_seen, created_at) VALUES ('create', 'ask', 1)`)
    .run();
  const request = db
    .prepare(
      `INSERT INTO requests (connection_id, realm, account_id, operation, body, body_sha256, created_at, run_id)
       VALUES ('c-1', 'sandbox', ?, 'CreateUserInvitations', x'7B7D', 'hash', 1, ?)`,
    )
    .run(accountId, run.lastInsertRowid);
  const operation = db
    .prepare(
      `INSERT INTO operations (request_id, kind, status, connection_id, realm, account_id, email_address, user_name,
         role, notify, created_at, run_id, replaces)
       VALUES (?, 'create', 'queued', 'c-1', 'sandbox', ?, ?, 'Name', ?, 1, 1, ?, ?)`,
    )
    .run(request.lastInsertRowid, accountId, emailAddress, role, run.lastInsertRowid, replaces ?? null);
  return Number(operation.lastInsertRowid);
}

/** Brings a queued operation to a status by steps that the database allows. */
export function settle(db: Database, operationId: number, status: OperationStatus): void {
  const steps = status === 'queued' ? [] : status === 'sending' ? ['sending'] : ['sending', status];
  for (const step of steps) {
    db.prepare('UPDATE operations SET status = ? WHERE operation_id = ?').run(step, operationId);
  }
}
