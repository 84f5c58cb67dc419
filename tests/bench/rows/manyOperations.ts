import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { signIn } from '../../contract/sandbox/support/signIn';
import { projectRoot } from '../../support/projectRoot';
import { startSandbox } from '../../support/amazon/sandbox';
import { watchLoop } from '../loopBlocks';
import type { Outcome, Task } from '../manyOperations/process';
import { builtProgram, runProgram } from '../ownProcess';
import type { Measurement } from '../results/results';

const accounts = 80;
const peopleAnAccount = 1200;
/** The sandbox makes its signed-in person a viewer in some. */
const accountsInSandbox = 100;
const megabyte = 1e6;

/** 96,000 operations through the outbox, in a process that does nothing else, while the page queries their status. */
export async function manyOperations(): Promise<Measurement[]> {
  const { outcome, idleBlockMs } = await measured();
  const expected = accounts * peopleAnAccount;
  if (outcome.done !== expected) throw new Error(`Only ${String(outcome.done)} operations were done.`);
  const what = '96,000 operations';
  return [
    {
      name: `memory growth at most, ${what}`,
      unit: 'MB',
      values: [outcome.memoryGrowth / megabyte],
      target: { atMost: 100 },
    },
    { name: `objects left, ${what}`, unit: 'MB', values: [outcome.heapGrowth / megabyte] },
    {
      name: `longest block of the event loop, ${what}, without waiting for a processor`,
      unit: 'ms',
      values: [outcome.maxOwnMs],
      target: { atMost: 50 },
    },
    {
      name: 'the same with it, against that of an idle process beside it',
      unit: 'ms',
      values: [outcome.maxMs],
      baselines: [idleBlockMs],
    },
    { name: `time for ${what}`, unit: 'ms', values: [outcome.ms] },
  ];
}

async function measured(): Promise<{ readonly outcome: Outcome; readonly idleBlockMs: number }> {
  // Inside the checkout, because the program has to find its native packages.
  const outputs = join(projectRoot, 'test-output');
  mkdirSync(outputs, { recursive: true });
  const folder = mkdtempSync(join(outputs, 'many-operations-'));
  const sandbox = await startSandbox({ accounts: accountsInSandbox, invitations: 0 });
  try {
    const program = await builtProgram('tests/bench/manyOperations/process.ts', folder);
    const { accessToken } = await signIn(sandbox.origin, 'dana');
    const file = join(folder, 'access.db');
    const task: Task = { apiUrl: sandbox.origin, accessToken, file, accounts, peopleAnAccount };
    // This process only waits: whatever blocks it as well is the machine.
    const idle = watchLoop();
    const outcome = await runProgram<Outcome>(program, task);
    return { outcome, idleBlockMs: idle.stop().maxMs };
  } finally {
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
