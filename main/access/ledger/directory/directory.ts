import type { DirectoryFile } from '../../../../shared/domain/person/directory';
import { CodedError } from '../../../../shared/errors';
import type { AccessDeps } from '../../types';
import { directoryErrorText } from './directoryErrorText';
import { deleteDirectory, readDirectoryFile, replaceDirectory } from './directoryStore';
import { readDirectory, type DirectoryTable } from './readDirectory';

interface DirectoryDeps extends Pick<AccessDeps, 'db' | 'now' | 'changed'> {
  /** Reads a table in another process. Rejects with a CodedError. */
  readonly readTable: (
    source: { readonly file: string },
    options: { readonly withHiddenRows: boolean },
  ) => Promise<DirectoryTable>;
}

/** Who belongs to the organization, as its directory exported them: addresses, names, and who is active; nothing else is stored. */
export interface Directory {
  /** The file that was imported last; null if there is none. */
  file(): DirectoryFile | null;
  /**
   * Reads a file and stores it in place of the earlier one. Rejects with a CodedError INVALID_INPUT if it can't be read or is no
   * known export, or if another import or `forget` began meanwhile; then the earlier one stays.
   * @param path absolute
   */
  importFile(path: string): Promise<DirectoryFile>;
  /** Deletes everything stored of the file. */
  forget(): void;
}

export function createDirectory({ db, now, changed, readTable }: DirectoryDeps): Directory {
  let latest = 0;
  const begin = (): number => (latest += 1);
  return {
    file: () => readDirectoryFile(db),
    async importFile(path) {
      const own = begin();
      // Rows that a filter hides are people of the organization too.
      const read = readDirectory(await readTable({ file: path }, { withHiddenRows: true }));
      if (own !== latest) {
        throw new CodedError({ code: 'INVALID_INPUT', message: directoryErrorText.overtaken(read.fileName) });
      }
      const importedAt = now();
      replaceDirectory(db, read, importedAt);
      changed('people.changed');
      const { addresses: _, ...file } = read;
      return { ...file, importedAt };
    },
    forget() {
      begin();
      deleteDirectory(db);
      changed('people.changed');
    },
  };
}
