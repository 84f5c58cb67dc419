import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { electronProgram, projectRoot } from '../support/desktop/app';
import { expect, test } from '../support/desktop/fixture';

test('the page is sandboxed and has no Node, no network and no way out', async ({ start }) => {
  const { electron, page } = await start();
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (window?.webContents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });

  const inPage = await page.evaluate(async () => {
    const opened = window.open('https://example.com');
    const fetched = await fetch('https://advertising-api.amazon.com').then(
      () => 'fetched',
      () => 'blocked',
    );
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com';
    document.body.append(frame);
    return {
      node: typeof (globalThis as Record<string, unknown>)['process'],
      require: typeof (globalThis as Record<string, unknown>)['require'],
      opened: opened === null,
      fetched,
      bridge: Object.keys((globalThis as unknown as { amc: object }).amc).toSorted(),
    };
  });
  expect(inPage).toEqual({
    node: 'undefined',
    require: 'undefined',
    opened: true,
    fetched: 'blocked',
    bridge: ['accounts', 'app', 'connections', 'events', 'invitations', 'outbox', 'settings'],
  });

  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  expect(page.url()).toBe(before);
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a stranger’s window with the very same preload gets no answer from any channel', async ({ start }) => {
  const { electron } = await start();
  const preload = join(projectRoot, 'dist/preload/index.cjs');
  const answers = await electron.evaluate(async ({ BrowserWindow }, preloadFile) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: preloadFile, sandbox: true },
    });
    await stranger.loadURL('app://amc/index.html');
    const result: unknown = await stranger.webContents.executeJavaScript(
      `(async () => {
        const { events, ...areas } = window.amc;
        const calls = Object.values(areas).flatMap((area) => Object.values(area));
        return Promise.all(calls.map((call) => call({})));
      })()`,
    );
    stranger.destroy();
    return result as { error?: { code: string } }[];
  }, preload);
  expect(answers.length).toBeGreaterThan(15);
  expect(new Set(answers.map(({ error }) => error?.code))).toEqual(new Set(['UNTRUSTED_SENDER']));
});

test('a second start shows the window of the first and ends', async ({ start, userData }) => {
  const { electron } = await start();
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(electronProgram(), [`--user-data-dir=${userData}`, projectRoot], { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
});

test('the window comes back where and as large as it was', async ({ start }) => {
  const first = await start();
  const bounds = { x: 120, y: 90, width: 1111, height: 777 };
  await first.electron.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
    bounds,
  );
  await first.quit();
  const second = await start();
  const restored = await second.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(restored).toMatchObject({ width: bounds.width, height: bounds.height });
});
