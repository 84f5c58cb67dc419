import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { inRoot, root, tools } from '../setup/paths.mjs';
import { node } from '../setup/run.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { packagingArguments } from './packaging-arguments.mjs';

/** Where the packages are created. */
export const packageFolder = 'dist-package';

/** Of the package that tests drive, which goes into its own folder in there. */
export const debuggableConfig = 'scripts/package/debuggable.yml';

const macProgram = 'Electron.app/Contents/MacOS/Electron';

/**
 * Packages the built app for this machine, from the Electron that setup found here, so nothing is downloaded. The official
 * Electron makes a release. Any other is a development runtime, and the package's name says so.
 * @param {string[]} targets electron-builder's, for example `dir`
 * @param {{ quiet?: boolean, config?: string }} [options] `quiet` shows electron-builder's output only if it fails;
 * `config` is another file than electron-builder.yml
 * @throws {SetupError} if electron-builder fails.
 */
export async function packageApp(targets, { quiet = false, config } = {}) {
  const runtime = electronFolder();
  const args = [
    ...packagingArguments(process.platform, process.arch, targets, process.env),
    `-c.electronDist=${runtime.folder}`,
    `-c.electronVersion=${runtime.version}`,
    ...(config === undefined ? [] : ['--config', config]),
    ...(runtime.official ? [] : markedAsDevelopmentRuntime()),
  ];
  const { code, output } = await node(tools.electronBuilder, args, { cwd: root, env: environment(), quiet });
  if (code !== 0) throw new SetupError(`The app could not be packaged.\n${output.trim()}`);
}

/** @returns {{ folder: string, version: string, official: boolean }} the unpacked Electron that the app runs on here */
function electronFolder() {
  const require = createRequire(inRoot('package.json'));
  const program = require('electron');
  const folder = program.endsWith(macProgram) ? program.slice(0, -macProgram.length) : dirname(program);
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return { folder, version, official: version === require('electron/package.json').version };
}

/** A separate name also keeps its data folder apart from that of the real app. */
function markedAsDevelopmentRuntime() {
  const { productName } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return [
    `-c.extraMetadata.productName=${productName} (development runtime)`,
    // electron-builder's own macros, which it fills in.
    '-c.artifactName=${name}-development-runtime-${version}-${os}-${arch}.${ext}',
  ];
}

function environment() {
  // Its own default for archives, 9, takes minutes longer to save a few percent.
  const env = { ELECTRON_BUILDER_COMPRESSION_LEVEL: '5', ...process.env };
  // It downloads a 7-Zip unless given one.
  const sevenZip = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, '7za'))
    .find((file) => existsSync(file));
  return sevenZip === undefined ? env : { ELECTRON_BUILDER_7ZIP_PATH: sevenZip, ...env };
}
