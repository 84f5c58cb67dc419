import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';
import { screensOf } from '../../support/desktop/screens';

/** A batch without rows. @returns its ID */
const newBatch = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const answer = await window.amc.batches.create({ name: wanted });
    return 'ok' in answer ? answer.ok.batch.batchId : '';
  }, name);

/** The window that opens meanwhile, once its page can be used. */
async function windowOpenedBy(electron: ElectronApplication, act: () => Promise<unknown>): Promise<Page> {
  const opening = electron.waitForEvent('window');
  await act();
  const page = await opening;
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

/** A cell of the batch that the window shows; both from 1. */
const cellOf = (page: Page, row: number, column: number): Locator =>
  page.locator(`.batch-grid [aria-rowindex="${String(row + 1)}"] > [aria-colindex="${String(column + 1)}"]`);

const email = (page: Page, row = 1): Locator => cellOf(page, row, 2);
const elsewhere = (page: Page): Locator => screensOf(page).text('Edited in another window');

async function openBatches({ page, screens }: StartedApp): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await expect(screens.heading('Batches')).toBeVisible();
}

/** Does something with the window that shows a page, as its frame would. */
const withWindow = (electron: ElectronApplication, page: Page, what: 'close' | 'crash'): Promise<void> =>
  electron.evaluate(
    ({ BrowserWindow }, { address, act }) => {
      const shown = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === address);
      if (act === 'crash') shown?.webContents.forcefullyCrashRenderer();
      else shown?.close();
    },
    { address: page.url(), act: what },
  );

const itemsOf = (electron: ElectronApplication, menu: string): Promise<readonly string[]> =>
  electron.evaluate(
    ({ Menu }, label) =>
      (Menu.getApplicationMenu()?.items.find((item) => item.label === label)?.submenu?.items ?? []).map(
        (item) => item.label,
      ),
    menu,
  );

