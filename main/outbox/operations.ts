import { finding, type Operation } from '../../shared/domain/operation';
import { errorBody } from '../../shared/errors';
import type { ChannelOutput, CheckedInput } from '../../shared/ipc';
import { requireAccount } from '../access/ways';
import type { Database } from '../storage/database';

/** The channel's input; `latestOnly` may be left out. */
export type OperationsQuery = Omit<CheckedInput<'outbox.operations'>, 'latestOnly'> & {
  readonly latestOnly?: boolean;
};

/** See Outbox.operations. Each condition left out lets everything through. */
export function listOperations(db: Database, query: OperationsQuery): ChannelOutput<'outbox.operations'> {
  const account = query.account === undefined ? undefined : requireAccount(db, query.account);
  const values = {
    operationIds: query.operationIds === undefined ? null : JSON.stringify(query.operationIds),
    runId: query.runId ?? null,
    kinds: query.kinds === undefined ? null : JSON.stringify(query.kinds),
    statuses: query.statuses === undefined ? null : JSON.stringify(query.statuses),
    latestOnly: query.latestOnly === true ? 1 : 0,
    realm: account?.realm ?? null,
    accountId: account?.accountId ?? null,
  };
  const where = `
    (:operationIds IS NULL OR operation_id IN (SELECT value FROM json_each(:operationIds)))
    AND (:runId IS NULL OR operations.run_id = :runId)
    AND (:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)))
    AND (:statuses IS NULL OR status IN (SELECT value FROM json_each(:statuses)))
    AND (:accountId IS NULL OR (operations.realm = :realm AND operations.account_id = :accountId))
    AND (:latestOnly = 0
      OR operation_id NOT IN (SELECT replaces FROM operations AS later WHERE later.replaces IS NOT NULL))`;
  const { total } = db.prepare(`SELECT count(*) AS total FROM operations WHERE ${where}`).get(values) as {
    total: number;
  };
  const rows = db
    .prepare(
      `SELECT operation_id AS operationId, operations.run_id AS runId, kind, status,
         operations.connection_id AS connectionId, operations.account_id AS accountId,
         accounts.name AS accountName, email_address AS emailAddress, user_name AS userName, role,
         invitation_id AS invitationId, notify, amazon_request_id AS requestId, error, finding,
         after_operation AS afterOperation, read_back AS readBack, attempt,
         (SELECT later.operation_id FROM operations AS later
          WHERE later.replaces = operations.operation_id) AS replacedBy,
         operations.created_at AS createdAt, sent_at AS sentAt, settled_at AS settledAt
       FROM operations JOIN requests USING (request_id)
         JOIN accounts ON accounts.realm = operations.realm AND accounts.account_id = operations.account_id
       WHERE ${where} ORDER BY operation_id DESC LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as unknown as OperationRow[];
  return { operations: rows.map(operationOf), total };
}

type OperationRow = Omit<Operation, 'notify' | 'error' | 'finding'> & {
  readonly notify: 0 | 1;
  readonly error: string | null;
  readonly finding: string | null;
};

const operationOf = (row: OperationRow): Operation => ({
  ...row,
  notify: row.notify === 1,
  error: row.error === null ? null : errorBody.parse(JSON.parse(row.error)),
  finding: row.finding === null ? null : finding.parse(JSON.parse(row.finding)),
});
