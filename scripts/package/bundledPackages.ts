import { mkdirSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * A build plugin that records which npm packages went into a build, for the licenses that the package has to include
 * (scripts/package/third-party.mjs). Only the bundler knows: most of what is installed never reaches the program.
 * @param build names the record, `dist/bundled/<build>.json`: the packages' folders, relative to the checkout
 */
export const noteBundledPackages = (build: 'main' | 'preload' | 'renderer'): Plugin => ({
  name: 'note-bundled-packages',
  generateBundle() {
    const folders = new Set([...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? []));
    // Builds run in the checkout. This file's own location doesn't help: it is bundled into the configuration.
    const note = [...folders].map((folder) => relative(resolve(), folder).replaceAll(sep, '/')).sort();
    mkdirSync(resolve('dist/bundled'), { recursive: true });
    writeFileSync(resolve(`dist/bundled/${build}.json`), JSON.stringify(note));
  },
});

/** The package's own folder, the innermost of nested node_modules; undefined for a file of ours. */
const packageFolder = (id: string): string | undefined =>
  /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/?]+)/.exec(id)?.[1];
