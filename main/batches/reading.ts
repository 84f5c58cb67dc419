import type { Batch } from '../../shared/domain/batch/batch';
import { CodedError } from '../../shared/errors';
import type { Database } from '../storage/database';
import { batchesErrorText } from './batchesErrorText';
import { countRows, noRows, within } from './rowStates';

/** All batches that weren't removed, most recently changed first. */
export const listBatches = (db: Database): Batch[] => readBatches(db, null);

/** @throws CodedError NOT_FOUND when there is no such batch, or it was removed */
export function requireBatch(db: Database, batchId: string): Batch {
  const [found] = readBatches(db, batchId);
  if (found === undefined) throw gone();
  return found;
}

/** @throws CodedError NOT_FOUND like `requireBatch`, which also counts all rows */
export function requireListed(db: Database, batchId: string): void {
  const statement = db.prepare('SELECT 1 FROM batches WHERE batch_id = ? AND removed_at IS NULL');
  if (statement.get(batchId) === undefined) throw gone();
}

/** The stored data of a batch itself, without its rows. @throws CodedError NOT_FOUND like `requireBatch` */
export function requireHead(db: Database, batchId: string): Pick<Batch, 'name' | 'notify' | 'checkedAt'> {
  const row = db
    .prepare('SELECT name, notify, checked_at FROM batches WHERE batch_id = ? AND removed_at IS NULL')
    .get(batchId) as Pick<StoredBatch, 'name' | 'notify' | 'checked_at'> | undefined;
  if (row === undefined) throw gone();
  return { name: row.name, notify: row.notify === null ? null : row.notify === 1, checkedAt: row.checked_at };
}

/** The oldest reading among a batch's accounts; null if one was never read. */
export const factsAsOf = (db: Database, batchId: string): Batch['factsAsOf'] =>
  ageOfFacts(db, batchId).get(batchId) ?? null;

/** The names of batches that weren't removed. */
export const batchNames = (db: Database): string[] =>
  (db.prepare('SELECT name FROM batches WHERE removed_at IS NULL').all() as { name: string }[]).map(
    ({ name }) => name,
  );

/** How many changes its rows have had, also for a removed batch. @throws CodedError NOT_FOUND */
export function revisionOf(db: Database, batchId: string): number {
  const row = db.prepare('SELECT revision FROM batches WHERE batch_id = ?').get(batchId) as
    { revision: number } | undefined;
  if (row === undefined) throw gone();
  return row.revision;
}

/** Whether Amazon should email the batch's people; null if not selected, or if it was removed. */
export function notifyOf(db: Database, batchId: string): boolean | null {
  const row = db
    .prepare('SELECT notify FROM batches WHERE batch_id = ? AND removed_at IS NULL')
    .get(batchId) as { notify: 0 | 1 | null } | undefined;
  return row?.notify === 1 ? true : row?.notify === 0 ? false : null;
}

export const gone = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: batchesErrorText.gone,
  });

function readBatches(db: Database, batchId: string | null): Batch[] {
  const rows = db
    .prepare(
      `SELECT batch_id, name, created_at, changed_at, archived, notify, checked_at FROM batches
       WHERE removed_at IS NULL AND (:batchId IS NULL OR batch_id = :batchId)
       ORDER BY changed_at DESC, created_at DESC, batch_id`,
    )
    .all({ batchId }) as unknown as StoredBatch[];
  const counts = countRows(db, batchId);
  const ages = ageOfFacts(db, batchId);
  return rows.map((row) => ({
    batchId: row.batch_id,
    name: row.name,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    archived: row.archived === 1,
    notify: row.notify === null ? null : row.notify === 1,
    checkedAt: row.checked_at,
    factsAsOf: ages.get(row.batch_id) ?? null,
    counts: counts.get(row.batch_id) ?? noRows,
  }));
}

/** The oldest reading among its accounts. An account nobody may read doesn't count. */
function ageOfFacts(db: Database, batchId: string | null): Map<string, number | null> {
  const rows = db
    .prepare(
      `SELECT batch_id AS batchId,
         iif(count(*) = count(invitations_as_of), min(invitations_as_of), NULL) AS factsAsOf
       FROM (SELECT DISTINCT batch_id, realm, account_id FROM batch_rows WHERE ${within(batchId)})
         JOIN accounts USING (realm, account_id)
       WHERE invitations_as_of IS NOT NULL OR NOT EXISTS (
         SELECT 1 FROM ways_in WHERE ways_in.realm = accounts.realm
           AND ways_in.account_id = accounts.account_id AND can_invite = 0)
       GROUP BY batch_id`,
    )
    .all({ batchId }) as unknown as { batchId: string; factsAsOf: number | null }[];
  return new Map(rows.map(({ batchId: id, factsAsOf }) => [id, factsAsOf]));
}

interface StoredBatch {
  readonly batch_id: string;
  readonly name: string;
  readonly created_at: number;
  readonly changed_at: number;
  readonly archived: 0 | 1;
  readonly notify: 0 | 1 | null;
  readonly checked_at: number | null;
}
