import { packageApp, packageFolder } from './package/package-app.mjs';
import { setUp } from './setup/set-up.mjs';
import { runAsProgram } from './setup/setup-error.mjs';
import { partsForPackaging } from './setup/system-parts.mjs';

// `npm run package`: what this platform can build without downloading anything. docs/packaging.md has the rest.

const targets = {
  darwin: ['dir', 'zip'],
  linux: ['dir', 'tar.gz'],
  win32: ['dir'],
};

await runAsProgram(async () => {
  await setUp(partsForPackaging);
  await packageApp(targets[process.platform]);
  console.log(`The packages are in ${packageFolder}/.`);
  return 0;
});
