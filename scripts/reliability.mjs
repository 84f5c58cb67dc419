import { ensureUserOfTests } from './desktop/ordinary-user.mjs';
import { runReliability } from './reliability/run-reliability.mjs';
import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runAsProgram } from './setup/setup-error.mjs';
import { ensureSystemParts } from './setup/system-parts.mjs';

// `npm run test:reliability [-- --desktops N --kills K --seed S]`; docs/reliability.md says what it does.

await runAsProgram(async () => {
  await ensureDependencies();
  await ensureBuild();
  await ensureSystemParts(['postgres']);
  await ensureUserOfTests();
  return runReliability(process.argv.slice(2));
});
