import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { ErrorBody } from '../../../shared/errors';
import { electronProgram } from '../desktop/app';
import { projectRoot } from '../projectRoot';

/** How a reading ended whose helper takes memory without end. */
export interface GreedyEnd {
  /** The error the person sees; undefined if the reading succeeded or failed differently. */
  readonly error: ErrorBody | undefined;
  readonly helperIsAlive: boolean;
}

/**
 * Has Electron read a file with such a helper and this limit, using the product's own code around it.
 * @param folder an empty one, for the built app, its profile and its files
 */
export async function readGreedily(folder: string, maxBytes: number): Promise<GreedyEnd> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18',
      rolldownOptions: {
        input: {
          main: join(import.meta.dirname, 'main.ts'),
          greedy: join(import.meta.dirname, 'greedy.ts'),
        },
      },
    },
  });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'greedy', version: '1.0.0', type: 'module', main: 'main.js' }),
  );
  const args = [
    `--user-data-dir=${join(folder, 'profile')}`,
    '--disable-gpu',
    folder,
    folder,
    String(maxBytes),
  ];
  const program = spawn(electronProgram(), args, { stdio: 'inherit' });
  await once(program, 'exit');
  return JSON.parse(readFileSync(join(folder, 'end.json'), 'utf8')) as GreedyEnd;
}
