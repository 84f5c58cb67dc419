import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { projectRoot } from '../../support/projectRoot';
import { expect, test } from '../../support/desktop/fixture';

// At least one test for each applicable item of Electron's security checklist; docs/security.md has the list.

const preferencesOf = (electron: ElectronApplication): Promise<Record<string, unknown>> =>
  electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (
      window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
  });

test('the window is created with the strict settings, none of them loosened', async ({ welcomeApp }) => {
  const { electron } = welcomeApp;
  const preferences = await preferencesOf(electron);
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  expect(preferences['webviewTag']).not.toBe(true);
  expect(preferences['webSecurity']).not.toBe(false);
  expect(preferences['allowRunningInsecureContent']).not.toBe(true);
  expect(preferences['experimentalFeatures']).not.toBe(true);
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
});

test('Chromium’s own sandbox is on', async ({ welcomeApp }) => {
  test.skip(process.platform !== 'linux', 'read from /proc');
  const { electron, page } = welcomeApp;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const seccomp = await electron.evaluate(({ BrowserWindow }) => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    return /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  });
  // 2 = filtered
  expect(seccomp).toBe('2');
});

test('the page is loaded through our own scheme, with a policy that allows its own files and nothing else', async ({
  welcomeApp,
}) => {
  const { electron, page } = welcomeApp;
  expect(new URL(page.url()).protocol).toBe('app:');
  const policy = await electron.evaluate(async ({ session }) => {
    const answer = await session.defaultSession.fetch('app://amc/index.html');
    return answer.headers.get('content-security-policy') ?? '';
  });
  const directives = new Map(
    policy.split('; ').map((directive) => directive.split(/ (.*)/s) as [string, string]),
  );
  expect(Object.fromEntries(directives)).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'none'",
  });
  expect(policy).not.toMatch(/unsafe|\*|https?:/);

  const ranInline = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.head.append(script);
    const element = document.createElement('div');
    element.setAttribute('onclick', 'window.ranInline = true');
    element.click();
    return 'ranInline' in window;
  });
  expect(ranInline).toBe(false);
});

test('a file outside the page’s folder is not served', async ({ welcomeApp }) => {
  const { electron } = welcomeApp;
  const statuses = await electron.evaluate(async ({ session }) => {
    const addresses = [
      'app://amc/../main/index.js',
      'app://amc/%2e%2e/main/index.js',
      'app://amc/..%2f..%2fpackage.json',
      'app://amc/%00',
      'app://amc/%',
      'app://other/index.html',
      'app://amc/',
    ];
    return Promise.all(
      addresses.map((address) =>
        session.defaultSession.fetch(address).then(
          ({ status }) => status,
          () => 404,
        ),
      ),
    );
  });
  expect(statuses).toEqual(statuses.map(() => 404));
});

test('a name with a direction mark leaves the text beside it as it is', async ({ welcomeApp }) => {
  const places = await welcomeApp.page.evaluate(() => {
    const line = document.createElement('p');
    const name = document.createElement('span');
    name.className = 'breaks-anywhere';
    name.textContent = 'Eve\u202E';
    line.append('Invited by ', name, ' as admin');
    document.body.append(line);
    const text = line.lastChild;
    const lefts = [1, 2].map((index) => {
      const range = document.createRange();
      if (text !== null) {
        range.setStart(text, index);
        range.setEnd(text, index + 1);
      }
      return range.getBoundingClientRect().left;
    });
    line.remove();
    return lefts;
  });
  // The "a" of "as" is left of its "s".
  expect(places[0]).toBeLessThan(places[1] ?? 0);
});

test('every permission except writing to the clipboard is denied', async ({ welcomeApp }) => {
  const { page } = welcomeApp;
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    const query = (name: string) => navigator.permissions.query({ name: name as PermissionName });
    const answers = await Promise.all(
      names.map((name) =>
        query(name).then(
          ({ state }) => state,
          () => 'denied',
        ),
      ),
    );
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    return [...answers, media];
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('no webview, frame of another origin or new window can be created', async ({ welcomeApp }) => {
  const { electron, page } = welcomeApp;
  await page.evaluate(() => {
    const webview = document.createElement('webview');
    webview.setAttribute('src', 'https://example.com');
    document.body.append(webview);
    const link = document.createElement('a');
    link.href = 'https://example.com';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  });
  const contents = await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  expect(contents).toBe(1);
  expect(page.frames()).toHaveLength(1);
});

test('the page is sandboxed, without Node, network or any escape', async ({ welcomeApp }) => {
  const { electron, page } = welcomeApp;
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
    bridge: [
      'accounts',
      'activity',
      'app',
      'approvals',
      'batches',
      'connections',
      'directory',
      'events',
      'instances',
      'invitations',
      'leavers',
      'members',
      'outbox',
      'people',
      'redeem',
      'settings',
      'team',
      'windows',
    ],
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

test('another window with the same preload gets no answer from any channel', async ({ welcomeApp }) => {
  const { electron } = welcomeApp;
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
