import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { recall, remember } from './memory.mjs';
import { inMemory, inRoot, root } from './paths.mjs';
import { npm } from './run.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Installs the locked dependencies, unless those of this lock file, Node and system are already installed.
 * @throws {SetupError} if npm fails.
 */
export async function ensureDependencies() {
  const wanted = fingerprint();
  if (recall(inMemory('dependencies')) === wanted) return;

  console.log('Installing the locked dependencies (about a minute) ...');
  // electron33 is needed for its types; its install script would download its program.
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund'], { cwd: root, env, quiet: true });
  if (code !== 0) {
    throw new SetupError(
      `The dependencies could not be installed. Check the network and run the same command again. npm said:\n${output.trim()}`,
    );
  }
  remember(inMemory('dependencies'), wanted);
}

function fingerprint() {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  const nodeMajor = process.versions.node.split('.')[0];
  return `${lock} node${nodeMajor} ${process.platform}-${process.arch}`;
}
