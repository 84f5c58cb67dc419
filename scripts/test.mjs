import { total } from './gates/count.mjs';
import { appGates, moduleGates, staticGates } from './gates/gates.mjs';
import { setUp } from './setup/set-up.mjs';
import { runAsProgram, SetupError } from './setup/setup-error.mjs';
import { partsForTests } from './setup/system-parts.mjs';

// `npm test`: every gate, the whole of each, and a last line that says it all.
// `npm test -- --only=unit,e2e` runs the named gates.

await runAsProgram(async () => {
  const wanted = readSelection(process.argv.slice(2));
  let counts;
  try {
    await setUp(partsForTests);
    const modules = await runInTurn(moduleGates.filter(wanted));
    const others = [runAtOnce(2, appGates.filter(wanted)), runAtOnce(1, staticGates.filter(wanted))];
    counts = [...modules, ...(await Promise.all(others)).flat()];
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    counts = [{ passed: 0, failed: 1, skipped: 0 }];
  }
  const { passed, failed, skipped } = total(counts);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 ? 0 : 1;
});

function readSelection(args) {
  const names = [...new Set([...staticGates, ...moduleGates, ...appGates].map(({ name }) => name))];
  const [argument] = args;
  if (argument === undefined) return () => true;
  const chosen = argument.startsWith('--only=') ? argument.slice('--only='.length).split(',') : [];
  if (args.length > 1 || chosen.length === 0 || !chosen.every((name) => names.includes(name))) {
    throw new SetupError(`Usage: npm test -- --only=NAME,NAME   Names: ${names.join(', ')}`);
  }
  return (gate) => chosen.includes(gate.name);
}

/** So many at a time: as many workers take from one queue. */
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
    counts.push((await gate.run()).count);
  }
  return counts;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
