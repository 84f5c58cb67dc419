import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench';
import { firstPaint, paintOf } from '../page/inPage';
import type { Measurement } from '../results/results';
import { homeVisible } from './launch';

const runs = 3;

/** How long nothing happens before memory is measured, in ms: time to finish and to collect garbage. */
const settlingMs = 5000;

/** The share of memory (PSS) of all processes of the app, idle with the accounts on screen. Linux only. */
export async function idleMemory(bench: Bench): Promise<Measurement[]> {
  if (process.platform !== 'linux') return [];
  const ours: number[] = [];
  const electron: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await memoryOf(bench, 'ours'));
    electron.push(await memoryOf(bench, 'electron'));
  }
  return [
    {
      name: 'idle memory (PSS, all processes), against an empty Electron app',
      unit: 'MB',
      values: ours,
      baselines: electron,
      target: { more: 80 },
    },
  ];
}

/** In MB. */
const memoryOf = (bench: Bench, name: 'ours' | 'electron'): Promise<number> =>
  bench.withApp(
    name,
    async ({ page, pid }) => {
      await (name === 'ours' ? paintOf(page, homeVisible) : firstPaint(page));
      await pause(settlingMs);
      const bytes = [pid, ...descendants(pid)].reduce((sum, each) => sum + pssOf(each), 0);
      return bytes / 1e6;
    },
    // Without it the system shows the memory of sandboxed processes only to root.
    ['--allow-sandbox-debugging'],
  );

/** In bytes. Pages that processes share count once, divided among them. */
function pssOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]) * 1024;
}

function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(Number(name));
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (parent: number): number[] =>
    (children.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** Null when the process has ended since it was listed. */
function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return null;
  }
}
