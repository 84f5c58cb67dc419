import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../projectRoot';
import { electronProgram } from './app';

/**
 * Builds an app from a few files, for a part of the product that needs Electron but not the whole app, and runs it until it ends.
 * @param folder an empty one, for the built app and its profile
 * @param input the files by the name of what is built from them; `main` is the app itself
 * @param args the last ones the app is started with, after the folder
 */
export async function runSmallApp(
  folder: string,
  input: Readonly<Record<string, string>> & { readonly main: string },
  args: readonly string[],
): Promise<void> {
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
      rolldownOptions: { input },
    },
  });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'small-app', version: '1.0.0', type: 'module', main: 'main.js' }),
  );
  const switches = [`--user-data-dir=${join(folder, 'profile')}`, '--disable-gpu'];
  const program = spawn(electronProgram(), [...switches, folder, folder, ...args], { stdio: 'inherit' });
  await once(program, 'exit');
}
