import { danasAccounts } from '../../support/amazon/danasAccounts';
import { checkAccessibility as check } from '../../support/desktop/accessibility';
import { expect, test } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';

test('everybody with access is listed once, and one of them changed in several accounts', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind', { members: 9 });
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { busiestViewer, rolesOf } = danasAccounts(northwind.sandbox);
  const { userId, email } = busiestViewer();
  const address = email.toLowerCase();
  const before = rolesOf(userId);
  const [one = '', two = '', three = ''] = before
    .filter((line) => line.endsWith(' viewer'))
    .map((line) => line.replace(/ viewer$/, ''));
  expect(three).not.toBe('');

  await page.keyboard.press('Control+4');
  await expect(screens.heading('People')).toBeVisible();
  const row = screens.row('People', userId);
  await expect(row).toContainText(String(before.length));
  await check(page, 'People');
  await checkLayout(app, 'People');
  await page.getByRole('searchbox', { name: 'Find people' }).fill(userId);
  await expect(screens.rows('People')).toHaveCount(1);
  await row.getByRole('link').click();

  // One person, several accounts, one run.
  const account = (name: string) => screens.row('Access', name);
  await expect(account(one)).toContainText('Viewer');
  await check(page, 'One user ID');
  await checkLayout(app, 'One user ID');

  // Once it is confirmed whose user ID this is, the list shows and finds the address beside the mask.
  await page.getByRole('textbox', { name: 'If you know who this is' }).fill(address);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(screens.text(`Confirmed as ${address}`)).toBeVisible();
  await page.keyboard.press('Control+4');
  await page.getByRole('searchbox', { name: 'Find people' }).fill(address.slice(2));
  await expect(screens.rows('People')).toHaveCount(1);
  await expect(row).toContainText(address);
  await expect(row).toContainText('***@');
  await checkLayout(app, 'People with an address');
  await row.getByRole('link', { name: address }).click();

  await account(one).getByRole('checkbox').check();
  await account(two).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Change role', exact: true }).click();
  const role = screens.dialog('Change the role in 2 accounts?');
  await expect(role.getByText(new RegExp(`${one}: .*viewer`))).toBeVisible();
  await role.getByRole('radio', { name: 'Admin' }).check();
  await checkLayout(app, 'Changing a role in several accounts');
  await role.getByRole('button', { name: 'Make admin in 2 accounts' }).click();
  const results = screens.dialog('Results');
  await expect(results.getByText('2 changed')).toBeVisible();
  await results.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(account(one)).toContainText('Admin');
  await expect(account(three)).toContainText('Viewer');
  expect(rolesOf(userId)).toEqual(
    before.map((line) =>
      [`${one} viewer`, `${two} viewer`].includes(line) ? line.replace(/viewer$/, 'admin') : line,
    ),
  );

  // Ctrl+K finds the member by the address from anywhere.
  await screens.goTo('Home');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(address);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('1 match');
  await page.getByRole('option', { name: new RegExp(userId) }).click();
  await account(one).getByRole('checkbox').check();
  await account(three).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  const remove = screens.dialog('Remove access to 2 accounts?');
  await expect(remove.getByText(new RegExp(`${three}: .*viewer`))).toBeVisible();
  await expect(remove.getByText(/^To undo this, invite them again/)).toBeVisible();
  await remove.getByRole('button', { name: 'Remove access to 2 accounts' }).click();
  await expect(results.getByText('2 removed')).toBeVisible();
  await expect(results.getByRole('link', { name: /^Invite again/ })).toHaveCount(2);
  await checkLayout(app, 'Results of a removal');

  // Undoing it means inviting the person again, never as an admin of its own accord.
  await results.getByRole('button', { name: 'Invite again' }).click();
  await expect(results).toHaveCount(0);
  await expect(screens.heading('Invite people')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Email/ })).toHaveValue(address);
  for (const name of [one, three]) await expect(screens.text(name)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Role/ })).toContainText('Viewer');
  await checkLayout(app, 'Inviting again');
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 1 person to 2 accounts (2 invitations)' }).click();
  expect(await screens.results()).toBe('2 invited');
  await screens.closeResults();

  // The invitation leads to the member, who says how certain it is.
  const invitation = screens.rows('Invitations').filter({ hasText: address });
  await page.getByRole('searchbox', { name: 'Find invitations' }).fill(address);
  await expect(invitation).toHaveCount(2);
  await invitation
    .first()
    .getByRole('link', { name: /^Details of/ })
    .click();
  const details = page.getByRole('region', { name: 'Details of the invitation' });
  await expect(details).toContainText('Certainly this person, no longer listed');
  await details.getByRole('link', { name: /\*\*\*@/ }).click();
  await expect(account(three).getByRole('link', { name: `Invite again to ${three}` })).toBeVisible();
  await expect(account(three)).toContainText('No longer listed');
  await expect(account(three).getByRole('checkbox')).toBeDisabled();
  await expect(account(two)).toContainText('Admin');
  expect(rolesOf(userId)).toHaveLength(before.length - 2);
  await expect(screens.rows('Activity').filter({ hasText: 'Remove member' })).toHaveCount(2);
});
