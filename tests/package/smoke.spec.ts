import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { extractFile } from '@electron/asar';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from './fixture';
import { packaged } from './packagedApp';

const rosa = {
  emailAddress: 'rosa.lind@northwind-media.example',
  userName: 'Rosa Lind',
  role: 'viewer',
} as const;

test('the packaged app signs in, and after a restart invites somebody without asking to sign in again', async ({
  startPackaged,
  userData,
}) => {
  const first = await startPackaged();
  await expect(first.screens.heading('Welcome to AMC Access Manager')).toBeVisible();
  if (process.platform === 'linux') expectChromiumSandbox(userData);

  // From here on SQLite works, and so does the sandbox in its own process.
  await first.screens.exploreSandbox();
  await first.screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(first.screens.rows('Accounts')).toHaveCount(14);
  await expect(first.screens.rows('Accounts').filter({ hasText: 'Viewer only' })).toHaveCount(2);
  expect(await first.quit()).toBe(0);

  // Only the keychain can have stored the sign-in.
  const { page, screens } = await startPackaged();
  await screens.goTo('Accounts');
  await expect(screens.rows('Accounts')).toHaveCount(14);
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([rosa]);
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  expect(await screens.results()).toBe('1 invited');
  await screens.closeResults();
  await expect(screens.row('Invitations', rosa.emailAddress)).toContainText('Viewer');
  await screens.goTo('Settings');
  await expect(screens.text('In your computer’s keychain')).toBeVisible();
});

test('a package made with a development runtime says so in its name and on screen', async ({
  startPackaged,
}) => {
  const { page, screens } = await startPackaged();
  const official = await runsOnOfficialElectron(page);
  expect(productName()).toBe(`AMC Access Manager${official ? '' : ' (development runtime)'}`);
  await expect(screens.heading('Welcome to AMC Access Manager')).toBeVisible();
  await expect(screens.text('Development runtime', { exact: true })).toHaveCount(official ? 0 : 1);
});

/** The system calls of the page's process pass a filter (seccomp mode 2), which only the sandbox sets up. */
function expectChromiumSandbox(userData: string): void {
  expect(process.getuid?.()).not.toBe(0);
  const pages = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      const command = readProcess(pid, 'cmdline');
      return command.includes('--type=renderer') && command.includes(userData);
    });
  expect(pages).toHaveLength(1);
  for (const pid of pages) expect(readProcess(pid, 'status')).toMatch(/^Seccomp:\s+2$/m);
}

/** Empty for a process that has ended in the meantime or belongs to somebody else. */
function readProcess(pid: string, file: 'cmdline' | 'status'): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8');
  } catch {
    return '';
  }
}

async function runsOnOfficialElectron(page: Page): Promise<boolean> {
  const require = createRequire(import.meta.url);
  const { version } = z.object({ version: z.string() }).parse(require('electron/package.json'));
  return (await page.evaluate(() => navigator.userAgent)).includes(`Electron/${version}`);
}

function productName(): string {
  const manifest = extractFile(join(packaged.resources, 'app.asar'), 'package.json').toString();
  return z.object({ productName: z.string() }).parse(JSON.parse(manifest)).productName;
}
