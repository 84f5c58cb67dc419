import { giveLongNames } from '../../support/amazon/longNames';
import { checkAccessibility } from '../../support/desktop/accessibility';
import type { TestAmazon } from '../../support/desktop/amazon';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';
import { still } from '../../support/desktop/layout/still';

/** The same, once all accounts have been read. */
async function stillAndRead(app: StartedApp) {
  await expect(app.screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  return still(app);
}

/** With names that are too long for any column. */
function longNamed(amazon: TestAmazon): TestAmazon {
  giveLongNames(amazon.sandbox);
  return amazon;
}

test('axe: connecting, accounts, palette and settings', async ({ start, amazon }) => {
  const northwind = longNamed(await amazon('Northwind'));
  const { page, screens, check, button, closed, goTo } = await still(await start());

  await check('Welcome');

  await button('Connect Amazon Ads').click();
  await button('Advanced').click();
  await button('Connect and sign in').click();
  await expect(screens.text('Give the connection a name')).toBeVisible();
  await check('Connect, with every complaint');
  await button('Advanced').click();
  await screens.connect(northwind.form);
  await screens.signInLink();
  await check('Waiting for the browser');
  await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect(screens.dialog('Is this you?')).toBeVisible();
  await check('Is this you?');
  await button('Yes, that’s me').click();
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  await check('Accounts');

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  await check('Palette');
  await page.keyboard.type('nothing is called this');
  await check('Palette that finds nothing');
  await page.keyboard.press('Escape');
  await closed();
  await page.keyboard.press('?');
  await expect(screens.dialog('Keyboard shortcuts')).toBeVisible();
  await check('Keyboard shortcuts');
  await page.keyboard.press('Escape');
  await closed();

  await goTo('Control+9', 'Settings');
  await check('Settings');
  await button('More actions for Northwind').click();
  // A menu belongs where it was opened: nobody resizes the window below it.
  await checkAccessibility(page, 'Settings, with a menu open');
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await check('Remove a connection');
  await button('Cancel').click();
  await closed();
  await button('More actions for Northwind').click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(screens.heading('Edit Northwind')).toBeVisible();
  await check('Edit connection');

  await goTo('Control+9', 'Settings');
  await button('Sign out of Northwind').click();
  await button('Sign in to Northwind').click();
  await screens.signInInBrowser({ identity: 'dana', decision: 'deny' });
  await expect(screens.dialog('Not signed in to Northwind')).toBeVisible();
  await check('A sign-in that did not work out');
  await button('Close').last().click();
  await closed();
  await goTo('Control+2', 'Accounts');
  await check('Accounts, signed out');
});

test('axe: home, invitations and activity', async ({ startSignedIn, amazon }) => {
  const { page, screens, check, button, closed, goTo } = await stillAndRead(
    await startSignedIn(longNamed(await amazon('Northwind'))),
  );

  await goTo('Control+3', 'Invitations');
  await expect(screens.rows('Invitations').nth(1)).toBeVisible();
  await button('Expiring in 3 days').click();
  await page.getByRole('combobox', { name: 'Narrow by property' }).click();
  await expect(page.getByRole('option', { name: 'Email domain' })).toBeVisible();
  await check('Invitations, choosing a property');
  await page.keyboard.press('Escape');
  await button('All').click();
  await screens.rows('Invitations').first().getByRole('checkbox').check();
  await check('Invitations of all accounts, all states');
  await page
    .getByRole('link', { name: /^Details of/ })
    .first()
    .click();
  await button('Amazon’s raw answer').click();
  await button('Ask Amazon').click();
  await expect(button('Ask again')).toBeVisible();
  await check('Invitations with details open');
  await button('Close panel').click();
  await screens.goTo('Home');
  await expect(page.getByRole('application').first()).toBeVisible();
  await check('Home');
  await screens.goTo('To add to instances');
  await check('To add to instances');
  await goTo('Control+3', 'Invitations');
  await goTo('Control+n', 'Invite people');
  await check('Invite people, with no account chosen');

  await goTo('Control+2', 'Accounts');
  const viewerOnly = screens.rows('Accounts').filter({ hasText: 'Viewer only' }).first();
  await viewerOnly.getByRole('link').first().click();
  await expect(screens.heading('Invitations')).toBeVisible();
  await check('Invitations where one is only a viewer');
  await goTo('Control+2', 'Accounts');
  await screens.openAccount('Copper Kettle Coffee');
  await check('Invitations of an account');
  await screens.rows('Invitations').first().getByRole('checkbox').check();
  await button('Resend').click();
  await check('Resend');
  await button('Cancel').click();
  await closed();
  await button('Revoke').click();
  await check('Revoke');
  await button('Cancel').click();
  await closed();

  await button('Invite people').click();
  await button('Paste a list').click();
  await button('Invite').click();
  await expect(screens.text('Select whether Amazon sends an email.')).toBeVisible();
  await check('Invite people, with every complaint');
  await screens.fillPeople([
    { emailAddress: 'rosa.lind@northwind-media.example', userName: 'Rosa Lind', role: 'admin' },
  ]);
  await screens.chooseMail(false);
  await button('Invite 1 person to 1 account').click();
  await screens.results();
  await check('Results');
  await screens.closeResults();

  await goTo('Control+8', 'Activity');
  await expect(screens.rows('Activity')).toHaveCount(1);
  await check('Activity of an account');
  await page.getByRole('button', { name: /^When \S/ }).click();
  await check('Activity, choosing a time span');
  await page.keyboard.press('Escape');
  await closed();
  await screens.row('Activity', 'Rosa Lind').getByRole('button', { name: 'Details' }).click();
  await check('Activity, with details open');
  await page.keyboard.press('Escape');
  await closed();
  await screens
    .row('Activity', 'Rosa Lind')
    .getByRole('button', { name: /^Show only what/ })
    .click();
  await page.getByRole('searchbox', { name: 'Find entries' }).fill('nobody');
  await expect(screens.text('No entries match')).toBeVisible();
  await check('Activity that finds nothing');

  await goTo('Control+2', 'Accounts');
  await screens.openAccount('Copper Kettle Coffee');
  await screens.select('rosa.lind@northwind-media.example');
  await button('Change role').click();
  await check('Change role');
  await button('Cancel').click();
  await closed();
});

test('axe: operations and redeeming', async ({ startSignedIn, amazon }) => {
  const northwind = longNamed(await amazon('Northwind'));
  const { page, screens, check, button, closed, goTo } = await stillAndRead(await startSignedIn(northwind));
  await screens.openAccount('Copper Kettle Coffee');
  await northwind.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [
      { kind: 'none' },
      { kind: 'reset', when: 'before' },
      { kind: 'status', status: 403, when: 'before' },
    ],
  });
  for (const userName of ['Rosa Lind', 'Tariq Aziz', 'Mira Solberg']) {
    await goTo('Control+n', 'Invite people');
    const emailAddress = `${userName.split(' ')[0]}@northwind-media.example`;
    await screens.fillPeople([{ emailAddress, userName, role: 'viewer' }]);
    await screens.chooseMail(false);
    await button('Invite 1 person to 1 account').click();
    await screens.results();
    if (userName === 'Tariq Aziz') await check('Results with a doubt');
    await screens.closeResults();
  }
  await goTo('Control+7', 'Operations');
  await expect(screens.rows('Unconfirmed')).toHaveCount(1);
  await expect(screens.rows('Failed')).toHaveCount(1);
  await expect(screens.rows('Finished').first()).toBeVisible();
  await check('Operations');
  await button('Resolve the change for Tariq Aziz').click();
  await button('Resolve').last().click();
  await check('Decide about a change in doubt, with a complaint');
  await button('Cancel').click();
  await closed();
  await screens.row('Finished', '1 invited').getByRole('link').click();
  await expect(page.getByRole('table', { name: 'Done, skipped and waiting' })).toBeVisible();
  await check('One run');

  await screens.goTo('Redeem');
  await check('Redeem, with nothing that waits');
  const [invited] = northwind.sandbox.query('SELECT invitation_id AS id FROM invitations LIMIT 1');
  await page
    .getByRole('textbox', { name: /^Paste a link/ })
    .fill(
      [
        `amc-access://redeem/${String(invited?.['id'])}?region=eu`,
        'amc-access://redeem/inv-unknown?region=eu',
        'amc-access://redeem/inv-far-away?region=fe',
        'amc-access://redeem/?region=mars',
        'amc-access://connect?label=Harbour&region=fe&clientId=amzn1.harbour',
      ].join('\n'),
    );
  await button('Add').click();
  await expect(screens.text('This invitation is for someone else')).toBeVisible();
  await expect(screens.text('Amazon doesn’t show this invitation', { exact: true })).toBeVisible();
  await check('Redeem, with invitations, warnings and what could not be read');
  await button('View setup').click();
  await expect(screens.heading('Connect Amazon Ads')).toBeVisible();
  await check('Connect, filled in from a setup');

  await page.keyboard.press('Control+9');
  await button('More actions for Northwind').click();
  await page.getByRole('menuitem', { name: 'Share setup' }).click();
  await expect(screens.dialog('Setup of Northwind')).toBeVisible();
  await check('The setup of a connection');
});

