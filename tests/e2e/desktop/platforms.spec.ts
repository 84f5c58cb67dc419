import { join } from 'node:path';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import { takeOwnership } from '../../../main/storage/dataPlace/owner';
import { expect, test } from '../../support/desktop/fixture';
import { writeMigratedDatabase } from '../../support/fixtures/migratedDatabase';

test('data that another computer used is reported, once', async ({ start, userData }) => {
  // As if the folder had been opened elsewhere, and not closed there.
  const file = join(userData, 'access.db');
  writeMigratedDatabase(file);
  const db = openDatabase(file);
  takeOwnership(db, { machine: 'another', name: 'LAPTOP-2' }, 1764320000000);
  closeDatabase(db);

  const first = await start();
  await expect(first.screens.notices()).toContainText('last used on another computer, LAPTOP-2');
  await expect(first.screens.notices()).toContainText('may still be open');
  await first.quit();

  const second = await start();
  await expect(second.screens.heading('Welcome to AMC Access Manager')).toBeVisible();
  await expect(second.screens.notices()).not.toContainText('another computer');
});

test('in high contrast the selection in a batch and in the palette is visible', async ({ signedInApp }) => {
  const { page } = signedInApp;
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  const cell = (row: number, column: number) =>
    page.locator(
      `.batch-grid [aria-rowindex="${String(row + 1)}"] > [aria-colindex="${String(column + 1)}"]`,
    );
  const backOf = (row: number, column: number): Promise<string> =>
    cell(row, column).evaluate((element) => getComputedStyle(element).backgroundColor);
  await cell(1, 1).click();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await backOf(1, 1)) === (await backOf(1, 3))).toBe(false);
  expect(await backOf(1, 2)).toBe(await backOf(1, 1));

  await page.keyboard.press('Control+k');
  const options = page.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  const backs = await options.evaluateAll((each) =>
    each.map((option) => getComputedStyle(option).backgroundColor),
  );
  expect(backs[0]).not.toBe(backs[1]);
  expect(new Set(backs.slice(1)).size).toBe(1);
});
