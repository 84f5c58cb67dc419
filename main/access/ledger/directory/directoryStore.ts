import { directoryFile, type DirectoryFile } from '../../../../shared/domain/person/directory';
import type { Database } from '../../../storage/database';
import { withoutNames } from '../../../storage/prepared';
import { overwriting } from '../../../storage/overwriting';
import type { DirectoryPerson, ReadDirectory } from './readDirectory';

/** The file that was imported last; null if there is none. */
export function readDirectoryFile(db: Database): DirectoryFile | null {
  const row = db
    .prepare(
      `SELECT file_name AS fileName, source, imported_at AS importedAt, people, inactive, left_out AS leftOut
       FROM directory_file`,
    )
    .get() as { readonly leftOut: string } | undefined;
  return row === undefined
    ? null
    : directoryFile.parse({ ...row, leftOut: JSON.parse(row.leftOut) as unknown });
}

/** Every address of the file, in the form of `mailboxKey`. */
export function readDirectoryPeople(db: Database): ReadonlyMap<string, DirectoryPerson> {
  const rows = withoutNames(
    db,
    'SELECT address, name, active FROM directory_people',
  ).all() as unknown as (readonly [string, string, 0 | 1 | null])[];
  return new Map(
    rows.map(([address, name, active]) => [
      address,
      { address, name, active: active === null ? null : active === 1 },
    ]),
  );
}

/** Those addresses that fit a LIKE pattern, in which a backslash escapes. */
export function directoryAddressesLike(db: Database, pattern: string): readonly string[] {
  const rows = withoutNames(
    db,
    String.raw`SELECT address FROM directory_people WHERE address LIKE ? ESCAPE '\'`,
  ).all(pattern) as unknown as (readonly [string])[];
  return rows.map(([address]) => address);
}

/** Stores a file in place of the earlier one, completely or not at all. @param at ms since 1970 */
export function replaceDirectory(db: Database, file: ReadDirectory, at: number): void {
  overwriting(db, () => {
    deleteAll(db);
    db.prepare(
      `INSERT INTO directory_file (only_row, file_name, source, imported_at, people, inactive, left_out)
       VALUES (1, ?, ?, ?, ?, ?, ?)`,
    ).run(file.fileName, file.source, at, file.people, file.inactive, JSON.stringify(file.leftOut));
    const insert = db.prepare('INSERT INTO directory_people (address, name, active) VALUES (?, ?, ?)');
    for (const { address, name, active } of file.addresses.values()) {
      insert.run(address, name, active === null ? null : Number(active));
    }
  });
}

/** Deletes everything that is stored of the file. */
export function deleteDirectory(db: Database): void {
  overwriting(db, () => {
    deleteAll(db);
  });
}

function deleteAll(db: Database): void {
  db.exec('DELETE FROM directory_people; DELETE FROM directory_file;');
}
