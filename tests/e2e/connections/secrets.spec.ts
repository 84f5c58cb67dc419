import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import keytar from 'keytar';
import { expect, test } from '../../support/desktop/fixture';
import { secretOf } from '../../support/fixtures/memoryKeychain';

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
  const [connection] = await page.evaluate(async () => {
    const answer = await window.amc.connections.list();
    return 'ok' in answer ? answer.ok.connections : [];
  });
  const stored = await keytar.findCredentials('AMC Access Manager');
  const ours = stored.filter(({ account }) => account.startsWith(`${connection?.connectionId ?? 'none'}/`));
  // Compared to true, because a failed comparison of the values would print them.
  expect(ours.every(({ password }) => secrets.includes(secretOf(password)))).toBe(true);
  expect(ours.map(({ account }) => account.split('/')[1]).toSorted()).toEqual([
    'client-secret',
    'refresh-token',
  ]);

  const places = {
    'what crossed the bridge': await crossed(),
    'the page’s memory': await heapOf(page),
    'what the program printed': readFileSync(logFile, 'utf8'),
    'the user-data folder': filesOf(userData),
  };
  expect(places['what crossed the bridge']).toContain('Copper Kettle Coffee');
  expect(places['the page’s memory']).toContain('Northwind');
  for (const [place, text] of Object.entries(places)) {
    // The client secret was typed into the page, so that one string was put there by the person.
    const mustNotBeThere = place === 'the page’s memory' ? secrets.filter(isToken) : secrets;
    for (const secret of mustNotBeThere) expect(text.includes(secret), `a secret in ${place}`).toBe(false);
  }
  await quit();
  for (const secret of secrets) expect(filesOf(userData).includes(secret)).toBe(false);
});

const isToken = (secret: string): boolean => secret.startsWith('Atz');

/** Records every answer and event that main sends to the page from now on. */
async function recordBridge(electron: ElectronApplication): Promise<() => Promise<string>> {
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

/** Everything in the page's JavaScript heap, as a snapshot. */
async function heapOf(page: Page): Promise<string> {
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
