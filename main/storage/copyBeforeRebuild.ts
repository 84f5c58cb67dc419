import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { versionOf } from './migrate';

/** How long a copy stays beside the database, in ms: long enough for a person to notice that something is missing. */
const copiesLastMs = 30 * 86_400_000;

/**
 * Writes a copy of the database beside its file, named for its version, before tables in it are replaced. A database in memory,
 * and an empty one, has nothing to keep.
 * @throws Error of SQLite or of the file system when there is no room for it; then nothing was changed
 */
export function keepCopy(db: DatabaseSyncInstance, file: string): void {
  const version = versionOf(db);
  if (file === ':memory:' || version === 0) return;
  const copy = `${file}${ending}${String(version)}`;
  const part = `${copy}${unfinished}`;
  rmSync(part, { force: true });
  db.prepare('VACUUM INTO ?').run(part);
  renameSync(part, copy);
}

/** Removes what `keepCopy` wrote longer ago than a month, or didn't finish. @param now ms since 1970 @throws Error of the file system */
export function removeOldCopies(file: string, now: number): void {
  for (const copy of copiesOf(file)) {
    if (copy.endsWith(unfinished) || now - statSync(copy).mtimeMs > copiesLastMs) rmSync(copy);
  }
}

/** Removes everything that `keepCopy` wrote, however new: it has what was erased since. @throws Error of the file system */
export function removeCopies(file: string): void {
  for (const copy of copiesOf(file)) rmSync(copy);
}

const copiesOf = (file: string): string[] =>
  readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${basename(file)}${ending}`))
    .map((name) => join(dirname(file), name));

const ending = '.version-';
const unfinished = '.part';
