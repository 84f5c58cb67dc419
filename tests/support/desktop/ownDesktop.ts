import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startSession } from './session';

/**
 * Gives this process, and every app it starts, a desktop that no other worker uses: a display with its focus and clipboard, a
 * keychain, and a home folder. It ends after `use`.
 */
export async function onOwnDesktop(use: () => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'amc-home-'));
  const session = await startSession({ hasDisplay: true });
  Object.assign(process.env, session.env, { HOME: home });
  await use();
  await session.end();
  // Its helpers may still be ending and writing.
  await expect(() => rm(home, { recursive: true, force: true })).toPass();
}
