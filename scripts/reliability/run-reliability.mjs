import { inRoot, root } from '../setup/paths.mjs';
import { node } from '../setup/run.mjs';

/** At the same depth below the checkout as tests/support, from where the sandbox's built entry is found. */
const folder = inRoot('test-output', 'reliability');

/**
 * Bundles the suite, because its parts are plain Node processes, and runs it.
 * @param {string[]} args `--desktops N --kills K --seed S`, or nothing
 * @returns {Promise<number>} the exit code
 */
export async function runReliability(args) {
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
  const { code } = await node(inRoot('test-output/reliability/run.mjs'), args, { cwd: root });
  return code;
}
