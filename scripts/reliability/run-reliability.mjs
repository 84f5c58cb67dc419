import { inRoot, root } from '../setup/paths.mjs';
import { node } from '../setup/run.mjs';

/** At the same depth below the checkout as tests/support, from where the sandbox's built entry is found. */
const folder = inRoot('test-output', 'reliability');

/**
 * Bundles the suite, because its parts are plain Node processes, and runs it: once for each list of arguments, at the same time.
 * @param {string[][]} runs `--desktops N --kills K --seed S`, or nothing
 * @returns {Promise<number>} the exit code, or the first that isn't 0
 */
export async function runReliability(...runs) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20.18',
      minify: false,
      rolldownOptions: {
        input: { run: inRoot('tests/reliability/run.ts'), sender: inRoot('tests/reliability/sender.ts') },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
  });
  const program = inRoot('test-output/reliability/run.mjs');
  const codes = await Promise.all(runs.map(async (args) => (await node(program, args, { cwd: root })).code));
  return codes.find((code) => code !== 0) ?? 0;
}
