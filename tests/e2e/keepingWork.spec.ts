import { expect, test } from '../support/desktop/fixture';

const people = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `Person ${index} <person.${index}@northwind-media.example>`,
  ).join('; ');

test('a restart keeps everything and needs no browser', async ({ start }) => {
  const first = await start();
  await first.screens.exploreSandbox();
  await first.screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect(first.screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  await first.page.getByRole('button', { name: 'Favourite Copper Kettle Coffee' }).click();
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
  await expect(page.getByText(/sign in/i)).toHaveCount(0);
  await screens.goTo('Settings');
  await expect(screens.row('Connections', 'Sandbox')).toContainText('Signed in');
});

test('with no network the stored copy stays on screen, with its age and the reason', async ({
  start,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const { page, screens } = await start();
  await screens.connectAndSignIn(northwind.form, { identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  await screens.openAccount('Copper Kettle Coffee');
  await expect(screens.rows('Invitations')).toHaveCount(2);

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
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  // It is written down, and waits for the network as long as the person does not stop it.
  await expect(screens.dialog('Results')).toContainText('Northwind: no way to Amazon right now');
  await screens.closeResults();
  await screens.goTo('Operations');
  await page.getByRole('button', { name: /^Stop: / }).click();
  await page.getByRole('button', { name: 'Stop 1 change' }).click();
  await expect(screens.row('Failed', 'rosa@northwind-media.example')).toContainText('Nothing reached Amazon');
});

test('a lost answer is in doubt: nobody is invited twice, and a restart still shows it', async ({
  start,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const first = await start();
  await first.screens.connectAndSignIn(northwind.form, { identity: 'dana', decision: 'allow' });
  await first.screens.openAccount('Copper Kettle Coffee');
  await first.page.getByRole('button', { name: 'Invite people' }).click();
  const rosa = {
    emailAddress: 'rosa@northwind-media.example',
    userName: 'Rosa Lind',
    role: 'viewer',
  } as const;
  await first.screens.fillPeople([rosa]);
  await first.screens.chooseMail(true);
  northwind.proxy.fate = ({ method, path }) =>
    method === 'POST' && path === '/user-invitations' ? 'dropAfter' : 'pass';
  await first.page.getByRole('button', { name: 'Invite', exact: true }).click();
  expect(await first.screens.results()).toBe('1 invitation: 1 in doubt.');
  const results = first.screens.dialog('Results');
  await expect(results).toContainText('reads Amazon’s list about a minute later');
  await first.screens.closeResults();
  await first.quit();

  const { page, screens } = await start();
  await screens.goTo('Accounts');
  await screens.openAccount('Copper Kettle Coffee');
  await expect(screens.notices()).toContainText('1 change in doubt');
  await expect(screens.row('Invitations', rosa.emailAddress)).toBeVisible();
  await page.getByRole('link', { name: 'Show changes in doubt' }).click();
  await expect(screens.heading('Operations')).toBeVisible();
  await expect(screens.row('In doubt', rosa.emailAddress)).toBeVisible();
  const sent = northwind.proxy.calls.filter(
    ({ method, path }) => method === 'POST' && path === '/user-invitations',
  );
  expect(sent).toHaveLength(1);
});

test('51 people go out as calls of 50 and 1', async ({ start, amazon }) => {
  const northwind = await amazon('Northwind');
  const { page, screens } = await start();
  await screens.connectAndSignIn(northwind.form, { identity: 'dana', decision: 'allow' });
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByRole('button', { name: 'Paste many people' }).click();
  await page.getByRole('textbox', { name: 'People' }).fill(people(51));
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await page.getByRole('button', { name: 'Make all viewers' }).click();
  await expect(page.getByText('51 people = 2 calls')).toBeVisible();
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 51 people' }).click();
  expect(await screens.results()).toBe('51 invitations: 51 done.');
  const sizes = northwind.proxy.calls
    .filter(({ method, path }) => method === 'POST' && path === '/user-invitations')
    .map(
      ({ body }) => (JSON.parse(body) as { userInvitationRequests: unknown[] }).userInvitationRequests.length,
    );
  expect(sizes).toEqual([50, 1]);
});
