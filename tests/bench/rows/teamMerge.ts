import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../support/postgres/server';
import { projectRoot } from '../../support/projectRoot';
import { passwordOf, startTeamServer } from '../../support/team/teamServer';
import { builtProgram, runProgram } from '../ownProcess';
import type { Measurement } from '../results/results';
import { fillTeam } from '../teamHistory';
import type { Outcome, Task } from '../teamMerge/process';

const rows = 100_000;
const runs = 3;

/** A desktop that has just joined takes up 100,000 facts of its colleagues, against a bare loop that inserts the same rows. */
export async function teamMerge(): Promise<Measurement[]> {
  // Inside the checkout, because the program has to find its native packages.
  const outputs = join(projectRoot, 'test-output');
  mkdirSync(outputs, { recursive: true });
  const folder = mkdtempSync(join(outputs, 'team-merge-'));
  const server = await startTeamServer(startPostgres);
  try {
    const address = await server.addMember('ben');
    await fillTeam(server, rows);
    const program = await builtProgram('tests/bench/teamMerge/process.ts', folder);
    const outcomes: Outcome[] = [];
    for (let run = 0; run < runs; run += 1) {
      const task: Task = {
        file: join(folder, `access-${String(run)}.db`),
        bareFile: join(folder, `bare-${String(run)}.db`),
        ...{ teamId: await server.teamId(), address, password: passwordOf('ben') },
      };
      outcomes.push(await runProgram<Outcome>(program, task));
    }
    if (outcomes.some(({ merged, progress }) => merged !== rows || progress < rows / 1000))
      throw new Error(`Not all was merged, or without saying how far it is: ${JSON.stringify(outcomes)}`);
    const what = 'first merge of 100,000 facts of a team';
    return [
      {
        name: `${what}, against a bare loop that inserts them`,
        unit: 'ms',
        values: outcomes.map(({ ms }) => ms),
        baselines: outcomes.map(({ bareMs }) => bareMs),
        target: { times: 3 },
      },
      {
        name: `longest block of the event loop, ${what}, without waiting for a processor`,
        unit: 'ms',
        values: outcomes.map(({ maxOwnMs }) => maxOwnMs),
        target: { atMost: 50 },
      },
    ];
  } finally {
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
