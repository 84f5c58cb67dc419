import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { saveFile } from '../../../main/files/saveFile';
import { matching } from '../../support/fixtures/matching';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-files-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const failure = (file: string, slices: Iterable<string> = ['new']): Promise<unknown> =>
  saveFile(file, slices).then(
    () => expect.fail('The file was saved.'),
    (error: unknown) => error,
  );

/** The disk accepts `slices` more writes and is then full. */
async function fillDiskAfter(slices: number): Promise<void> {
  const handle = await open(join(folder, 'handle'), 'w');
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  rmSync(join(folder, 'handle'));
  const write = prototype.writeFile;
  let left = slices;
  vi.spyOn(prototype, 'writeFile').mockImplementation(function (this: typeof handle, data) {
    if (left-- > 0) return write.call(this, data);
    const details = { code: 'ENOSPC', syscall: 'write', errno: -28 };
    return Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), details));
  });
}

describe('saving a file', () => {
  test('writes all slices, in UTF-8, and leaves nothing else behind', async () => {
    await saveFile(join(folder, 'a.csv'), ['é', '😀', '\r\n']);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('é😀\r\n');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  test('replaces the file that had the name, after the new one is written completely', async () => {
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'a longer old text');
    function* slices(): Generator<string> {
      yield 'new';
      expect(readFileSync(file, 'utf8')).toBe('a longer old text');
      yield ' text';
    }
    await saveFile(file, slices());
    expect(readFileSync(file, 'utf8')).toBe('new text');
  });

  test.skipIf(process.platform === 'win32').each([undefined, 0o600, 0o644])(
    'gives nobody else access, even over a file of mode %s',
    async (mode) => {
      const file = join(folder, 'a.csv');
      if (mode !== undefined) writeFileSync(file, 'old', { mode });
      await saveFile(file, ['new']);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    },
  );

  test('on a full disk says what to do, keeps the old file and leaves no partial one', async () => {
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'old');
    await fillDiskAfter(2);
    const error = await failure(file, ['1', '2', '3', '4']);
    expect(error).toMatchObject({
      code: 'DISK_FULL',
      retryable: true,
      message: matching(/Free up some space/),
    });
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  test('in a folder that is gone says so', async () => {
    const error = await failure(join(folder, 'gone', 'a.csv'));
    expect(error).toMatchObject({
      code: 'FILE_NOT_SAVED',
      message: matching(/no longer exists/),
      details: 'ENOENT',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('under a name that is too long for the disk says so', async () => {
    const error = await failure(join(folder, `${'漢'.repeat(100)}.csv`));
    expect(error).toMatchObject({
      code: 'FILE_NOT_SAVED',
      message: matching(/name is too long/),
      details: 'ENAMETOOLONG',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('under the name of a folder says so and leaves the folder alone', async () => {
    mkdirSync(join(folder, 'a.csv'));
    writeFileSync(join(folder, 'a.csv', 'inside'), '');
    const error = await failure(join(folder, 'a.csv'));
    expect(error).toMatchObject({ code: 'FILE_NOT_SAVED', message: matching(/Choose another/) });
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readdirSync(join(folder, 'a.csv'))).toEqual(['inside']);
  });

  test('whose text can’t be created fails with that reason and leaves nothing', async () => {
    const reason = new Error('The database is gone.');
    function* slices(): Generator<string> {
      yield 'half';
      throw reason;
    }
    expect(await failure(join(folder, 'a.csv'), slices())).toBe(reason);
    expect(readdirSync(folder)).toEqual([]);
  });
});
