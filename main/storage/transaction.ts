import type { Database } from './database';

/**
 * Runs `work` in one transaction: everything it writes is kept, or, when it throws, nothing. `work` is
 * synchronous by design, so that no other code can run, or write, in the middle.
 */
export function transaction<T>(db: Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
