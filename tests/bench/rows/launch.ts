import type { Bench } from '../bench';
import { firstPaint, paintOf } from '../page/inPage';
import type { Measurement } from '../results/results';

const runs = 7;

/** A figure of Home that counts something, with its link. */
export const homeVisible = { selector: 'main li a[href^="#/invitations"]' };

/** From the start of the program until what a person waits for is painted. The three apps take turns. */
export async function launch(bench: Bench): Promise<Measurement[]> {
  const ours: number[] = [];
  const cloudscape: number[] = [];
  const electron: number[] = [];
  // The first round fills the caches and doesn't count.
  for (let run = 0; run <= runs; run += 1) {
    const times = [
      await launchOurs(bench),
      await launchEmpty(bench, 'cloudscape'),
      await launchEmpty(bench, 'electron'),
    ] as const;
    if (run === 0) continue;
    ours.push(times[0]);
    cloudscape.push(times[1]);
    electron.push(times[2]);
  }
  const name = 'launch to the figures of Home visible, 50,000 invitations stored';
  return [
    {
      name: `${name}, against an empty Cloudscape page`,
      unit: 'ms',
      values: ours,
      baselines: cloudscape,
      target: { times: 1.5 },
    },
    { name: `${name}, against an empty Electron app`, unit: 'ms', values: ours, baselines: electron },
  ];
}

const launchOurs = (bench: Bench): Promise<number> =>
  bench.withApp('ours', async ({ page, startedAt }) => (await paintOf(page, homeVisible)) - startedAt);

const launchEmpty = (bench: Bench, name: 'electron' | 'cloudscape'): Promise<number> =>
  bench.withApp(name, async ({ page, startedAt }) => (await firstPaint(page)) - startedAt);
