import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench';
import type { LongFrame } from '../page/frames';
import { firstPaint, paintOf } from '../page/inPage';
import { openGrid } from '../page/openGrid';
import { writeLargeBatch } from '../largeBatch';
import type { Measurement } from '../results/results';
import { repeated, watchWork, type Watched, type Work } from '../page/watchWork';
import { homeVisible } from './launch';

const runs = 3;

/** The repeat interval of a held key, in ms. */
const repeatMs = 33;
/** A fast typist's interval, in ms. */
const typingMs = 100;
/** How long until what was typed is stored and checked, and the answer is back, in ms. */
const checkedMs = 2500;

/** What a person does in the grid; in the empty page the same keys and wheel turns do nothing. */
const work: Work = {
  'holding Down': (page) => repeated(90, repeatMs, () => page.press('ArrowDown')),
  'holding Page Down': (page) => repeated(60, repeatMs, () => page.press('PageDown')),
  'turning the wheel': (page) => repeated(90, repeatMs, () => page.turnWheel(700, 600, 400)),
  'typing, storing and checking': async (page) => {
    for (const typedText of ['kim', 'lee']) {
      for (const letter of typedText) await repeated(1, typingMs, () => page.press(letter));
      await page.press('Enter');
      await pause(checkedMs);
    }
  },
};

/**
 * The longest frame of a batch's grid during work in it, compared to an empty page that gets the same input; and the page's own
 * work in a frame, at most.
 */
export async function gridFrames(bench: Bench): Promise<Measurement[]> {
  const batchId = await writeLargeBatch(bench.userData);
  const inGrid = new Map<string, Watched[]>();
  const inEmpty = new Map<string, Watched[]>();
  for (let run = 0; run < runs; run += 1) {
    await bench.withApp('cloudscape', async (app) => {
      await firstPaint(app.page);
      await pause(1000);
      await watchWork(app, work, inEmpty);
    });
    await bench.withApp('ours', async (app) => {
      const { page } = app;
      await paintOf(page, homeVisible);
      await openGrid(page, batchId);
      // To the third column: text typed there yields no findings.
      for (let column = 0; column < 2; column += 1) await page.press('ArrowRight');
      await watchWork(app, work, inGrid);
    });
  }
  const long = [...inGrid].flatMap(([name, frames]) => frames.flatMap((each) => each.long.map(note(name))));
  if (long.length > 0) console.log(`Frames of the grid over 50 ms:\n${long.join('\n')}`);
  return Object.keys(work).flatMap((name): Measurement[] => {
    const [grid = [], empty = []] = [inGrid.get(name), inEmpty.get(name)];
    const what = `while ${name}, in a batch of 10,000 rows`;
    return [
      {
        name: `longest frame ${what}, against an empty page`,
        unit: 'ms',
        values: grid.map(({ maxMs }) => maxMs),
        baselines: empty.map(({ maxMs }) => maxMs),
        target: { atMost: 50 },
      },
      {
        name: `longest piece of the page's work ${what}, without waiting for a processor`,
        unit: 'ms',
        values: grid.map(({ taskMs }) => taskMs),
        baselines: empty.map(({ taskMs }) => taskMs),
        target: { atMost: 50 },
      },
    ];
  });
}

const note =
  (name: string) =>
  ({ ms, script, scriptMs, drawingMs }: LongFrame): string =>
    `  ${name}: ${String(ms)} ms, of it ${String(scriptMs)} in ${script || 'no script'}, ${String(drawingMs)} drawing`;
