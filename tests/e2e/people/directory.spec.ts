import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { managedByDana } from '../../support/amazon/danasAccounts';
import { checkAccessibility as check } from '../../support/desktop/accessibility';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** One person in an export of Microsoft Entra. */
interface Listed {
  readonly address: string;
  readonly name: string;
  readonly active: boolean;
}

/** An export of Microsoft Entra's, with the columns that matter, a room with no address, and a repeated row. */
const entraExport = (people: readonly Listed[]): string =>
  [
    'userPrincipalName,displayName,mail,jobTitle,accountEnabled',
    ...people.map(
      ({ address, name, active }) => `${address},${name},${address},Planner,${active ? 'True' : 'False'}`,
    ),
    'meeting-room,Meeting room,,,True',
    `${people.at(-1)?.address ?? ''},Once more,,,True`,
  ].join('\r\n');

/** Answers the next dialogs for opening a file. @param path null: the person cancels */
const answerDialogs = ({ electron }: Pick<StartedApp, 'electron'>, path: string | null): Promise<void> =>
  electron.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: file === null, filePaths: file === null ? [] : [file] });
  }, path);

/** Accounts whose members the signed-in person may read. */
const list = 'Not in the directory';

test('a directory’s export shows who has access without being in it, until it is forgotten', async ({
  startSignedIn,
  amazon,
  userData,
}) => {
  const northwind = await amazon('Northwind', { members: 9 });
  const { sandbox } = northwind;
  const [shared] = sandbox.query(
    `SELECT account_id AS id FROM accounts WHERE ${managedByDana} ORDER BY name`,
  );
  await sandbox.setMember({ accountId: String(shared?.['id']), identity: 'sam', access: 'viewer' });
  const everybody = sandbox.query(
    `SELECT DISTINCT ads_user_id AS userId, lower(email) AS address, people.name FROM members JOIN people USING (user_id)
     WHERE ${managedByDana} ORDER BY address`,
  );
  const people = everybody.map(({ address, name }) => ({
    ...{ address: String(address), name: String(name), active: true },
  }));
  const client = 'sam.okafor@brightside-foods.example';
  const [gone = '', inactive = ''] = people.map(({ address }) => address).filter((each) => each !== client);
  const csv = join(userData, 'users.csv');
  const ours = people.filter(({ address }) => address !== client && address !== gone);
  writeFileSync(csv, entraExport(ours.map((each) => ({ ...each, active: each.address !== inactive }))));

  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Control+4');
  await expect(screens.row('People', String(everybody[0]?.['userId']))).toBeVisible();
  await checkLayout(app, 'People with its views');
  await page.getByRole('group', { name: 'Views of people' }).getByRole('link', { name: list }).click();

  // Without a file: what one is for. Nothing else counts as one, and canceling changes nothing.
  await expect(screens.heading(list)).toBeVisible();
  await expect(screens.text('Google Workspace')).toBeVisible();
  await check(page, 'No directory yet');
  await checkLayout(app, 'No directory yet');
  await answerDialogs(app, null);
  await button('Import a directory file').click();
  await answerDialogs(app, join(fixtures, 'directories/people.csv'));
  await button('Import a directory file').click();
  await expect(screens.text(/“people.csv” isn’t an export of users of Microsoft Entra/)).toBeVisible();
  await expect(screens.text(/the list is still compared/)).toHaveCount(0);
  await check(page, 'A file that is no export');
  await checkLayout(app, 'A file that is no export');

  // Masked addresses prove nothing: nobody is listed, and how many that leaves open is said.
  await answerDialogs(app, csv);
  await button('Import a directory file').click();
  await expect(screens.text('Directory imported')).toBeVisible();
  const facts = `${String(ours.length)} people, 1 of them not active. 2 rows left out: 1 without a usable address and 1 already listed.`;
  await expect(screens.text(facts)).toBeVisible();
  await expect(screens.text(`${String(people.length)} user IDs couldn’t be compared`)).toBeVisible();
  await expect(screens.text('Nobody found', { exact: true })).toBeVisible();
  await check(page, 'A directory, and nobody found');
  await checkLayout(app, 'A directory, and nobody found');

  // Once Amazon shows the addresses: those at own domains, then all.
  await sandbox.conduct({ mask: 'whole' });
  await button('Refresh').click();
  await expect(screens.row(list, gone)).toContainText('Not in the file');
  await expect(screens.row(list, gone)).toContainText('Certain');
  await expect(screens.row(list, inactive)).toContainText('Not active');
  await expect(screens.rows(list)).toHaveCount(2);
  await expect(screens.text(/^Hides 1 person at domains/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Own domains only' }).uncheck();
  await expect(screens.row(list, client)).toContainText(': Viewer');
  await expect(screens.rows(list)).toHaveCount(3);
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(screens.text('Directory imported')).toHaveCount(0);
  await expect(screens.text(facts)).toBeVisible();
  await check(page, 'Not in the directory');
  await checkLayout(app, 'Not in the directory');

  // A damaged file leaves the earlier one.
  await answerDialogs(app, join(fixtures, 'imports/damaged.xlsx'));
  await button('Import a newer file').click();
  await expect(screens.text(/the list is still compared with users.csv/)).toBeVisible();
  await expect(screens.rows(list)).toHaveCount(3);
  await check(page, 'A damaged file');
  await checkLayout(app, 'A damaged file');

  // A row leads to the user ID, and to removing everything of the person's; the filter is still as it was.
  await screens.row(list, gone).getByRole('link', { name: gone, exact: true }).click();
  await expect(screens.heading(gone)).toBeVisible();
  await page.goBack();
  const removeAll = screens.row(list, gone).getByRole('link', { name: `Remove all access of ${gone}` });
  await expect(screens.rows(list)).toHaveCount(3);
  await removeAll.click();
  await expect(screens.heading(/^Access of /)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Access' }).getByRole('checkbox').nth(1)).toBeChecked();
  await page.goBack();

  // The newest file counts alone.
  writeFileSync(csv, entraExport(people.filter(({ address }) => address !== client)));
  await answerDialogs(app, csv);
  await button('Import a newer file').click();
  await expect(screens.text(`${String(ours.length + 1)} people, none`)).toBeVisible();
  await expect(screens.rows(list)).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Own domains only' }).check();
  await expect(screens.text('Nobody found at your own domains')).toBeVisible();

  await button('Forget this file').click();
  const dialog = screens.dialog('Forget users.csv?');
  await check(page, 'Forgetting a directory');
  await checkLayout(app, 'Forgetting a directory');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(screens.text('Nobody found at your own domains')).toBeVisible();
  await button('Forget this file').click();
  await dialog.getByRole('button', { name: 'Forget this file' }).click();
  await expect(button('Import a directory file')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(screens.text('users.csv')).toHaveCount(0);
});
