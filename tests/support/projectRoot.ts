import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The top folder of the checkout, whichever of its folders this file was bundled into. Other programs leave a package.json in
 * their folders; a lock file exists only at the top.
 */
export const projectRoot = folderAbove(import.meta.dirname);

function folderAbove(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : folderAbove(dirname(folder));
}
