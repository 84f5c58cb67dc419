import type { Operation } from '../../shared/domain/operation';
import { errorBody } from '../../shared/errors';
import type { ChannelOutput, CheckedInput } from '../../shared/ipc';
import { requireAccount } from '../access/ways';
import type { Database } from '../storage/database';

/** See Outbox.operations. Each condition left out lets everything through. */
export function listOperations(
  db: Database,
  query: CheckedInput<'outbox.operations'>,
): ChannelOutput<'outbox.operations'> {
  const account = query.account === undefined ? undefined : requireAccount(db, query.account);
  const values = {
    operationIds: query.operationIds === undefined ? null : JSON.stringify(query.operationIds),
    statuses: query.statuses === undefined ? null : JSON.stringify(query.statuses),
    realm: account?.realm ?? null,
    accountId: account?.accountId ?? null,
  };
  const from = `
    FROM operations JOIN requests USING (request_id)
      JOIN accounts ON accounts.realm = operations.realm AND accounts.account_id = operations.account_id
    WHERE (:operationIds IS NULL OR operation_id IN (SELECT value FROM json_each(:operationIds)))
      AND (:statuses IS NULL OR status IN (SELECT value FROM json_each(:statuses)))
      AND (:accountId IS NULL OR (operations.realm = :realm AND operations.account_id = :accountId))`;
  const { total } = db.prepare(`SELECT count(*) AS total ${from}`).get(values) as { total: number };
  const rows = db
    .prepare(
      `SELECT operation_id AS operationId, kind, status, operations.connection_id AS connectionId,
         operations.account_id AS accountId, accounts.name AS accountName, email_address AS emailAddress,
         user_name AS userName, role, invitation_id AS invitationId, notify,
         amazon_request_id AS requestId, error, operations.created_at AS createdAt, settled_at AS settledAt
       ${from}
       ORDER BY operation_id DESC LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as OperationRow[];
  return { operations: rows.map(operationOf), total };
}

type OperationRow = Omit<Operation, 'notify' | 'error'> & { notify: 0 | 1; error: string | null };

const operationOf = (row: OperationRow): Operation => ({
  ...row,
  notify: row.notify === 1,
  error: row.error === null ? null : errorBody.parse(JSON.parse(row.error)),
});
