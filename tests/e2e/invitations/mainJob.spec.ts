import { expect, test } from '../../support/desktop/fixture';

const rosa = {
  emailAddress: 'rosa.lind@northwind-media.example',
  userName: 'Rosa Lind',
  role: 'admin',
} as const;
const tariq = {
  emailAddress: 'tariq.aziz@northwind-media.example',
  userName: 'Tariq Aziz',
  role: 'viewer',
} as const;

test('from the first launch to the first invitations, resent and revoked', async ({ start }) => {
  const { page, screens } = await start();
  await expect(screens.heading('Welcome to AMC Access Manager')).toBeVisible();

  await screens.exploreSandbox();
  await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(screens.heading('Accounts')).toBeVisible();
  await expect(screens.rows('Accounts')).toHaveCount(14);
  await expect(screens.rows('Accounts').filter({ hasText: 'Viewer only' })).toHaveCount(2);

  const account = screens.rows('Accounts').filter({ hasText: 'Yes' }).first();
  const name = (await account.getByRole('link').first().textContent()) ?? '';
  await screens.openAccount(name);
  const before = await screens.rows('Invitations').count();

  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([rosa, tariq]);
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 2 people' }).click();
  expect(await screens.results()).toBe('2 invited');
  await screens.closeResults();

  await expect(screens.rows('Invitations')).toHaveCount(before + 2);
  await expect(screens.row('Invitations', rosa.emailAddress)).toContainText('Admin');
  await expect(screens.row('Invitations', tariq.emailAddress)).toContainText('Viewer');

  await screens.select(tariq.emailAddress);
  await page.getByRole('button', { name: 'Resend', exact: true }).click();
  await screens.chooseMail(true);
  await page.getByRole('button', { name: 'Resend 1 invitation' }).click();
  expect(await screens.results()).toBe('1 resent');
  await screens.closeResults();

  await screens.select(rosa.emailAddress);
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(screens.dialog('Revoke 1 invitation?')).toContainText('You can’t undo this');
  await page.getByRole('button', { name: 'Revoke 1 invitation' }).click();
  expect(await screens.results()).toBe('1 revoked');
  await screens.closeResults();

  await expect(screens.row('Invitations', rosa.emailAddress)).toHaveCount(0);
  await expect(screens.row('Invitations', tariq.emailAddress)).toBeVisible();
});
