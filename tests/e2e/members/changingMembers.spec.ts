import { checkAccessibility as check } from '../../support/desktop/accessibility';
import { expect, test } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';

test('members get another role, are removed, and the last admin stays', async ({ startSignedIn, amazon }) => {
  const northwind = await amazon('Northwind', { members: 9 });
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { sandbox } = northwind;
  // Of this account, Dana and Leo aren't the only admins.
  const [account] = sandbox.query(
    `SELECT account_id AS id, name FROM accounts WHERE account_id IN (
       SELECT account_id FROM members JOIN people USING (user_id) WHERE identity = 'dana' AND role = 'admin')
       AND account_id IN (SELECT account_id FROM members JOIN people USING (user_id) WHERE identity = 'leo') LIMIT 1`,
  );
  const accountId = String(account?.['id']);
  const truth = (): string[] =>
    sandbox
      .query(
        `SELECT ads_user_id || ' ' || role AS line FROM members JOIN people USING (user_id)
         WHERE account_id = ? ORDER BY people.rowid`,
        accountId,
      )
      .map(({ line }) => String(line));
  const idOf = (identity: string): string =>
    String(sandbox.query('SELECT ads_user_id AS id FROM people WHERE identity = ?', identity)[0]?.['id']);
  const idsOf = (role: string): string[] =>
    truth().flatMap((line) => (line.endsWith(` ${role}`) ? [line.split(' ')[0] ?? ''] : []));
  const row = (userId: string) => screens.row('Members', userId);
  const select = (userId: string) => row(userId).getByRole('checkbox').check();
  const others = idsOf('viewer').filter((id) => id !== idOf('priya'));
  const [one = '', two = '', three = '', four = ''] = others;

  await screens.openAccount(String(account?.['name']));
  await page.getByRole('link', { name: 'Members', exact: true }).click();
  await expect(row(one)).toContainText('Viewer');
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeDisabled();

  // Another role, and back.
  await select(one);
  await page.getByRole('button', { name: 'Change role', exact: true }).click();
  const role = screens.dialog('Change the role of 1 member?');
  await expect(role.getByRole('radio', { checked: true })).toHaveCount(0);
  await role.getByRole('radio', { name: 'Admin' }).check();
  await check(page, 'Changing the role of members');
  await checkLayout(app, 'Changing the role of members');
  await role.getByRole('button', { name: 'Make 1 member admin' }).click();
  const results = screens.dialog('Results');
  await expect(results.getByText('1 changed')).toBeVisible();
  await expect(results.getByText('Change role from viewer to admin')).toBeVisible();
  expect(truth()).toContain(`${one} admin`);
  await results.getByRole('button', { name: 'Undo' }).click();
  const undo = screens.dialog('Change 1 member back to viewer?');
  await undo.getByRole('button', { name: 'Change 1 member back' }).click();
  await expect(results.getByText('Change role from admin to viewer')).toBeVisible();
  await expect(results.getByText('1 changed')).toBeVisible();
  expect(truth()).toContain(`${one} viewer`);
  await results.getByRole('button', { name: 'Close', exact: true }).click();

  // Much of an account: its number is typed. Somebody else was faster with one of them.
  for (const id of [one, two, three, four]) await select(id);
  await expect(screens.text('4 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  const remove = screens.dialog('Remove 4 members?');
  await expect(remove.getByRole('button', { name: 'Remove 4 members' })).toBeDisabled();
  await expect(remove.getByText(/4 of its \d+ members with direct access/)).toBeVisible();
  await checkLayout(app, 'Removing members');
  await remove.getByRole('textbox', { name: 'Type 4 to confirm' }).fill('4');
  await check(page, 'Removing members');
  await remove.getByRole('button', { name: 'Remove 4 members' }).click();
  await expect(results.getByText('4 removed')).toBeVisible();
  await results.getByRole('button', { name: 'Close', exact: true }).click();
  for (const id of [one, two, three, four]) await expect(row(id)).toHaveCount(0);
  expect(truth().filter((line) => [one, two, three, four].includes(line.split(' ')[0] ?? ''))).toEqual([]);

  // All admins, yourself among them: nobody is removed, and the dialog says what to do first.
  const admins = idsOf('admin');
  for (const id of admins) await select(id);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(screens.text(/Make someone else an admin first/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(idsOf('admin')).toEqual(admins);

  // By the row's menu: without an admin but yourself, you confirm that it is about you.
  await page.getByRole('button', { name: 'Select none' }).click();
  await row(idOf('dana')).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Change role' }).click();
  const own = screens.dialog('Change the role of 1 member?');
  await own.getByRole('radio', { name: 'Viewer' }).check();
  await expect(own.getByRole('button', { name: 'Make 1 member viewer' })).toBeDisabled();
  await expect(own.getByRole('checkbox', { name: /may be me/ })).toBeVisible();
  await own.getByRole('button', { name: 'Cancel' }).click();
  expect(idsOf('admin')).toEqual(admins);

  await screens.goTo('Activity');
  // In the side bar, and once in the path above the list.
  await expect(page.getByRole('link', { name: 'Activity', exact: true })).toHaveCount(2);
  await expect(screens.rows('Activity').filter({ hasText: 'Remove member' })).toHaveCount(4);
  await expect(screens.rows('Activity').filter({ hasText: 'Change role to' })).toHaveCount(2);
});
