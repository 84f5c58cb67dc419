import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Longer than any path that a system opens. */
const maxPath = 32_767;

/**
 * The file that a file manager started the program with; null where there is none. A path counts only as the one argument
 * beside switches, and never together with a link: whatever else stands there is ignored.
 * @param commandLine with the program first
 * @param isPackaged false: the program's own folder stands before its arguments
 * @param folder what a path that isn't whole begins at
 */
export function fileIn(commandLine: readonly string[], isPackaged: boolean, folder: string): string | null {
  const given = commandLine.slice(1).filter((argument) => !argument.startsWith('-'));
  const [only, ...others] = isPackaged ? given : given.slice(1);
  if (only === undefined || others.length > 0 || only.length > maxPath) return null;
  // Linux desktops pass an address where an entry also takes links.
  if (/^file:/i.test(only)) return pathOfAddress(only);
  // Another address, or a drive with a path beside it such as `C:people.csv`.
  if (/^[a-z][\w+.-]*:/i.test(only) && !isAbsolute(only)) return null;
  return resolve(folder, only);
}

function pathOfAddress(address: string): string | null {
  try {
    const { host } = new URL(address);
    return host === '' || host === 'localhost' ? fileURLToPath(`file://${new URL(address).pathname}`) : null;
  } catch {
    return null;
  }
}
