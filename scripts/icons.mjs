import { createRequire } from 'node:module';
import { ensureElectronRuntime } from './setup/electron-runtime.mjs';
import { inRoot } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { runAsProgram } from './setup/setup-error.mjs';

// `npm run icons`: redraws the PNG icons after a change to scripts/package/icon.svg. They are committed.

await runAsProgram(async () => {
  await ensureElectronRuntime();
  const electron = createRequire(inRoot('package.json'))('electron');
  // The page it draws in is our own image, so it may run without the sandbox if root requires that.
  const command = [electron, inRoot('scripts/package/draw-icons.mjs'), '--no-sandbox'];
  const needsDisplay = process.platform === 'linux' && !process.env['DISPLAY'];
  const [program, ...args] = needsDisplay ? ['xvfb-run', '-a', ...command] : command;
  return (await run(program, args)).code;
});
