import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../../support/desktop/fixture';

const headerOf = (page: Page, column: string): Locator =>
  page.getByRole('table', { name: 'Invitations' }).getByRole('columnheader', { name: column });

const widthOf = async (header: Locator): Promise<number> =>
  Math.round((await header.boundingBox())?.width ?? 0);

/**
 * With the keyboard, in steps of ten pixels. Cloudscape takes the keys only while the column's slider has the focus, which it can
 * lose while the list is still being drawn: then the button is pressed again.
 */
async function widen(page: Page, column: string, steps: number): Promise<void> {
  const header = headerOf(page, column);
  const slider = header.getByRole('slider');
  await expect(async () => {
    await header.getByRole('button', { name: column }).last().focus();
    await expect(page.locator('body')).toHaveClass(/resize-active-with-focus/, { timeout: 1000 });
    await page.keyboard.press('Enter');
    await expect(slider).toBeFocused({ timeout: 1000 });
  }).toPass();
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

    // The dialog gives the focus back only when it is gone.
    await expect(page.getByRole('button', { name: 'Preferences' })).toBeFocused();
    const role = headerOf(page, 'Role');
    const before = await widthOf(role);
    await widen(page, 'Role', 4);
    await expect.poll(() => widthOf(role)).toBeGreaterThanOrEqual(before + 39);
  }
  const widthBefore = await widthOf(headerOf(first.page, 'Role'));
  await first.quit();

  const { page, screens } = await start();
  await screens.goTo('Invitations');
  await expect(screens.rows('Invitations')).toHaveCount(10);
  await expect(headerOf(page, 'Created')).toHaveCount(0);
  expect(Math.abs((await widthOf(headerOf(page, 'Role'))) - widthBefore)).toBeLessThanOrEqual(1);
  await screens.goTo('Activity');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await expect(screens.dialog('Preferences').getByRole('radio', { name: '25 rows' })).toBeChecked();
});

