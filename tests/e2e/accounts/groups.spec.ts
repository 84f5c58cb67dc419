import type { Locator, Page } from '@playwright/test';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';
import { still } from '../../support/desktop/layout/still';

const copper = 'Copper Kettle Coffee';
const foods = 'Brightside Foods';

/** Types into the field that a button of a dialog opens, and selects an option. */
async function pick(
  dialog: Locator,
  field: string,
  search: string,
  [typed, option]: [string, string],
): Promise<void> {
  await dialog.getByRole('button', { name: field }).click();
  await dialog.page().getByLabel(search).fill(typed);
  await dialog.page().getByRole('option', { name: option }).click();
}

const findGroup = 'Find or create a group';
const findTag = 'Find or create a tag';

const accountRow = ({ screens }: StartedApp, name: string): Locator => screens.row('Accounts', name);

test('accounts get groups, tags and notes, which lists, the palette and the invite form use', async ({
  start,
  startSignedIn,
  amazon,
}) => {
  const app = await startSignedIn(await amazon('Northwind'));
  const { page, screens, check, button, closed } = await still(app);
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  await expect(button('Set group')).toBeDisabled();
  for (const name of [copper, foods]) await accountRow(app, name).getByRole('checkbox').check();
  await expect(screens.text('2 accounts selected')).toBeVisible();

  await button('Set group').click();
  const group = screens.dialog('Group of 2 accounts');
  await pick(group, 'Group', findGroup, ['Kettle & Co', 'Create “Kettle & Co”']);
  await check('Set the group of two accounts');
  await group.getByRole('button', { name: 'Save' }).click();
  await closed();
  for (const name of [copper, foods]) await expect(accountRow(app, name)).toContainText('Kettle & Co');

  await button('Edit tags').click();
  const tags = screens.dialog('Tags of 2 accounts');
  await pick(tags, 'Add tags', findTag, ['Q4', 'Create “Q4”']);
  await page.keyboard.press('Escape');
  await tags.getByRole('button', { name: 'Save' }).click();
  await closed();

  await accountRow(app, copper).getByRole('cell').nth(4).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Set group' }).waitFor();
  await page.keyboard.press('Escape');
  await button('Clear selection').click();
  await accountRow(app, copper).getByRole('cell').nth(4).click({ button: 'right' });
  await page
    .getByRole('menu', { name: `Actions for ${copper}` })
    .getByRole('menuitem', { name: /note/ })
    .click();
  const all = screens.dialog(`Group, tags and note of ${copper}`);
  await all.getByRole('textbox', { name: 'Note' }).fill('Ask Dana\nbefore inviting anyone');
  await check('Edit the group, tags and note of an account');
  await all.getByRole('button', { name: 'Save' }).click();
  await closed();

  const search = page.getByRole('searchbox', { name: 'Find accounts' });
  await search.fill('before inviting');
  await expect(screens.rows('Accounts')).toHaveCount(1);
  await search.fill('');
  await pickOption(page, 'Filter by group', 'Kettle & Co');
  await expect(screens.rows('Accounts')).toHaveCount(2);
  await pickOption(page, 'Filter by group', 'No group');
  await expect(screens.rows('Accounts').filter({ hasText: copper })).toHaveCount(0);
  await pickOption(page, 'Filter by group', 'Any group');
  await check('Accounts with groups and tags');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('kettle & co q4');
  await expect(page.getByRole('dialog').getByRole('option', { name: /ENTITY/ })).toHaveCount(2);
  await page.keyboard.press('Escape');

  await screens.openAccount(copper);
  await expect(screens.text('Kettle & Co', { exact: true })).toBeVisible();
  await expect(screens.text('Q4', { exact: true })).toBeVisible();
  await button('Note').click();
  await expect(screens.text(/before inviting anyone/)).toBeVisible();
  await check('An account with a group, a tag and a note');
  await button('Close note').click();

  await screens.goTo('Invitations');
  await page.keyboard.press('Control+n');
  await page.getByRole('button', { name: /^Accounts/ }).click();
  await page.getByRole('option', { name: 'All of Kettle & Co' }).click();
  await expect(page.getByRole('option', { selected: true }).filter({ hasText: 'ENTITY' })).toHaveCount(2);
  await page.keyboard.press('Escape');

  await app.quit();
  const again = await start();
  await again.screens.goTo('Accounts');
  await expect(again.screens.rows('Accounts').filter({ hasText: 'Kettle & Co' })).toHaveCount(2);
});

