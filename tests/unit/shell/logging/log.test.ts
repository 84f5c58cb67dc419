import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLog } from '../../../../main/shell/logging/log';
import { createRedaction } from '../../../../main/shell/logging/redaction';

/** All console output, captured before electron-log uses its functions. */
const printed = vi.hoisted(() => {
  const lines: unknown[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[method] = (...parts: unknown[]) => lines.push(parts);
  }
  return lines;
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-log-'));
});
afterEach(() => {
  printed.length = 0;
  rmSync(folder, { recursive: true, force: true });
});

const open = (logFolder = join(folder, 'logs')) =>
  openLog(logFolder, createRedaction('linux', { homeFolder: '/home/dana', userName: 'dana' }));

describe('the log', () => {
  it('writes each line at once, with its time and level, redacted, and nothing to the console', () => {
    const log = open();
    log.info('Started');
    log.warn('dana@agency.example came with Atza|IwEBsecret');
    expect(readFileSync(join(folder, 'logs/app.log'), 'utf8')).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z info Started\r?\n\S+ warn \[email address\] came with \[token\]\r?\n$/,
    );
    expect(printed).toEqual([]);
  });

  it('lets no text look like a separate line, or like a format', () => {
    open().error('first\n2026-01-01T00:00:00.000Z info forged %s %d');
    const lines = open().tail(10);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('first ⏎ 2026-01-01T00:00:00.000Z info forged %s %d');
  });

  it('keeps three files of about 1 MB with the newest lines', () => {
    const log = open();
    const long = 'x'.repeat(100_000);
    for (let index = 0; index < 45; index += 1) log.info(`line ${index} ${long}`);
    const files = readdirSync(join(folder, 'logs')).toSorted();
    expect(files).toEqual(['app.1.log', 'app.2.log', 'app.log']);
    for (const name of files) expect(statSync(join(folder, 'logs', name)).size).toBeLessThan(1_200_000);
    expect(log.tail(3).map((line) => / line (\d+) /.exec(line)?.[1])).toEqual(['42', '43', '44']);
  });

  it('shows the lines before a new file was begun', () => {
    const log = open();
    log.info('before '.repeat(200_000));
    log.info('after');
    expect(log.tail(2).map((line) => / (before|after)/.exec(line)?.[1])).toEqual(['before', 'after']);
  });

  it('that cannot be written stops nothing and prints nothing', () => {
    writeFileSync(join(folder, 'file'), '');
    const log = open(join(folder, 'file'));
    log.info('lost');
    expect(log.tail(5)).toEqual([]);
    expect(printed).toEqual([]);
  });
});
