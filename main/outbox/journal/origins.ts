import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';

/** What a batch's row tells of an operation: all but the operation itself. */
const columns = 'batch_id, batch_name, row_id, row_number, note, source_file, source_row';

/**
 * Writes down from which rows of a batch operations come, as the rows are now. Call it inside the transaction that writes
 * the operations.
 * @param operations as they were given to `append`, and the ids it answered
 */
export function writeOrigins(
  db: Database,
  batchId: string,
  operations: readonly { readonly rowId?: string; readonly rowNumber?: number }[],
  operationIds: readonly number[],
): void {
  const rows = operations.flatMap(({ rowId, rowNumber = null }, index) =>
    rowId === undefined ? [] : [{ operationId: operationIds[index], rowId, rowNumber }],
  );
  prepared(
    db,
    `INSERT INTO operation_origins (operation_id, ${columns})
     SELECT value ->> 'operationId', batch_rows.batch_id, name, batch_rows.row_id, value ->> 'rowNumber', note,
       source_file, source_row
     FROM json_each(?) JOIN batch_rows ON batch_rows.batch_id = ? AND batch_rows.row_id = value ->> 'rowId'
       JOIN batches ON batches.batch_id = batch_rows.batch_id`,
  ).run(JSON.stringify(rows), batchId);
}

/**
 * Operations of a call that sends none of a batch's rows come from where those come that they send again, whose invitation
 * they change, or, in a change of role, whose place they take. Call it inside the transaction that writes the operations.
 */
export function inheritOrigins(db: Database, requestId: number): void {
  prepared(
    db,
    `INSERT INTO operation_origins (operation_id, ${columns})
     SELECT own.operation_id, ${columns}
     FROM operations AS own JOIN operation_origins AS origin ON origin.operation_id = coalesce(
       own.replaces, own.after_operation, (
         SELECT max(made.operation_id) FROM operations AS made
         WHERE made.invitation_id = own.invitation_id AND made.realm = own.realm AND made.account_id = own.account_id
           AND made.kind = 'create'))
     WHERE own.request_id = ?`,
  ).run(requestId);
}
