import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { keepCopy } from './copyBeforeRebuild';
import { migrate, newestVersion, rebuildsFrom, versionOf } from './migrate';
import { DatabaseError, databaseProblemOf } from './databaseErrors';

export type Database = DatabaseSyncInstance;

/** How long a statement waits, in ms, while another program writes to the same file. */
const lockPatienceMs = 2000;

/**
 * Opens the database file (or ':memory:') and migrates it. WAL with synchronous=FULL: a commit that returned survives a kill and
 * a power cut. A refused file stays byte for byte unchanged.
 * @throws DatabaseError when the file can't be used; its `trouble` says why.
 */
export function openDatabase(file: string): Database {
  try {
    if (file !== ':memory:') inspect(file);
    return openForWriting(file);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    const problem = databaseProblemOf(error);
    throw problem === null ? error : new DatabaseError(problem, (error as Error).message);
  }
}

/**
 * Opens the database file read-only, beside the app that has it open.
 * @throws Error of SQLite when it can't be read; see troubleOf
 */
export function openForReading(file: string): Database {
  const db = new DatabaseSync(file, { readOnly: true });
  db.exec(`PRAGMA busy_timeout = ${lockPatienceMs}`);
  return db;
}

/**
 * Closes a database cleanly: everything is in the file, and the log is empty, which `inspect` relies on. (The driver leaves a
 * connection half open while a statement lives, so SQLite itself would leave the log.)
 */
export function closeDatabase(db: Database): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/**
 * Whether commits go to a log beside the file, as `openDatabase` requests. If memory can't be shared, as on some network drives,
 * SQLite answers with another mode and works without one.
 */
export function keepsLog(db: Database): boolean {
  const { mode } = db.prepare('SELECT journal_mode AS mode FROM pragma_journal_mode').get() as {
    readonly mode: string;
  };
  return mode === 'wal';
}

/** Has the file fully checked at the next start, after something in it couldn't be read. */
export function requestCheck(file: string): void {
  writeFileSync(checkMarker(file), '');
}

/**
 * Inspects a file without being able to write to it. Reading every page takes 60 ms and more with 50,000 stored invitations, so
 * it is done only after a run that didn't end cleanly: it left a write-ahead log, or requested the check.
 */
function inspect(file: string): void {
  const log = sizeOf(`${file}-wal`);
  const size = sizeOf(file);
  if (size === null && log === null) return;
  // An empty database has at least a page: this file was truncated, or its log is gone.
  if (size === null || size === 0) throw new DatabaseError('damaged', 'The file is empty or gone.');

  // Left by a crash without a log: half a transaction, which only a connection that may write can roll back.
  const interrupted = (sizeOf(`${file}-journal`) ?? 0) > 0;
  const endedWell = (log ?? 0) === 0 && !interrupted && !existsSync(checkMarker(file));
  const db = new DatabaseSync(file, { readOnly: !interrupted });
  try {
    db.exec(`PRAGMA busy_timeout = ${lockPatienceMs}`);
    const query = teller(db);
    const [version = 0] = query('SELECT tell(user_version) FROM pragma_user_version');
    if (Number(version) > newestVersion) {
      throw new DatabaseError(
        'newer',
        `Data version ${String(version)}; this program knows ${newestVersion}.`,
      );
    }
    query('SELECT tell(count(*)) FROM sqlite_schema');
    const [found] = endedWell ? ['ok'] : query('SELECT tell(quick_check) FROM pragma_quick_check LIMIT 1');
    if (found !== 'ok') throw new DatabaseError('damaged', String(found));
  } finally {
    db.close();
  }
  rmSync(checkMarker(file), { force: true });
}

/**
 * Reads values without prepared statements. A prepared statement would keep the file open after `close`, and Windows doesn't
 * allow moving an open file.
 * @returns a function that runs a query and returns what the query passed to `tell`.
 */
function teller(db: Database): (sql: string) => unknown[] {
  const values: unknown[] = [];
  db.function('tell', (value: unknown) => {
    values.push(value);
    return null;
  });
  return (sql) => {
    db.exec(sql);
    return values.splice(0);
  };
}

function openForWriting(file: string): Database {
  const db = new DatabaseSync(file);
  try {
    db.exec(
      `PRAGMA busy_timeout = ${lockPatienceMs}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`,
    );
    if (rebuildsFrom(versionOf(db))) keepCopy(db, file);
    migrate(db);
    // Only a write shows whether writing is possible. This one changes nothing.
    db.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${versionOf(db)}; ROLLBACK;`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const checkMarker = (file: string): string => `${file}.check`;

/** In bytes, or null if there is no such file. */
const sizeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null;
