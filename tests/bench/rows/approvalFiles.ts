import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/projectRoot';
import type { Command, Outcome, Task } from '../approvalFiles/process';
import { builtProgram, runProgram } from '../ownProcess';
import type { Measurement } from '../results/results';

const rows = 20_000;
const what = '20,000 rows in 80 accounts and in one';

/** A batch of 20,000 rows goes to its approver and on to its sender in signed files. */
export async function approvalFiles(): Promise<Measurement[]> {
  // Inside the checkout, because the program has to find its native packages.
  const outputs = join(projectRoot, 'test-output');
  mkdirSync(outputs, { recursive: true });
  const folder = mkdtempSync(join(outputs, 'approval-files-'));
  try {
    const program = await builtProgram('tests/bench/approvalFiles/process.ts', folder);
    const outcomes: Outcome[] = [];
    for (const accounts of [80, 1]) {
      const task: Task = { accounts, rows };
      outcomes.push(await runProgram<Outcome>(program, task));
    }
    return [
      {
        name: `reading an approval file, ${what}, against JSON.parse and canonicalize alone`,
        unit: 'ms',
        values: outcomes.map(({ reading }) => reading),
        baselines: outcomes.map(({ libraries }) => libraries),
        target: { times: 4 },
      },
      {
        name: `from exporting to the batch at its sender, ${what}`,
        unit: 'ms',
        values: outcomes.map(({ all }) => all),
        target: { atMost: 10_000 },
      },
      ...(Object.keys(names) as Command[]).map((command) => ({
        name: `longest block of the event loop, ${names[command]}, ${what}`,
        unit: 'ms' as const,
        values: outcomes.map(({ blocks }) => blocks[command]),
        target: { atMost: 50 },
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const names: Readonly<Record<Command, string>> = {
  export: 'batch exported for approval',
  open: 'batch file opened',
  review: 'batch file checked for the review',
  answer: 'approval signed',
  take: 'batch made of an approval',
  status: 'approvals of a batch held against it',
};
