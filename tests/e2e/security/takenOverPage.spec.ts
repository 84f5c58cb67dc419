import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '../../support/desktop/fixture';
import { test } from '../../support/desktop/livelyDesktop';

// What a page that runs somebody else's script can't do alone, though it may call everything on the bridge.

const run = promisify(execFile);
/** Presses a key in the focused window, like a keyboard. */
const press = (key: string) => run('xdotool', ['key', key]);

const amazonsPage = 'https://advertising.amazon.com/';

/** Records the addresses that would be opened in the browser from now on, instead of opening them. */
async function watchBrowser(electron: ElectronApplication): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, {
      openExternal: (address: string) => {
        opened.push(address);
        return Promise.resolve();
      },
    });
  });
  return () => electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
}

/** As a script in the page would: without input. @returns the error code, or the pending address */
const signInByScript = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const added = await window.amc.connections.addSandbox({});
    if ('error' in added) return added.error.code;
    const { connectionId } = added.ok.connection;
    const signedIn = window.amc.connections.signIn({ connectionId });
    const pending = async (): Promise<string> => {
      for (;;) {
        const listed = await window.amc.connections.list();
        const link =
          'ok' in listed
            ? listed.ok.connections.find((each) => each.connectionId === connectionId)?.pendingSignIn
            : null;
        if (link) return 'pending';
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    return Promise.race([
      signedIn.then((answer) => ('error' in answer ? answer.error.code : 'signed in')),
      pending(),
    ]);
  });

test('a script can’t open a page in the browser, by command or window, until a person does something', async ({
  start,
}) => {
  const { electron, page } = await start();
  const opened = await watchBrowser(electron);
  const openWindow = () => page.evaluate((address) => void window.open(address), amazonsPage);

  expect(await signInByScript(page)).toBe('INPUT_NEEDED');
  await openWindow();
  await page.evaluate(() => {
    document.querySelector('h1')?.click();
  });
  // Moving the mouse over the window or scrolling doesn't count.
  await page.mouse.move(300, 300);
  await page.mouse.move(400, 350);
  await page.mouse.wheel(0, 100);
  expect(await signInByScript(page)).toBe('INPUT_NEEDED');
  expect(await opened()).toEqual([]);

  await page.getByRole('heading', { level: 1 }).first().click();
  await openWindow();
  await expect.poll(opened).toEqual([amazonsPage]);
  expect(await signInByScript(page)).toBe('pending');
  await expect.poll(opened).toHaveLength(2);
});

test('when a screen reader may act for a person, they are asked before the browser opens', async ({
  start,
}) => {
  const { electron, page } = await start();
  const opened = await watchBrowser(electron);
  await electron.evaluate(({ app, dialog }) => {
    app.setAccessibilitySupportEnabled(true);
    const requests: string[] = [];
    Object.assign(globalThis, { requests });
    const answers = [0, 1];
    Object.assign(dialog, {
      showMessageBox: (...args: readonly unknown[]) => {
        requests.push((args.at(-1) as { readonly message: string }).message);
        return Promise.resolve({ response: answers.shift(), checkboxChecked: false });
      },
    });
  });
  expect(await signInByScript(page)).toBe('INPUT_NEEDED');
  expect(await opened()).toEqual([]);
  expect(await signInByScript(page)).toBe('pending');
  await expect.poll(opened).toHaveLength(1);
  expect(await electron.evaluate(() => (globalThis as unknown as { requests: string[] }).requests)).toEqual([
    'Open your browser?',
    'Open your browser?',
  ]);
});

test('servers that aren’t Amazon’s are used only after a person agrees in a system dialog', async ({
  start,
  windows,
}) => {
  const { page } = await start({ leavesServersToTest: true });
  await expect.poll(windows.inFront).toMatch(/AMC Access Manager$/);
  const appTitle = await windows.inFront();
  const add = () =>
    page.evaluate(async () => {
      const server = 'https://login.acme.example';
      const answer = await window.amc.connections.add({
        label: 'Acme',
        region: 'na',
        clientId: 'amzn1.application-oa2-client.acme',
        endpoints: {
          authorizeUrl: `${server}/ap/oa`,
          tokenUrl: `${server}/token`,
          profileUrl: `${server}/profile`,
          apiUrl: server,
        },
      });
      return 'error' in answer ? answer.error.code : answer.ok.connection.realm;
    });
  const labels = () =>
    page.evaluate(async () => {
      const listed = await window.amc.connections.list();
      return 'ok' in listed ? listed.ok.connections.map(({ label }) => label) : [];
    });
  const dialogShows = () => expect.poll(windows.inFront).not.toBe(appTitle);

  // Enter is Cancel, and so is closing the dialog.
  for (const key of ['Return', 'Escape']) {
    const refused = add();
    await dialogShows();
    expect(await labels()).toEqual([]);
    await press(key);
    expect(await refused).toBe('NOT_CONFIRMED');
    expect(await labels()).toEqual([]);
    await expect.poll(windows.inFront).toBe(appTitle);
  }

  const agreed = add();
  await dialogShows();
  await press('Tab');
  await press('Return');
  expect(await agreed).toBe('https://login.acme.example');
  expect(await labels()).toEqual(['Acme']);
});
