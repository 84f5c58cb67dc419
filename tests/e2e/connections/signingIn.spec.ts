import { once } from 'node:events';
import { createServer } from 'node:http';
import { signInOverHttp } from '../../support/amazon/signInOverHttp';
import { expect, test } from '../../support/desktop/fixture';

test('a sign-in link works once, and a sign-in that fails says why, and can be retried, also by another Amazon user', async ({
  start,
  amazon,
}) => {
  const { page, screens } = await start();
  await screens.exploreSandbox();
  const link = await test.step('if no browser can be opened, the link can be copied', async () => {
    // The virtual desktop of these tests has no browser; others have.
    if (process.platform === 'linux') {
      await expect(screens.text('Couldn’t open your browser')).toBeVisible();
    }
    const earlier = await screens.signInLink();
    const copy = screens.dialog('Waiting for your browser').getByRole('button', { name: 'Copy link' });
    await copy.click();
    const shown = page.getByRole('textbox', { name: 'Sign-in link' });
    await expect(shown).not.toHaveValue(earlier);
    expect((await fetch(earlier)).status, 'a newer link replaces it').toBe(410);
    return shown.inputValue();
  });

  await test.step('declined in the browser', async () => {
    // A prefetch uses nothing up.
    expect((await fetch(link, { headers: { 'sec-purpose': 'prefetch' } })).status).toBe(503);
    await signInOverHttp(link, { identity: 'dana', decision: 'deny' });
    const ended = screens.dialog('Not signed in to Sandbox');
    await expect(ended).toBeVisible();
    await expect(signInOverHttp(link, { identity: 'dana', decision: 'allow' })).rejects.toThrow();
    await expect(ended).toContainText('choose Allow');
    await page.getByRole('button', { name: 'Try again' }).click();
    await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
    await expect(screens.rows('Accounts')).toHaveCount(14);
  });

  await test.step('another Amazon user: the one before stays until the person agrees', async () => {
    await screens.goTo('Settings');
    await page.getByRole('button', { name: 'Sign out of Sandbox' }).click();
    await page.getByRole('button', { name: 'Sign in to Sandbox' }).click();
    await screens.signInInBrowser({ identity: 'priya', decision: 'allow' });
    await expect(screens.dialog('Another Amazon user signed in')).toContainText('Priya Raman');
    await page.getByRole('button', { name: 'Keep the previous user' }).click();
    await expect(screens.row('Connections', 'Sandbox')).toContainText('Dana Whitfield');
  });

  await test.step('an answer with a wrong state does not end the waiting; Cancel does', async () => {
    await page.getByRole('button', { name: 'Sign in to Sandbox' }).click();
    const forged = new URL('/callback', await screens.signInLink());
    forged.search = '?code=stolen&state=forged';
    expect((await fetch(forged)).status).toBe(400);
    await expect(screens.dialog('Waiting for your browser')).toBeVisible();

    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(screens.dialog('Waiting for your browser')).toHaveCount(0);
    await expect(fetch(forged)).rejects.toThrow();
    await expect(screens.row('Connections', 'Sandbox')).toContainText('Signed out');
  });

  await test.step('the port is busy', async () => {
    const { form } = await amazon('Northwind');
    const other = createServer().listen(form.returnPort, '127.0.0.1');
    await once(other, 'listening');
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await page.getByRole('menuitem', { name: 'Connect Amazon Ads' }).click();
    await screens.connect(form);
    const ended = screens.dialog('Not signed in to Northwind');
    await expect(ended).toContainText(`Port ${form.returnPort} is already in use`);
    other.close();
    await once(other, 'close');
    await page.getByRole('button', { name: 'Try again' }).click();
    await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
    await expect(screens.rows('Accounts').filter({ hasText: 'Northwind' })).toHaveCount(14);
  });

  await test.step('a takeover is confirmed for one Amazon user: a third one needs another confirmation', async () => {
    await screens.goTo('Settings');
    await screens.row('Connections', 'Sandbox').getByRole('button', { name: 'Sign in to Sandbox' }).click();
    const other = screens.dialog('Another Amazon user signed in');
    await screens.signInInBrowser({ identity: 'priya', decision: 'allow' });
    await expect(other).toContainText('Priya Raman');
    await other.getByRole('button', { name: 'Use this Amazon user' }).click();
    await screens.signInInBrowser({ identity: 'sam', decision: 'allow' });
    await expect(other).toContainText('Sam Okafor');
    await expect(screens.row('Connections', 'Sandbox')).toContainText('Dana Whitfield');
    await other.getByRole('button', { name: 'Use this Amazon user' }).click();
    await screens.signInInBrowser({ identity: 'sam', decision: 'allow' });
    await expect(screens.row('Connections', 'Sandbox')).toContainText('Sam Okafor');
    await expect(screens.dialog('Is this you?')).toHaveCount(0);
  });
});

