import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../../../main/sandbox/server';

/** The same server inside the test, with a clock the test moves. */
export async function startWithClock() {
  let now = Date.now();
  const server = await startServer({
    stateFile: join(mkdtempSync(join(tmpdir(), 'amc-sandbox-')), 'sandbox.db'),
    sample: { seed: 1, accounts: 14, invitations: 70 },
    port: 0,
    accessTokenSeconds: 3600,
    now: () => now,
  });
  return {
    ...server,
    now: () => now,
    forward: (ms: number) => {
      now += ms;
    },
  };
}