test('in the smallest window the person and “Expires in” stay in sight while the columns between them scroll', async ({
  signedInApp: { electron, page, screens },
}) => {
  await screens.goTo('Invitations');
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
  await expect(screens.rows('Invitations')).toHaveCount(25);
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

test('a list is as it was left, unless a link says what to show', async ({
  signedInApp: { page, screens },
}) => {
  const search = (label: string): Locator => page.getByRole('searchbox', { name: label });
  const goToBatches = async (): Promise<void> => {
    await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
    await expect(screens.heading('Batches')).toBeVisible();
  };
  const sorted = (column: string): Locator =>
    page.getByRole('columnheader', { name: column }).and(page.locator('[aria-sort="ascending"]')).first();

  await search('Find accounts').fill('coffee');
  await expect(screens.rows('Accounts')).toHaveCount(1);
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('link', { name: 'Members', exact: true }).click();
  await search('Find members').fill('northwind');
  await page.getByRole('button', { name: /^Filter by role/ }).click();
  await page.getByRole('option', { name: 'Viewer', exact: true }).click();
  await page.getByRole('link', { name: 'Invitations', exact: true }).last().click();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByRole('columnheader', { name: 'Role' }).getByRole('button').first().press('Enter');
  await expect(sorted('Role')).toBeVisible();
  const all = await screens.rows('Invitations').count();

  await screens.goTo('Home');
  await screens.goTo('Accounts');
  await expect(search('Find accounts')).toHaveValue('coffee');
  await screens.openAccount('Copper Kettle Coffee');
  await expect(screens.rows('Invitations')).toHaveCount(all);
  await expect(sorted('Role')).toBeVisible();
  await page.getByRole('link', { name: 'Members', exact: true }).click();
  await expect(search('Find members')).toHaveValue('northwind');
  await expect(page.getByRole('button', { name: /^Filter by role/ })).toContainText('Viewer');

  // The list of all accounts has its own filter.
  await screens.goTo('Home');
  await screens.goTo('Invitations');
  const pending = await screens.heading(/^Invitations \(\d+\)/).textContent();
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByRole('button', { name: 'Admins', exact: true }).click();
  await expect(screens.heading(/^Invitations \(\d+\)/)).not.toHaveText(pending ?? '');
  await goToBatches();
  await screens.goTo('Invitations');
  await expect(screens.heading(/^Invitations \(\d+\)/)).not.toHaveText(pending ?? '');
  await screens.goTo('Home');
  await page.getByRole('link', { name: /^Pending: \d+$/ }).click();
  await expect(screens.heading(/^Invitations \(\d+\)/)).toHaveText(pending ?? '');

  await screens.goTo('Activity');
  await search('Find entries').fill('nobody');
  await goToBatches();
  await screens.goTo('Activity');
  await expect(search('Find entries')).toHaveValue('nobody');
});

test('another account’s list begins without what was typed, selected or focused in the last one', async ({
  signedInApp: { page, screens },
}) => {
  const [one, other] = ['Copper Kettle Coffee', 'Juniper & Pine Home'];
  const search = page.getByRole('searchbox', { name: 'Find invitations' });
  const property = page.getByRole('combobox', { name: 'Narrow by property' });
  const selected = screens.rows('Invitations').getByRole('checkbox', { checked: true });
  const switchTo = async (account: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(account);
    await expect(page.getByRole('option', { name: account })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(new RegExp(`^Invitations for ${account}`));
  };
  await screens.openAccount(one);
  const emailOfFirst = await screens.rows('Invitations').first().textContent();
  await search.fill('@');
  await screens.rows('Invitations').first().getByRole('checkbox').check();
  await property.fill('rol');
  await expect(selected).toHaveCount(1);
  await screens.rows('Invitations').first().getByRole('link').focus();

  await switchTo(other);
  await expect(page.locator('.screen')).toBeFocused();
  await expect(screens.rows('Invitations')).not.toHaveCount(0);
  await expect(screens.rows('Invitations').first()).not.toHaveText(emailOfFirst ?? '');
  await expect(selected).toHaveCount(0);
  await expect(search).toHaveValue('');
  await expect(property).toHaveValue('');

  // Back by key, from a row that is still there. What was typed belongs to the list that it was typed in.
  await screens.rows('Invitations').first().getByRole('link').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page).toHaveTitle(new RegExp(`^Invitations for ${one}`));
  await expect(page.locator('.screen')).toBeFocused();
  await expect(selected).toHaveCount(0);
  await expect(property).toHaveValue('');
});

test('rows are selected with Ctrl, Shift, Ctrl+A and Escape, and a row’s menu does what the buttons do', async ({
  signedInApp: { page, screens },
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await screens.goTo('Invitations');
  const rows = screens.rows('Invitations');
  await expect(rows).toHaveCount(25);
  const checked = rows.getByRole('checkbox', { checked: true });
  const roleIn = (index: number): Locator => rows.nth(index).getByRole('cell').nth(3);
  const menu = page.getByRole('menu', { name: /^Actions for/ });

  await roleIn(1).click({ modifiers: ['ControlOrMeta'] });
  await roleIn(4).click({ modifiers: ['Shift'] });
  await expect(checked).toHaveCount(4);
  await roleIn(2).click({ modifiers: ['ControlOrMeta'] });
  await expect(checked).toHaveCount(3);
  await roleIn(2).click();
  await expect(checked).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+a');
  await expect(checked).toHaveCount(25);
  await page.keyboard.press('Escape');
  await expect(checked).toHaveCount(0);
  await rows.nth(0).getByRole('checkbox').click();
  await rows
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(checked).toHaveCount(3);
  // In a field the keys are those of the text.
  const search = page.getByRole('searchbox', { name: 'Find invitations' });
  await search.fill('a');
  await search.press('ControlOrMeta+a');
  await search.fill('');
  await expect(rows).toHaveCount(25);
  await rows.nth(0).getByRole('checkbox').press('Escape');
  await expect(checked).toHaveCount(0);

  // The pointer's menu is about all that is selected, or about a row that isn't.
  await roleIn(0).click({ modifiers: ['ControlOrMeta'] });
  await roleIn(1).click({ modifiers: ['ControlOrMeta'] });
  await roleIn(1).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'Actions for 2 invitations' })).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: 'Change role' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(checked).toHaveCount(2);
  // And with the keyboard, where the focus is.
  const details = rows.nth(3).getByRole('link', { name: /^Details of/ });
  await details.focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: 'Show details' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(details).toBeFocused();

  await roleIn(5).click({ button: 'right' });
  await expect(checked).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await expect(menu.getByRole('menuitem', { name: 'Revoke' })).toBeFocused();
  await page.keyboard.press('Enter');
  const asking = screens.dialog('Revoke 1 invitation?');
  await expect(asking).toBeVisible();
  await asking.getByRole('button', { name: 'Cancel' }).click();
});

test('the menu of a batch’s row opens, renames and duplicates it', async ({
  signedInApp: { page, screens },
}) => {
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  await expect(screens.heading(/^New batch/)).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await screens.row('Batches', 'New batch').getByRole('cell').nth(2).click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Actions for New batch' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    ...['Open', 'Open in new window', 'Rename', 'Duplicate', 'Archive', 'Delete'],
  ]);
  await menu.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(screens.rows('Batches')).toHaveCount(2);
});
