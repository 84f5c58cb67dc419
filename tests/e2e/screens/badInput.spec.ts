import type { Page } from '@playwright/test';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';

async function inviteScreen({ page, screens }: StartedApp): Promise<void> {
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Invite people' }).click();
}

const person = (page: Page, number: number) =>
  page.getByRole('group', { name: `Person ${number}`, exact: true });

test('inviting: each mistake is shown at its field, and nothing is sent', async ({ signedInApp }) => {
  const { page, screens, amazon } = signedInApp;
  const called = amazon.proxy.calls.length;
  await inviteScreen(signedInApp);
  await screens.fillPeople([
    { emailAddress: 'not an address', userName: 'Ana', role: 'viewer' },
    { emailAddress: 'ben@northwind-media.example', userName: '  ', role: 'admin' },
    { emailAddress: 'cleo@northwind-media.example', userName: 'Cleo', role: 'viewer' },
    { emailAddress: 'CLEO@northwind-media.example ', userName: 'Cleo again', role: 'viewer' },
  ]);
  await page.getByRole('button', { name: 'Invite 4 people' }).click();
  await expect(person(page, 1)).toContainText('not an email address');
  await expect(person(page, 2)).toContainText('Enter the person’s name');
  await expect(person(page, 4)).toContainText(/twice|already/i);
  await expect(screens.text('Select whether Amazon sends an email.', { exact: true })).toBeVisible();
  await expect(screens.dialog('Results')).toHaveCount(0);
  const sent = amazon.proxy.calls.slice(called).map(({ method, path }) => `${method} ${path}`);
  expect(sent).not.toContain('POST /user-invitations');
  await person(page, 2).getByRole('button', { name: 'Use “Ben” as the name of person 2' }).click();
  await expect(page.getByLabel('Name of person 2', { exact: true })).toHaveValue('Ben');
});

test('pasting addresses as mail programs write them fills in names; unreadable text stays and is reported', async ({
  signedInApp,
}) => {
  const { page } = signedInApp;
  await inviteScreen(signedInApp);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const box = page.getByRole('textbox', { name: 'People' });
  await box.fill(
    'Jane Doe <jane@northwind-media.example>; "Roe, Richard" <richard@northwind-media.example>; nonsense',
  );
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await expect(page.getByLabel('Name of person 1', { exact: true })).toHaveValue('Jane Doe');
  await expect(page.getByLabel('Email of person 2', { exact: true })).toHaveValue(
    'richard@northwind-media.example',
  );
  await expect(box).toHaveValue(/nonsense/);
});

test('connecting: a missing region, spaces in the client ID and an unsafe endpoint are shown at their fields', async ({
  signedInApp,
}) => {
  const { page, screens } = signedInApp;
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('menuitem', { name: 'Connect Amazon Ads' }).click();
  await page.getByLabel('Client ID', { exact: true }).fill('two words');
  await page.getByRole('button', { name: 'Advanced' }).click();
  for (const field of ['Sign-in page', 'Token address', 'Profile address', 'Amazon Ads API address']) {
    await page.getByLabel(field).fill('http://amazon.example/');
  }
  await page.getByRole('button', { name: 'Connect and sign in' }).click();
  await expect(screens.text('Give the connection a name')).toBeVisible();
  await expect(screens.text('Select a region:')).toBeVisible();
  await expect(screens.text('A client ID has no spaces.')).toBeVisible();
  await expect(screens.text('Use an https:// address')).toHaveCount(4);
});
