import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { drag } from '../../support/desktop/drag';
import { expect, test } from '../../support/desktop/fixture';

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

test('pasted text is imported: a similar account needs confirmation, a selection is undone, rows left out are listed, and one undo reverts it all', async ({
  signedInApp,
}) => {
  const { page } = signedInApp;
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
  await page.getByRole('option', { name: /^Leave blank/ }).click();
  await expect(accountFor('Nowhere')).not.toContainText('Brightside Foods');
  await press('Next');

  await expect(page.getByRole('region', { name: 'Left out' })).toContainText(
    '1 row identical to another row: Row 4',
  );
  await press('Add 4 rows');
  await expect(cellOf(page, 1, 1)).toHaveText('Copper Kettle Coffee');
  await expect(cellOf(page, 2, 4)).toHaveText('admin');
  // The same person with another role was included, and is reported.
  await expect(cellOf(page, 3, 2)).toHaveAttribute('aria-invalid', 'true');
  await expect(cellOf(page, 4, 1)).toContainText('Nowhere');
  await expect(cellOf(page, 4, 5)).toHaveText('=1+1');

  await press('Problems');
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByText('Not an email address (1)').click();
  await expect(cellOf(page, 4, 2)).toContainText('contains an invisible character');
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

const onboarding = join(import.meta.dirname, '../../fixtures/imports/columns/onboarding.csv');

/** Moves to an element with Tab alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  for (let steps = 0; steps < 120; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    // The grid keeps Tab for its cells until it is left.
    if (await page.locator('.batch-grid:focus-within').count()) await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

test('an agency’s list goes from a drop to the dry run by keyboard alone, rows left out are listed, and review, grid and dry run agree', async ({
  signedInApp,
}) => {
  const { page, screens } = signedInApp;
  const button = (name: string | RegExp): Locator => page.getByRole('main').getByRole('button', { name });
  const press = async (target: Locator): Promise<void> => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  };
  const dragged = await drag(page, { files: [onboarding] });
  await dragged.over();
  await dragged.drop();
  await expect(screens.text('onboarding.csv, 300 rows')).toBeVisible();
  await expect(button(/^Column headers Row 3: Kunde/)).toBeVisible();

  await press(button('Next'));
  for (const shown of [
    'Kunde / Advertiser” Account',
    'E-Mail” Email',
    'Vorname Nachname” Name',
    'Team” Leave out',
  ]) {
    await expect(button(`Column “${shown}`)).toBeVisible();
  }
  await press(button('Column “Team” Leave out'));
  await page.keyboard.type('Note');
  await page.keyboard.press('Enter');
  await expect(button('Column “Team” Note')).toBeFocused();
  await expect(button('Column “Kommentar” Leave out')).toBeVisible();

  await press(button('Next'));
  await expect(page.getByRole('heading', { name: 'Accounts', exact: true })).toBeVisible();
  await expect(screens.text('You’re a viewer in 2 accounts')).toBeVisible();
  await press(button('Yes to all 5 similar names'));
  await expect(button('Account for “Nordlicht Electronic” Nordlicht Elektronik')).toBeVisible();
  await press(button('Next'));

  const leftOut = page.getByRole('region', { name: 'Left out' });
  await expect(leftOut).toContainText('2 rows above the column headers: Rows 1, 2');
  await expect(leftOut).toContainText('4 rows identical to another row: Rows 108, 122, 137, 154');
  const problems = page.getByRole('table', { name: 'Problems in the rows' }).getByRole('row');
  await expect(problems.nth(1)).toContainText('Account: You can’t invite there');
  const texts = await problems.allInnerTexts();
  const counts = texts.slice(1).map((text) => {
    const [reason = '', rows = ''] = text.split(/\s*[\t\n]+\s*/);
    return `${reason.replace(/^[^:]*: /, '')} (${rows})`;
  });
  const figures = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');
  const [, errors = ''] = /With errors (\d+)/.exec(figures) ?? [];
  await press(button(/^Add \d+ rows$/));

  await expect(button(`Draft (${errors})`)).toBeVisible();
  await press(button('Problems'));
  const panel = page.getByRole('region', { name: 'Problems' });
  for (const count of counts) await expect(panel).toContainText(count);
  const dryRun = screens.dialog('Dry run');
  await press(button('Dry run'));
  await expect(dryRun).toContainText(`Rows that won’t be sent (${errors})`);
  await page.keyboard.press('Escape');

  const viewerOnly = panel.getByRole('button', { name: /^Error: You can’t invite there/ });
  await press(viewerOnly);
  await press(panel.getByRole('button', { name: /^Remove all \d+ rows$/ }).first());
  await expect(panel).not.toContainText('You can’t invite there');
  await press(button('Undo'));
  await expect(button(`Draft (${errors})`)).toBeVisible();
});

