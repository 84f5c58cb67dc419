import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { danasAccounts, managedByDana } from '../../support/amazon/danasAccounts';
import { makeSponsoredAdsOnly } from '../../support/amazon/sponsoredAdsOnly';
import { checkAccessibility as check } from '../../support/desktop/accessibility';
import { expect, test } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';
import { readPdf } from '../../support/printing/readPdf';

test('somebody who left is removed from every account at once, after a person confirmed who it is', async ({
  startSignedIn,
  amazon,
  userData,
}) => {
  const northwind = await amazon('Northwind', { members: 9 });
  const { sandbox } = northwind;
  const { busiestViewer, personOf, accountsOf } = danasAccounts(sandbox);
  const { userId, email } = busiestViewer();
  const [other] = sandbox.query(
    `SELECT name FROM accounts WHERE ${managedByDana} AND account_id NOT IN (
       SELECT account_id FROM members JOIN people USING (user_id) WHERE ads_user_id = ?) ORDER BY name LIMIT 1`,
    userId,
  );
  const before = accountsOf(userId);
  const [kept = '', ...removed] = before;
  expect(removed.length).toBeGreaterThan(1);
  const [adsAccount = ''] = removed;
  makeSponsoredAdsOnly(sandbox, adsAccount);
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Its instances are read in the background.
  await expect(screens.row('Accounts', 'Sponsored ads only')).toContainText(adsAccount);

  // Still invited to another account, whose instances are for sponsored ads since.
  const invitedTo = String(other?.['name']);
  await screens.openAccount(invitedTo);
  await page.getByRole('button', { name: 'Invite people' }).click();
  await screens.fillPeople([{ emailAddress: email, userName: 'Lea Vitt', role: 'viewer' }]);
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
  await screens.results();
  await screens.closeResults();
  makeSponsoredAdsOnly(sandbox, invitedTo);
  await page.getByRole('button', { name: /^\d instances?$/ }).click();
  const instances = screens.dialog('Instances');
  await instances.getByRole('button', { name: 'Read again' }).click();
  await expect(screens.text('Sponsored ads only')).toBeVisible();
  await instances.getByRole('button', { name: 'Close the instances' }).click();

  // By name, from the palette.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('leaver');
  await page.keyboard.press('Enter');
  await expect(screens.heading('Remove a leaver')).toBeVisible();
  await check(page, 'Remove a leaver');
  await checkLayout(app, 'Remove a leaver');
  const who = page.getByRole('combobox', { name: 'Who left?' });
  await who.fill('nobody at all');
  await page.getByRole('button', { name: 'Show their access' }).click();
  await expect(screens.text(/Enter a whole email address/)).toBeVisible();
  await who.fill('Lea');
  await page.getByRole('option', { name: /Lea Vitt/ }).click();

  // Masks prove nothing: nothing is selected until a person confirms who it is.
  await expect(screens.heading('Access of Lea Vitt')).toBeVisible();
  await expect(screens.text(/^\d+ of 14 accounts couldn’t be read completely/)).toBeVisible();
  await expect(screens.text('No member is this person for certain.')).toBeVisible();
  const candidate = screens.row('Are these the same person?', userId);
  await expect(candidate).toContainText(before[0] ?? '');
  await check(page, 'Plan of a removal');
  await checkLayout(app, 'Plan of a removal');
  await candidate.getByRole('button', { name: /is the same person/ }).click();
  await expect(candidate).toHaveCount(0);
  const access = (name: string) => screens.row('Access', name);
  for (const name of before) await expect(access(name).getByRole('checkbox')).toBeChecked();
  await access(kept).getByRole('checkbox').uncheck();
  await expect(screens.row('Pending invitations', invitedTo).getByRole('checkbox')).toBeChecked();

  await page.getByRole('button', { name: 'Remove selected access' }).click();
  const dialog = screens.dialog('Remove the access of Lea Vitt?');
  await expect(dialog.getByText(new RegExp(`${removed[0] ?? ''}: .*viewer`))).toBeVisible();
  await check(page, 'Removing a leaver');
  await checkLayout(app, 'Removing a leaver');
  // Asked once for both, the access and the invitation.
  const adsConfirmation = { name: /^Change users of / };
  const confirmation = dialog.getByRole('checkbox', adsConfirmation);
  await expect(confirmation).toHaveAccessibleName(`Change users of ${adsAccount}, ${invitedTo}`);
  const remove = dialog.getByRole('button', {
    name: `Remove access to ${String(removed.length)} accounts and revoke 1 invitation`,
  });
  await expect(remove).toBeDisabled();
  await confirmation.check();
  await remove.click();

  await expect(screens.heading('Removal of Lea Vitt')).toBeVisible();
  await expect(screens.rows('Access removed').filter({ hasText: 'Removed' })).toHaveCount(removed.length);
  await expect(screens.rows('Invitations revoked').filter({ hasText: 'Done' })).toHaveCount(1);
  expect(accountsOf(userId)).toEqual([kept]);
  await expect(screens.text(`${kept}: direct access, viewer.`)).toBeVisible();
  await check(page, 'Results of a removal');
  await checkLayout(app, 'Results of a removal');

  // The proof: done, what remains and why, and what couldn't be read.
  const save = async (kind: 'PDF' | 'CSV'): Promise<string> => {
    const file = join(userData, `proof.${kind.toLowerCase()}`);
    await app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await page.getByRole('button', { name: 'Save proof' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
    await expect(screens.text(`Saved as proof.${kind.toLowerCase()}`)).toBeVisible();
    return file;
  };
  const pdf = await readPdf(await save('PDF'));
  expect(pdf).toMatchObject({
    title: 'Proof of access removal: Lea Vitt',
    language: 'en-US',
    isTagged: true,
  });
  const printed = pdf.pages.join(' ').replace(/\s+/g, ' ');
  expect(printed).toContain('2 accounts couldn’t be read completely');
  expect(printed).toContain(`${String(removed.length + 1)} changes with a result`);
  expect(printed).toContain('Dana Whitfield');
  expect(printed).toContain(userId);
  const { data } = papaparse.parse<Record<string, string>>(readFileSync(await save('CSV'), 'utf8').slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  const inSection = (section: string) => data.filter((row) => row['Section'] === section);
  expect(inSection('Changes and their results').filter((row) => row['Result'] === 'Done')).toHaveLength(
    removed.length + 1,
  );
  expect(inSection('What remains').map((row) => row['Account'])).toEqual([kept]);

  // The rest goes into the same removal.
  await page
    .getByRole('button', { name: 'Remove the rest' })
    .or(page.getByRole('link', { name: 'Remove the rest' }))
    .click();
  await expect(access(kept).getByRole('checkbox')).toBeChecked();
  await page.getByRole('button', { name: 'Remove selected access' }).click();
  await page.getByRole('button', { name: 'Remove access to 1 account' }).click();
  await expect(screens.text(/show nothing else that’s theirs/)).toBeVisible();
  expect(accountsOf(userId)).toEqual([]);
  await page.getByRole('link', { name: 'Remove a leaver' }).click();
  await expect(screens.rows('Earlier removals')).toHaveCount(1);
  await expect(screens.row('Earlier removals', email)).toContainText('Lea Vitt');

  // Yourself, and the only admin of some accounts: what would leave an account without an admin stays, and the rest is confirmed.
  const dana = personOf('dana');
  const admin = accountsOf(dana.userId);
  await who.fill(dana.email);
  await page.keyboard.press('Enter');
  await screens
    .row('Are these the same person?', dana.userId)
    .getByRole('button', { name: /is the same person/ })
    .click();
  await expect(access(admin[0] ?? '').getByRole('checkbox')).toBeChecked();
  await page.getByRole('button', { name: 'Remove selected access' }).click();
  const own = screens.dialog(/^Remove the access of/);
  await expect(own.getByText(/Make someone else an admin first/)).toBeVisible();
  await expect(own.getByRole('checkbox', { name: /may be me/ }).first()).toBeVisible();
  await expect(own.getByText(`${adsAccount}: `)).toBeVisible();
  await expect(own.getByRole('checkbox', adsConfirmation)).toHaveCount(0);
  await expect(own.getByRole('button', { name: /^Remove access to \d+ account/ })).toBeDisabled();
  await own.getByRole('button', { name: 'Cancel' }).click();
  expect(accountsOf(dana.userId)).toEqual(admin);
});
