import { CodedError } from '../../shared/errors';
import { storageErrorText } from './storageErrorText';

/**
 * What can keep a database from being opened, read or written:
 * - `newer`: a newer version of the program wrote it.
 * - `damaged`: its bytes aren't a valid database.
 * - `locked`: another program has locked it.
 * - `readOnly`: it can be read but not written.
 * - `diskFull`: the disk is full.
 * - `unavailable`: the system doesn't allow access.
 */
export type DatabaseProblem = 'newer' | 'damaged' | 'locked' | 'readOnly' | 'diskFull' | 'unavailable';

/** Thrown when the database can't be opened. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly problem: DatabaseProblem;

  /** @param text the system's own message, for support; it contains nothing from the database. */
  constructor(problem: DatabaseProblem, text: string) {
    super(text);
    this.problem = problem;
  }
}

/** What an SQLite or file system error means, or null if it isn't caused by the environment. */
export function databaseProblemOf(error: unknown): DatabaseProblem | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof DatabaseError) return error.problem;
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull';
  // The low byte is SQLite's primary result code; the rest only refines it (https://sqlite.org/rescode.html).
  return typeof errcode === 'number' ? (bySqliteCode[errcode & 0xff] ?? null) : null;
}

const bySqliteCode: Readonly<Partial<Record<number, DatabaseProblem>>> = {
  3: 'unavailable', // SQLITE_PERM
  5: 'locked', // SQLITE_BUSY
  6: 'locked', // SQLITE_LOCKED
  8: 'readOnly', // SQLITE_READONLY
  10: 'unavailable', // SQLITE_IOERR
  11: 'damaged', // SQLITE_CORRUPT
  13: 'diskFull', // SQLITE_FULL
  14: 'unavailable', // SQLITE_CANTOPEN
  26: 'damaged', // SQLITE_NOTADB
};

/** A failed read or write in words for people; any other error unchanged. */
export function explained(error: unknown): unknown {
  if (error instanceof CodedError) return error;
  const problem = databaseProblemOf(error);
  return problem === null ? error : new CodedError({ ...explanations[problem], retryable: true });
}

const explanations: Readonly<
  Record<DatabaseProblem, { readonly code: 'DISK_FULL' | 'DATA_UNAVAILABLE'; readonly message: string }>
> = {
  diskFull: {
    code: 'DISK_FULL',
    message: storageErrorText.diskFull,
  },
  locked: {
    code: 'DATA_UNAVAILABLE',
    message: storageErrorText.locked,
  },
  readOnly: {
    code: 'DATA_UNAVAILABLE',
    message: storageErrorText.readOnly,
  },
  damaged: {
    code: 'DATA_UNAVAILABLE',
    message: storageErrorText.damaged,
  },
  newer: {
    code: 'DATA_UNAVAILABLE',
    message: storageErrorText.newer,
  },
  unavailable: {
    code: 'DATA_UNAVAILABLE',
    message: storageErrorText.unavailable,
  },
};
