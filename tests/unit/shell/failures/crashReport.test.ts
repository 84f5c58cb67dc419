import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeCrashReport } from '../../../../main/shell/failures/crashReport';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-crash-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a crash report has its time in its name and only its owner can read it', () => {
  const file = writeCrashReport(
    join(folder, 'logs'),
    'TypeError\nat somewhere',
    Date.UTC(2026, 10, 28, 14, 5),
  );
  expect(file).toBe(join(folder, 'logs', 'crash-2026-11-28T14-05-00.000Z.txt'));
  expect(readFileSync(file ?? '', 'utf8')).toBe('TypeError\nat somewhere');
  if (process.platform !== 'win32') expect(statSync(file ?? '').mode & 0o777).toBe(0o600);
});

test('an unwritable location results in no report, and in no second failure', () => {
  expect(writeCrashReport(join(folder, '\0'), 'TypeError', 0)).toBeNull();
});
