import type { Database } from './database';
import { explained } from './databaseErrors';

/**
 * Runs `work` in one transaction: everything it writes is committed or, if it throws, nothing. `work` is synchronous by design,
 * so that no other code can run, or write, in the middle.
 * @throws CodedError DISK_FULL or DATA_UNAVAILABLE when the database accepts no writes; anything `work` throws.
 */
export function transaction<T>(db: Database, work: () => T): T {
  begin(db);
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // On a full disk SQLite has already rolled back, and rolling back again would hide the reason.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw explained(error);
  }
}

/**
 * The same for data that was only read and can be read again: doesn't wait for the disk, which takes longer than the write
 * itself. A power cut may undo it, as a whole; the next `transaction` that returns has also flushed it, because both write to one
 * log, in order.
 */
export function relaxedTransaction<T>(db: Database, work: () => T): T {
  db.exec('PRAGMA synchronous = NORMAL');
  try {
    return transaction(db, work);
  } finally {
    db.exec('PRAGMA synchronous = FULL');
  }
}

function begin(db: Database): void {
  try {
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw explained(error);
  }
}
