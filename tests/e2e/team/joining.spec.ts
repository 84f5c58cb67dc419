import type { Locator } from '@playwright/test';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';
import { writeInvitedTwice } from './support/invitedTwice';
import { passwordOf, startTeamServer, type TeamServer } from '../../support/team/teamServer';

let server: TeamServer;
test.beforeAll(async () => {
  server = await startTeamServer();
  await server.addMember('ben');
  await server.addMember('dana');
});
test.afterAll(() => server.remove());

/** Opens the dialog and fills it in. */
async function fillIn({ page, screens }: StartedApp, login: string, password: string): Promise<Locator> {
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Join a team…' }).click();
  const dialog = screens.dialog('Join a team');
  await dialog.getByLabel('Host').fill('127.0.0.1');
  await dialog.getByLabel('Port').fill(String(server.port));
  await dialog.getByLabel('Database', { exact: true }).fill('amc_team');
  await dialog.getByLabel('Login').fill(login);
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('radio', { name: /^None/ }).click();
  return dialog;
}

/** Joins as this member and shares nothing yet. */
async function join(app: StartedApp, login: string): Promise<void> {
  const dialog = await fillIn(app, login, passwordOf(login));
  await dialog.getByRole('button', { name: 'Join', exact: true }).click();
  const sharing = app.screens.dialog('Shared accounts');
  await sharing.getByRole('button', { name: 'Not now' }).click();
  await expect(app.screens.text('Connected', { exact: true })).toBeVisible();
}

