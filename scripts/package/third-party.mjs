import { listPackage } from '@electron/asar';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';

/**
 * Writes the list of all npm packages inside a packaged app, with the full text of their licenses, as those require. Electron and
 * Chromium have their own files.
 * @param {string} asar the packaged app
 * @param {string} file where to write it
 * @throws {Error} if a package names no license: a person then has to find out whether it may be shipped.
 */
export function writeThirdPartyLicences(asar, file) {
  const packages = [...new Set([...bundledByTheBuild(), ...packedAsTheyAre(asar)])]
    .map(describe)
    .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
  const without = packages.filter(({ licence }) => licence === undefined).map(({ name }) => name);
  if (without.length > 0) throw new Error(`These packages name no licence: ${without.join(', ')}`);

  const list = packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const texts = packages
    .filter(({ text }) => text !== '')
    .map(({ name, version, text }) => `${'='.repeat(80)}\n${name} ${version}\n\n${text}`);
  writeFileSync(file, `${[heading, list.join('\n'), ...texts].join('\n\n')}\n`);
}

const heading = `Third-party software in AMC Access Manager

Electron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html.
SQLite, inside @photostructure/sqlite, is in the public domain.

The program contains these packages; their licences follow.`;

/** What scripts/package/bundledPackages.ts recorded. */
function bundledByTheBuild() {
  const notes = readdirSync(inRoot('dist/bundled')).map((name) => inRoot('dist/bundled', name));
  return notes.flatMap((note) => JSON.parse(readFileSync(note, 'utf8')));
}

/** Packages that are folders in the app, because they contain native code. */
function packedAsTheyAre(asar) {
  return listPackage(asar)
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\/node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path))
    .map((path) => path.slice(1, -'/package.json'.length));
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8'));
  const text = readdirSync(inRoot(folder))
    .filter((file) => /^(licen[cs]e|copying|notice|third-party-licen[cs]es)(\.(md|txt))?$/i.test(file))
    .map((file) => readFileSync(join(inRoot(folder), file), 'utf8').trim())
    .join('\n\n');
  return { name, version, licence: license, text };
}