test('two columns of addresses: the wizard continues only after a person selects who is invited', async ({
  signedInApp,
}) => {
  const { page, screens } = signedInApp;
  const next = page.getByRole('button', { name: 'Next', exact: true });
  const columns = page.getByRole('heading', { name: 'Columns', exact: true });
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('menuitem', { name: 'From pasted text' }).click();
  await page
    .getByRole('textbox', { name: 'Text' })
    .fill('Team\tLead\tDeputy\tInstances\nMedia\tann@agency.example\tben@agency.example\tMain; Sandbox');
  await page.getByRole('button', { name: /^Read/ }).click();
  await next.click();
  const question = page.getByRole('radiogroup', { name: /Which one has the people to invite/ });
  await expect(question).toBeVisible();
  await next.click();
  await expect(columns).toBeVisible();
  await expect(
    screens.text('Select the column with the people to invite before you continue.'),
  ).toBeVisible();
  await question.getByText(/^Both/).click();
  await expect(page.getByRole('button', { name: 'Column “Lead” Email' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Column “Instances” Instances' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Column “Deputy” Email of another person' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1 row has several addresses and becomes 2 people');
  await next.click();
  await next.click();
  await page.getByRole('button', { name: 'Add 2 rows' }).click();
  await expect(cellOf(page, 2, 2)).toContainText('ben@agency.example');
  await expect(cellOf(page, 2, 6)).toHaveText('Main; Sandbox');
});

const polish = join(import.meta.dirname, '../../fixtures/imports/text/windows-1250-polish-czech.csv');

test('a name in an old encoding is shown, with a question if another encoding is about as likely', async ({
  signedInApp,
  userData,
}) => {
  const { page, screens } = signedInApp;
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const drop = async (file: string): Promise<void> => {
    const dragged = await drag(page, { files: [file] });
    await dragged.over();
    await dragged.drop();
  };
  const open = screens.text('Confirm how the names should read before you continue.');
  await drop(polish);
  await expect(screens.text(/Windows-1250 .* fits best: row 2 reads “Łukasz Żółć”/)).toBeVisible();
  await press('Next');
  await expect(page.getByRole('heading', { name: 'Columns', exact: true })).toBeVisible();

  // Turkish, or Croatian: one letter isn't enough to decide.
  const short = join(userData, 'short.csv');
  writeFileSync(short, Buffer.from('E-mail,Name\r\ntugba@agency.example,Tu\xf0ba\r\n', 'latin1'));
  await drop(short);
  await expect(screens.text('Are these names right?')).toBeVisible();
  await press('Next');
  await expect(open).toBeVisible();
  await page.getByRole('radio', { name: /^Tuđba/ }).click();
  await expect(open).toBeHidden();
  for (let step = 0; step < 3; step += 1) await press('Next');
  await press('Add 1 row');
  await expect(cellOf(page, 1, 3)).toHaveText('Tuđba');
});

test('rows that don’t fit in a batch go into another one, and the batch links to it', async ({
  signedInApp,
  userData,
}) => {
  const { page, screens } = signedInApp;
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const people = Array.from(
    { length: 20_003 },
    (_, at) => `p${String(at)}@agency.example,Person ${String(at)}`,
  );
  const file = join(userData, 'Trade fair.csv');
  writeFileSync(file, ['E-mail,Name', ...people].join('\n'));
  const dragged = await drag(page, { files: [file] });
  await dragged.over();
  await dragged.drop();
  await expect(screens.text('Trade fair.csv, 20,003 rows')).toBeVisible();
  for (let step = 0; step < 3; step += 1) await press('Next');
  await expect(screens.text('the other 3 into a new batch “Trade fair (2)”')).toBeVisible();
  await press('Add 20,003 rows');
  await expect(screens.text('This batch is full, so 3 rows went into another batch')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Trade fair (2)' }).click();
  await expect(page).toHaveTitle(/^Trade fair \(2\)/);
  await expect(cellOf(page, 3, 2)).toHaveText('p20002@agency.example');
});
