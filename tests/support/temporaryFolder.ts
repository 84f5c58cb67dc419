import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A run of unit or contract tests has a temporary folder of its own, which goes with all that its tests left in it, as
// those do that are ended in the middle.

const folder = mkdtempSync(join(tmpdir(), 'amc-tests-'));

export function setup(): void {
  process.env[process.platform === 'win32' ? 'TEMP' : 'TMPDIR'] = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
