import { join, resolve } from 'node:path';

/** The checkout's top folder. Every script works from here, wherever it was started. */
export const root = resolve(import.meta.dirname, '..', '..');

/** A file or folder of the checkout, or inside an installed package. */
export const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts);

/** What setup stores between runs. It is deleted with the dependencies, which is when it stops being true. */
export const inMemory = (/** @type {string} */ name) => inRoot('node_modules', '.amc-access-manager', name);

/** What an installed tool starts with, to be run by Node itself: no shell and no PATH, the same on every system. */
export const tools = {
  dependencyCruiser: inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  electronBuilder: inRoot('node_modules/electron-builder/cli.js'),
  electronVite: inRoot('node_modules/electron-vite/bin/electron-vite.js'),
  eslint: inRoot('node_modules/eslint/bin/eslint.js'),
  knip: inRoot('node_modules/knip/bin/knip.js'),
  playwright: inRoot('node_modules/@playwright/test/cli.js'),
  prettier: inRoot('node_modules/prettier/bin/prettier.cjs'),
  tsc: inRoot('node_modules/typescript7/bin/tsc'),
  vitest: inRoot('node_modules/vitest/vitest.mjs'),
};
