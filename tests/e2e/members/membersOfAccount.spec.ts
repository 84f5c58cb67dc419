import { checkAccessibility as check } from '../../support/desktop/accessibility';
import { expect, test } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';

test('the members of an account appear with roles, and one who left disappears after Refresh', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind', { members: 8, inheritedMembers: 3 });
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const members = screens.rows('Members');
  const idOf = (identity: string): string =>
    String(
      northwind.sandbox.query('SELECT ads_user_id AS id FROM people WHERE identity = ?', identity)[0]?.['id'],
    );
  const [managed] = northwind.sandbox.query(
    `SELECT account_id AS id, name FROM accounts WHERE account_id IN (SELECT account_id FROM managed_accounts)
       AND account_id IN (SELECT account_id FROM members JOIN people USING (user_id) WHERE identity = 'priya')
       AND account_id IN (SELECT account_id FROM members JOIN people USING (user_id) WHERE identity = 'dana' AND role = 'admin')
     LIMIT 1`,
  );

  await screens.openAccount(String(managed?.['name']));
  await page.getByRole('link', { name: 'Members', exact: true }).click();
  await expect(screens.heading('Members')).toBeVisible();
  await expect(screens.row('Members', idOf('dana'))).toContainText('Admin');
  await expect(screens.row('Members', idOf('priya'))).toContainText('Viewer');
  await expect(members.filter({ hasText: 'Inherited' })).toHaveCount(3);
  await expect(members.filter({ hasText: 'Inherited' }).first()).toContainText(
    'Amazon only shows direct roles',
  );
  await expect(members.filter({ hasText: 'Not read yet' })).toHaveCount(0);
  await expect(screens.text(/^Reading/)).toHaveCount(0);
  const before = await members.count();
  await check(page, 'Members of an account');
  await checkLayout(app, 'Members of an account');

  await page.getByRole('button', { name: /^Filter by role/ }).click();
  await page.getByRole('option', { name: 'Unknown', exact: true }).click();
  await expect(members).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Find members' }).fill('nobody@');
  await expect(screens.text('No members match')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(members).toHaveCount(before);

  await northwind.sandbox.setMember({
    accountId: String(managed?.['id']),
    identity: 'priya',
    access: 'none',
  });
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(screens.row('Members', idOf('priya'))).toHaveCount(0);
  await expect(members).toHaveCount(before - 1);

  await page.goBack();
  await expect(screens.heading('Invitations')).toBeVisible();
  await page.goForward();
  await expect(screens.heading('Members')).toBeVisible();
});

test('an account whose members Amazon doesn’t show says so, and what to do', async ({ signedInApp }) => {
  const { page, screens } = signedInApp;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const viewerOnly = screens.rows('Accounts').filter({ hasText: 'Viewer only' }).first();
  await viewerOnly.getByRole('link').first().click();
  await page.getByRole('link', { name: 'Members', exact: true }).click();
  await expect(screens.text('Amazon doesn’t show members here to you')).toBeVisible();
  await expect(screens.text(/Ask an admin of this account/)).toBeVisible();
  await check(page, 'Members that Amazon doesn’t show');
});