/** Selects a value of a filter. */
async function pickOption(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${filter}`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('groups are renamed, ordered, and deleted, and deleting can be undone', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind', { members: 9 });
  const app = await startSignedIn(northwind);
  const { page, screens, check, button, closed } = await still(app);
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  for (const [name, group] of [
    [copper, 'Zebra'],
    [foods, 'Alpine'],
  ] as const) {
    await accountRow(app, name).getByRole('checkbox').check();
    await button('Set group').click();
    await pick(screens.dialog(`Group of ${name}`), 'Group', findGroup, [group, `Create “${group}”`]);
    await button('Save').click();
    await closed();
    await button('Clear selection').click();
  }

  await button('Manage groups').click();
  const dialog = screens.dialog('Groups');
  const lines = dialog.getByRole('list', { name: 'Groups' }).getByRole('listitem');
  await expect(lines).toHaveText([/^Zebra/, /^Alpine/]);
  await button('Move Alpine up').click();
  await expect(lines).toHaveText([/^Alpine/, /^Zebra/]);
  await check('Manage groups');

  await button('Rename Zebra').click();
  const field = dialog.getByRole('textbox', { name: 'New name of Zebra' });
  await field.fill('ＡＬＰＩＮＥ');
  await field.press('Enter');
  await expect(dialog).toContainText('There is already a group “Alpine”');
  await field.fill('Kettle & Co');
  await field.press('Enter');
  await expect(lines).toHaveText([/^Alpine/, /^Kettle & Co/]);

  await button('Delete Kettle & Co').click();
  const asking = screens.dialog('Delete the group “Kettle & Co”?');
  await expect(asking).toContainText('Its account will have no group.');
  await asking.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(lines).toHaveText([/^Alpine/]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await closed();
  await expect(accountRow(app, copper)).not.toContainText('Kettle & Co');
  await check('Accounts after a group was deleted');
  await button('Undo').click();
  await expect(accountRow(app, copper)).toContainText('Kettle & Co');
  await expect(button('Undo')).toHaveCount(0);

  const pending = await accountRow(app, copper)
    .getByRole('link', { name: /pending in/ })
    .innerText();
  await screens.goTo('Invitations');
  await page.getByRole('combobox', { name: 'Narrow by property' }).click();
  await page
    .getByRole('option', { name: /^Group/ })
    .first()
    .click();
  await page.getByRole('option', { name: 'Kettle & Co' }).click();
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(screens.heading(`Invitations (${pending})`)).toBeVisible();
  await expect(screens.rows('Invitations').filter({ hasNotText: copper })).toHaveCount(0);

  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  const [members] = northwind.sandbox.query(
    `SELECT count(DISTINCT user_id) AS count FROM members JOIN accounts USING (account_id) WHERE name = ?`,
    copper,
  );
  const inGroup = screens.heading(`People (${String(members?.['count'])})`);
  await expect(screens.rows('People').first()).toBeVisible();
  await expect(inGroup).toHaveCount(0);
  await pickOption(page, 'Filter by group of accounts', 'Kettle & Co');
  await expect(inGroup).toBeVisible();
  await check('People with access to a group');
  await page.getByRole('link', { name: 'Matrix', exact: true }).click();
  await pickOption(page, 'Filter by group of accounts', 'Kettle & Co');
  await expect(page.getByRole('columnheader', { name: new RegExp(copper) })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: new RegExp(foods) })).toHaveCount(0);
});