test('without a keychain, sign-ins work until the app quits, and it says so', async ({ start }) => {
  const env = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
  const first = await start({ env });
  await first.screens.exploreSandbox();
  await first.screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(first.screens.rows('Accounts')).toHaveCount(14);
  await expect(first.screens.text('Sign-ins last until you quit')).toBeVisible();
  await first.quit();

  const second = await start({ env });
  await second.screens.goTo('Accounts');
  await expect(second.screens.rows('Accounts')).toHaveCount(14);
  await expect(second.screens.text('asks you to sign in to “Sandbox” again')).toBeVisible();
  await second.page.getByRole('button', { name: 'Sign in to Sandbox' }).click();
  await second.screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect(second.screens.text('asks you to sign in')).toHaveCount(0);
});

test('with only a client ID the hour ends in the middle of work: nothing typed is lost, and work continues', async ({
  start,
  amazon,
}) => {
  const { form, proxy, sandbox } = await amazon('Northwind');
  const { page, screens } = await start();
  await screens.connectAndSignIn({ ...form, clientSecret: '' }, { identity: 'dana', decision: 'allow' });
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([
    { emailAddress: 'rosa@northwind-media.example', userName: 'Rosa', role: 'viewer' },
  ]);
  await screens.chooseMail(false);
  await sandbox.expireTokens('dana');
  const answer = await page.evaluate(async () => {
    const [connection] = await window.amc.connections
      .list()
      .then((listed) => ('ok' in listed ? listed.ok.connections : []));
    return window.amc.accounts.refresh({ connectionId: connection?.connectionId ?? '' });
  });
  expect(answer).toMatchObject({ error: { code: 'SIGN_IN_REQUIRED' } });

  await expect(screens.text('asks you to sign in to “Northwind” again')).toBeVisible();
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  await expect(screens.dialog('Results')).toContainText('1 queued');
  await expect(screens.dialog('Results')).toContainText('sign in again');
  await screens.closeResults();
  const sent = () =>
    proxy.calls.filter(({ method, path }) => method === 'POST' && path === '/user-invitations').length;
  expect(sent()).toBe(0);

  await page.getByRole('button', { name: 'Sign in to Northwind' }).first().click();
  await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect.poll(sent).toBe(1);
  // With the link, which the sign-in's dialog blocks until it has closed; keys would be lost on it.
  await screens.goTo('Operations');
  await expect(screens.row('Finished', '1 invited')).toBeVisible();
  expect(sent()).toBe(1);
});

test('after a first sign-in the app asks who that is: a no signs out and deletes, a yes is remembered', async ({
  start,
}) => {
  const first = await start();
  const { page, screens } = first;
  const question = screens.dialog('Is this you?');
  await screens.exploreSandbox();
  await screens.signInInBrowser({ identity: 'priya', decision: 'allow' });
  await expect(question).toContainText('Priya Raman');
  await question.getByRole('button', { name: 'No, sign out' }).first().click();
  await expect(question).toHaveCount(0);
  await screens.goTo('Settings');
  await expect(screens.row('Connections', 'Sandbox')).toContainText('Signed out');
  await expect(screens.row('Connections', 'Sandbox')).not.toContainText('Priya Raman');

  await page.getByRole('button', { name: 'Sign in to Sandbox' }).click();
  await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect(question).toContainText('Dana Whitfield');
  await first.quit();

  // Nobody has answered yet, so it asks again.
  const second = await start();
  await second.screens.dialog('Is this you?').getByRole('button', { name: 'Yes, that’s me' }).click();
  await second.screens.goTo('Settings');
  await expect(second.screens.row('Connections', 'Sandbox')).toContainText('Dana Whitfield');
  await second.page.getByRole('button', { name: 'Sign out of Sandbox' }).click();
  await second.page.getByRole('button', { name: 'Sign in to Sandbox' }).click();
  await second.screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect(second.screens.row('Connections', 'Sandbox')).toContainText('Signed in');
  await expect(second.screens.dialog('Is this you?')).toHaveCount(0);
});
