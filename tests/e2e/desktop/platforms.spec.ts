import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from '../../support/desktop/fixture';

test('data that another computer used is reported, once', async ({ start, userData }) => {
  const first = await start();
  await expect(first.screens.heading('Welcome to AMC Access Manager')).toBeVisible();
  await first.quit();

  // As if the folder had been opened elsewhere in the meantime, and not closed there.
  const db = new DatabaseSync(join(userData, 'access.db'));
  db.exec(
    `UPDATE owner SET machine = 'another', computer = 'LAPTOP-2', opened_at = 1764320000000, closed_at = NULL`,
  );
  db.close();

  const second = await start();
  await expect(second.screens.notices()).toContainText('last used on another computer, LAPTOP-2');
  await expect(second.screens.notices()).toContainText('may still be open');
  await second.quit();

  const third = await start();
  await expect(third.screens.heading('Welcome to AMC Access Manager')).toBeVisible();
  await expect(third.screens.notices()).not.toContainText('another computer');
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