test('a batch in two windows has one writer, and taking over loses nothing', async ({ signedInApp: app }) => {
  const { page, screens, electron } = app;
  const batchId = await newBatch(page, 'Launch & more');
  await openBatches(app);
  await screens.row('Batches', 'Launch & more').getByRole('cell').nth(3).click({ button: 'right' });
  const own = await windowOpenedBy(electron, () =>
    page.getByRole('menuitem', { name: 'Open in new window' }).click(),
  );
  await expect(screensOf(own).heading('Launch & more')).toBeVisible();
  await expect(own.getByRole('navigation')).toHaveCount(0);
  await expect.poll(() => itemsOf(electron, 'Window')).toContain('Launch && more – AMC Access Manager');

  // The main window only shows what the other one saves, also while a cell is open there.
  await page.getByRole('link', { name: 'Launch & more' }).click();
  await expect(elsewhere(page)).toBeVisible();
  await email(own).click();
  await own.keyboard.type('rosa@northwind-media.example');
  await expect(email(page)).toHaveText('rosa@northwind-media.example');
  await email(page).click();
  await page.keyboard.type('x');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  await expect(page.locator('.batch-grid input')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  const written = await page.evaluate(
    (id) => window.amc.batches.setRows({ batchId: id, rows: [], removed: ['row-00000'] }),
    batchId,
  );
  expect(written).toMatchObject({ error: { code: 'EDITED_ELSEWHERE' } });

  // What is being typed right now comes along.
  await own.keyboard.type('.org');
  await page.getByRole('button', { name: 'Edit here' }).click();
  await expect(elsewhere(own)).toBeVisible();
  await expect(elsewhere(page)).toHaveCount(0);
  await expect(email(page)).toHaveText('rosa@northwind-media.example.org');
  await expect(own.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await email(page, 2).click();
  await page.keyboard.type('tariq@northwind-media.example');
  await page.keyboard.press('Enter');
  await expect(email(own, 2)).toHaveText('tariq@northwind-media.example');

  // Its undo history is its own, and takes nothing of the other window back.
  await own.getByRole('button', { name: 'Edit here' }).click();
  await expect(elsewhere(own)).toHaveCount(0);
  await own.getByRole('button', { name: 'Undo' }).click();
  await expect(email(own)).toHaveText('tariq@northwind-media.example');
  await expect(own.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expect(email(page)).toHaveText('tariq@northwind-media.example');

  // Closing the window saves what is typed in it, and lets the other one edit.
  await email(own, 2).click();
  await own.keyboard.type('lee@northwind-media.example');
  await withWindow(electron, own, 'close');
  await expect(elsewhere(page)).toHaveCount(0);
  await expect(email(page, 2)).toHaveText('lee@northwind-media.example');
  await expect.poll(() => itemsOf(electron, 'Window')).toHaveLength(4);
});

test('a batch that another window edits isn’t renamed, copied or deleted from the list', async ({
  signedInApp: app,
}) => {
  const { page, screens, electron } = app;
  const batchId = await newBatch(page, 'Launch');
  await openBatches(app);
  const row = screens.row('Batches', 'Launch');
  const choose = async (action: string): Promise<void> => {
    await row.getByRole('cell').nth(3).click({ button: 'right' });
    await page.getByRole('menuitem', { name: action }).click();
  };
  const own = await windowOpenedBy(electron, () => choose('Open in new window'));
  await expect(email(own)).toBeVisible();
  await expect(elsewhere(own)).toHaveCount(0);

  // Deleting and copying do nothing, and lead to the window.
  for (const action of ['Delete', 'Duplicate']) {
    await choose(action);
    await expect(screens.text(/can’t be renamed, duplicated or deleted here/)).toBeVisible();
    await electron.evaluate(
      ({ BrowserWindow }, { address, clicked }) => {
        const edited = BrowserWindow.getAllWindows().find(
          ({ webContents }) => webContents.getURL() === address,
        );
        if (edited === undefined) throw new Error('no window');
        edited.focus = () => {
          process.env['SHOWN_AFTER'] = clicked;
        };
      },
      { address: own.url(), clicked: action },
    );
    await page.getByRole('button', { name: 'Show window' }).click();
    await expect.poll(() => electron.evaluate(() => process.env['SHOWN_AFTER'])).toBe(action);
    await page.getByRole('button', { name: 'Dismiss' }).click();
  }
  await expect(page.getByRole('link', { name: 'Launch' })).toHaveCount(1);

  // A new name is kept in its dialog, with the way out.
  await choose('Rename');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Spring');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog.getByRole('button', { name: 'Show window' })).toBeVisible();
  await expect(dialog.getByRole('textbox')).toHaveValue('Spring');
  await expect(screensOf(own).heading('Launch')).toBeVisible();
  const notified = await page.evaluate(
    (id) => window.amc.batches.setNotify({ batchId: id, notify: true }),
    batchId,
  );
  expect(notified).toMatchObject({ error: { code: 'EDITED_ELSEWHERE' } });

  // Once it isn't edited there, the same click works. A window closes when what was typed in it is saved.
  await withWindow(electron, own, 'close');
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1);
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(screens.row('Batches', 'Spring')).toBeVisible();
});

test('a batch that is opened from where it is edited moves along; a crash of its window frees it', async ({
  signedInApp: app,
}) => {
  const { page, screens, electron } = app;
  await newBatch(page, 'Onboarding');
  await openBatches(app);
  await page.getByRole('link', { name: 'Onboarding' }).click();
  await email(page).click();
  await page.keyboard.type('rosa@northwind-media.example');
  const own = await windowOpenedBy(electron, () =>
    page.getByRole('button', { name: 'Open in new window' }).click(),
  );
  await expect(elsewhere(page)).toBeVisible();
  await expect(email(own)).toHaveText('rosa@northwind-media.example');
  await email(own, 2).click();
  await own.keyboard.type('lee@northwind-media.example');
  await own.keyboard.press('Enter');
  await expect(email(page, 2)).toHaveText('lee@northwind-media.example');

  // Opened again, it comes forward instead of a third one.
  await page.getByRole('button', { name: 'Open in new window' }).click();
  await withWindow(electron, own, 'crash');
  await expect(elsewhere(page)).toHaveCount(0);
  await email(page, 3).click();
  await page.keyboard.type('tariq@northwind-media.example');
  await page.keyboard.press('Enter');
  await expect(screens.text('Saved', { exact: true })).toBeVisible();
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);
});

test('a person’s page in a separate window stays current, follows settings, and leads to the main window', async ({
  startSignedIn,
  amazon,
}) => {
  const app = await startSignedIn(await amazon('Northwind'));
  const { page, screens, electron } = app;
  const batchId = await newBatch(page, 'Onboarding');
  await page.evaluate(() => {
    location.hash = '#/people/rosa.lind%40northwind-media.example';
  });
  await expect(screens.heading('rosa.lind@northwind-media.example')).toBeVisible();
  const own = await windowOpenedBy(electron, () =>
    page.getByRole('button', { name: 'Open in new window' }).click(),
  );
  const ownScreens = screensOf(own);
  await page.evaluate(async (id) => {
    const row = {
      ...{ rowId: 'row-00001', position: 1, emailAddress: 'rosa.lind@northwind-media.example' },
      ...{ userName: 'Rosa Lind', note: 'Live', account: null, accountText: '', role: 'viewer' },
      instances: '',
    };
    await window.amc.batches.setRows({ batchId: id, rows: [row], removed: [] });
  }, batchId);
  for (const each of [screens, ownScreens]) {
    await expect(each.row('Batches', 'Onboarding')).toContainText('Live');
  }

  // Keys and settings work in each window.
  await own.keyboard.press('Control+k');
  await own.keyboard.type('dark theme');
  await own.keyboard.press('Enter');
  for (const each of [page, own]) await expect(each.locator('body')).toHaveClass(/dark/);

  // Another page is shown in the main window.
  await ownScreens.row('Batches', 'Onboarding').getByRole('link', { name: 'Onboarding' }).click();
  await expect(screens.heading('Onboarding')).toBeVisible();
  await expect(ownScreens.heading('rosa.lind@northwind-media.example')).toBeVisible();
  await own.keyboard.press('Control+3');
  await expect(screens.heading('Invitations')).toBeVisible();
  await expect(ownScreens.heading('rosa.lind@northwind-media.example')).toBeVisible();

  // A click with Ctrl opens a batch beside it, as a browser does with a link.
  await openBatches(app);
  const batch = await windowOpenedBy(electron, () =>
    page.getByRole('link', { name: 'Onboarding' }).click({ modifiers: ['ControlOrMeta'] }),
  );
  await expect(screensOf(batch).heading('Onboarding')).toBeVisible();
  await expect(screens.heading('Batches')).toBeVisible();

  // The app ends with the main window.
  const ended = new Promise((resolve) => electron.process().once('exit', resolve));
  await withWindow(electron, page, 'close');
  await ended;
});

test('a further window is as strict as the main one: nothing hostile can be opened in it', async ({
  signedInApp: app,
}) => {
  const { page, electron } = app;
  const own = await windowOpenedBy(electron, () =>
    page.evaluate(() => window.amc.windows.open({ path: '/people/rosa%40northwind-media.example' })),
  );
  const before = own.url();
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,hello']) {
    await own.evaluate((to) => {
      location.href = to;
    }, address);
  }
  const inPage = await own.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com';
    document.body.append(frame);
    return {
      opened: window.open('https://example.com'),
      ours: window.open('app://amc/index.html#/settings'),
      info: Object.keys(await window.amc.app.info()),
      other: await window.amc.windows.open({ path: '/settings' }),
      node: typeof (globalThis as Record<string, unknown>)['require'],
    };
  });
  expect(inPage).toMatchObject({ opened: null, ours: null, info: ['ok'], node: 'undefined' });
  expect(inPage.other).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  expect(own.url()).toBe(before);
  const windows = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
    ),
  );
  expect(windows).toHaveLength(2);
  for (const preferences of windows) {
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
    expect(preferences['webviewTag']).not.toBe(true);
  }
});
