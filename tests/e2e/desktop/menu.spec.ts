import { writeFile } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../../support/desktop/fixture';

/** Chooses an item of the native menu, as a click there does. The page has acted on it when this resolves. */
async function choose(electron: ElectronApplication, menu: string, item: string): Promise<void> {
  const isThere = await electron.evaluate(
    ({ Menu }, labels) => {
      const top = Menu.getApplicationMenu()?.items.find(({ label }) => label === labels.menu);
      const found = top?.submenu?.items.find(({ label }) => label === labels.item);
      found?.click();
      return found !== undefined;
    },
    { menu, item },
  );
  expect(isThere).toBe(true);
  // Electron hands a page what it sends in order; a key from the test would come another way, and perhaps earlier.
  await electron.evaluate(({ BrowserWindow }) =>
    Promise.all(BrowserWindow.getAllWindows().map(({ webContents }) => webContents.executeJavaScript('0'))),
  );
}

test('the menu does from any screen what the screens do, and goes back and forward', async ({
  signedInApp,
}) => {
  const { page, screens, electron } = signedInApp;
  await screens.goTo('Home');
  await choose(electron, 'Go', 'Invitations');
  await expect(screens.heading('Invitations')).toBeVisible();
  await choose(electron, 'Go', 'Back');
  await expect(screens.heading('Home')).toBeVisible();
  await choose(electron, 'Go', 'Forward');
  await expect(screens.heading('Invitations')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(screens.heading('Home')).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(screens.heading('Invitations')).toBeVisible();
  await page.evaluate(() => document.dispatchEvent(new MouseEvent('mouseup', { button: 3 })));
  await expect(screens.heading('Home')).toBeVisible();
  await page.evaluate(() => document.dispatchEvent(new MouseEvent('mouseup', { button: 4 })));
  await expect(screens.heading('Invitations')).toBeVisible();

  await choose(electron, 'Edit', 'Find in List');
  await expect(page.getByRole('searchbox', { name: 'Find invitations' })).toBeFocused();
  await choose(electron, 'File', 'Export…');
  await expect(page.getByRole('menuitem', { name: 'CSV' })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(electron, 'File', 'Invite People…');
  await expect(screens.heading('Invite people')).toBeVisible();
  await choose(electron, 'Edit', 'Find Anything…');
  await expect(page.getByRole('combobox', { name: /^Find people, accounts/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await choose(electron, 'File', 'New Batch');
  await expect(screens.heading(/^New batch/)).toBeVisible();
});

/** Whether “Export…” in the native menu can be used. */
const isExportEnabled = (electron: ElectronApplication): Promise<boolean> =>
  electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('export')?.enabled ?? false);

test('Export in the menu is gray where there is nothing to export', async ({ signedInApp }) => {
  const { page, screens, electron } = signedInApp;
  const expectExport = (enabled: boolean) => expect.poll(() => isExportEnabled(electron)).toBe(enabled);
  await expectExport(false);
  await screens.goTo('Invitations');
  await expectExport(true);
  await page.getByRole('searchbox', { name: 'Find invitations' }).fill('nobody is called this');
  await expectExport(false);
  await page.getByRole('button', { name: 'Show all pending' }).click();
  await expectExport(true);
  await choose(electron, 'File', 'New Batch');
  await expect(screens.heading(/^New batch/)).toBeVisible();
  await expectExport(false);
});

test('what is new is shown, and while a dialog is open the menu leads nowhere', async ({ signedInApp }) => {
  const { page, screens, electron } = signedInApp;
  await screens.goTo('Home');
  await choose(electron, 'Help', 'What’s New');
  const dialog = screens.dialog('What’s new');
  await expect(dialog.getByRole('heading', { name: 'Added' }).first()).toBeVisible();
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await choose(electron, 'Go', 'Accounts');
  await choose(electron, 'Help', 'Keyboard Shortcuts');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(screens.heading('Home')).toBeVisible();
  await choose(electron, 'Help', 'Checklist for Your First Real Account');
  const checklist = screens.dialog('Checklist for your first real account');
  await expect(checklist.getByRole('heading', { name: /^Sign in and read/ })).toBeVisible();
  await expect(checklist.getByRole('listitem').first()).toBeVisible();
  await checklist.getByRole('button', { name: 'Copy observations' }).click();
  await expect(checklist.getByText('Nothing was sent.')).toBeVisible();
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toContain('## Observations');
  await page.keyboard.press('Escape');
  await expect(checklist).toHaveCount(0);
  await choose(electron, 'Help', 'Keyboard Shortcuts');
  await expect(screens.dialog('Keyboard shortcuts')).toBeVisible();
});

test('a list is imported from the menu into a new batch', async ({ signedInApp }, testInfo) => {
  const { screens, electron } = signedInApp;
  const file = testInfo.outputPath('people.csv');
  await writeFile(file, 'Email,Name,Role\nrosa.lind@northwind-media.example,Rosa Lind,Viewer\n');
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await choose(electron, 'File', 'Import a List…');
  await expect(screens.text(/people\.csv/).first()).toBeVisible();
});
