import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureSystemParts } from './system-parts.mjs';

/**
 * Brings a fresh checkout to the point where the app runs. A step with nothing to do prints nothing.
 * @param {Parameters<typeof ensureSystemParts>[0]} systemParts
 * @throws {import('./setup-error.mjs').SetupError} if a step fails; the message says what to do.
 */
export async function setUp(systemParts) {
  await ensureSystemParts(systemParts);
  await ensureDependencies();
  await ensureElectronRuntime();
  await ensureBuild();
}
