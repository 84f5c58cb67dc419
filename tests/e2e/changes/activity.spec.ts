import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import papaparse from 'papaparse';
import { expect, test } from '../../support/desktop/fixture';

const rosa = {
  emailAddress: 'rosa.lind@northwind-media.example',
  userName: 'Rosa Lind',
  role: 'admin',
} as const;
const formula = {
  emailAddress: 'tariq.aziz@northwind-media.example',
  userName: '=HYPERLINK("https://evil.example","Tariq, Aziz")',
  role: 'viewer',
} as const;

/** Answers the system dialog, which no test can see. */
const chooseFile = (electron: ElectronApplication, filePath: string | null): Promise<void> =>
  electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' });
  }, filePath);

test('activity shows who did what, when and with what result; it can be filtered and exported', async ({
  startSignedIn,
  amazon,
  userData,
}) => {
  const northwind = await amazon('Northwind');
  const { page, screens, electron } = await startSignedIn(northwind);
  await screens.goTo('Activity');
  await expect(screens.text('No activity yet')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export 0 entries' })).toBeDisabled();

  await screens.goTo('Accounts');
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([rosa, formula]);
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 2 people' }).click();
  expect(await screens.results()).toContain('2 invited');
  await screens.closeResults();
  await screens.select(rosa.emailAddress);
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByRole('button', { name: 'Revoke 1 invitation' }).click();
  await screens.results();
  await screens.closeResults();

  // From an account's own screen, its own activity.
  await screens.goTo('Activity');
  await expect(page.getByRole('main').getByText('Copper Kettle Coffee').first()).toBeVisible();
  await expect(screens.rows('Activity')).toHaveCount(3);
  await page.getByRole('button', { name: /^Account \S/ }).click();
  await page.getByRole('option', { name: 'All accounts' }).click();
  await expect(screens.rows('Activity')).toHaveCount(3);

  const newest = screens.rows('Activity').first();
  await newest.getByRole('button', { name: 'Details' }).click();
  const more = page.getByRole('dialog', { name: 'Done: Rosa Lind' });
  await expect(more.getByRole('button', { name: /^Copy request ID/ })).toBeVisible();
  const requestId =
    /request ID([0-9a-f]{8}-[0-9a-f-]{27})/.exec((await more.textContent()) ?? '')?.[1] ?? 'none shown';
  // The time can't be mistaken for that of another zone.
  await expect(more).toContainText(/:\d\d (GMT|UTC)/);
  await page.keyboard.press('Escape');
  for (const shown of [/\d\d:\d\d/, /Dana/, 'Northwind', 'Revoke', 'Rosa Lind', rosa.emailAddress]) {
    await expect(newest).toContainText(shown);
  }
  await expect(newest).toContainText('Copper Kettle Coffee');
  await expect(newest).toContainText('Done');
  await expect(newest).toContainText('Not from a batch');
  await expect(screens.row('Activity', 'Invite as admin')).toContainText(rosa.userName);
  await expect(screens.row('Activity', 'Invite as viewer')).toContainText(formula.userName);

  // Filtered down to one, and back.
  await page.getByRole('searchbox', { name: 'Find entries' }).fill(requestId);
  await expect(screens.rows('Activity')).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(screens.rows('Activity')).toHaveCount(3);
  await page.getByRole('button', { name: /^What \S/ }).click();
  await page.getByRole('option', { name: 'Invite', exact: true }).click();
  await expect(screens.rows('Activity')).toHaveCount(2);
  await page.getByRole('button', { name: /^Result \S/ }).click();
  await page.getByRole('option', { name: 'Failed' }).click();
  await expect(screens.text('No entries match')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await newest.getByRole('button', { name: /^Show only what Dana/ }).click();
  await page.getByRole('button', { name: /^Show what everyone did/ }).click();
  await page.getByRole('button', { name: /^When \S/ }).click();
  await page.getByRole('radio', { name: 'Last 7 days' }).check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(screens.rows('Activity')).toHaveCount(3);

  // The file.
  const folder = mkdtempSync(join(userData, 'export-'));
  const file = join(folder, 'Audit of today.csv');
  await chooseFile(electron, null);
  await page.getByRole('button', { name: 'Export 3 entries' }).click();
  await expect(page.getByRole('button', { name: 'Export 3 entries' })).toBeEnabled();
  expect(readdirSync(folder)).toEqual([]);
  await chooseFile(electron, file);
  await page.getByRole('button', { name: 'Export 3 entries' }).click();
  await expect(screens.text('Saved 3 entries as Audit of today.csv')).toBeVisible();
  expect(readdirSync(folder)).toEqual(['Audit of today.csv']);
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data } = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(data).toHaveLength(3);
  expect(data[0]).toMatchObject({
    What: 'Revoke',
    Person: rosa.userName,
    Email: rosa.emailAddress,
    Account: 'Copper Kettle Coffee',
    Connection: 'Northwind',
    Result: 'Done',
    'Amazon’s request ID': requestId,
  });
  expect(data.map(({ Person }) => Person)).toContain(`'${formula.userName}`);

  // Where writing isn't allowed.
  chmodSync(folder, 0o500);
  await chooseFile(electron, join(folder, 'more.csv'));
  await page.getByRole('button', { name: 'Export 3 entries' }).click();
  await expect(screens.text('Couldn’t export the activity')).toBeVisible();
  await expect(screens.text(/you don’t have permission to write there/)).toBeVisible();
  expect(readdirSync(folder)).toEqual(['Audit of today.csv']);
  chmodSync(folder, 0o700);
});
