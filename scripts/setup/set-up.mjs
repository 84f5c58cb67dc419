import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureSystemParts } from './system-parts.mjs';

/**
 * Brings a fresh checkout to the point where the app runs. Each step does nothing, and says nothing, when it has
 * nothing to do.
 * @param {Parameters<typeof ensureSystemParts>[0]} systemParts
 * @throws {import('./setup-error.mjs').SetupError} when a step can't be done; the message names the remedy.
 */
export async function setUp(systemParts) {
  await ensureSystemParts(systemParts);
  await ensureDependencies();
  await ensureElectronRuntime();
  await ensureBuild();
}
