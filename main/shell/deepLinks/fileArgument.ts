import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Longer than any path that a system opens. */
const maxPath = 32_767;

/**
 * The file that a file manager started the app with; null if there is none. A path counts only if it is the only argument besides
 * switches, and never together with a link: anything else is ignored.
 * @param commandLine with the program first
 * @param isPackaged false: the program's own folder precedes its arguments
 * @param folder what a relative path is resolved against
 */
export function fileIn(commandLine: readonly string[], isPackaged: boolean, folder: string): string | null {
  const given = commandLine.slice(1).filter((argument) => !argument.startsWith('-'));
  const [only, ...others] = isPackaged ? given : given.slice(1);
  if (only === undefined || others.length > 0 || only.length > maxPath) return null;
  // Linux desktops pass an address if an entry also accepts links.
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
