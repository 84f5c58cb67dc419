import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../support/projectRoot';

/** Bundles a program into one file, like the app's main process. @param entry its path in the checkout */
export async function builtProgram(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'process.mjs' } },
    },
  });
  return join(folder, 'process.mjs');
}

/** Runs it in a separate process. @returns its one answer */
export async function runProgram<Outcome>(program: string, task: object): Promise<Outcome> {
  const child = fork(program, [JSON.stringify(task)], { execArgv: ['--expose-gc'] });
  try {
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The process ended with code ${String(code)} before it was done.`);
    });
    ended.catch(() => undefined);
    const [outcome] = (await Promise.race([once(child, 'message'), ended])) as [Outcome];
    return outcome;
  } finally {
    child.kill();
  }
}
