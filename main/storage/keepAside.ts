import { existsSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseError } from './trouble';

/**
 * Puts a damaged file, with what SQLite keeps beside it, aside under a dated name in the same folder, whole, for
 * whoever may be able to save something from it.
 * @param at ms since 1970
 * @returns the new name, without the folder
 * @throws DatabaseError `unavailable` when the system does not allow it.
 */
export function keepAside(file: string, at: number): string {
  // Windows allows no colon in a name.
  const kept = `${file}.damaged-${new Date(at).toISOString().replaceAll(':', '-')}`;
  try {
    for (const companion of ['', '-wal', '-shm']) {
      if (existsSync(file + companion)) renameSync(file + companion, kept + companion);
    }
  } catch (error) {
    throw new DatabaseError('unavailable', error instanceof Error ? error.message : String(error));
  }
  return basename(kept);
}
