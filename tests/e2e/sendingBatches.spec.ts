import type { Locator, Page } from '@playwright/test';
import { expect, test, type StartedApp } from '../support/desktop/fixture';

const signedInAt = { identity: 'dana', decision: 'allow' } as const;

/** Makes a batch of pasted rows, and waits until they are checked and stored. */
async function draft(
  { page, screens, electron }: StartedApp,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await expect(screens.heading(/^Batches/)).toBeVisible();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  const first = page.locator('.batch-grid [aria-rowindex="2"] > [aria-colindex="2"]');
  await first.click();
  const text = rows.map((row) => row.join('\t')).join('\r\n');
  await electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

const batchButton = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

const people = (account: string, count: number, role = 'viewer'): string[][] =>
  Array.from({ length: count }, (_, index) => [
    account,
    `person${String(index)}@new-agency.example`,
    `Person ${String(index)}`,
    role,
    '',
  ]);

test('a batch is sent after its number was typed, and its report is true', async ({ start, amazon }) => {
  test.setTimeout(120_000);
  const northwind = await amazon('Northwind');
  const app = await start();
  await app.screens.connectAndSignIn(northwind.form, signedInAt);
  await expect(app.screens.rows('Accounts').filter({ hasText: 'Yes' }).first()).toBeVisible();
  await draft(app, [
    ...people('Copper Kettle Coffee', 110),
    ...people('Tidewater Outdoor', 30, 'admin'),
    ['Copper Kettle Coffee', 'nobody', 'No Address', 'viewer', ''],
    ['No Such Brand', 'ada@new-agency.example', 'Ada', 'viewer', ''],
  ]);
  await batchButton(app.page, 'I share the links').click();
  await batchButton(app.page, 'Send').click();
  const asking = app.screens.dialog(/^Send/);
  await expect(asking).toContainText('140 invitations to 2 accounts, 30 of them as admin');
  await expect(asking).toContainText('2 rows with errors stay behind');
  await expect(asking).toContainText('no e-mail');
  // Some accounts alone, and back to all: the numbers follow.
  await asking.getByRole('radio', { name: 'Only some accounts' }).check();
  await expect(asking).toContainText('Choose at least one account.');
  await expect(asking.getByRole('button', { name: /^Send \d/ })).toHaveCount(0);
  await asking.getByRole('button', { name: /^Accounts to send to/ }).click();
  await app.page.getByRole('option', { name: /^Tidewater Outdoor/ }).click();
  await app.page.keyboard.press('Escape');
  await expect(asking).toContainText('30 invitations to 1 account, 30 of them as admin');
  await asking.getByRole('radio', { name: 'All rows that can go' }).check();
  await expect(asking).toContainText('140 invitations to 2 accounts');
  // So many admins want the number typed: there is no button before.
  await expect(asking.getByRole('button', { name: 'Send 140 invitations' })).toHaveCount(0);
  await asking.getByLabel('Type 140 to send so many at once').fill('140');
  const made = (): number =>
    Number(
      northwind.sandbox.query(
        "SELECT count(*) AS n FROM invitations WHERE email LIKE '%@new-agency.example'",
      )[0]?.['n'],
    );
  await asking.getByRole('button', { name: 'Send 140 invitations' }).click();
  await expect.poll(made, { timeout: 60_000 }).toBe(140);
  await app.page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await app.screens.row('Batches', 'New batch').getByRole('link').click();
  await batchButton(app.page, 'Report').click();
  const report = app.screens.dialog(/^Report/);
  await expect(report).toContainText('Invited140', { timeout: 100_000 });
  await expect(report).toContainText('Not sent2');
  await expect(report.getByRole('button', { name: 'Copy 140 links' })).toBeVisible();
  const twice = northwind.sandbox.query(
    'SELECT account_id, lower(email) AS email, count(*) AS n FROM invitations GROUP BY 1, 2 HAVING n > 1',
  );
  expect(twice.filter(({ email }) => String(email).endsWith('@new-agency.example'))).toEqual([]);
});

test('a batch is taken back as far as it can be, and its sent rows are locked', async ({ start, amazon }) => {
  const northwind = await amazon('Northwind');
  const app = await start();
  const { page, screens } = app;
  await screens.connectAndSignIn(northwind.form, signedInAt);
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' }).first()).toBeVisible();
  await draft(app, people('Copper Kettle Coffee', 3));
  await batchButton(page, 'Amazon sends e-mail').click();
  await batchButton(page, 'Send').click();
  const asking = screens.dialog(/^Send/);
  await expect(asking).toContainText('Amazon will send 3 e-mails');
  await asking.getByRole('button', { name: 'Send 3 invitations' }).click();
  await expect(page.getByText('3 done').first()).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await screens.row('Batches', 'New batch').getByRole('link').click();
  await page.locator('.batch-grid [aria-rowindex="2"] > [aria-colindex="3"]').click();
  await page.keyboard.type('x');
  await expect(page.getByText('This row was sent and is locked.')).toBeAttached();

  await batchButton(page, 'Report').click();
  await screens
    .dialog(/^Report/)
    .getByRole('button', { name: 'Undo batch…' })
    .click();
  await screens.dialog(/^Undo/).getByRole('button', { name: 'Revoke 3 invitations' }).click();
  await expect
    .poll(
      () =>
        northwind.sandbox.query(
          "SELECT count(*) AS n FROM invitations WHERE state = 'REVOKED' AND email LIKE '%@new-agency.example'",
        )[0],
    )
    .toEqual({ n: 3 });
});
