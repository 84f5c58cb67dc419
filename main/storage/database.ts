import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { migrate, newestVersion, versionOf } from './migrate';

export type Database = DatabaseSyncInstance;

/** The file was written by a newer version of the program; opening it could damage it, so it is left alone. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

/**
 * Opens the database file (or ':memory:') and migrates it.
 * WAL with synchronous=FULL: a commit that returned survives a kill and a power cut.
 * @throws NewerDatabaseError when the file belongs to a newer version of the program.
 */
export function openDatabase(file: string): Database {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    if (versionOf(db) > newestVersion) {
      throw new NewerDatabaseError(
        `The data was written by a newer version of AMC Access Manager (${String(versionOf(db))} > ${String(newestVersion)}). Install the newer version again.`,
      );
    }
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
