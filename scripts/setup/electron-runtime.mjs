import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasDevelopmentRuntime, prepareDevelopmentRuntime } from '../development-runtime.mjs';
import { recall, remember } from './memory.mjs';
import { inMemory, inRoot } from './paths.mjs';
import { node } from './run.mjs';
import { SetupError } from './setup-error.mjs';

const downloadTimeoutMs = 5 * 60_000;

/**
 * Makes sure that there is an Electron to run: the one in ELECTRON_OVERRIDE_DIST_PATH, otherwise the official one, otherwise the
 * development runtime. Sets ELECTRON_OVERRIDE_DIST_PATH for everything started from here, which is where the electron package,
 * Playwright included, looks first.
 * @throws {SetupError} if none is available.
 */
export async function ensureElectronRuntime() {
  const selected = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (selected !== undefined && selected !== '') {
    if (existsSync(selected)) return;
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names a folder that is not there: ${selected}. Correct it, or unset it to use the official Electron.`,
    );
  }
  if (hasOfficialRuntime()) return;

  const remembered = recall(inMemory('development-runtime'));
  if (remembered !== undefined && existsSync(remembered)) {
    useDevelopmentRuntime(remembered);
    return;
  }
  await downloadOrSubstitute();
}

async function downloadOrSubstitute() {
  console.log('Downloading Electron ...');
  const installer = inRoot('node_modules/electron/install.js');
  const download = await node(installer, [], { quiet: true, timeoutMs: downloadTimeoutMs });
  if (download.code === 0 && hasOfficialRuntime()) return;

  if (!hasDevelopmentRuntime) {
    throw new SetupError(
      `Electron could not be downloaded. Check the network, or name a mirror in ELECTRON_MIRROR, and run the same command again. The download said:\n${download.output.trim()}`,
    );
  }
  const runtime = await prepareDevelopmentRuntime();
  remember(inMemory('development-runtime'), runtime);
  useDevelopmentRuntime(runtime);
}

function hasOfficialRuntime() {
  const folder = inRoot('node_modules/electron');
  const program = recall(join(folder, 'path.txt'));
  return program !== undefined && existsSync(join(folder, 'dist', program));
}

function useDevelopmentRuntime(folder) {
  const version = readFileSync(join(folder, 'version'), 'utf8');
  console.log(
    `Using a development runtime (Electron ${version}): the official one could not be downloaded here.`,
  );
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
}
