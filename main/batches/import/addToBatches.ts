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
  /** @param more whether further rows follow */
  addRows(batchId: string, rows: readonly NewRow[], more: boolean): void;
  /** Removes rows that were added. */
  setRows(batchId: string, rows: readonly [], removed: readonly string[]): void;
}

/** How many rows are stored before everything else has its turn. */
const addedAtOnce = 1000;

/**
 * All rows, each batch's in its turn; or none, and then no batch is left.
 * @param here the rows that the batch itself has room for
 * @param others those that go into the further batches, in their order
 * @returns the ids of the further batches
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

/** All of them or, where one piece cannot be stored, none. A crash in between leaves the first ones, as if typed. */
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
