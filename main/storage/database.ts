import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { migrate, newestVersion, versionOf } from './migrate';
import { DatabaseError, databaseProblemOf } from './databaseErrors';

export type Database = DatabaseSyncInstance;

/** How long a statement waits, in ms, while another program writes to the same file. */
const lockPatienceMs = 2000;

/**
 * Opens the database file (or ':memory:') and migrates it. WAL with synchronous=FULL: a commit that returned survives
 * a kill and a power cut. A file that is refused is left byte for byte as it was.
 * @throws DatabaseError when the file cannot be used; its `trouble` says why.
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
 * Opens the database file beside the program that has it open, to read only.
 * @throws Error of SQLite when it cannot be read; see troubleOf
 */
export function openForReading(file: string): Database {
  const db = new DatabaseSync(file, { readOnly: true });
  db.exec(`PRAGMA busy_timeout = ${lockPatienceMs}`);
  return db;
}

/**
 * Closes a database in good order: all of it is in the file, and the log is empty, which `inspect` takes as the sign.
 * (The driver leaves a connection half open while a statement lives, so SQLite itself would leave the log as it is.)
 */
export function closeDatabase(db: Database): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/**
 * Whether commits go to a log beside the file, as `openDatabase` asks for. Where memory cannot be shared, on some drives of a
 * network, SQLite answers with another mode and works on without.
 */
export function keepsLog(db: Database): boolean {
  const { mode } = db.prepare('SELECT journal_mode AS mode FROM pragma_journal_mode').get() as {
    readonly mode: string;
  };
  return mode === 'wal';
}

/** Has the file checked from end to end at the next start, after something in it could not be read. */
export function requestCheck(file: string): void {
  writeFileSync(checkMarker(file), '');
}

/**
 * Looks at a file without being able to write to it. Reading every page takes 60 ms and more where 50,000 invitations
 * are stored, so it is done only after a run that did not end well: it left a write-ahead log, or asked for the check.
 */
function inspect(file: string): void {
  const log = sizeOf(`${file}-wal`);
  const size = sizeOf(file);
  if (size === null && log === null) return;
  // An empty database has at least a page: this file was cut off, or its log has lost it.
  if (size === null || size === 0) throw new DatabaseError('damaged', 'The file is empty or gone.');

  // Left by a crash where there is no log: half a transaction, which only somebody who may write can take back.
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
 * Reads values with nothing prepared. A prepared statement would keep the file open beyond `close`, and Windows does
 * not let an open file be put aside.
 * @returns the function that runs a query and gives what the query passed to `tell`.
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

/** In bytes, or null when there is no such file. */
const sizeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null;