test('a wrong password is named, the right one joins, accounts are shared by choice, the team can be left, and another one set up', async ({
  amazon,
  startSignedIn,
}) => {
  const app = await startSignedIn(await amazon('Agency'), { read: true });
  const { page, screens } = app;
  const dialog = await fillIn(app, 'ben', 'wrong');

  await test.step('test the connection', async () => {
    await dialog.getByRole('button', { name: 'Test connection' }).click();
    const findings = dialog.getByRole('list', { name: 'Result of the test' }).getByRole('listitem');
    await expect(findings.nth(2)).toContainText(
      'The database doesn’t accept this password for the login ben.',
    );
    await expect(findings.nth(3)).toContainText('Not tested yet');
    await dialog.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(dialog.getByText('You couldn’t join the team')).toBeVisible();
    await dialog.getByLabel('Password').fill(passwordOf('ben'));
    await dialog.getByRole('button', { name: 'Test connection' }).click();
    await expect(findings.nth(4)).toContainText('Ben can see all shared accounts, and may draft and send.');
    await expect(findings.nth(5)).toContainText('The database is set up for this version of the program.');
  });

  const raw = await server.rawAs('dana');
  const { realm, accountId } = await page.evaluate(async () => {
    const listed = await window.amc.accounts.list({});
    const account = 'ok' in listed ? listed.ok.accounts[0] : undefined;
    return { realm: account?.realm ?? '', accountId: account?.accountId ?? '' };
  });
  await raw.query('insert into amc.shared_accounts (realm, account_id, account_name) values ($1, $2, $3)', [
    realm,
    accountId,
    'Of Dana',
  ]);
  await raw.end();
  const administrator = await server.rawAs('anna');
  await administrator.query('insert into amc.rules (version, rule) values (1, $1)', [
    { ofANewerVersion: true },
  ]);
  await administrator.end();

  await test.step('share', async () => {
    await dialog.getByRole('button', { name: 'Join', exact: true }).click();
    const sharing = screens.dialog('Shared accounts');
    await expect(sharing.getByRole('row').filter({ hasText: 'Dana' })).toHaveCount(1);
    await expect(sharing.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await sharing.getByRole('row').filter({ hasText: 'Dana' }).getByRole('checkbox').check();
    await sharing.getByRole('row').nth(2).getByRole('checkbox').check();
    await sharing.getByRole('button', { name: /^Share [12] accounts?$/ }).click();
    await expect(sharing).toHaveCount(0);
    await expect(screens.text('Connected', { exact: true })).toBeVisible();
    await expect(screens.text('Ben (ben)')).toBeVisible();
  });

  await test.step('say before sending that nothing is sent by a rule this version can’t read', async () => {
    await screens.goTo('Home');
    await page.getByRole('button', { name: 'Invite people' }).click();
    await page.getByRole('button', { name: /^Accounts/ }).click();
    await page.getByRole('option', { name: /^All accounts you manage \(/ }).click();
    await page.keyboard.press('Escape');
    await expect(screens.text('A rule of your team needs a newer version of this app')).toBeVisible();
    await expect(
      screens.text(/2 of these accounts are shared with your team: nothing is sent to them/),
    ).toBeVisible();
    await screens.goTo('Settings');
  });

  await test.step('leave', async () => {
    await page.getByRole('button', { name: 'Leave team…' }).click();
    const asking = screens.dialog('Leave Northwind?');
    await asking.getByRole('button', { name: 'Leave team' }).click();
    await expect(page.getByRole('button', { name: 'Join a team…' })).toBeVisible();
  });

  await test.step('set up a new database as an administrator', async () => {
    const superuser = await server.rawAsSuperuser();
    await superuser.query('CREATE DATABASE fresh OWNER amc_owner');
    await superuser.query('GRANT CONNECT ON DATABASE fresh TO amc_member').finally(() => superuser.end());
    const fresh = await fillIn(app, 'anna', passwordOf('anna'));
    await fresh.getByLabel('Database', { exact: true }).fill('fresh');
    await fresh.getByRole('button', { name: 'Test connection' }).click();
    await expect(fresh.getByText('Set up this database')).toBeVisible();
    await fresh.getByLabel('Team name').fill('Southwind');
    await fresh.getByLabel('Your name').fill('Anna Berg');
    await fresh.getByRole('button', { name: 'Set up', exact: true }).click();
    await expect(fresh.getByText('The database is set up for this version of the program.')).toBeVisible();
    await fresh.getByRole('button', { name: 'Join', exact: true }).click();
    await screens.dialog('Shared accounts').getByRole('button', { name: 'Not now' }).click();
    await expect(page.getByRole('heading', { name: 'House rules of Southwind' })).toBeVisible();
  });
});

test('an app restarted while the store is away says so, and everything else works, also what is known of people invited twice', async ({
  amazon,
  startSignedIn,
  start,
  userData,
}) => {
  const first = await startSignedIn(await amazon('Agency'), { read: true });
  await join(first, 'ben');
  await first.quit();
  const { emailAddress, invitationId } = writeInvitedTwice(userData);

  await server.stop();
  const second = await start();
  await second.screens.goTo('Settings');
  await expect(second.screens.text('The team’s database can’t be used')).toBeVisible();
  await expect(second.screens.text(/127\.0\.0\.1:\d+ doesn’t accept connections\./)).toBeVisible();
  await second.screens.goTo('Accounts');
  await expect(second.screens.rows('Accounts').first()).toBeVisible();
  await second.screens.goTo('Invitations');
  await test.step('the invitation proposed to be revoked is one click away', async () => {
    const { page, screens } = second;
    await screens.goTo('Settings');
    const twice = screens.row('Invited twice (1)', emailAddress);
    await twice.getByRole('link', { name: /^Open the invitation of .* that is proposed to revoke$/ }).click();
    const details = page.getByRole('region', { name: 'Details of the invitation' });
    await expect(details).toContainText(invitationId);
    await details.getByRole('button', { name: 'Revoke…' }).click();
    const asking = screens.dialog('Revoke 1 invitation?');
    await expect(asking).toContainText(emailAddress);
    await asking.getByRole('button', { name: 'Cancel' }).click();
    await expect(asking).toHaveCount(0);
  });

  await server.start();
  await second.screens.goTo('Settings');
  await expect(second.screens.text('Connected', { exact: true })).toBeVisible();
});

test('a page can’t connect to a server, or have a file read, that a person didn’t select', async ({
  welcomeApp,
}) => {
  const { electron, page } = welcomeApp;
  const requests = await electron.evaluateHandle(({ dialog }) => {
    const shown: string[] = [];
    const { showMessageBox } = dialog;
    Object.assign(dialog, {
      showMessageBox: (...args: readonly unknown[]) => {
        shown.push((args.at(-1) as { readonly message: string }).message);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      },
    });
    return { shown, restore: () => Object.assign(dialog, { showMessageBox }) };
  });
  const tryTo = (change: object): Promise<string> =>
    page.evaluate(
      async ([port, difference]) => {
        const address = {
          host: '127.0.0.1',
          port,
          database: 'amc_team',
          login: 'ben',
          encryption: 'loopback',
          caFile: null,
        } as const;
        const answer = await window.amc.team.join({
          address: { ...address, ...difference },
          password: 'secret of ben',
        });
        return 'error' in answer ? answer.error.code : 'joined';
      },
      [server.port, change] as const,
    );
  expect(await tryTo({})).toBe('NOT_CONFIRMED');
  expect(await requests.evaluate(({ shown }) => shown)).toEqual(['Connect to this database server?']);
  expect(await tryTo({ encryption: 'verified', caFile: '/etc/passwd' })).toBe('NOT_CONFIRMED');
  expect(await requests.evaluate(({ shown }) => shown)).toHaveLength(1);
  await requests.evaluate(({ restore }) => void restore());
});