test('axe: batches', async ({ startSignedIn, amazon }) => {
  const northwind = longNamed(await amazon('Northwind'));
  const { page, screens, check, button, closed, goTo } = await stillAndRead(await startSignedIn(northwind));

  await goTo('Control+5', 'Batches');
  await check('Batches, none yet');
  await button('New batch').first().click();
  await page.locator('.batch-grid [data-active]').click();
  await page.keyboard.type('cop');
  await expect(page.getByRole('option', { name: /^Copper Kettle Coffee/ })).toBeVisible();
  await check('A batch, choosing an account');
  await page.keyboard.press('Tab');
  await page.keyboard.type('rosa@gmial.com');
  await page.keyboard.press('Enter');
  await button('Problems').click();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Draft \([1-9]/ })).toBeVisible();
  await check('A batch with problems');
  await button('Find in rows').click();
  await page.keyboard.type('rosa');
  await expect(screens.text('1 of 1')).toBeVisible();
  await check('A batch, finding text');
  await page.keyboard.press('Escape');
  await button('Rename batch').click();
  await check('Rename a batch');
  await button('Cancel').click();
  await closed();
  await button('Dry run').click();
  await expect(screens.text('No calls were made')).toBeVisible();
  await check('Dry run');
  await button('Close').last().click();
  await closed();
  await button('Check online').click();
  await expect(
    screens.dialog('Check online').getByText(/is resolved|Nothing changed|changed since/),
  ).toBeVisible();
  await check('Check online');
  await button('Close').last().click();
  await closed();
  await button('I share the links').click();
  await button('Send').click();
  await expect(screens.dialog(/^Send/)).toContainText('No rows are ready to send');
  await check('Send a batch');
  await button('Cancel').click();
  await closed();
  await button('Import').click();
  await page.getByRole('menuitem', { name: 'From pasted text' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('Account\tE-mail\tName\nCopper Ketle\tmira\tMira');
  await button('Read').click();
  await expect(page.getByRole('region', { name: 'The first rows of the file' })).toBeVisible();
  await check('Import, what was read');
  for (const step of ['Columns', 'Accounts', 'Review']) {
    await button('Next').click();
    await expect(page.getByRole('heading', { name: step, exact: true })).toBeVisible();
    await check(`Import, ${step}`);
  }
  await button('Add 1 row').click();
  await goTo('Control+5', 'Batches');
  await check('Batches');
});
