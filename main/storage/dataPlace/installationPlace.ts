import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { thisComputer } from './thisComputer';

/**
 * Where a data folder is: the same at each start, and different for a copy of it, on this computer or another. A hash, since
 * neither the system's own ID nor a path with a person's name must be stored.
 */
export async function installationPlace(folder: string): Promise<string> {
  const [{ machine }, path] = await Promise.all([thisComputer(), realpath(folder).catch(() => folder)]);
  return createHash('sha256')
    .update(JSON.stringify([machine, path]))
    .digest('hex');
}
