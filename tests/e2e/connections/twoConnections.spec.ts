import { expect, test } from '../../support/desktop/fixture';

test('two connections each have their own accounts, and never share tokens', async ({ start, amazon }) => {
  const northwind = await amazon('Northwind', { seed: 11, accounts: 3, invitations: 9 });
  const harbour = await amazon('Harbour', { seed: 22, accounts: 5, invitations: 10 });
  const { page, screens } = await start();
  await screens.connectAndSignIn(northwind.form, { identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts')).toHaveCount(3);
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('menuitem', { name: 'Connect Amazon Ads' }).click();
  await screens.connect(harbour.form);
  await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts')).toHaveCount(8);
  await expect(screens.rows('Accounts').filter({ hasText: 'Not checked' })).toHaveCount(0);
  await expect(screens.rows('Accounts').filter({ hasText: 'Harbour' })).toHaveCount(5);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();

  for (const [own, other] of [
    [northwind, harbour],
    [harbour, northwind],
  ] as const) {
    const carried = JSON.stringify(own.proxy.calls.map(({ headers, body }) => [headers, body]));
    expect(carried).toContain('Bearer Atza|');
    for (const token of other.secrets().filter((secret) => secret.startsWith('Atz'))) {
      expect(carried).not.toContain(token);
    }
  }
});

test('a viewer sees that they are one, and no controls to change anything, but a link to a connection that can', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const { page, screens } = await startSignedIn(
    { ...northwind, form: { ...northwind.form, name: 'As Priya' } },
    { identity: 'priya' },
  );
  await expect(screens.rows('Accounts').filter({ hasText: 'Viewer only' })).toHaveCount(9);
  await page.getByRole('link', { name: 'Copper Kettle Coffee', exact: true }).click();
  await expect(screens.text(/viewer here/i)).toBeVisible();
  await expect(page.getByRole('button', { name: /Invite people|Revoke|Resend/ })).toHaveCount(0);

  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('menuitem', { name: 'Connect Amazon Ads' }).click();
  await screens.connect(northwind.form);
  await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts').filter({ hasText: 'Viewer only' })).not.toHaveCount(0);
  await expect(screens.rows('Accounts').filter({ hasText: 'Not checked' })).toHaveCount(0);

  // Each account once, with both connections inside.
  await expect(screens.rows('Accounts').filter({ hasText: 'Copper Kettle Coffee' })).toHaveCount(1);
  const row = screens.row('Accounts', 'Copper Kettle Coffee');
  await expect(row.getByRole('listitem')).toHaveText([/Northwind.*Admin/, /As Priya.*Viewer only/]);
  await expect(row).toContainText('Yes');
  // The same with a few letters: opened through the best connection, or the one that is typed.
  const palette = page.getByRole('dialog', { name: 'Find people, accounts, batches, screens and actions' });
  const found = palette.getByRole('option', { name: /Copper Kettle Coffee/ });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('copper');
  await expect(found).toHaveText(/Northwind also As Priya$/);
  await page.keyboard.type(' priya');
  await expect(found).toHaveText(/As Priya also Northwind$/);
  await page.keyboard.press('Enter');
  await expect(screens.text('You’re a viewer here')).toBeVisible();

  // The switcher offers the account on screen through each of them, and every account once.
  await page.getByRole('button', { name: /^Account / }).click();
  const offered = page.getByRole('option', { name: /Copper Kettle Coffee/ });
  await expect(offered).toHaveText([/Northwind/, /As Priya/]);
  await offered.first().click();
  await expect(screens.text('You’re a viewer here')).toHaveCount(0);
  await page.keyboard.press('Control+2');
  await row.getByRole('link', { name: 'Open Copper Kettle Coffee through As Priya' }).click();
  await expect(screens.rows('Invitations').first()).toBeVisible();
  await expect(screens.text('You’re a viewer here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Invite people' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Open it through Northwind' }).click();
  await expect(page.getByRole('button', { name: 'Invite people' })).toBeVisible();
  await expect(screens.text('You’re a viewer here')).toHaveCount(0);
});
