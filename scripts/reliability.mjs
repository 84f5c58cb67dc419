import { runReliability } from './reliability/run-reliability.mjs';
import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runAsProgram } from './setup/setup-error.mjs';

// `npm run test:reliability [-- --kills N --seed S]`; docs/reliability.md says what it does.

await runAsProgram(async () => {
  await ensureDependencies();
  await ensureBuild();
  return runReliability(process.argv.slice(2));
});
