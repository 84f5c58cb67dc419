import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packaged } from '../../package/packagedApp';
import { electronProgram } from '../../support/desktop/app';
import type { Measurement } from '../results/results';

/** The size of the packaged app on disk, compared to the Electron in it. Both as unpacked. */
export function unpackedSize(): Promise<Measurement[]> {
  return Promise.resolve([
    {
      name: 'unpacked size, against Electron alone',
      unit: 'MB',
      values: [sizeOf(folderOf(packaged.program))],
      baselines: [sizeOf(folderOf(electronProgram()))],
      target: { more: 40 },
    },
  ]);
}

/** On a Mac the program is deep inside the folder that a person sees as one thing. */
const folderOf = (program: string): string =>
  /^.*[.]app(?=[/]Contents[/])/.exec(program)?.[0] ?? dirname(program);

/** In MB. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1e6;
