import { once } from 'node:events';
import { createServer } from 'node:http';
import { signInOverHttp } from '../support/signInOverHttp';
import { expect, test } from '../support/desktop/fixture';

test('a sign-in that fails says why, and can be tried again', async ({ start, amazon }) => {
  test.setTimeout(120_000);
  const { page, screens } = await start();

  await test.step('declined in the browser', async () => {
    await screens.exploreSandbox();
    await screens.signInInBrowser({ decision: 'deny' });
    const ended = screens.dialog('Not signed in to Sandbox');
    await expect(ended).toContainText('choose Allow');
    await page.getByRole('button', { name: 'Try again' }).click();
    await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
    await expect(screens.rows('Accounts')).toHaveCount(14);
  });

  await test.step('another Amazon user: the one before stays until the person agrees', async () => {
    await screens.goTo('Settings');
    await page.getByRole('button', { name: 'Sign out of Sandbox' }).click();
    await page.getByRole('button', { name: 'Sign in to Sandbox' }).click();
    await screens.signInInBrowser({ identity: 'priya', decision: 'allow' });
    await expect(screens.dialog('Another Amazon user signed in')).toContainText('Priya Raman');
    await page.getByRole('button', { name: 'Keep the one before' }).click();
    await expect(screens.row('Connections', 'Sandbox')).toContainText('Dana Whitfield');
  });

  await test.step('an answer with a wrong state does not end the waiting; Cancel does', async () => {
    await page.getByRole('button', { name: 'Sign in to Sandbox' }).click();
    const link = new URL(await screens.signInLink());
    const forged = new URL(link.searchParams.get('redirect_uri') ?? '');
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
    await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
    await expect(screens.rows('Accounts').filter({ hasText: 'Northwind' })).toHaveCount(14);
  });
});

test('with no keychain it works until it quits, and says so', async ({ start }) => {
  const env = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
  const first = await start({ env });
  await first.screens.exploreSandbox();
  await first.screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
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

test('with only a client ID the hour ends in the middle of work: nothing typed is lost, and it goes on', async ({
  start,
  amazon,
}) => {
  // Good for a few seconds: the app renews, or asks again, a minute before the end.
  const { form, proxy } = await amazon('Northwind', { accessTokenSeconds: 66 });
  const { page, screens } = await start();
  await screens.connectAndSignIn({ ...form, clientSecret: '' }, { identity: 'dana', decision: 'allow' });
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([
    { emailAddress: 'rosa@northwind-media.example', userName: 'Rosa', role: 'viewer' },
  ]);
  await screens.chooseMail(false);
  await expect(async () => {
    const answer = await page.evaluate(async () => {
      const [connection] = await window.amc.connections
        .list()
        .then((listed) => ('ok' in listed ? listed.ok.connections : []));
      return window.amc.accounts.refresh({ connectionId: connection?.connectionId ?? '' });
    });
    expect(answer).toMatchObject({ error: { code: 'SIGN_IN_REQUIRED' } });
  }).toPass();

  await expect(screens.text('asks you to sign in to “Northwind” again')).toBeVisible();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(screens.dialog('Results')).toContainText('1 under way');
  await expect(screens.dialog('Results')).toContainText('sign in again');
  await screens.closeResults();
  const sent = () =>
    proxy.calls.filter(({ method, path }) => method === 'POST' && path === '/user-invitations').length;
  expect(sent()).toBe(0);

  await page.getByRole('button', { name: 'Sign in to Northwind' }).first().click();
  await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect.poll(sent).toBe(1);
  // By the link, which the sign-in's dialog keeps from being reached until it has gone; keys would be lost on it.
  await screens.goTo('Operations');
  await expect(screens.row('Ended', '1 done')).toBeVisible();
  expect(sent()).toBe(1);
});

test('the sign-in link works once; where no browser can be opened, it is there to copy', async ({
  start,
}) => {
  const { screens } = await start();
  await screens.exploreSandbox();
  // The virtual desktop of these tests has no browser; others have.
  if (process.platform === 'linux') {
    await expect(screens.text('Your browser could not be opened')).toBeVisible();
  }
  const link = await screens.signInLink();
  await signInOverHttp(link, { identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts')).toHaveCount(14);
  await expect(signInOverHttp(link, { identity: 'dana', decision: 'allow' })).rejects.toThrow();
});
