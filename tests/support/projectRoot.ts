import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The top folder of the checkout, whichever of its folders this file was bundled into. */
export const projectRoot = folderAbove(import.meta.dirname);

function folderAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : folderAbove(dirname(folder));
}
