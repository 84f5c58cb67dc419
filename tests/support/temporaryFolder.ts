import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endServers } from './postgres/watcher';

// A run of unit or contract tests has its own temporary folder, which is deleted with everything that its tests left in it, as
// interrupted ones do.

const folder = mkdtempSync(join(tmpdir(), 'amc-tests-'));
// The PostgreSQL server of a test that root runs is another user's, who has to reach its own folder in here.
chmodSync(folder, 0o711);

export function setup(): void {
  process.env[process.platform === 'win32' ? 'TEMP' : 'TMPDIR'] = folder;
  process.env['AMC_POSTGRES_TEMPLATE'] = join(folder, 'postgres-template');
}

export async function teardown(): Promise<void> {
  await endServers(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
