import { describe, expect, test } from 'vitest';
import { renamePatiently } from '../../../main/files/renamePatiently';

/** A file system that refuses `failures` times. */
function refusing(platform: NodeJS.Platform, code: string, failures: number) {
  const seen = { attempts: 0, waitedMs: 0 };
  return {
    seen,
    platform,
    rename: () => {
      seen.attempts += 1;
      const refused = seen.attempts <= failures;
      return refused
        ? Promise.reject(Object.assign(new Error(code), { code, syscall: 'rename' }))
        : Promise.resolve();
    },
    wait: (ms: number) => {
      seen.waitedMs += ms;
      return Promise.resolve();
    },
  };
}

describe('renaming a file that another program holds for a moment', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('is retried on Windows after %s', async (code) => {
    const system = refusing('win32', code, 4);
    await renamePatiently('a', 'b', system);
    expect(system.seen.attempts).toBe(5);
    expect(system.seen.waitedMs).toBeLessThan(500);
  });

  test('ends after two seconds with the error from Windows', async () => {
    const system = refusing('win32', 'EBUSY', Infinity);
    await expect(renamePatiently('a', 'b', system)).rejects.toMatchObject({ code: 'EBUSY' });
    expect(system.seen.waitedMs).toBe(2000);
  });

  test.each<[NodeJS.Platform, string]>([
    ['win32', 'ENOENT'],
    ['win32', 'EISDIR'],
    ['darwin', 'EPERM'],
    ['linux', 'EACCES'],
  ])('is not retried on %s after %s', async (platform, code) => {
    const system = refusing(platform, code, 1);
    await expect(renamePatiently('a', 'b', system)).rejects.toMatchObject({ code });
    expect(system.seen).toEqual({ attempts: 1, waitedMs: 0 });
  });
});
