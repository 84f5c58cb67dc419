import { parseArgs } from 'node:util';
import { nothingLeftOpen, openNow } from './inspect/leftOpen';
import { moments } from './moments';
import { runTeam } from './team/teamRun';
import { maxDesktops } from './team/teamSeason';
import { runSeason, type SeasonResult } from './season';

// `npm run test:reliability [-- --desktops N --kills K --seed S]`; docs/reliability.md says what it does.

/** How many kills one sandbox and one database get; more would make their lists so long that reading takes all the time. */
const killsASeason = 25;

const { desktops, kills, seed } = readOptions();
// Node opens these on first use, and they stay open: printing must not look like something left open.
for (const stream of [process.stdout, process.stderr]) stream.write('');
const before = openNow();
const results: SeasonResult[] = [];
const verdict = (desktops === 0 ? await runOne() : await runTeam({ desktops, kills, seed }, before)) ? 0 : 1;
// Immediately, whatever is left: its cleanup could wait for something that never comes.
process.stdout.write('', () => process.exit(verdict));

/** The seasons of one desktop. @returns whether nothing went wrong */
async function runOne(): Promise<boolean> {
  for (let left = kills; left > 0; left -= killsASeason) {
    const startedAt = performance.now();
    const result = await runSeason(seed + results.length * 1000, Math.min(left, killsASeason));
    await nothingLeftOpen(before);
    results.push(result);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `season ${results.length}: ${result.kills.length} kills, ${result.people} people, ${result.members} members, ${result.batches} batches, ${result.operations} operations, ` +
        `${result.doubts} in doubt for a time, ${result.sentAgain} sent again, ${result.colleagues} a colleague's (${seconds} s)`,
    );
    for (const kind of ['lost', 'doubled', 'untrue', 'inDoubt'] as const) {
      for (const line of result[kind].slice(0, 20)) console.log(`  ${kind}: ${line}`);
    }
  }
  return report();
}

function readOptions(): { readonly desktops: number; readonly kills: number; readonly seed: number } {
  const { values } = parseArgs({
    options: {
      desktops: { type: 'string', default: '0' },
      kills: { type: 'string', default: '25' },
      seed: { type: 'string', default: '' },
    },
  });
  const wanted = {
    desktops: Number(values.desktops),
    kills: Number(values.kills),
    seed: values.seed === '' ? Date.now() % 1_000_000 : Number(values.seed),
  };
  if (
    Number.isInteger(wanted.desktops) &&
    wanted.desktops >= 0 &&
    wanted.desktops <= maxDesktops &&
    Number.isInteger(wanted.kills) &&
    wanted.kills > 0 &&
    Number.isInteger(wanted.seed) &&
    wanted.seed >= 0
  ) {
    return wanted;
  }
  throw new Error('Usage: npm run test:reliability -- --desktops N --kills K --seed S   (whole numbers)');
}

/** @returns whether nothing went wrong */
function report(): boolean {
  const killed = results.flatMap((result) => result.kills);
  console.log('\nkilled');
  for (const moment of moments) {
    const count = killed.filter((each) => each === moment).length;
    console.log(`  ${moment.padEnd(24)}${String(count).padStart(5)}`);
  }
  const total = (kind: 'lost' | 'doubled' | 'untrue' | 'inDoubt'): number =>
    results.reduce((sum, result) => sum + result[kind].length, 0);
  const [lost, doubled, untrue, inDoubt] = [
    total('lost'),
    total('doubled'),
    total('untrue'),
    total('inDoubt'),
  ];
  console.log(
    `\nkills ${killed.length} · lost ${lost} · doubled ${doubled} · untrue ${untrue} · in doubt ${inDoubt} · seed ${seed}`,
  );
  return lost + doubled + untrue + inDoubt === 0;
}
