import { runPlaywright } from './desktop/playwright.mjs';
import { packageApp, packageFolder } from './package/package-app.mjs';
import { setUp } from './setup/set-up.mjs';
import { runAsProgram } from './setup/setup-error.mjs';
import { partsForVirtualDesktop } from './setup/system-parts.mjs';

// `npm run bench`: measures the app against what it is built from; docs/performance.md says what and why. `npm run bench --
// --grep "idle memory"` measures one thing (the names are in tests/bench/bench.spec.ts).

await runAsProgram(async () => {
  await setUp(partsForVirtualDesktop);
  console.log('Packaging the app, to see its size ...');
  await packageApp(['dir'], { quiet: true });
  return runPlaywright(['--config', 'tests/bench/playwright.config.ts', ...process.argv.slice(2)], {
    lent: [packageFolder],
    outputs: ['bench-output', 'test-output'],
  });
});
