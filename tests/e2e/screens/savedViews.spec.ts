import type { Page } from '@playwright/test';
import { expect, test } from '../../support/desktop/fixture';
import { still } from '../../support/desktop/layout/still';

const viewsButton = (page: Page) => page.getByRole('button', { name: /^(Saved views|View: )/ });

/** Selects an item of the menu of saved views. */
async function inMenu(page: Page, item: string): Promise<void> {
  await viewsButton(page).click();
  await page
    .getByRole(/^(Save|Rename|Delete) view$/.test(item) ? 'menuitem' : 'menuitemcheckbox', {
      name: item,
    })
    .click();
}

test('filter, order and columns are saved under a name, found after a restart, renamed and deleted', async ({
  start,
  startSignedIn,
  amazon,
}) => {
  const app = await startSignedIn(await amazon('Northwind', { members: 9 }));
  const { page, screens, check, closed, button } = await still(app);
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  await page.getByRole('searchbox', { name: 'Find accounts' }).fill('coffee');
  await inMenu(page, 'Save view');
  await screens.dialog('Save view').getByRole('textbox', { name: 'Name' }).fill('Coffee');
  await button('Save').click();
  await closed();
  await expect(button('View: Coffee')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find accounts' }).fill('');
  await expect(button('Saved views')).toBeVisible();
  await inMenu(page, 'Coffee');
  await expect(screens.rows('Accounts')).toHaveCount(1);
  await check('Accounts with a saved view');

  await screens.goTo('Invitations');
  const all = await screens.heading(/^Invitations \(\d+\)/).innerText();
  await page.getByRole('button', { name: 'Admins', exact: true }).click();
  await expect(screens.heading(/^Invitations \(\d+\)/)).not.toHaveText(all);
  const admins = await screens.heading(/^Invitations \(\d+\)/).innerText();
  await page.getByRole('columnheader', { name: 'Created' }).getByRole('button').first().press('Enter');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await screens.dialog('Preferences').getByRole('checkbox', { name: 'Invited by' }).uncheck();
  await button('Confirm').click();
  await closed();
  await inMenu(page, 'Save view');
  await check('Save a view');
  await screens.dialog('Save view').getByRole('textbox', { name: 'Name' }).fill('Admins, by creation');
  await button('Save').click();
  await closed();
  await page.getByRole('button', { name: 'Preferences' }).click();
  await screens.dialog('Preferences').getByRole('checkbox', { name: 'Invited by' }).check();
  await button('Confirm').click();
  await closed();
  await app.quit();

  const again = await start();
  const { page: second, screens: later } = again;
  await second.emulateMedia({ reducedMotion: 'reduce' });
  await later.goTo('Invitations');
  await expect(later.heading(/^Invitations \(\d+\)/)).toHaveText(all);
  await inMenu(second, 'Admins, by creation');
  await expect(later.heading(/^Invitations \(\d+\)/)).toHaveText(admins);
  await expect(second.getByRole('columnheader', { name: 'Created' }).first()).toHaveAttribute(
    'aria-sort',
    /ascending|descending/,
  );
  await expect(second.getByRole('columnheader', { name: 'Invited by' })).toHaveCount(0);
  await inMenu(second, 'Rename view');
  const rename = later.dialog('Rename the view “Admins, by creation”');
  await rename.getByRole('textbox', { name: 'Name' }).fill('Who decides');
  await rename.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByRole('button', { name: 'View: Who decides' })).toBeVisible();
  // The preset views are where they were, and the lists' views are their own.
  await second.getByRole('button', { name: 'Pending', exact: true }).click();
  await expect(later.heading(/^Invitations \(\d+\)/)).toHaveText(all);
  await second.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await viewsButton(second).click();
  await expect(second.getByRole('menuitem')).toHaveText(['Save view']);
  await second.keyboard.press('Escape');
  await later.goTo('Invitations');
  await inMenu(second, 'Who decides');
  await inMenu(second, 'Delete view');
  await later.dialog('Delete the view “Who decides”?').getByRole('button', { name: 'Delete' }).click();
  await expect(second.getByRole('button', { name: 'Saved views' })).toBeVisible();
  await expect(later.heading(/^Invitations \(\d+\)/)).toHaveText(admins);
});
