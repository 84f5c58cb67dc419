import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { danasAccounts } from '../../support/amazon/danasAccounts';
import { checkAccessibility as check } from '../../support/desktop/accessibility';
import { expect, test } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';
import { readWorkbook } from '../../support/fixtures/workbook';

test('the matrix shows who has access where, says what is unknown, and is exported', async ({
  startSignedIn,
  amazon,
  userData,
}) => {
  const northwind = await amazon('Northwind', { members: 9 });
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { sandbox } = northwind;
  const { busiestViewer, accountsOf } = danasAccounts(sandbox);
  const { userId } = busiestViewer();
  const [account = ''] = accountsOf(userId);
  const [unmanaged] = sandbox.query(
    `SELECT accounts.name AS name FROM accounts JOIN members USING (account_id) JOIN people USING (user_id)
     WHERE identity = 'dana' AND role <> 'admin' LIMIT 1`,
  );

  await page.keyboard.press('Control+4');
  await page.getByRole('link', { name: 'Matrix', exact: true }).click();
  await expect(screens.heading('Matrix')).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Access of people by account' });
  const cellOf = (id: string, name: string) =>
    grid
      .getByRole('row')
      .filter({ hasText: id })
      .getByRole('gridcell', { name: new RegExp(`, ${name}: `) });
  const asViewer = /: Viewer, direct access, as of [\d:]+, role as of [\d:]+/;
  await expect(grid.getByRole('gridcell', { name: asViewer }).first()).toBeVisible();
  await expect(grid).toHaveAttribute('aria-colcount', '15');
  await check(page, 'Matrix');
  await checkLayout(app, 'Matrix');

  // One tab stop; the keys move between the cells, and Enter opens one.
  await page.getByRole('searchbox', { name: 'Find people' }).fill(userId);
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await expect(cellOf(userId, account)).toHaveAccessibleName(asViewer);
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('End');
  await expect(grid.locator(':focus')).toHaveAttribute('aria-colindex', '15');
  await page.keyboard.press('ArrowUp');
  await expect(grid.locator(':focus')).toHaveRole('columnheader');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Home');
  await expect(grid.locator(':focus')).toHaveRole('rowheader');
  await page.keyboard.press('ArrowRight');
  await expect(grid.locator(':focus')).toHaveRole('gridcell');
  await page.keyboard.press('Enter');
  await expect(screens.rows('Access').first()).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('searchbox', { name: 'Find people' })).toHaveValue(userId);

  // What nobody could read isn't shown as no access.
  await page.getByRole('searchbox', { name: 'Find accounts' }).fill(String(unmanaged?.['name']));
  await expect(cellOf(userId, String(unmanaged?.['name']))).toHaveAccessibleName(
    /: Not read, |: Inherited unknown, /,
  );
  await page.getByRole('searchbox', { name: 'Find accounts' }).fill('no such account');
  await expect(screens.text('No accounts match')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();

  const save = async (layout: RegExp, format: 'Excel workbook' | 'CSV'): Promise<string> => {
    const name = `access.${format === 'CSV' ? 'csv' : 'xlsx'}`;
    const file = join(userData, name);
    await app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await page.getByRole('button', { name: 'Export' }).click();
    const group = page.getByRole('group', { name: layout });
    await group.getByRole('menuitem', { name: format }).click();
    await expect(screens.text(`Saved 1 person as ${name}`)).toBeVisible();
    return file;
  };
  const { data } = papaparse.parse<Record<string, string>>(
    readFileSync(await save(/^List/, 'CSV'), 'utf8').slice(1),
    { header: true, skipEmptyLines: true },
  );
  expect(data.find((row) => row['Account'] === account)).toMatchObject({
    'User ID': userId,
    Access: 'Direct',
    Role: 'Viewer',
  });
  const { Access: sheet = [] } = readWorkbook(readFileSync(await save(/^Matrix/, 'Excel workbook')));
  const [headings = [], ages, person = []] = sheet
    .slice(4)
    .map((line) => line.map((cell) => cell?.text ?? ''));
  const column = headings.indexOf(account);
  expect(person.slice(0, 4)).toContain(userId);
  expect(person[column]).toBe('Viewer');
  expect(person[headings.indexOf(String(unmanaged?.['name']))]).toMatch(/^(Not read|Inherited unknown)$/);
  expect(ages?.[column]).not.toBe('');
});
