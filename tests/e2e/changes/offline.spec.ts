import { expect, test, type StartedApp } from '../../support/desktop/fixture';

const account = 'Copper Kettle Coffee';

/** There is one notice, about Amazon, however much fails or waits because of it. */
async function saysItOnce({ screens }: StartedApp, more = ''): Promise<void> {
  await expect(screens.notices().getByRole('listitem')).toHaveCount(1);
  await expect(screens.notices()).toContainText('Can’t reach Amazon right now');
  await expect(screens.notices()).toContainText(more);
  await expect(screens.text('Couldn’t be read')).toHaveCount(0);
  await expect(screens.text(/couldn’t be read|not read$/)).toHaveCount(0);
}

test('offline, one cause is one message on every screen; what is queued goes out once, when the network is back', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens, electron } = app;
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);

  northwind.proxy.fate = () => 'dropBefore';
  await page.getByRole('button', { name: 'Refresh' }).click();
  await saysItOnce(app);
  await screens.goTo('Home');
  await saysItOnce(app);

  await screens.goTo('Accounts');
  await screens.openAccount(account);
  await page.getByRole('button', { name: 'Invite people' }).click();
  await expect(screens.text(/What you send goes out when you’re back online/)).toBeVisible();
  await screens.fillPeople([
    { emailAddress: 'rosa@northwind-media.example', userName: 'Rosa', role: 'viewer' },
  ]);
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  await expect(screens.dialog('Results')).toContainText('1 change goes out when you’re back online');
  await screens.closeResults();
  await saysItOnce(app, '1 change goes out when you’re back online');

  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  await electron.evaluate(
    ({ clipboard }, text) => clipboard.writeText(text),
    ['noor', 'mira'].map((name) => `${account}\t${name}@northwind-media.example\t${name}\tviewer`).join('\n'),
  );
  await page.locator('.batch-grid [aria-rowindex="2"] > [aria-colindex="2"]').click();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('button', { name: 'Ready (2)' })).toBeVisible();
  await page.getByRole('button', { name: 'I share the links' }).click();
  await expect(screens.text('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await screens.dialog(/^Send/).getByRole('button', { name: 'Send 2 invitations' }).click();
  await expect(screens.heading(/^Invite 2 people/)).toBeVisible();
  await expect(screens.text('Goes out when you’re back online').first()).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await expect(screens.row('Batches', '2 queued: goes out when you’re back online')).toBeVisible();
  await saysItOnce(app, '3 changes go out when you’re back online');

  northwind.proxy.fate = () => 'pass';
  // The app may have noticed it before anyone presses the button.
  const tryAgain = screens.notices().getByRole('button', { name: 'Try again' });
  await expect(async () => {
    if (await tryAgain.isEnabled({ timeout: 500 }).catch(() => false)) await tryAgain.click({ timeout: 500 });
    await expect(screens.row('Batches', 'Sent')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(screens.notices()).not.toContainText('Can’t reach Amazon');
  await screens.goTo('Operations');
  await expect(screens.text('Goes out when you’re back online')).toHaveCount(0);
  await expect(screens.rows('Finished').filter({ hasText: 'invited' })).toHaveCount(2);
  expect(
    northwind.sandbox.query(
      `SELECT email, count(*) AS times FROM invitations
       WHERE email IN ('rosa@northwind-media.example', 'noor@northwind-media.example', 'mira@northwind-media.example')
       GROUP BY email ORDER BY email`,
    ),
  ).toEqual(['mira', 'noor', 'rosa'].map((name) => ({ email: `${name}@northwind-media.example`, times: 1 })));
  const sent = northwind.proxy.calls.filter(
    ({ method, path }) => method === 'POST' && path === '/user-invitations',
  );
  expect(sent).toHaveLength(2);
});
