import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/projectRoot';
import type { Outcome, Task } from '../largeCommands/process';
import { builtProgram, runProgram } from '../ownProcess';
import type { Measurement } from '../results/results';

const rows = 20_000;

/** 20,000 rows in 80 accounts, and in one: how long sending, report, links and undo block the event loop. */
export async function largeCommands(): Promise<Measurement[]> {
  // Inside the checkout, because the program has to find its native packages.
  const outputs = join(projectRoot, 'test-output');
  mkdirSync(outputs, { recursive: true });
  const folder = mkdtempSync(join(outputs, 'large-commands-'));
  try {
    const program = await builtProgram('tests/bench/largeCommands/process.ts', folder);
    const outcomes: Outcome[] = [];
    for (const accounts of [80, 1]) {
      const task: Task = { file: join(folder, `access-${String(accounts)}.db`), accounts, rows };
      outcomes.push(await runProgram<Outcome>(program, task));
    }
    return (['send', 'report', 'links', 'undo'] as const).map((command) => ({
      name: `longest block of the event loop, ${names[command]}, 20,000 rows in 80 accounts and in one`,
      unit: 'ms',
      values: outcomes.map((outcome) => outcome[command].maxOwnMs),
      target: { atMost: 50 },
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const names = { send: 'send accepted', report: 'report', links: 'links', undo: 'undo' };
