import { expect, test } from '../../support/desktop/fixture';

test('a setup link fills in the form, and does nothing until the person agrees', async ({ welcomeApp }) => {
  const { page, screens } = welcomeApp;
  await page.keyboard.press('Control+6');
  await page
    .getByRole('textbox', { name: /^Paste a link/ })
    .fill('amc-access://connect?label=Harbour%20%26%20Co&region=fe&clientId=amzn1.harbour');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'View setup' }).click();
  await expect(screens.heading('Connect Amazon Ads')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Harbour & Co');
  await expect(page.getByLabel('Client ID', { exact: true })).toHaveValue('amzn1.harbour');
  await expect(screens.text('apac.account.amazon.com')).toBeVisible();
  await page.getByRole('button', { name: 'Connect and sign in' }).click();
  await expect(screens.text('Select this to continue')).toBeVisible();
  const connections = await page.evaluate(() => window.amc.connections.list());
  expect(connections).toEqual({ ok: { connections: [] } });
});
