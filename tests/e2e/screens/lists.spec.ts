import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../support/desktop/fixture';

const headerOf = (page: Page, column: string): Locator =>
  page.getByRole('table', { name: 'Invitations' }).getByRole('columnheader', { name: column });

const widthOf = async (header: Locator): Promise<number> =>
  Math.round((await header.boundingBox())?.width ?? 0);

/** With the keyboard, in steps of ten pixels. */
async function widen(page: Page, column: string, steps: number): Promise<void> {
  await headerOf(page, column).getByRole('button', { name: column }).last().focus();
  await page.keyboard.press('Enter');
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
}

test('a list keeps its columns, their widths, its page size and its density, also after a restart', async ({
  start,
  startSignedIn,
  amazon,
}) => {
  const first = await startSignedIn(await amazon('Northwind'));
  {
    const { page, screens } = first;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await screens.goTo('Invitations');
    await expect(screens.rows('Invitations')).toHaveCount(25);
    await page.getByRole('button', { name: 'Preferences' }).click();
    const dialog = screens.dialog('Preferences');
    await dialog.getByRole('radio', { name: '10 rows' }).check();
    await dialog.getByRole('checkbox', { name: 'Compact mode' }).check();
    await dialog.getByRole('checkbox', { name: 'Created' }).uncheck();
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await expect(screens.rows('Invitations')).toHaveCount(10);
    await expect(headerOf(page, 'Created')).toHaveCount(0);

    const role = headerOf(page, 'Role');
    const before = await widthOf(role);
    await widen(page, 'Role', 4);
    await expect.poll(() => widthOf(role)).toBe(before + 40);
  }
  const widthKept = await widthOf(headerOf(first.page, 'Role'));
  await first.quit();

  const { page, screens } = await start();
  await screens.goTo('Invitations');
  await expect(screens.rows('Invitations')).toHaveCount(10);
  await expect(headerOf(page, 'Created')).toHaveCount(0);
  expect(await widthOf(headerOf(page, 'Role'))).toBe(widthKept);
  await screens.goTo('Activity');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await expect(screens.dialog('Preferences').getByRole('radio', { name: '25 rows' })).toBeChecked();
});

test('in the smallest window the person and “Expires in” stay in sight while the columns between them scroll', async ({
  startSignedIn,
  amazon,
}) => {
  const { electron, page, screens } = await startSignedIn(await amazon('Northwind'));
  await screens.goTo('Invitations');
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
  await widen(page, 'Account', 30);
  const isInSight = async (column: string): Promise<boolean> => {
    const box = await headerOf(page, column).boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= 1024;
  };
  for (const focused of ['Person', 'Created']) {
    await headerOf(page, focused).getByRole('button').first().focus();
    for (const column of [focused, 'Person', 'Expires in']) {
      await expect.poll(() => isInSight(column), `${column} when ${focused} is focused`).toBe(true);
    }
  }
});
