import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createArrivedFiles } from '../../../../main/batches/import/opening/arrivedFiles';
import {
  batchNameFor,
  hasTableEnding,
  isNetworkPath,
} from '../../../../main/batches/import/opening/tableFile';
import { maxFileBytes } from '../../../../shared/domain/batch/batchImport';

let folder = '';
const fileNamed = (name: string): string => {
  const file = join(folder, name);
  writeFileSync(file, 'Name');
  return file;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-arrived-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const files = () => createArrivedFiles(() => undefined);

describe('a dropped file', () => {
  test.each(['people.csv', 'PEOPLE.XLSX', 'people.tsv', 'people.txt', 'people.xlsm'])(
    'is identified by an ID from then on: %s',
    async (name) => {
      const arrived = files();
      const path = fileNamed(name);
      const { fileId, fileName } = await arrived.drop(path);
      expect(fileName).toBe(name);
      expect(arrived.pathOf(fileId, 'table')).toBe(path);
      expect(fileId).not.toContain(name);
    },
  );

  test('through a symbolic link is treated as the file itself', async () => {
    symlinkSync(fileNamed('real.csv'), join(folder, 'link.csv'));
    await expect(files().drop(join(folder, 'link.csv'))).resolves.toMatchObject({ fileName: 'link.csv' });
  });

  test.each<[string, () => string, string]>([
    ['an empty path, as a made-up file has', () => '', 'is not a file on this computer'],
    ['a relative path', () => 'people.csv', 'is not a file on this computer'],
    ['another type of file', () => fileNamed('photo.png'), 'Save it as an Excel workbook'],
    ['a file without an extension', () => fileNamed('passwd'), 'Save it as an Excel workbook'],
    ['a missing file', () => join(folder, 'gone.csv'), 'can’t be opened'],
    [
      'a folder',
      () => {
        mkdirSync(join(folder, 'folder.csv'), { recursive: true });
        return join(folder, 'folder.csv');
      },
      'is not a file',
    ],
    [
      'a file of more than 20 MB',
      () => {
        const file = fileNamed('large.csv');
        truncateSync(file, maxFileBytes + 1);
        return file;
      },
      'more than 20 MB',
    ],
    ['on another computer', () => '//server/share/people.csv', 'is on a network drive'],
    [
      'on another computer, as shown by the desktop',
      () => '/run/user/1000/gvfs/smb-share:server=nas/people.csv',
      'is on a network drive',
    ],
  ])('is rejected with the reason if it is %s', async (_what, path, reason) => {
    await expect(files().drop(path())).rejects.toMatchObject({
      message: expect.stringContaining(reason) as string,
    });
  });

  test('with an unknown ID is not found', () => {
    expect(() => files().pathOf(join(folder, 'people.csv'), 'table')).toThrow('no longer open');
  });
});

describe('a file opened with the app', () => {
  test('waits, only the last one, until it is dismissed', async () => {
    const changed = vi.fn();
    const arrived = createArrivedFiles(changed);
    await arrived.open(fileNamed('first.csv'));
    await arrived.open(fileNamed('second.csv'));
    expect(arrived.waiting()).toMatchObject({ file: { fileName: 'second.csv' }, refused: null });
    arrived.dismiss();
    expect(arrived.waiting()).toEqual({ file: null, refused: null });
    expect(changed).toHaveBeenCalledTimes(3);
  });

  test('that does not exist is ignored; one that can’t be imported says why', async () => {
    const arrived = files();
    mkdirSync(join(folder, 'list.csv'));
    for (const nothing of ['gone.csv', 'list.csv']) {
      await arrived.open(join(folder, nothing));
      expect(arrived.waiting()).toEqual({ file: null, refused: null });
    }
    await arrived.open('//server/share/people.csv');
    expect(arrived.waiting().refused).toContain('is on a network drive');
  });
});

test.each([
  ['people.csv', true],
  ['PEOPLE.XLSX', true],
  ['notes.md', false],
  ['people.csv.exe', false],
  ['csv', false],
  ['.csv', false],
])('a path to %s on the command line counts: %s', (name, counts) => {
  expect(hasTableEnding(join(folder, name))).toBe(counts);
});

test.each<[string, boolean]>([
  [String.raw`\\server\share\people.csv`, true],
  [String.raw`\\?\UNC\server\share\people.csv`, true],
  [String.raw`\\.\pipe\people.csv`, true],
  ['//server/share/people.csv', true],
  [String.raw`C:\Users\dana\people.csv`, false],
])('on Windows %s is on another computer: %s', (path, is) => {
  expect(isNetworkPath(path, 'win32')).toBe(is);
});

test.each([
  ['/home/dana/Spring intake.csv', 'Spring intake'],
  ['/home/dana/Q3.final.xlsx', 'Q3.final'],
  ['/home/dana/ a\u200B\u202Eb  c .csv', 'ab c'],
  ['/home/dana/\u200B.csv', null],
  [`/home/dana/${'x'.repeat(200)}.csv`, 'x'.repeat(120)],
  [`/home/dana/${'x'.repeat(119)}\u{1F469}\u200D\u{1F4BB}.csv`, 'x'.repeat(119)],
])('a batch for %j is called %j', (path, name) => {
  expect(batchNameFor(path)).toBe(name);
});
