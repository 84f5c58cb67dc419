import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/desktop/fixture';

const people = [
  'Account,E-mail,Name,Role,Note',
  'Copper Kettle,rosa@northwind-media.example,Rosa Lind,viewer,',
  'Copper Kettle Coffee,tariq@northwind-media.example,Tariq Aziz,admin,',
  'Copper Kettle Coffee,Tariq@northwind-media.example,Tariq Aziz,admin,',
  'Copper Kettle Coffee,tariq@northwind-media.example,Tariq Aziz,viewer,',
  'Nowhere,mira@\u200Bnorthwind-media.example,Mira Solberg,viewer,=1+1',
].join('\n');

const cellOf = (page: Page, row: number, column: number): Locator =>
  page.locator(`.batch-grid [aria-rowindex="${row + 1}"] > [aria-colindex="${column + 1}"]`);

test('a text is imported: a similar account counts once confirmed, a choice is taken back, what is left out is named, and all is undone as one step', async ({
  signedInApp,
}) => {
  const { page, screens } = signedInApp;
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const accountFor = (text: string): Locator =>
    page.getByRole('button', { name: new RegExp(`^Account for “${text}”`) });
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  await press('Import');
  await page.getByRole('menuitem', { name: 'From pasted text' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill(people);
  await page.getByRole('button', { name: /^Read/ }).click();
  await press('Next');
  await press('Next');

  await expect(accountFor('Copper Kettle')).toContainText('Not confirmed yet');
  await page.getByRole('button', { name: 'Yes, “Copper Kettle” is Copper Kettle Coffee' }).click();
  await expect(accountFor('Copper Kettle')).toContainText('Copper Kettle Coffee');
  await accountFor('Nowhere').click();
  await page.getByRole('option', { name: /^Brightside Foods/ }).click();
  await expect(accountFor('Nowhere')).toContainText('Brightside Foods');
  await accountFor('Nowhere').click();
  await page.getByRole('option', { name: /^Leave it open/ }).click();
  await expect(accountFor('Nowhere')).not.toContainText('Brightside Foods');
  await press('Next');

  await expect(screens.text('every cell is as in another row: Row 4')).toBeVisible();
  await press('Add 4 rows');
  await expect(cellOf(page, 1, 1)).toHaveText('Copper Kettle Coffee');
  await expect(cellOf(page, 2, 4)).toHaveText('admin');
  // The same person with another role came along, and is told of.
  await expect(cellOf(page, 3, 2)).toHaveAttribute('aria-invalid', 'true');
  await expect(cellOf(page, 4, 1)).toContainText('Nowhere');
  await expect(cellOf(page, 4, 5)).toHaveText('=1+1');

  await press('Problems');
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByText('Not an e-mail address (1)').click();
  await expect(cellOf(page, 4, 2)).toContainText('holds a character that can’t be seen');
  await problems.getByRole('button', { name: 'Use mira@northwind-media.example' }).click();
  await expect(cellOf(page, 4, 2)).toHaveAttribute('aria-invalid', 'false');

  await cellOf(page, 1, 1).click();
  await page.keyboard.press('Control+z');
  await expect(cellOf(page, 4, 2)).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /^All \(0\)/ })).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(cellOf(page, 4, 3)).toHaveText('Mira Solberg');
});
