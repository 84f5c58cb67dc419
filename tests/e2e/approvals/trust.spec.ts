import { expect, test } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';
import {
  answered,
  confirmKey,
  exported,
  needApproval,
  ownPhrase,
  show,
} from '../../support/desktop/officeSteps';
import { startOffice, type OfficeDesktop } from '../../support/desktop/offices';
import { keepEvidence } from '../../support/desktop/sharedApps';

const offices: OfficeDesktop[] = [];
test.afterEach(async ({}, testInfo) => {
  for (const office of offices.splice(0)) {
    await keepEvidence(office.page, office.logFile, testInfo);
    await office.end();
  }
});

/** The accounts that this desktop has read, and those of them that it can invite to. */
const accountsOf = ({ page }: OfficeDesktop): Promise<{ id: string; open: boolean }[]> =>
  page.evaluate(async () => {
    const listed = await window.amc.accounts.list({});
    if (!('ok' in listed)) throw new Error('There are no accounts.');
    return listed.ok.accounts.map(({ accountId, canInvite }) => ({
      id: accountId,
      open: canInvite === true,
    }));
  });

const accountsOfPriya = `SELECT account_id FROM members JOIN people USING (user_id) WHERE identity = 'priya'`;

test('accounts that the approver can’t read come first; a distrusted key’s files are refused, and what had arrived before still counts', async ({
  amazon,
}) => {
  const server = await amazon('Agency');
  const ben = await startOffice(server, 'Ben');
  offices.push(ben);
  const known = new Set(server.sandbox.query(accountsOfPriya).map((row) => row['account_id']));
  const open = (await accountsOf(ben)).filter((account) => account.open);
  const [seen = '', unseen = ''] = [true, false].map(
    (isKnown) => open.find(({ id }) => known.has(id) === isKnown)?.id,
  );
  // A viewer can't read an account's people.
  await server.sandbox.setMember({ identity: 'priya', accountId: seen, access: 'admin' });
  const priya = await startOffice(server, 'Priya', 'priya');
  offices.push(priya);
  const batchId = await ben.draft(
    ['six@new-agency.example', 'seven@new-agency.example', 'eight@new-agency.example'],
    [seen, unseen],
  );
  await show(ben, batchId);
  const { page, screens } = priya;
  const answer = await answered(priya, await exported(ben, 'wide'), 'unchecked', async () => {
    const places = page.getByRole('table', { name: 'Accounts' }).getByRole('row');
    await expect(places).toHaveCount(3);
    await expect(places.nth(1)).toContainText('Not checked: you can’t read this account');
    await expect(places.nth(2)).not.toContainText('Not checked');
    await expect(page.getByRole('button', { name: 'Approve 3 rows' })).toBeDisabled();
    await checkLayout(priya, 'Review with an account that can’t be read');

    await test.step('not for rows that are removed', async () => {
      await page.getByRole('button', { name: 'Remove the row of Person 2' }).click();
      await expect(page.getByRole('button', { name: 'Approve 2 rows' })).toBeEnabled();
      await page.getByRole('button', { name: 'Put back the row of Person 2' }).click();
      await expect(page.getByRole('button', { name: 'Approve 3 rows' })).toBeDisabled();
    });
    await page.getByRole('checkbox', { name: 'Approve 1 row in 1 account that nobody checked here' }).click();
    await page.getByRole('button', { name: 'Approve 3 rows' }).click();
  });
  await expect(screens.text('Send the file to Ben. Nothing was sent to Amazon.')).toBeVisible();
  await ben.open(answer);
  await expect(
    ben.screens.text('The approver couldn’t read 1 account and approved its rows unchecked.'),
  ).toBeVisible();

  const dana = await startOffice(server, 'Dana');
  offices.push(dana);
  const approve = (): Promise<void> => dana.page.getByRole('button', { name: 'Approve 1 row' }).click();
  await needApproval(ben);
  const another = await ben.draft(['nine@new-agency.example']);
  await show(ben, another);
  await ben.open(await answered(dana, await exported(ben, 'first'), 'unknown', approve));
  await confirmKey(ben, 'Dana', await ownPhrase(dana));
  await show(ben, another);
  const early = await answered(dana, await exported(ben, 'second'), 'early', approve);
  await ben.open(early);
  await expect(ben.screens.text(/^Approved by Dana/)).toBeVisible();
  await show(ben, another);
  const late = await answered(dana, await exported(ben, 'third'), 'late', approve);

  await ben.screens.goTo('Settings');
  await ben.page.getByRole('button', { name: 'Distrust the key of Dana' }).click();
  await ben.screens.dialog('Distrust the key of Dana?').getByRole('button', { name: 'Distrust' }).click();
  await expect(ben.page.getByRole('table', { name: 'Colleagues’ keys' })).toContainText('Distrusted');
  await checkLayout(ben, 'Settings with a distrusted key');

  await ben.drop(late);
  await expect(
    ben.screens.text(/This file is signed with a key you distrust \(Dana\)/).first(),
  ).toBeVisible();
  await ben.page.reload();
  await ben.open(early);
  await expect(ben.screens.text(/^You distrust the approver’s key now\. This still counts/)).toBeVisible();
  await checkLayout(ben, 'Approval by a key distrusted since');
  await ben.page.getByRole('button', { name: 'Open the batch' }).click();
  await ben.page.getByRole('button', { name: 'Send', exact: true }).click();
  await ben.screens.dialog(/^Send/).getByRole('button', { name: 'Send 1 invitation' }).click();
  await expect(ben.page.getByRole('heading', { level: 1, name: /^Invite/ })).toBeVisible();
});
