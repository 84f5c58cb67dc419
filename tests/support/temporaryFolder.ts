import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A run of unit or contract tests has its own temporary folder, which is deleted with everything that its tests left in it, as
// interrupted ones do.

const folder = mkdtempSync(join(tmpdir(), 'amc-tests-'));

export function setup(): void {
  process.env[process.platform === 'win32' ? 'TEMP' : 'TMPDIR'] = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
