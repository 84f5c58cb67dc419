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
  const { sandbox } = northwind;
  const managed = `account_id IN (
    SELECT account_id FROM members JOIN people USING (user_id) WHERE identity = 'dana' AND role = 'admin')`;
  const rolesOf = (userId: string): string[] =>
    sandbox
      .query(
        `SELECT accounts.name || ' ' || role AS line FROM members JOIN people USING (user_id) JOIN accounts USING (account_id)
         WHERE ads_user_id = ? AND ${managed} ORDER BY accounts.name`,
        userId,
      )
      .map(({ line }) => String(line));
  const [viewer] = sandbox.query(
    `SELECT ads_user_id AS id FROM members JOIN people USING (user_id)
     WHERE role = 'viewer' AND ${managed} GROUP BY ads_user_id ORDER BY count(*) DESC LIMIT 1`,
  );
  const userId = String(viewer?.['id']);
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

  // Ctrl+K finds the user ID from anywhere.
  await screens.goTo('Home');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(userId);
  await page.getByRole('option', { name: new RegExp(userId) }).click();
  await account(one).getByRole('checkbox').check();
  await account(three).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  const remove = screens.dialog('Remove access to 2 accounts?');
  await expect(remove.getByText(new RegExp(`${three}: .*viewer`))).toBeVisible();
  await remove.getByRole('button', { name: 'Remove access to 2 accounts' }).click();
  await expect(results.getByText('2 removed')).toBeVisible();
  await results.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(account(three)).toContainText('No longer listed');
  await expect(account(three).getByRole('checkbox')).toBeDisabled();
  await expect(account(two)).toContainText('Admin');
  expect(rolesOf(userId)).toHaveLength(before.length - 2);
  await expect(screens.rows('Activity')).toHaveCount(4);
});
