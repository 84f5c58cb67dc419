import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import { checkAccessibility as check } from '../../support/desktop/accessibility';
import { expect, test } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';

const person = { emailAddress: 'lea.vittcanary@client.example', userName: 'Lea Vittcanary' };

test('somebody’s data is erased once nothing of theirs is open, and no file names them afterwards', async ({
  startSignedIn,
  amazon,
  userData,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens, quit } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await screens.openAccount('Copper Kettle Coffee');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([{ ...person, role: 'viewer' }]);
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  await screens.results();
  await screens.closeResults();

  const palette = page.getByRole('dialog', { name: 'Find people, accounts, batches, screens and actions' });
  const openPerson = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('vittcanary');
    await expect(palette.getByRole('option', { name: /Lea Vittcanary/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    await expect(screens.heading(person.userName)).toBeVisible();
  };
  await openPerson();
  await page.getByRole('button', { name: 'Erase personal data' }).click();
  const dialog = screens.dialog(`Erase the data of ${person.userName}?`);
  await expect(dialog.getByText('1 pending invitation: revoke it first.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Erase', exact: true })).toHaveCount(0);
  await check(page, 'Erasing somebody with a pending invitation');
  await checkLayout(app, 'Erasing somebody with a pending invitation');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await screens.goTo('Accounts');
  await screens.openAccount('Copper Kettle Coffee');
  await screens.select(person.userName);
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByRole('button', { name: 'Revoke 1 invitation' }).click();
  await screens.results();
  await screens.closeResults();
  expect(filesOf(userData)).toContain('vittcanary');

  await openPerson();
  await page.getByRole('button', { name: 'Erase personal data' }).click();
  await expect(dialog.getByText(/1 invitation, 2 changes, 2 activity entries/)).toBeVisible();
  const erase = dialog.getByRole('button', { name: 'Erase', exact: true });
  await expect(erase).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Type “erase” to confirm' }).fill('erase');
  await check(page, 'Erasing somebody');
  await checkLayout(app, 'Erasing somebody');
  await erase.click();

  // The history stays, under the pseudonym.
  await expect(screens.heading('Erased person 1')).toBeVisible();
  await expect(screens.row('Access', 'Copper Kettle Coffee')).toContainText('Revoked');
  await expect(screens.rows('Activity')).toHaveCount(3);
  await expect(screens.row('Activity', 'Erase data')).toContainText('This computer');
  await expect(page.getByRole('button', { name: 'Erase personal data' })).toHaveCount(0);
  await checkLayout(app, 'Somebody whose data was erased');
  await screens.goTo('Activity');
  await expect(screens.row('Activity', 'Invite as viewer')).toContainText('Erased person 1');
  await checkLayout(app, 'Activity with an erasure');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('vittcanary');
  await expect(palette.getByText(/^No results/)).toBeVisible();
  await page.keyboard.press('Escape');
  await quit();
  expect(filesOf(userData)).not.toContain('vittcanary');
});

/** Every file below a folder, as one text in lower case. */
function filesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .map((file) => readFileSync(file, 'latin1').toLowerCase())
    .join('\n');
}

test('who lost access long ago is erased after the first refresh, as Settings say', async ({
  startSignedIn,
  start,
  amazon,
  userData,
}) => {
  const northwind = await amazon('Northwind');
  const { quit } = await startSignedIn(northwind);
  await quit();
  const years = 365 * 86_400_000;
  revokedLongAgo(join(userData, 'access.db'), person, Date.now() - 3 * years);
  revokedLongAgo(join(userData, 'access.db'), { ...person, emailAddress: 'kept@client.example' }, Date.now());

  const { page, screens, quit: quitAgain } = await start();
  await screens.goTo('Activity');
  await expect(screens.row('Activity', 'Erase data')).toContainText('1 person');
  await expect(screens.row('Activity', 'Erase data')).toContainText('AMC Access Manager');
  await screens.goTo('Settings');
  await expect(page.getByRole('textbox', { name: 'Erase people this long after' })).toHaveValue('24');
  await quitAgain();
  expect(filesOf(userData)).not.toContain(person.emailAddress);
  expect(filesOf(userData)).toContain('kept@client.example');
});

/** Stores an invitation that was revoked at a time, to some account. */
function revokedLongAgo(
  file: string,
  { emailAddress, userName }: Pick<typeof person, 'emailAddress' | 'userName'>,
  at: number,
): void {
  const db = openDatabase(file);
  const { changes } = db
    .prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
       created_at, first_seen_at, last_seen_at, state_changed_at, evidence)
     SELECT realm, account_id, 'old-' || ?1, ?1, ?2, 'viewer', 'revoked', '', ?3, ?3, ?3, ?3, 'ours' FROM accounts LIMIT 1`,
    )
    .run(emailAddress, userName, at);
  expect(changes, 'some account was read').toBe(1);
  closeDatabase(db);
}
