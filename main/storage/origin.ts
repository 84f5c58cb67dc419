import { origin, type Origin } from '../../shared/domain/outbox/origin';

/**
 * Where an operation comes from, as JSON text in SQL; null where it comes from no batch. See `originOf`.
 * @param operationId the operation's id in SQL
 */
export const originColumn = (operationId: string): string => `(
  SELECT json_object('batchId', batch_id, 'batchName', batch_name, 'rowId', row_id, 'rowNumber', row_number,
    'note', note, 'sourceFile', source_file, 'sourceRow', source_row,
    'listed', json(iif(EXISTS (SELECT 1 FROM batch_rows JOIN batches USING (batch_id)
        WHERE batch_rows.batch_id = origin.batch_id AND batch_rows.row_id = origin.row_id AND removed_at IS NULL),
      'true', 'false')))
  FROM operation_origins AS origin WHERE origin.operation_id = ${operationId})`;

/** Reads what `originColumn` gives. */
export const originOf = (text: string | null): Origin | null =>
  text === null ? null : origin.parse(JSON.parse(text));
