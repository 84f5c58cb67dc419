import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../../../main/shell/logging/log';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(process.platform === 'win32')('only its owner can read the log', () => {
  openLog(folder, (line) => line).info('Started');
  expect(statSync(join(folder, 'app.log')).mode & 0o777).toBe(0o600);
});
