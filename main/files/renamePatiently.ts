import { rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

interface Deps {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** @param ms how long */
  readonly wait: (ms: number) => Promise<unknown>;
}

/**
 * Renames a file. On Windows a virus scanner, an indexer or a cloud folder briefly holds a new file open, so there a refusal is
 * retried for two seconds in total; elsewhere it is final.
 * @throws the file system's last error
 */
export async function renamePatiently(
  from: string,
  to: string,
  deps: Deps = { platform: process.platform, rename, wait: pause },
): Promise<void> {
  for (const ms of deps.platform === 'win32' ? pausesMs : []) {
    try {
      await deps.rename(from, to);
      return;
    } catch (error) {
      if (!isHeld(error)) throw error;
      await deps.wait(ms);
    }
  }
  await deps.rename(from, to);
}

/** Between attempts, in ms. */
const pausesMs = [20, 50, 100, 200, 400, 600, 630];

/** The codes that Windows returns while another program has the file open. */
const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code));
