import type { BatchRow, BatchRowInput } from '../../shared/domain/batch/batch';
import type { Database } from '../storage/database';
import { canBeSentAgain } from '../../shared/domain/outbox/operation';
import { storable } from './rows';
import { sentRows } from './rowStates';

/** A sent row is locked until its operation fails, is stopped or turns out to be unnecessary. */
export const isLocked = ({ status }: Pick<BatchRow, 'status'>): boolean =>
  status !== null && !canBeSentAgain(status);

/** The ids of the locked rows of a batch (`:batchId`), in SQL: including those being sent that have no operation yet. */
export const lockedRows = `SELECT row_id FROM (${sentRows}) WHERE status NOT IN ('failed', 'skipped', 'stopped')
  UNION SELECT staged.value ->> 'rowId' FROM stagings JOIN staged_calls USING (staging_id), json_each(call, '$.operations') AS staged
    WHERE run_id IS NOT NULL AND stagings.batch_id = :batchId`;

/**
 * The addresses of the rows that may not be written or removed like this: what was sent stays unchanged. Their position in the
 * batch doesn't count, since rows around them come and go.
 */
export function lockedAmong(
  db: Database,
  batchId: string,
  rows: readonly BatchRowInput[],
  removed: readonly string[],
): string[] {
  const written = new Map(rows.map((row) => [row.rowId, row]));
  const locked = db
    .prepare(
      `SELECT * FROM batch_rows WHERE batch_id = :batchId AND row_id IN (${lockedRows})
         AND row_id IN (SELECT value FROM json_each(:rowIds))`,
    )
    .all({ batchId, rowIds: JSON.stringify([...written.keys(), ...removed]) }) as unknown as StoredCells[];
  return locked
    .filter((stored) => {
      const row = written.get(stored.row_id);
      return row === undefined || !holdsTheSame(row, stored);
    })
    .map(({ email_address: emailAddress }) => emailAddress);
}

const holdsTheSame = (row: BatchRowInput, stored: StoredCells): boolean =>
  (row.account?.connectionId ?? null) === stored.connection_id &&
  (row.account?.accountId ?? null) === stored.account_id &&
  storable(row.accountText) === stored.account_text &&
  storable(row.emailAddress) === stored.email_address &&
  storable(row.userName) === stored.user_name &&
  storable(row.role) === stored.role &&
  storable(row.note) === stored.note &&
  storable(row.instances) === stored.instances;

interface StoredCells {
  readonly row_id: string;
  readonly connection_id: string | null;
  readonly account_id: string | null;
  readonly account_text: string;
  readonly email_address: string;
  readonly user_name: string;
  readonly role: string;
  readonly note: string;
  readonly instances: string;
}
