import { expect, test } from '../../support/desktop/fixture';

const people = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `Person ${index} <person.${index}@northwind-media.example>`,
  ).join('; ');

test('a restart keeps everything and needs no browser', async ({ start }) => {
  const first = await start();
  await first.screens.exploreSandbox();
  await first.screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(first.screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  await first.page.getByRole('button', { name: 'Favorite Copper Kettle Coffee' }).click();
  await first.screens.goTo('Settings');
  await first.page.getByRole('button', { name: 'Dark' }).click();
  await first.quit();

  const { page, screens } = await start();
  await screens.goTo('Accounts');
  await expect(screens.rows('Accounts')).toHaveCount(14);
  await expect(screens.rows('Accounts').first()).toContainText('Copper Kettle Coffee');
  await expect(page.locator('body')).toHaveClass(/dark/);
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(screens.text(/sign in/i)).toHaveCount(0);
  await screens.goTo('Settings');
  await expect(screens.row('Connections', 'Sandbox')).toContainText('Signed in');
});

test('without a network the stored copy stays on screen, with its age and the reason; once it is back, the notices disappear', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const { page, screens } = await startSignedIn(northwind);
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  await screens.openAccount('Copper Kettle Coffee');
  await expect(screens.rows('Invitations')).toHaveCount(2);

  await test.step('once the network is back, the app reads what it couldn’t before', async () => {
    northwind.proxy.fate = () => 'dropBefore';
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(screens.notices()).toContainText('Can’t reach Amazon right now');
    await expect(screens.text('Offline', { exact: true })).toBeVisible();

    northwind.proxy.fate = () => 'pass';
    // A failed request is followed by the next one, up to a minute later.
    await expect(screens.notices()).not.toContainText('Can’t reach Amazon');
    await expect(screens.text('Offline', { exact: true })).toHaveCount(0);
  });

  await northwind.stop();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(screens.notices()).toContainText(/turned away/);
  await expect(screens.notices()).toContainText('as of');
  await expect(screens.rows('Invitations')).toHaveCount(2);

  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([
    { emailAddress: 'rosa@northwind-media.example', userName: 'Rosa', role: 'viewer' },
  ]);
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  // It is recorded, and waits for the network unless the person stops it.
  await expect(screens.dialog('Results')).toContainText('Can’t reach Amazon right now');
  await screens.closeResults();
  await screens.goTo('Operations');
  await page.getByRole('button', { name: /^Stop: / }).click();
  await page.getByRole('button', { name: 'Stop 1 change' }).click();
  await expect(screens.row('Failed', 'rosa@northwind-media.example')).toContainText('Nothing reached Amazon');
});

test('51 people are invited in calls of 50 and 1', async ({ startSignedIn, amazon }) => {
  const northwind = await amazon('Northwind');
  const { page, screens } = await startSignedIn(northwind);
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page.getByRole('textbox', { name: 'People' }).fill(people(51));
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await page.getByRole('button', { name: 'Make all viewers' }).click();
  await expect(screens.text('51 people = 2 calls')).toBeVisible();
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 51 people' }).click();
  expect(await screens.results()).toBe('51 invited');
  const sizes = northwind.proxy.calls
    .filter(({ method, path }) => method === 'POST' && path === '/user-invitations')
    .map(
      ({ body }) => (JSON.parse(body) as { userInvitationRequests: unknown[] }).userInvitationRequests.length,
    );
  expect(sizes).toEqual([50, 1]);
});
