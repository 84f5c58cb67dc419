import { ensureUserOfTests } from './desktop/ordinary-user.mjs';
import { total } from './gates/count.mjs';
import { appGates, appGatesAtOnce, gateNames, moduleGates, staticGates } from './gates/gates.mjs';
import { readSelection } from './gates/selection.mjs';
import { setUp } from './setup/set-up.mjs';
import { runAsProgram, SetupError } from './setup/setup-error.mjs';
import { partsForTests } from './setup/system-parts.mjs';

// `npm test`: every gate in full, and a summary as the last line. `npm test -- --only=unit,e2e` runs the named gates, `npm test
// -- --only=e2e tests/e2e/x.spec.ts` one file or several.

await runAsProgram(async () => {
  const { wanted, filesOf } = readSelection(process.argv.slice(2), gateNames);
  let counts;
  try {
    await setUp(partsForTests);
    await ensureUserOfTests();
    const running = async () => [
      ...(await runInTurn(moduleGates(filesOf).filter(wanted))),
      ...(await runAtOnce(appGatesAtOnce, appGates(filesOf).filter(wanted))),
    ];
    counts = (await Promise.all([running(), runAtOnce(1, staticGates.filter(wanted))])).flat();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    counts = [{ passed: 0, failed: 1, skipped: 0 }];
  }
  const { passed, failed, skipped } = total(counts);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 ? 0 : 1;
});

/** This many at a time: workers take from one queue. */
async function runAtOnce(workers, gates) {
  const counts = [];
  const queue = gates.values();
  const work = async () => {
    for (const gate of queue) {
      const startedAt = performance.now();
      const { count, output } = await gate.run();
      const verdict = verdictOf(count);
      console.log(`== ${gate.title}: ${verdict} (${seconds(performance.now() - startedAt)})`);
      if (output !== '') console.log(output);
      counts.push(count);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return counts;
}

function verdictOf({ passed, failed }) {
  if (failed > 0) return 'FAILED';
  return passed > 0 ? 'passed' : 'skipped';
}

async function runInTurn(gates) {
  const counts = [];
  for (const gate of gates) {
    console.log(`\n== ${gate.title}`);
    const startedAt = performance.now();
    const { count } = await gate.run();
    console.log(`== ${gate.title}: ${verdictOf(count)} (${seconds(performance.now() - startedAt)})`);
    counts.push(count);
  }
  return counts;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
