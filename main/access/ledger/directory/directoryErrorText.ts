import type { DirectorySource } from '../../../../shared/domain/person/directory';
import { directorySourceNames } from '../../../../shared/domain/person/directorySourceText';
import { formatAlternatives, formatList } from '../../../../shared/text/formats';
import { byCount } from '../../../../shared/text/pluralize';

const quoted = (headers: readonly string[]): readonly string[] => headers.map((header) => `“${header}”`);

/** Error messages of this folder: what happened and what to do. */
export const directoryErrorText = {
  columnsMissing: (fileName: string, source: DirectorySource, missing: readonly string[]) =>
    `“${fileName}” looks like an export of ${directorySourceNames[source]}, but has no ${byCount(missing.length, 'column', 'columns')} ${formatList(quoted(missing))}. Export the users again with all columns.`,
  unknownColumns: (fileName: string) =>
    `“${fileName}” isn’t an export of users of ${formatAlternatives(Object.values(directorySourceNames))}: it has no known columns for the address and for who is active. Export the users there and select that file.`,
  nobody: (fileName: string) =>
    `“${fileName}” has no email address below its headers. Check that it lists users.`,
  overtaken: (fileName: string) =>
    `“${fileName}” wasn’t imported, because another file was selected or the directory was deleted in the meantime. Select it again if you still need it.`,
};
