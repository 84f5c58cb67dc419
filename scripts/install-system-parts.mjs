import { runAsProgram } from './setup/setup-error.mjs';
import { ensureSystemParts, partsForPackaging, partsForTests } from './setup/system-parts.mjs';

// `sudo node scripts/install-system-parts.mjs`: the system packages that tests and packaging need on Debian and Ubuntu, for
// those who run `npm test` as an ordinary user.

await runAsProgram(async () => {
  await ensureSystemParts([...partsForTests, ...partsForPackaging]);
  return 0;
});
