import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { bodyVariables } from '../../../scripts/package/bodyVariables';
import { pageMinifying } from '../../../scripts/package/minifying';

/** Folders of apps that Electron can start, to compare ours with. */
export interface EmptyApps {
  /** One window with a heading: the cost of Electron itself. */
  readonly electron: string;
  /** One window with an empty page of React and Cloudscape: the cost of our UI libraries. */
  readonly cloudscape: string;
}

/** Creates both in a folder, with the settings our own page is built with. */
export async function makeEmptyApps(folder: string): Promise<EmptyApps> {
  const electron = join(folder, 'empty-electron');
  const cloudscape = join(folder, 'empty-cloudscape');
  for (const app of [electron, cloudscape]) {
    mkdirSync(app);
    copyFileSync(source('main.cjs'), join(app, 'main.cjs'));
    writeFileSync(
      join(app, 'package.json'),
      JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }),
    );
  }
  copyFileSync(source('bare.html'), join(electron, 'index.html'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    base: './',
    plugins: [react(), bodyVariables()],
    build: {
      outDir: cloudscape,
      emptyOutDir: false,
      target: 'chrome130',
      rolldownOptions: { output: { minify: pageMinifying } },
    },
  });
  return { electron, cloudscape };
}

const source = (name: string): string => join(import.meta.dirname, name);
