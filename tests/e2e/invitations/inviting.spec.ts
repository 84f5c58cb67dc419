import type { Page } from '@playwright/test';
import { expect, test } from '../../support/desktop/fixture';

const rosa = {
  emailAddress: 'rosa.lind@northwind-media.example',
  userName: 'Rosa Lind',
  role: 'viewer',
} as const;

const accountsField = (page: Page) => page.getByRole('button', { name: /^Accounts/ });

test('several people and accounts: each person is invited to each account', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const { page, screens } = await startSignedIn(northwind);
  await screens.goTo('Home');
  await page.getByRole('button', { name: 'Invite people' }).click();

  // As pasted from a mail program, without a role.
  const add = page.getByRole('combobox', { name: 'Add people' });
  await add.fill('Rosa Lind <rosa.lind@northwind-media.example>; Tariq Aziz <tariq@northwind-media.example>');
  await add.press('Enter');
  await expect(page.getByLabel('Name of person 2', { exact: true })).toHaveValue('Tariq Aziz');
  for (const person of ['person 1', 'person 2']) {
    await expect(page.getByRole('button', { name: `Role of ${person}` })).toContainText('Viewer');
  }

  await accountsField(page).click();
  await page.getByRole('option', { name: /^Copper Kettle Coffee/ }).click();
  await page.getByRole('option', { name: /^Juniper & Pine Home/ }).click();
  await page.keyboard.press('Escape');
  await screens.chooseMail(false);
  await expect(screens.text('2 viewers. No email: you share the links.')).toBeVisible();
  const send = page.getByRole('button', { name: /^Invite \d/ });
  await expect(send).toHaveText('Invite 2 people to 2 accounts (4 invitations)');
  await send.click();
  expect(await screens.results()).toBe('4 invited');
  const results = screens.dialog('Results');
  await expect(results.getByRole('button', { name: 'Copy 4 links' })).toBeVisible();
  await expect(results.getByRole('button', { name: 'Copy 4 messages' })).toBeVisible();
  // The IDs are for support; they are there, folded away.
  await expect(results.getByText(/^inv-/).first()).toBeHidden();
  await results.getByRole('button', { name: 'Invitation IDs' }).click();
  await expect(results.getByText(/^inv-/).first()).toBeVisible();
  const sent = northwind.proxy.calls.filter(
    ({ method, path }) => method === 'POST' && path === '/user-invitations',
  );
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ headers }) => headers['amazon-ads-accountid'])).size).toBe(2);
  await screens.closeResults();

  // The next time the email choice is as it was, and people invited before are offered.
  await expect(screens.heading('Invitations')).toBeVisible();
  await page.getByRole('button', { name: 'Invite people' }).click();
  await expect(page.getByRole('radio', { name: 'No email: I’ll share links' })).toBeChecked();
  await page.getByRole('combobox', { name: 'Add people' }).fill('tariq');
  await page
    .getByRole('option', { name: /tariq@northwind-media\.example/ })
    .first()
    .click();
  await expect(page.getByLabel('Email of person 1', { exact: true })).toHaveValue(
    'tariq@northwind-media.example',
  );
});

test('the accounts on offer stay in their place while their list is open', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  // Nothing tells yet in which accounts Dana is only a viewer.
  northwind.proxy.fate = ({ path }) => (path.startsWith('/user-invitations') ? 'hold' : 'pass');
  const { page, screens } = await startSignedIn(northwind);
  const manageable = page.getByRole('option', { name: /^All accounts you manage \(/ });
  await screens.goTo('Home');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await accountsField(page).click();
  await expect(manageable).toHaveText('All accounts you manage (14 accounts)');
  const offered = await page.getByRole('option').allTextContents();

  await expect(screens.text(/^Refreshing/)).toBeVisible();
  northwind.proxy.fate = () => 'pass';
  northwind.proxy.release();
  await expect(screens.text(/^Refreshing/)).toHaveCount(0);
  await page.evaluate(() => window.amc.accounts.list({}));
  expect(await page.getByRole('option').allTextContents()).toEqual(offered);
  // Once the field has been left, what is known now is on offer.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a person' }).focus();
  await accountsField(page).click();
  await expect(manageable).toHaveText('All accounts you manage (12 accounts)');
});

test('all accounts a person manages are selected with one click', async ({ signedInApp }) => {
  const { page, screens } = signedInApp;
  await screens.goTo('Home');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([rosa]);
  await accountsField(page).click();
  await page.getByRole('option', { name: 'All accounts you manage (12 accounts)' }).click();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('button', { name: 'Invite 1 person to 12 accounts (12 invitations)' }),
  ).toBeVisible();
});

