import type { TestAmazon } from '../../support/desktop/amazon';
import { expect, test } from '../../support/desktop/fixture';

const countIn = ({ sandbox }: TestAmazon, sql: string): number =>
  Number(sandbox.query(`SELECT count(*) AS count FROM ${sql}`)[0]?.['count']);

test('more than 1,000 are selected and revoked in one run; those out of reach are listed and left as they are', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind', { accounts: 4, invitations: 1_060 });
  const harbour = await amazon('Harbour', { seed: 22, accounts: 2, invitations: 10 });
  const { page, screens } = await startSignedIn(northwind);
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('menuitem', { name: 'Connect Amazon Ads' }).click();
  await screens.connect(harbour.form);
  await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts').filter({ hasText: 'Harbour' })).not.toHaveCount(0);
  await expect(screens.rows('Accounts').filter({ hasText: 'Not checked' })).toHaveCount(0);
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Sign out of Harbour' }).click();

  const [near, far] = [countIn(northwind, 'invitations'), countIn(harbour, 'invitations')];
  const all = (near + far).toLocaleString('en');
  await screens.goTo('Invitations');
  await expect(screens.heading(`Invitations (${all})`)).toBeVisible();
  await screens.selectAllOnPage();
  await page.getByRole('button', { name: `Select all ${all} that match` }).click();
  await expect(screens.text(/^[\d,]+ selected$/)).toHaveText(`${near.toLocaleString('en')} selected`);
  const left = `${String(far)} invitations more are left out: you’re signed out of its connection`;
  await expect(screens.text(left)).toBeVisible();
  await expect(page.getByRole('button', { name: /that match$/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(screens.dialog(/^Revoke/)).toContainText(left);
  await screens
    .dialog(/^Revoke/)
    .getByLabel(`Type ${String(near)} to confirm`)
    .fill(String(near));
  await page.getByRole('button', { name: `Revoke ${near.toLocaleString('en')} invitations` }).click();
  await expect(
    screens.heading(new RegExp(`^Revoke ${near.toLocaleString('en')} invitations of \\d accounts$`)),
  ).toBeVisible();
  await screens.sendNow(/^Revoke/);
  await expect
    .poll(() => countIn(northwind, `invitations WHERE state = 'REVOKED'`), { timeout: 90_000 })
    .toBe(near);
  await expect(screens.text(`${near.toLocaleString('en')} revoked.`)).toBeVisible();
  expect(countIn(harbour, `invitations WHERE state = 'PENDING'`)).toBe(far);
});
