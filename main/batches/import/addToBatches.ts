import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Batch } from '../../../shared/domain/batch/batch';
import type { ImportPreview } from '../../../shared/domain/batch/batchImport';
import type { NewRow } from '../rows';

/** What the import needs of the batches. */
export interface ImportedBatches {
  /** @throws CodedError NOT_FOUND */
  require(batchId: string): Batch;
  create(name: string): Batch;
  remove(batchId: string): void;
  /** @param more whether more rows follow */
  addRows(batchId: string, rows: readonly NewRow[], more: boolean): void;
  /** Removes rows that were added. */
  setRows(batchId: string, rows: readonly [], removed: readonly string[]): void;
}

/** How many rows are stored before other work gets its turn. */
const addedAtOnce = 1000;

/**
 * Adds all rows, batch by batch; or none, and then no new batch remains.
 * @param here the rows that fit into the batch itself
 * @param others the rows for the further batches, in order
 * @returns the IDs of the further batches
 */
export async function addToBatches(
  batches: ImportedBatches,
  batchId: string,
  here: readonly NewRow[],
  others: readonly NewRow[],
  further: ImportPreview['furtherBatches'],
): Promise<readonly string[]> {
  const made: string[] = [];
  let at = 0;
  try {
    for (const { name, rows } of further) {
      const next = batches.create(name).batchId;
      made.push(next);
      await addInPieces(batches, next, others.slice(at, at + rows));
      at += rows;
    }
    await addInPieces(batches, batchId, here);
    return made;
  } catch (thrown) {
    for (const each of made) batches.remove(each);
    throw thrown;
  }
}

/** All of them or, if one piece can't be stored, none. A crash in between leaves the first ones, as if typed. */
async function addInPieces(
  batches: ImportedBatches,
  batchId: string,
  rows: readonly NewRow[],
): Promise<void> {
  let stored = 0;
  try {
    for (; stored < rows.length; stored += addedAtOnce) {
      await nextTurn();
      const next = stored + addedAtOnce;
      batches.addRows(batchId, rows.slice(stored, next), next < rows.length);
    }
  } catch (thrown) {
    const removed = rows.slice(0, stored).map(({ rowId }) => rowId);
    if (removed.length > 0) batches.setRows(batchId, [], removed);
    throw thrown;
  }
}
