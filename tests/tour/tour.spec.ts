import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/desktop/app';
import { expect, test } from '../support/desktop/fixture';

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

const pictures = join(projectRoot, 'demo-output');

// `npm start` where there is no display: the main job, each step seen to succeed, a screenshot of each screen.
test('the guided tour', async ({ start }) => {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures);
  const { page, screens } = await start();
  let number = 0;
  const picture = async (name: string): Promise<void> => {
    number += 1;
    await page.screenshot({ path: join(pictures, `${String(number).padStart(2, '0')}-${name}.png`) });
  };

  await test.step('The app opens and offers the sandbox', async () => {
    await expect(screens.heading('Welcome to AMC Access Manager')).toBeVisible();
    await picture('welcome');
  });

  await test.step('Explore the sandbox: the app waits for the browser', async () => {
    await screens.exploreSandbox();
    await screens.signInLink();
    await picture('waiting-for-the-browser');
  });

  await test.step('Sign in as Dana Whitfield, following the link over HTTP as a browser would', async () => {
    await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
    await expect(screens.heading('Accounts')).toBeVisible();
  });

  await test.step('See 14 AMC accounts, and where invitations can be made', async () => {
    await expect(screens.rows('Accounts')).toHaveCount(14);
    await expect(screens.rows('Accounts').filter({ hasText: 'Viewer only' })).toHaveCount(2);
    await expect(screens.rows('Accounts').filter({ hasText: 'Not checked' })).toHaveCount(0);
    await picture('accounts');
  });

  await test.step('Choose an account and see who was invited to it', async () => {
    const account = screens.rows('Accounts').filter({ hasText: 'Yes' }).first();
    await screens.openAccount((await account.getByRole('link').first().textContent()) ?? '');
    await picture('invitations');
  });

  await test.step('Invite an admin and a viewer', async () => {
    await page.getByRole('button', { name: 'Invite people' }).click();
    await screens.fillPeople([rosa, tariq]);
    await screens.chooseMail(true);
    await picture('invite');
    await page.getByRole('button', { name: 'Invite 2 people' }).click();
    expect(await screens.results()).toBe('2 invitations: 2 done.');
    await picture('invited');
    await screens.closeResults();
  });

  await test.step('See both pending', async () => {
    await expect(screens.row('Invitations', rosa.emailAddress)).toContainText('Admin');
    await expect(screens.row('Invitations', tariq.emailAddress)).toContainText('Viewer');
    await picture('pending');
  });

  await test.step('Revoke the admin’s invitation', async () => {
    await screens.select(rosa.emailAddress);
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(screens.dialog('Revoke 1 invitation?')).toBeVisible();
    await picture('revoke');
    await page.getByRole('button', { name: 'Revoke 1 invitation' }).click();
    expect(await screens.results()).toBe('1 revocation: 1 done.');
    await screens.closeResults();
    await expect(screens.row('Invitations', rosa.emailAddress)).toHaveCount(0);
  });

  await test.step('Resend the viewer’s invitation', async () => {
    await screens.select(tariq.emailAddress);
    await page.getByRole('button', { name: 'Resend', exact: true }).click();
    await screens.chooseMail(false);
    await picture('resend');
    await page.getByRole('button', { name: 'Resend 1 invitation' }).click();
    expect(await screens.results()).toBe('1 resend: 1 done.');
    await screens.closeResults();
    await expect(screens.row('Invitations', tariq.emailAddress)).toBeVisible();
  });

  await test.step('Look at the settings', async () => {
    await screens.goTo('Settings');
    await picture('settings');
  });
});
