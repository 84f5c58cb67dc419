import type { Database } from '../../storage/database';

/** Reads in one transaction, so that concurrent writes don't appear in only part of it. */
export function asOneReading<T>(db: Database, read: () => T): T {
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    db.exec('ROLLBACK');
  }
}
