import { expect, test } from '../../support/desktop/fixture';
import { still } from '../../support/desktop/layout/still';

test('a connection nobody could sign in to stays a draft: only one, in no banner, and reopened later', async ({
  start,
  amazon,
}) => {
  const { form } = await amazon('Northwind');
  const { page, screens, check, closed } = await still(await start());
  await page.getByRole('button', { name: 'Connect Amazon Ads' }).click();
  await screens.connect({ ...form, clientSecret: 'not-the-secret' });
  await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  const ended = screens.dialog('Not signed in to Northwind');
  await expect(ended).toContainText('client ID or the client secret');
  await check('A secret that Amazon rejected');
  await ended.getByRole('button', { name: 'Close' }).last().click();
  await closed();

  await screens.goTo('Home');
  await expect(screens.heading('Home')).toBeVisible();
  await expect(screens.notices()).not.toContainText('Northwind');
  await screens.goTo('Settings');
  await expect(screens.row('Connections', 'Northwind')).toContainText('Draft');
  await check('Settings with a draft');

  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('menuitem', { name: 'Connect Amazon Ads' }).click();
  await expect(screens.text('Your draft is still here')).toBeVisible();
  await check('A draft that is still there');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Northwind');
  await expect(page.getByLabel('Client ID', { exact: true })).toHaveValue(form.clientId);
  // The same secret is rejected again: what to correct comes first.
  await page.getByRole('button', { name: 'Connect and sign in' }).click();
  await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await ended.getByRole('button', { name: 'Edit connection' }).click();
  await page.getByRole('radio', { name: 'Replace it' }).check();
  await page.getByRole('textbox', { name: /^Client secret/ }).fill(form.clientSecret);
  await page.getByRole('button', { name: 'Connect and sign in' }).click();
  await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts')).toHaveCount(14);
  await screens.goTo('Settings');
  await expect(screens.rows('Connections')).toHaveCount(1);
});

test('several missing sign-ins share one banner, which can be dismissed', async ({ start, amazon }) => {
  const northwind = await amazon('Northwind');
  const { page, screens } = await start();
  await screens.connectAndSignIn(northwind.form, { identity: 'dana', decision: 'allow' });
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('menuitem', { name: 'Explore the sandbox' }).click();
  await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Sign out of Northwind' }).click();
  await page.getByRole('button', { name: 'Sign out of Sandbox' }).click();
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toHaveCount(2);
  await screens.goTo('Home');
  await expect(screens.notices()).toContainText('2 connections need you to sign in: Northwind, Sandbox.');
  await screens.notices().getByRole('button', { name: 'Dismiss' }).click();
  await expect(screens.notices()).not.toContainText('sign in');
});

test('people without a client ID, and people who were invited, find out what to do', async ({
  welcomeApp,
}) => {
  const { page, screens } = welcomeApp;
  await expect(page.getByRole('heading', { name: 'I was sent an invitation' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy a message to ask for a setup' })).toBeVisible();
  await page.getByRole('button', { name: 'Open my invitation' }).click();
  await expect(screens.heading('Redeem')).toBeVisible();
  await page.goBack();
  await expect(screens.heading('Welcome to AMC Access Manager')).toBeVisible();
  await page.getByRole('button', { name: 'Connect Amazon Ads' }).click();
  await page.getByLabel('Client ID', { exact: true }).fill('amzn1.oa2-cs.v1.0123');
  await expect(screens.text('This looks like a client secret.')).toBeVisible();
  await page.getByLabel('Client ID', { exact: true }).fill('amzn1.application-oa2-client.0123456789abcdef');
  await expect(screens.text('This looks like a client secret.')).toHaveCount(0);
  await page.getByRole('button', { name: 'I have no client ID' }).click();
  await expect(page.getByRole('button', { name: 'Copy a message to ask for it' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Apply for Amazon Ads API access/ })).toHaveAttribute(
    'href',
    /^https:\/\/advertising\.amazon\.com\//,
  );
});
