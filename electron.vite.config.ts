import { resolve } from 'node:path';
import electron from 'electron/package.json' with { type: 'json' };
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bodyVariables } from './scripts/package/bodyVariables';
import { noteBundledPackages } from './scripts/package/bundledPackages';
import { debuggingConstant } from './scripts/package/debuggingConstant';
import { mainMinifying, pageMinifying } from './scripts/package/minifying';
import { themeOnBody } from './scripts/package/themeOnBody';

// The development runtime (scripts/development-runtime.mjs) is the oldest Electron the build has to run on.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
    plugins: [noteBundledPackages('main'), debuggingConstant()],
    // Its Node entry creates workers, which nothing here needs, with its own "require" that collides with the build's.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    define: { __ELECTRON_VERSION__: JSON.stringify(electron.version) },
    build: {
      outDir: 'dist/main',
      target: nodeTarget,
      rolldownOptions: {
        input: {
          index: resolve('main/index.ts'),
          sandbox: resolve('main/sandbox/process.ts'),
          exporting: resolve('main/exporting/process.ts'),
          tables: resolve('main/batches/tables/process.ts'),
          batchFiles: resolve('main/batches/approving/batchFiles/process.ts'),
        },
        output: { comments: false, minify: mainMinifying },
      },
    },
  },
  preload: {
    plugins: [noteBundledPackages('preload')],
    build: {
      outDir: 'dist/preload',
      target: nodeTarget,
      // A sandboxed preload may require 'electron' only, so everything else is bundled into one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), bodyVariables(), themeOnBody(), noteBundledPackages('renderer')],
    build: {
      outDir: 'dist/renderer',
      target: chromeTarget,
      minify: true,
      rolldownOptions: {
        input: { index: resolve('renderer/index.html') },
        // What the first screen needs is one file: each is served on its own, while main starts.
        output: {
          codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
          minify: pageMinifying,
        },
      },
    },
  },
});
