import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recall, remember } from './memory.mjs';
import { inRoot, root, tools } from './paths.mjs';
import { node } from './run.mjs';
import { SetupError } from './setup-error.mjs';

const sources = [
  ...['main', 'preload', 'renderer', 'shared', 'scripts/package'],
  ...['electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'],
];
const builtFrom = inRoot('dist', '.built-from');

/**
 * Builds dist/, unless it was built from exactly these sources.
 * @throws {SetupError} if the build fails.
 */
export async function ensureBuild() {
  const wanted = fingerprint();
  if (recall(builtFrom) === wanted) return;

  console.log('Building the app ...');
  rmSync(builtFrom, { force: true });
  const { code, output } = await node(tools.electronVite, ['build'], { cwd: root, quiet: true });
  if (code !== 0) throw new SetupError(`The app could not be built:\n${output.trim()}`);
  remember(builtFrom, wanted);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(source)) hash.update(`\0${file}\0`).update(readFileSync(inRoot(file)));
  }
  return hash.digest('hex');
}

/** A file itself, or all files of a folder, in a fixed order. */
function filesOf(source) {
  if (!statSync(inRoot(source)).isDirectory()) return [source];
  return readdirSync(inRoot(source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
