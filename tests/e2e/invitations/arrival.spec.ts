import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { electronProgram } from '../../support/desktop/app';
import { projectRoot } from '../../support/projectRoot';
import { expect } from '../../support/desktop/fixture';
import { test } from '../../support/desktop/livelyDesktop';

const run = promisify(execFile);
const linkTo = (invitationId: string): string => `amc-access://redeem/${invitationId}?region=eu`;
const appTitle = 'AMC Access Manager';

/** The process that holds the profile; Chromium records it as `<host>-<pid>`. */
const holderOf = (userData: string): number =>
  Number(readlinkSync(join(userData, 'SingletonLock')).split('-').at(-1));

/** How many sockets the profile's holder uses to hear from others: its own, and one for each caller. */
function socketsOf(userData: string): number {
  const path = readlinkSync(join(userData, 'SingletonSocket'));
  return readFileSync('/proc/net/unix', 'utf8')
    .split('\n')
    .filter((line) => line.endsWith(` ${path}`)).length;
}

/**
 * Separate personal folders for this test, so that the desktop's default programs aren't those of the person here. A start
 * without switches finds the test's profile there.
 */
const ownFolders = test.extend<{ readonly folders: Readonly<Record<string, string>> }>({
  folders: async ({ userData }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'amc-folders-'));
    const env = { XDG_CONFIG_HOME: join(folder, 'config'), XDG_DATA_HOME: join(folder, 'data') };
    for (const made of Object.values(env)) mkdirSync(made);
    symlinkSync(userData, join(env.XDG_CONFIG_HOME, appTitle));
    await use(env);
    rmSync(folder, { recursive: true, force: true });
  },
});

ownFolders(
  'a link arrives once and only waits: app closed, starting, running, minimised; also over a restart',
  async ({ windows, start, folders, userData }) => {
    /** As the system starts the app for a link, while it is already running. Resolves when this second process has ended. */
    const open = async (...args: readonly string[]): Promise<void> => {
      const second = spawn(electronProgram(), [`--user-data-dir=${userData}`, projectRoot, ...args], {
        stdio: 'ignore',
      });
      const [code] = (await once(second, 'exit')) as [number | null];
      expect(code).toBe(0);
    };

    const starting = start({ link: linkTo('inv-closed'), env: folders });
    await expect(() => {
      expect(socketsOf(userData)).toBe(1);
      process.kill(holderOf(userData), 'SIGSTOP');
    }).toPass({ intervals: [5] });
    // Paused at this point, so that the second process certainly comes before there is a window.
    const handedOver = open(linkTo('inv-starting'));
    await expect.poll(() => socketsOf(userData)).toBe(2);
    expect(await windows.titles(appTitle)).toEqual([]);
    process.kill(holderOf(userData), 'SIGCONT');
    await handedOver;
    const { page, screens, quit } = await starting;
    const rows = screens.rows('Invitations to redeem');
    const row = (invitationId: string) => rows.filter({ hasText: invitationId });
    await expect(screens.heading('Redeem')).toBeVisible();
    await expect(rows).toHaveCount(2);
    await expect(row('inv-closed')).toHaveCount(1);
    await expect(row('inv-starting')).toHaveCount(1);

    await page.evaluate(() => {
      location.hash = '#/settings';
    });
    await page.getByRole('button', { name: 'Open such links with this app' }).click();
    await expect(screens.text(/^Open this app\. The invitation/)).toBeVisible();
    const desktop = { ...process.env, ...folders, XDG_CURRENT_DESKTOP: 'X-Generic' };
    await Promise.all([
      run('xdg-open', [linkTo('inv-by-desktop')], { env: desktop }),
      open(linkTo('inv-running')),
      open(linkTo('inv-running')),
    ]);
    await expect(screens.heading('Redeem')).toBeVisible();
    await expect(rows).toHaveCount(4);

    await windows.minimise(appTitle);
    await expect.poll(windows.inFront).toBe('');
    await open('--inspect=0', linkTo('inv-minimised'), linkTo('inv-not-this-one'));
    await expect.poll(windows.inFront).toMatch(/^Redeem/);
    await expect(rows).toHaveCount(5);
    for (const id of ['inv-by-desktop', 'inv-running', 'inv-minimised']) await expect(row(id)).toHaveCount(1);

    await open('amc-access://redeem/%00?region=mars');
    await expect(screens.text('A link you opened couldn’t be read')).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(screens.text('A link you opened couldn’t be read')).toHaveCount(0);
    await quit();

    const again = await start();
    await again.page.keyboard.press('Control+6');
    await expect(again.screens.rows('Invitations to redeem')).toHaveCount(5);
  },
);
