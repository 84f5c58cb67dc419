import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { DatabaseError } from '../databaseErrors';

type Rename = (from: string, to: string) => void;

/**
 * Sets a damaged file aside under a dated name in the same folder, together with SQLite's files beside it, completely or not at
 * all, for anyone who may be able to recover something.
 * @param at ms since 1970
 * @param rename for tests of a system that holds one of the files open
 * @returns the new name, without the folder
 * @throws DatabaseError `unavailable` if the system doesn't allow it; all files then have their names again.
 */
export function setAside(file: string, at: number, rename: Rename = renameSync): string {
  // Windows allows no colon in a name.
  const copy = `${file}${ending}${new Date(at).toISOString().replaceAll(':', '-')}`;
  const moved: string[] = [];
  try {
    for (const companion of ['', '-wal', '-shm', '-journal']) {
      if (!existsSync(file + companion)) continue;
      rename(file + companion, copy + companion);
      moved.unshift(companion);
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new DatabaseError('unavailable', [text, ...putBack(file, copy, moved, rename)].join(' '));
  }
  return basename(copy);
}

/** The names of the copies of a file that were set aside and are still there, without the folder, the oldest first. */
export const copiesSetAside = (file: string): string[] =>
  readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${basename(file)}${ending}`) && !/-(?:wal|shm|journal)$/.test(name))
    .sort();

const ending = '.damaged-';

/**
 * @param moved the suffix of each file that was moved, last one first
 * @returns a sentence for each file that couldn't be restored
 */
const putBack = (file: string, copy: string, moved: readonly string[], rename: Rename): string[] =>
  moved.flatMap((companion) => {
    try {
      rename(copy + companion, file + companion);
      return [];
    } catch {
      return [`${basename(file + companion)} is now called ${basename(copy + companion)}.`];
    }
  });
