import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expect, test } from '../support/desktop/fixture';
import { startPackagedApp, type PackagedApp } from './packagedApp';

const rosa = {
  emailAddress: 'rosa.lind@northwind-media.example',
  userName: 'Rosa Lind',
  role: 'viewer',
} as const;

test('the packaged app signs in, and after a restart invites somebody without asking to sign in again', async ({
  userData,
  logFile,
}) => {
  const started: PackagedApp[] = [];
  const start = async (): Promise<PackagedApp> => {
    const app = await startPackagedApp({ userData, logFile });
    started.push(app);
    return app;
  };
  try {
    const first = await start();
    await expect(first.screens.heading('Welcome to AMC Access Manager')).toBeVisible();
    if (process.platform === 'linux') expectChromiumSandbox(userData);

    // From here on SQLite works, and so does the sandbox in its own process.
    await first.screens.exploreSandbox();
    await first.screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
    await expect(first.screens.rows('Accounts')).toHaveCount(14);
    await expect(first.screens.rows('Accounts').filter({ hasText: 'Viewer only' })).toHaveCount(2);
    expect(await first.quit()).toBe(0);

    // Only the keychain can have kept the sign-in.
    const { page, screens } = await start();
    await expect(screens.rows('Accounts')).toHaveCount(14);
    await screens.openAccount('Copper Kettle Coffee');
    await page.getByRole('button', { name: 'Invite people' }).click();
    await screens.fillPeople([rosa]);
    await screens.chooseMail(false);
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    expect(await screens.results()).toBe('1 invitation: 1 done.');
    await screens.closeResults();
    await expect(screens.row('Invitations', rosa.emailAddress)).toContainText('Viewer');

    await screens.goTo('Settings');
    await expect(page.getByText('In your computer’s keychain')).toBeVisible();
    await expect(page.getByText('for development only')).toHaveCount(
      (await isOfficialElectron(page)) ? 0 : 1,
    );
  } finally {
    for (const app of started) await app.kill();
  }
});

/** The system calls of the page's process go through a filter (seccomp mode 2), which only the sandbox sets up. */
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

/** Empty for a process that has ended meanwhile or belongs to somebody else. */
function readProcess(pid: string, file: 'cmdline' | 'status'): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8');
  } catch {
    return '';
  }
}

async function isOfficialElectron(page: Page): Promise<boolean> {
  const installed = z
    .object({ version: z.string() })
    .parse(createRequire(import.meta.url)('electron/package.json'));
  return (await page.evaluate(() => navigator.userAgent)).includes(`Electron/${installed.version}`);
}
