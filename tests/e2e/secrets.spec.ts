import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import keytar from 'keytar';
import { expect, test } from '../support/desktop/fixture';

test('tokens and the client secret are in the keychain and nowhere else', async ({
  start,
  amazon,
  userData,
  logFile,
}) => {
  test.slow(); // a heap snapshot is large
  const northwind = await amazon('Northwind');
  const { electron, page, screens, quit } = await start();
  const crossed = await recordBridge(electron);
  await screens.connectAndSignIn(northwind.form, { identity: 'dana', decision: 'allow' });
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  await screens.goTo('Settings');

  const secrets = [...new Set(northwind.secrets())];
  expect(secrets.length).toBeGreaterThanOrEqual(3);
  const stored = await keytar.findCredentials('AMC Access Manager');
  const kept = stored.map(({ password }) => password).filter((password) => secrets.includes(password));
  expect(kept).toHaveLength(2);

  const places = {
    'what crossed the bridge': await crossed(),
    'the page’s memory': await heapOf(page),
    'what the program printed': readFileSync(logFile, 'utf8'),
    'the user-data folder': filesOf(userData),
  };
  expect(places['what crossed the bridge']).toContain('Copper Kettle Coffee');
  expect(places['the page’s memory']).toContain('Northwind');
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets) expect(text.includes(secret), `a secret in ${place}`).toBe(false);
  }
  await quit();
  for (const secret of secrets) expect(filesOf(userData).includes(secret)).toBe(false);
});

type Electron = Awaited<ReturnType<typeof import('../support/desktop/app').startApp>>['electron'];

/** Records every answer and event that main sends to the page from now on. */
async function recordBridge(electron: Electron): Promise<() => Promise<string>> {
  await electron.evaluate(({ ipcMain, webContents }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenOnBridge: seen });
    // Electron keeps its handlers here; there is no public way to listen to answers.
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...parameters: unknown[]) => Promise<unknown>>;
    };
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (...parameters) => {
        const answer = await handler(...parameters);
        seen.push(JSON.stringify([channel, answer]));
        return answer;
      });
    }
    for (const contents of webContents.getAllWebContents()) {
      const send = contents.send.bind(contents);
      contents.send = (channel: string, ...parameters: unknown[]) => {
        seen.push(JSON.stringify([channel, parameters]));
        send(channel, ...parameters);
      };
    }
  });
  return () =>
    electron.evaluate(() => (globalThis as unknown as { seenOnBridge: string[] }).seenOnBridge.join('\n'));
}

/** Everything the page's JavaScript holds, as a heap snapshot. */
async function heapOf(page: import('@playwright/test').Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

function filesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
}
