import { stat, realpath } from 'node:fs/promises';
import { basename, extname, isAbsolute } from 'node:path';
import { maxFileBytes } from '../../../../shared/domain/batch/batchImport';
import { maxBatchName } from '../../../../shared/domain/batch/batch';
import { CodedError } from '../../../../shared/errors';
import { visibleText } from '../../../../shared/people/characters';
import { isOnNetwork, isShare } from '../../../storage/dataPlace/networkFolder';
import { notTaken } from '../../tables/troubles';
import { openingErrorText } from './openingErrorText';

/** The endings of files that can be imported, without the dot. */
export const tableEndings: readonly string[] = ['csv', 'tsv', 'tab', 'txt', 'xlsx', 'xlsm'];

/** Whether a path names a file that could be imported, as far as its text tells. */
export const hasTableEnding = (path: string): boolean =>
  tableEndings.includes(extname(path).slice(1).toLowerCase());

/**
 * Makes sure that a file from outside the app's own dialogs is one to import: on this computer, an existing regular file with a
 * known ending and of a size that can be read. A path on a network is not even looked at: looking alone sends a sign-in there.
 * @param path whole; links are followed
 * @throws CodedError NOT_FOUND where there is no such file, INVALID_INPUT for any other reason; each with the remedy
 */
export async function requireTableFile(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const name = basename(path);
  if (!isAbsolute(path) || path.includes('\0')) {
    throw notTaken(openingErrorText.notOnDisk);
  }
  if (isNetworkPath(path, platform)) throw onNetwork(name);
  if (!hasTableEnding(path)) {
    throw notTaken(openingErrorText.otherType(name));
  }
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) {
    const message =
      found === null
        ? `“${name}” can’t be opened. Check that it exists and that you may read it.`
        : `“${name}” is not a file. Drop a file with a list of people.`;
    throw new CodedError({ code: 'NOT_FOUND', message });
  }
  const real = await realpath(path).catch(() => path);
  if (isNetworkPath(real, platform) || (await isOnNetwork(path, platform))) throw onNetwork(name);
  if (found.size > maxFileBytes) {
    throw notTaken(openingErrorText.tooLarge(name));
  }
}

/** A share of Windows, a device's path, or a place under which Linux desktops show other computers. */
export const isNetworkPath = (path: string, platform: NodeJS.Platform): boolean =>
  platform === 'win32'
    ? isShare(path.replaceAll('/', '\\')) || /^[\\/]{2}/.test(path)
    : path.startsWith('//') || /^\/run\/user\/\d+\/gvfs\/|\/\.gvfs\//.test(path);

const onNetwork = (name: string): Error => notTaken(openingErrorText.onNetwork(name));

/** What a batch made for a file is called: the file's name without its ending; null where that leaves nothing. */
export function batchNameFor(path: string): string | null {
  const name = visibleText(basename(path, extname(path)));
  let cut = '';
  for (const { segment } of new Intl.Segmenter('en').segment(name)) {
    if (cut.length + segment.length > maxBatchName) break;
    cut += segment;
  }
  return cut.trim() === '' ? null : cut.trim();
}
