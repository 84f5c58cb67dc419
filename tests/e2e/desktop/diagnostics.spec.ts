import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../../support/desktop/fixture';

const clipboardOf = (electron: ElectronApplication): Promise<string> =>
  electron.evaluate(({ clipboard }) => clipboard.readText());
const logsIn = (userData: string): string[] => readdirSync(join(userData, 'logs'));

test('diagnostics include what support needs and no name, address, label or secret; a crash of the page is reported in its window, and reloading restores everything', async ({
  startSignedIn,
  amazon,
  userData,
}) => {
  const northwind = await amazon('Northwind');
  const { electron, page, screens } = await startSignedIn(northwind);
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Invite people' }).click();
  const rosa = {
    emailAddress: 'rosa@northwind-media.example',
    userName: 'Rosa Lind',
    role: 'viewer',
  } as const;
  await screens.fillPeople([rosa]);
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  await screens.results();
  await screens.closeResults();
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(screens.text('Copied, without secrets')).toBeVisible();

  const diagnostics = await clipboardOf(electron);
  for (const fact of [
    'Electron ',
    'access.db: ',
    'invitations: ',
    'amazon, eu, signedIn',
    'create done',
    'os-keychain',
  ]) {
    expect(diagnostics).toContain(fact);
  }
  const log = readFileSync(join(userData, 'logs/app.log'), 'utf8');
  expect(log).toMatch(/Operations: 1 × create done, Amazon’s request ID \S+/);
  const mustNotBeThere = [
    'Northwind',
    'Copper Kettle',
    'Dana',
    'Rosa',
    '@',
    'code=',
    'state=',
    ...northwind.secrets(),
  ];
  for (const text of [diagnostics, log]) {
    // Compared to false, because a failed comparison of the values would print them.
    expect(mustNotBeThere.some((secret) => text.includes(secret))).toBe(false);
  }

  await page.getByRole('button', { name: 'Copy observations' }).click();
  await expect(screens.text('Copied, without any value of an answer.')).toBeVisible();
  const observations = await clipboardOf(electron);
  for (const fact of [
    '### Sandbox or own endpoint: POST /user-invitations → 200 (1)',
    'GET /amc/accounts',
    'x-amzn-requestid',
    'invitationId: text ',
    'emailAddress: text a{',
  ]) {
    expect(observations).toContain(fact);
  }
  const values = [...mustNotBeThere.filter((text) => text !== '@'), 'rosa', 'PENDING', 'viewer', 'ENTITY'];
  expect(values.some((value) => observations.includes(value))).toBe(false);

  await electron.evaluate(async ({ clipboard, dialog, Menu }) => {
    await clipboard.writeText('');
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === 'Copy Diagnostics')?.click();
  });
  await expect.poll(() => clipboardOf(electron)).toContain('## Program');

  await test.step('a crash of the page', async () => {
    await electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await expect(page.getByRole('heading', { name: 'This window has stopped working' })).toBeVisible();
    expect(await page.evaluate(() => window.amc.connections.list())).toMatchObject({
      error: { code: 'UNTRUSTED_SENDER' },
    });
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(screens.heading('Home')).toBeVisible();
    expect(readFileSync(join(userData, 'logs/app.log'), 'utf8')).toMatch(/error The page ended: \w+/);
  });
});

for (const [answer, index] of [
  ['Quit', 1],
  ['Reopen', 0],
] as const) {
  test(`a crash of the program writes a report; the person selects ${answer}`, async ({
    start,
    userData,
    logFile,
  }) => {
    const { electron } = await start();
    // Not before everything it printed has arrived.
    const ended = once(electron.process(), 'close');
    await electron.evaluate(({ app, dialog }, button) => {
      app.relaunch = () => console.log('relaunched');
      dialog.showMessageBoxSync = (...parameters: unknown[]) => {
        console.log(JSON.stringify(parameters));
        return button;
      };
      setImmediate(() => {
        throw new Error('Atzr|a-secret of dana@northwind-media.example "Rosa Lind"');
      });
    }, index);
    const [code] = (await ended) as [number | null];
    expect(code).toBe(1);
    const messages = readFileSync(logFile, 'utf8').split('\n');
    expect(messages.filter((line) => line.includes('A report was written to'))).toHaveLength(1);
    expect(messages.includes('relaunched')).toBe(answer === 'Reopen');
    const [name, ...others] = logsIn(userData).filter((file) => file.startsWith('crash-'));
    expect(others).toEqual([]);
    const report = readFileSync(join(userData, 'logs', name ?? ''), 'utf8');
    expect(report).toContain('The program failed');
    expect(report).toMatch(/Error\n\s*at /);
    expect(report).toContain('Started: AMC Access Manager');
    expect(report).not.toMatch(/Atzr|northwind|Rosa/);
  });
}
