import { createRequire } from 'node:module';
import { runPlaywright } from './desktop/playwright.mjs';
import { sandboxProblem } from './desktop/sandbox-problem.mjs';
import { inRoot, root } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';
import { runAsProgram } from './setup/setup-error.mjs';
import { partsForApp, partsForVirtualDesktop } from './setup/system-parts.mjs';

// `npm start`: opens the app. Without a display on Linux it shows the app in a guided tour on a virtual one instead.

await runAsProgram(async () => {
  if (hasDisplay()) {
    await setUp(partsForApp);
    return openApp();
  }
  await setUp(partsForVirtualDesktop);
  console.log(
    'There is no display here: taking the guided tour on a virtual one. Screenshots go to demo-output/.',
  );
  return runPlaywright(['--config', 'tests/tour/playwright.config.ts'], {
    outputs: ['demo-output', 'test-output'],
  });
});

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

async function openApp() {
  // The package's export is the path of the program; ELECTRON_OVERRIDE_DIST_PATH, if set, overrides it.
  const electron = createRequire(inRoot('package.json'))('electron');
  const { code } = await run(electron, ['.', ...(await sandboxSwitches()), ...process.argv.slice(2)], {
    cwd: root,
  });
  return code;
}

async function sandboxSwitches() {
  if (process.platform !== 'linux') return [];
  if (process.getuid() === 0) {
    console.warn(
      'Warning: started by root, so the app runs without its sandbox. Start it as an ordinary user.',
    );
    return ['--no-sandbox'];
  }
  const problem = await sandboxProblem();
  if (problem !== undefined) console.warn(`Warning: ${problem}`);
  return [];
}
