import { stat, realpath } from 'node:fs/promises';
import { basename, extname, isAbsolute } from 'node:path';
import { maxFileBytes } from '../../../../shared/domain/batch/batchImport';
import { maxBatchName } from '../../../../shared/domain/batch/batch';
import { batchFileEnding } from '../../../../shared/domain/approval/batchFile';
import { CodedError } from '../../../../shared/errors';
import { visibleText } from '../../../../shared/people/characters';
import { isOnNetwork, isShare } from '../../../storage/dataPlace/networkFolder';
import { notTaken } from '../../tables/troubles';
import { openingErrorText } from './openingErrorText';

/** The extensions of files that can be imported, without the dot. */
export const tableEndings: readonly string[] = ['csv', 'tsv', 'tab', 'txt', 'xlsx', 'xlsm'];

/** Whether a path could name an importable file, judging by its text. */
export const hasTableEnding = (path: string): boolean =>
  tableEndings.includes(extname(path).slice(1).toLowerCase());

/** Whether a path could name a batch file, judging by its text. */
export const isBatchFile = (path: string): boolean =>
  extname(path).slice(1).toLowerCase() === batchFileEnding;

/** Whether a path could name a file that the app opens, judging by its text. */
export const canOpen = (path: string): boolean => hasTableEnding(path) || isBatchFile(path);

/**
 * Makes sure that a file from outside the app's own dialogs can be opened: on this computer, an existing regular file with a
 * known extension and a readable size. A network path isn't even accessed, since access alone sends credentials there.
 * @param path absolute; links are followed
 * @throws CodedError NOT_FOUND if there is no such file, INVALID_INPUT for any other reason; each says what to do
 */
export async function requireOpenable(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const name = basename(path);
  if (!isAbsolute(path) || path.includes('\0')) {
    throw notTaken(openingErrorText.notOnDisk);
  }
  if (isNetworkPath(path, platform)) throw onNetwork(name);
  if (!canOpen(path)) {
    throw notTaken(openingErrorText.otherType(name));
  }
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) {
    const message = found === null ? openingErrorText.notOpened(name) : openingErrorText.notAFile(name);
    throw new CodedError({ code: 'NOT_FOUND', message });
  }
  const real = await realpath(path).catch(() => path);
  if (isNetworkPath(real, platform) || (await isOnNetwork(path, platform))) throw onNetwork(name);
  if (found.size > maxFileBytes) {
    throw notTaken(
      isBatchFile(path) ? openingErrorText.batchFileTooLarge(name) : openingErrorText.tooLarge(name),
    );
  }
}

/** A Windows share, a device path, or a mount point of other computers on Linux desktops. */
export const isNetworkPath = (path: string, platform: NodeJS.Platform): boolean =>
  platform === 'win32'
    ? isShare(path.replaceAll('/', '\\')) || /^[\\/]{2}/.test(path)
    : path.startsWith('//') || /^\/run\/user\/\d+\/gvfs\/|\/\.gvfs\//.test(path);

const onNetwork = (name: string): Error => notTaken(openingErrorText.onNetwork(name));

/** The name of a batch created for a file: the file's name without its extension; null if that leaves nothing. */
export function batchNameFor(path: string): string | null {
  const name = visibleText(basename(path, extname(path)));
  let cut = '';
  for (const { segment } of new Intl.Segmenter('en').segment(name)) {
    if (cut.length + segment.length > maxBatchName) break;
    cut += segment;
  }
  return cut.trim() === '' ? null : cut.trim();
}
