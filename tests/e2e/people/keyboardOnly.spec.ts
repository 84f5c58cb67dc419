import { join } from 'node:path';
import { danasAccounts } from '../../support/amazon/danasAccounts';
import { byKeyboard } from '../../support/desktop/byKeyboard';
import { expect, test } from '../../support/desktop/fixture';
import { readPdf } from '../../support/printing/readPdf';

test('with the keyboard alone, access is found, changed, removed from every account, and proved', async ({
  startSignedIn,
  amazon,
  userData,
}) => {
  const northwind = await amazon('Northwind', { members: 9 });
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const keys = byKeyboard(page);
  const { busiestViewer, personOf, rolesOf } = danasAccounts(northwind.sandbox);
  const { userId, email } = busiestViewer();
  const dana = personOf('dana');
  const [one = '', two = '', ...others] = rolesOf(userId).map((line) => line.replace(/ viewer$/, ''));
  expect(others.length).toBeGreaterThan(1);

  // The matrix fills, and leads to the person.
  await page.keyboard.press('Control+4');
  await keys.press(page.getByRole('link', { name: 'Matrix', exact: true }));
  const grid = page.getByRole('grid', { name: 'Access of people by account' });
  await keys.type(page.getByRole('searchbox', { name: 'Find people' }), userId);
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await keys.reach(grid.locator('[tabindex="0"]'));
  await page.keyboard.press('ArrowRight');
  await expect(grid.locator(':focus')).toHaveAccessibleName(/: (Viewer|Not listed|Not read), /);
  await page.keyboard.press('Enter');

  // Another role in one account, no access to another.
  const account = (name: string) => screens.row('Access', name);
  const results = screens.dialog('Results');
  await keys.toggle(account(one).getByRole('checkbox'));
  await keys.press(page.getByRole('button', { name: 'Change role', exact: true }));
  const role = screens.dialog('Change the role of 1 member?');
  await keys.select(role.getByRole('radio', { name: 'Admin' }), role.getByRole('radio').first());
  await keys.press(role.getByRole('button', { name: 'Make 1 member admin' }));
  await expect(results.getByText('1 changed')).toBeVisible();
  await keys.press(results.getByRole('button', { name: 'Close', exact: true }));
  await expect(account(one)).toContainText('Admin');
  await keys.toggle(account(two).getByRole('checkbox'));
  await keys.press(page.getByRole('button', { name: 'Remove', exact: true }));
  const remove = screens.dialog('Remove 1 member?');
  await keys.press(remove.getByRole('button', { name: 'Remove 1 member' }));
  await expect(results.getByText('1 removed')).toBeVisible();
  await keys.press(results.getByRole('button', { name: 'Close', exact: true }));
  expect(rolesOf(userId)).toEqual([`${one} admin`, ...others.map((name) => `${name} viewer`)]);

  // The rest, in one go. Masks prove nothing, so the person is confirmed first.
  const plan = async (address: string, id: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('leaver');
    await page.keyboard.press('Enter');
    await expect(screens.heading('Remove a leaver')).toBeVisible();
    await keys.type(page.getByRole('combobox', { name: 'Who left?' }), address);
    await page.keyboard.press('Enter');
    await expect(screens.text(/^\d+ of 14 accounts couldn’t be read completely/)).toBeVisible();
    await keys.press(
      screens
        .row('Are these the same person?', id)
        .getByRole('button', { name: /is the same person/ })
        .first(),
    );
    await expect(screens.row('Access', 'Admin').first().getByRole('checkbox')).toBeChecked();
    await keys.press(page.getByRole('button', { name: 'Remove selected access' }));
  };
  await plan(email, userId);
  const dialog = screens.dialog(/^Remove the access of/);
  await keys.press(
    dialog.getByRole('button', { name: `Remove access to ${String(others.length + 1)} accounts` }),
  );
  await expect(screens.rows('Access removed').filter({ hasText: 'Removed' })).toHaveCount(others.length + 1);
  expect(rolesOf(userId)).toEqual([]);

  const file = join(userData, 'proof.pdf');
  await app.electron.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await keys.press(page.getByRole('button', { name: 'Save proof' }));
  await keys.press(page.getByRole('menuitem', { name: 'PDF' }));
  await expect(screens.text('Saved as proof.pdf')).toBeVisible();
  const { pages } = await readPdf(file);
  expect(pages.join(' ').replace(/\s+/g, ' ')).toContain(
    `${String(others.length + 1)} changes with a result`,
  );

  // The last admin stays, and says what to do first.
  const before = rolesOf(dana.userId);
  await plan(dana.email, dana.userId);
  await expect(dialog.getByText(/Make someone else an admin first/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(rolesOf(dana.userId)).toEqual(before);
});
