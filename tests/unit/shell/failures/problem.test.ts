import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../../../main/shell/logging/log';
import { openDatabaseOrExplain } from '../../../../main/shell/failures/openDatabaseOrExplain';
import { buttonOf, problemPage, type Problem } from '../../../../main/shell/failures/problemPage';
import { closeDatabase, openDatabase } from '../../../../main/storage/database';

describe('the page that shows a problem', () => {
  const problem: Problem = {
    title: 'Cannot start',
    text: 'Because <script>alert(1)</script>',
    details: ['File: /tmp/"a" & b'],
    buttons: ['Try again', 'Quit'],
  };
  const html = decodeURIComponent(problemPage(problem).replace(/^data:text\/html;charset=utf-8,/, ''));

  it('shows everything as text, runs no script and loads nothing', () => {
    expect(html).toContain('Because &#60;script&#62;');
    expect(html).not.toContain('<script');
    expect(html).toContain('/tmp/&#34;a&#34; &#38; b');
    expect(html).toMatch(/default-src 'none'; style-src 'sha256-[\w+/]+=*'; form-action app:"/);
  });

  it.each([
    ['app://amc/problem?button=Try+again', 'Try again'],
    ['app://amc/problem?button=Quit', 'Quit'],
    ['app://amc/problem?button=Delete', null],
    ['app://amc/problem', null],
    ['app://amc/index.html?button=Quit', null],
    ['https://evil.example/?button=Quit', null],
    ['https://evil.example/app://amc/problem?button=Quit', null],
    ['nonsense', null],
  ])('understands %s as %s', (address, button) => {
    expect(buttonOf(problem, address)).toBe(button);
  });
});

describe('opening the database at launch', () => {
  let folder: string;
  let file: string;
  let reported: Problem[];
  const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'amc-start-'));
    file = join(folder, 'access.db');
    reported = [];
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const open = (answer: (problem: Problem) => string) =>
    openDatabaseOrExplain(file, {
      log: silent,
      now: () => Date.UTC(2026, 10, 24),
      tell: (problem) => {
        reported.push(problem);
        return Promise.resolve(answer(problem));
      },
    });

  it('shows nothing when all is well', async () => {
    const opened = await open(() => 'Quit');
    expect(opened?.copyName).toBe(null);
    opened?.db.close();
    expect(reported).toEqual([]);
  });

  it('replaces a damaged database, keeps it, and asks nothing', async () => {
    writeFileSync(file, 'no database '.repeat(1000));
    const opened = await open(() => 'Quit');
    opened?.db.close();
    expect(reported).toEqual([]);
    const kept = 'access.db.damaged-2026-11-24T00-00-00.000Z';
    expect(opened?.copyName).toBe(kept);
    expect(readFileSync(join(folder, kept), 'utf8')).toContain('no database');
  });

  it('asks again as long as another program holds the data, and then opens it', async () => {
    closeDatabase(openDatabase(file));
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const opened = await open(() => {
      if (reported.length === 2) {
        other.exec('ROLLBACK');
        other.close();
      }
      return 'Try again';
    });
    expect(opened?.copyName).toBe(null);
    opened?.db.close();
    expect(reported.map(({ text }) => text)).toEqual([
      expect.stringContaining('Another program is using'),
      expect.stringContaining('Another program is using'),
    ]);
    expect(reported[0]?.details).toContain(`File: ${file}`);
  });

  it('offers no retry for data of a newer version, and does not touch it', async () => {
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    const before = readFileSync(file);
    expect(await open(() => 'Quit')).toBe(null);
    expect(reported[0]?.buttons).toEqual(['Quit']);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});