test('invitations just sent are revoked from their results, and more people are invited to the same accounts', async ({
  startSignedIn,
  amazon,
}) => {
  const { page, screens } = await startSignedIn(await amazon('Northwind'));
  await screens.openAccount('Copper Kettle Coffee');
  // Its instances are read in the background.
  await expect(page.getByRole('button', { name: '1 instance' })).toBeVisible();
  const before = await screens.rows('Invitations').count();
  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([rosa]);
  await page.getByRole('button', { name: /^Instances/ }).click();
  await page.getByRole('option', { name: /^Main/ }).click();
  await page.keyboard.press('Escape');
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  expect(await screens.results()).toBe('1 invited');
  await screens.dialog('Results').getByRole('button', { name: 'Invite more people' }).click();
  await expect(page.getByLabel('Email of person 1', { exact: true })).toHaveValue('');

  // Several accounts: a text, checked for each; a plan that is replaced is named before.
  await screens.fillPeople([rosa]);
  await accountsField(page).click();
  await page.getByRole('option', { name: /^Juniper & Pine Home/ }).click();
  await page.keyboard.press('Escape');
  const written = page.getByRole('textbox', { name: 'Instances' });
  await written.fill('Nowhere');
  await page.getByRole('button', { name: /^Invite 1 person to 2 accounts/ }).click();
  await expect(written).toBeFocused();
  await expect(screens.text(/Copper Kettle Coffee has no instance named “Nowhere”/)).toBeVisible();
  await written.fill('ALL');
  await expect(screens.text('1 earlier plan is replaced')).toBeVisible();
  await expect(screens.text(/in Copper Kettle Coffee: Replaces the plan from .*: Main\./)).toBeVisible();
  await page.getByRole('button', { name: 'Role of person 1' }).click();
  await page.getByRole('option', { name: 'Admin' }).click();
  await expect(written).toBeDisabled();
  await expect(screens.text(/^Admins can open every instance/)).toBeVisible();
  await page.getByRole('button', { name: 'Role of person 1' }).click();
  await page.getByRole('option', { name: 'Viewer' }).click();
  await expect(written).toHaveValue('ALL');
  await written.fill('Elsewhere');
  await page.getByRole('button', { name: 'Remove Juniper & Pine Home' }).click();
  await expect(screens.text(/Copper Kettle Coffee has no instance named “Elsewhere”/)).toBeVisible();
  // Its instances can be selected now, but not before the typing ends.
  await written.fill('Main');
  await expect(screens.text(/has no instance named/)).toHaveCount(0);
  await expect(written).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Instances/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Main' })).toBeVisible();
  await screens.fillPeople([{ ...rosa, emailAddress: 'second@northwind-media.example' }]);
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  expect(await screens.results()).toBe('1 invited');

  await screens.dialog('Results').getByRole('button', { name: 'Undo' }).click();
  // One dialog at a time.
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await screens.dialog('Undo 1 invitation?').getByRole('button', { name: 'Revoke 1 invitation' }).click();
  expect(await screens.results()).toBe('1 revoked');
  await screens.closeResults();
  await expect(screens.rows('Invitations')).toHaveCount(before + 1);
  await expect(screens.row('Invitations', rosa.emailAddress)).toBeVisible();
});

test('sending an incomplete form focuses the first field to correct', async ({ signedInApp }) => {
  const { page, screens } = signedInApp;
  await screens.goTo('Home');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([{ ...rosa, emailAddress: 'not an address' }]);
  await page.getByRole('button', { name: 'Invite 1 person' }).click();
  const email = page.getByLabel('Email of person 1', { exact: true });
  await expect(email).toBeFocused();
  await expect(email).toBeInViewport();
  await expect(screens.text('3 fields to correct')).toBeVisible();
  await email.fill(rosa.emailAddress);
  await page.getByRole('button', { name: 'Invite 1 person' }).click();
  await expect(accountsField(page)).toBeFocused();
  await expect(screens.text('Select at least one account.')).toBeVisible();
});

test('an account for sponsored ads is marked, and confirmed once before its users are changed', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind', { instantAccessAccounts: 1 });
  const { page, screens } = await startSignedIn(northwind);
  const invitationsSent = () =>
    northwind.proxy.calls.filter(({ method, path }) => method === 'POST' && path === '/user-invitations');
  // Its instances are read in the background.
  const marked = page.getByRole('row').filter({ hasText: 'Sponsored ads only' });
  await expect(marked).toHaveCount(1);
  await marked.getByRole('link').first().click();
  await page.getByRole('button', { name: /^\d instances?$/ }).click();
  const instances = page.getByRole('dialog', { name: 'Instances' });
  await expect(instances.getByText(/^amc\w+ · SPONSORED_ADS · status COMPLETED$/).first()).toBeVisible();
  const readings = () => northwind.proxy.calls.filter(({ path }) => path.startsWith('/amc/instances')).length;
  const before = readings();
  await instances.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(readings).toBe(before + 1);
  await instances.getByRole('button', { name: 'Close the instances' }).click();

  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([rosa]);
  await screens.chooseMail(false);
  const confirmation = page.getByRole('checkbox', { name: /^Change users of / });
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  await expect(screens.text('Confirm the accounts for sponsored ads.')).toBeVisible();
  await expect(confirmation).toBeFocused();
  expect(invitationsSent()).toHaveLength(0);
  await confirmation.check();
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  // Accounts from instant access refuse it.
  expect(await screens.results()).toBe('1 failed');
  expect(invitationsSent()).toHaveLength(1);
  await screens.closeResults();
  await expect(confirmation).toHaveCount(0);
});
