import { existsSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseError } from '../databaseErrors';

type Rename = (from: string, to: string) => void;

/**
 * Puts a damaged file, with what SQLite keeps beside it, aside under a dated name in the same folder, whole or not at
 * all, for whoever may be able to save something from it.
 * @param at ms since 1970
 * @param rename for tests of a system that holds one of the files
 * @returns the new name, without the folder
 * @throws DatabaseError `unavailable` when the system does not allow it; all files then have their names again.
 */
export function setAside(file: string, at: number, rename: Rename = renameSync): string {
  // Windows allows no colon in a name.
  const copy = `${file}.damaged-${new Date(at).toISOString().replaceAll(':', '-')}`;
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

/**
 * @param moved what follows the file's name in each that was moved, the last one first
 * @returns a sentence for each file that could not be put back
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
