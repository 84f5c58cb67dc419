import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase, requestCheck, type Database } from '../../../main/storage/database';
import { setAside } from '../../../main/storage/dataPlace/setAside';
import { newestVersion } from '../../../main/storage/migrate';
import { DatabaseError, type DatabaseProblem } from '../../../main/storage/databaseErrors';
import { addAccount, addConnection } from '../../support/fixtures/store';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-damage-'));
  file = join(folder, 'access.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const problemOfOpening = (): DatabaseProblem | null => {
  try {
    openDatabase(file).close();
    return null;
  } catch (error) {
    if (error instanceof DatabaseError) return error.problem;
    throw error;
  }
};

/** A database of many pages. `work` may do what a running app does before it ends. */
function writtenDatabase(work: (db: Database) => void = () => undefined, accounts = 500): void {
  const db = openDatabase(file);
  addConnection(db, 'c-1');
  db.exec('BEGIN');
  for (let index = 0; index < accounts; index += 1) addAccount(db, 'c-1', `amzn1.account.${index}`);
  db.exec('COMMIT');
  work(db);
  closeDatabase(db);
}

/** Copies the files while the app runs, as found after a kill. */
function killedDatabase(): void {
  writtenDatabase(() => {
    for (const name of ['access.db', 'access.db-wal']) {
      copyFileSync(join(folder, name), join(folder, name.replace('access', 'killed')));
    }
  });
  file = join(folder, 'killed.db');
}

/** Overwrites the last quarter of the file, which opening doesn't read. */
function spoilPages(): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, Math.floor(bytes.length * 0.75));
  writeFileSync(file, bytes);
}

describe('a database file', () => {
  it.each([
    [
      'that is another kind of file',
      () => writeFileSync(file, 'a shopping list, not a database. '.repeat(400)),
    ],
    ['that was cut off to nothing', () => writeFileSync(file, '')],
    [
      'that lost its second half',
      () => {
        writtenDatabase();
        writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size / 2));
      },
    ],
    ['that is gone while its log is there', () => writeFileSync(`${file}-wal`, 'the last commits')],
  ])('%s counts as damaged and is not touched', (_what, damage) => {
    damage();
    const before = snapshot();
    requestCheck(file);
    expect(problemOfOpening()).toBe('damaged');
    rmSync(`${file}.check`);
    expect(snapshot()).toEqual(before);
  });

  it('with damaged pages is detected after a run that was killed', () => {
    // Enough that the last quarter of the file holds nothing of the schema.
    writtenDatabase(() => undefined, 2000);
    spoilPages();
    expect(problemOfOpening()).toBe(null);
    writeFileSync(`${file}-wal`, 'left by a run that did not end well');
    expect(problemOfOpening()).toBe('damaged');
  });

  it('with damaged pages is detected when the last run requested a check, and only then read completely', () => {
    // Enough that the last quarter of the file holds nothing of the schema.
    writtenDatabase(() => undefined, 2000);
    spoilPages();
    expect(problemOfOpening()).toBe(null);
    requestCheck(file);
    expect(problemOfOpening()).toBe('damaged');
  });

  it('that is intact opens after a kill with everything in it, and is not checked again', () => {
    killedDatabase();
    requestCheck(file);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    const db = openDatabase(file);
    expect(db.prepare('SELECT count(*) AS n FROM accounts').get()).toEqual({ n: 500 });
    closeDatabase(db);
    expect(statSync(`${file}-wal`).size).toBe(0);
    expect(existsSync(`${file}.check`)).toBe(false);
  });

  it('is set aside completely, under a dated name, with its companion files', () => {
    killedDatabase();
    const before = [readFileSync(file), readFileSync(`${file}-wal`)];
    const kept = setAside(file, Date.UTC(2026, 10, 24, 5, 6, 7));
    expect(kept).toBe('killed.db.damaged-2026-11-24T05-06-07.000Z');
    expect([readFileSync(join(folder, kept)), readFileSync(join(folder, `${kept}-wal`))]).toEqual(before);
    expect(existsSync(file)).toBe(false);
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(problemOfOpening()).toBe(null);
  });

  it.each(['', '-wal', '-shm'])('keeps its names when its “%s” is held by another program', (held) => {
    killedDatabase();
    writeFileSync(`${file}-shm`, 'an index of the log');
    const before = readdirSync(folder).sort();
    const holding = (from: string, to: string): void => {
      if (from === file + held) throw new Error('EBUSY: resource busy or locked, rename');
      renameSync(from, to);
    };
    expect(() => setAside(file, Date.UTC(2026, 10, 24), holding)).toThrow(/^EBUSY/);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it('that cannot be restored either says which file has which name', () => {
    killedDatabase();
    let renames = 0;
    const onceOnly = (from: string, to: string): void => {
      renames += 1;
      if (renames > 1) throw new Error('EBUSY');
      renameSync(from, to);
    };
    expect(() => setAside(file, Date.UTC(2026, 10, 24), onceOnly)).toThrow(
      'EBUSY killed.db is now called killed.db.damaged-2026-11-24T00-00-00.000Z.',
    );
  });

  it('of a newer program is rejected and stays the same to the byte, including its log', () => {
    const newer = (db: Database): void => db.exec(`PRAGMA user_version = ${newestVersion + 1}`);
    writtenDatabase((db) => {
      newer(db);
      for (const name of ['access.db', 'access.db-wal']) {
        copyFileSync(join(folder, name), join(folder, name.replace('access', 'newer')));
      }
    });
    file = join(folder, 'newer.db');
    const before = snapshot();
    expect(problemOfOpening()).toBe('newer');
    expect(snapshot()).toEqual(before);
  });

  it('that another program writes to is rejected, and opens after that one is done', () => {
    writtenDatabase();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    expect(problemOfOpening()).toBe('locked');
    other.exec('ROLLBACK');
    other.close();
    expect(problemOfOpening()).toBe(null);
  });

  it('that is a folder cannot be reached', () => {
    file = folder;
    expect(problemOfOpening()).toBe('unavailable');
  });
});

/** The contents of the database and its log; -shm isn't data. */
const snapshot = (): unknown =>
  [file, `${file}-wal`].map((path) => (existsSync(path) ? readFileSync(path).toString('base64') : null));
