import { expect, test } from '../../support/desktop/fixture';
import { keepEvidence } from '../../support/desktop/sharedApps';
import {
  answered,
  confirmKey,
  exported,
  needApproval,
  ownPhrase,
  show,
} from '../../support/desktop/officeSteps';
import { startOffice, type OfficeDesktop } from '../../support/desktop/offices';

const offices: OfficeDesktop[] = [];
test.afterEach(async ({}, testInfo) => {
  for (const office of offices.splice(0)) {
    await keepEvidence(office.page, office.logFile, testInfo);
    await office.end();
  }
});

test('a batch is drafted here, reduced and approved there, and sent here or by a third office, but not after a change', async ({
  amazon,
}) => {
  const server = await amazon('Agency');
  const [ben, dana] = [await startOffice(server, 'Ben'), await startOffice(server, 'Dana')];
  offices.push(ben, dana);
  await needApproval(ben);
  const batchId = await ben.draft([
    'one@new-agency.example',
    'two@new-agency.example',
    'three@new-agency.example',
  ]);
  await show(ben, batchId);
  await expect(ben.screens.text('This batch needs a second person’s approval')).toBeVisible();

  const early = await answered(dana, await exported(ben, 'first'), 'early', async () => {
    await expect(dana.screens.text('Nobody here has confirmed the key of Ben')).toBeVisible();
    await dana.page.getByRole('button', { name: 'Approve 3 rows' }).click();
  });
  await ben.drop(early);
  await expect(ben.screens.text(/^This doesn’t count here/)).toBeVisible();
  await confirmKey(ben, 'Dana', await ownPhrase(dana));

  await show(ben, batchId);
  await expect(ben.screens.text('The approval by Dana doesn’t count for this batch as it is')).toBeVisible();
  const reduced = await answered(dana, await exported(ben, 'second'), 'reduced', async () => {
    await dana.page.getByRole('button', { name: 'Remove the row of Person 2' }).click();
    await dana.page.getByRole('textbox', { name: 'Comment on Person 2' }).fill('She left in May');
    await dana.page.getByRole('button', { name: 'Approve 2 rows' }).click();
  });
  await ben.openFromOutside(reduced);
  await expect(ben.screens.text(/^Approved by Dana/)).toBeVisible();
  await ben.page.getByRole('button', { name: 'Open the batch' }).click();
  await expect(ben.screens.heading('June')).toBeVisible();

  await test.step('everything is refused, and what is approved is sent', async () => {
    await ben.page.getByRole('button', { name: 'Send', exact: true }).click();
    const asking = ben.screens.dialog(/^Send/);
    await expect(asking.getByRole('radio', { name: 'Only the rows that Dana approved' })).toBeChecked();
    await asking.getByRole('radio', { name: 'All rows' }).click();
    await asking.getByRole('button', { name: 'Send 3 invitations' }).click();
    await expect(
      asking.getByText(/^Nothing was sent: your house rule needs an approval/).first(),
    ).toBeVisible();
    await asking.getByRole('radio', { name: 'Only the rows that Dana approved' }).click();
    await asking.getByRole('button', { name: 'Send 2 invitations' }).click();
    await expect(ben.page.getByRole('heading', { level: 1, name: /^Invite 2/ })).toBeVisible();
    await expect
      .poll(async () => (await ben.page.evaluate(() => window.amc.outbox.status())) as unknown)
      .toMatchObject({ ok: { runs: [{ counts: { done: 2 } }] } });
  });

  await test.step('names in the report', async () => {
    await show(ben, batchId);
    await ben.page.getByRole('button', { name: 'Report', exact: true }).click();
    const report = ben.screens.dialog(/^Report/);
    await expect(report.getByText('Drafted by Ben, approved by Dana, sent by Ben.')).toBeVisible();
    await report.getByRole('button', { name: 'Close', exact: true }).last().click();
    await ben.screens.goTo('Home');
  });

  const another = await ben.draft(['four@new-agency.example', 'five@new-agency.example']);
  await test.step('a batch comes back with comments at its rows', async () => {
    await show(ben, another);
    const returned = await answered(dana, await exported(ben, 'draft'), 'returned', async () => {
      await dana.page.getByRole('textbox', { name: 'Comment on Person 1' }).fill('Which team?');
      await dana.page.getByRole('button', { name: 'Return to the drafter' }).click();
    });
    await ben.open(returned);
    await ben.page.getByRole('button', { name: 'Open the batch' }).click();
    await expect(ben.screens.text(/^Returned by Dana/)).toBeVisible();
    await expect(ben.page.getByRole('img', { name: 'Warning: Dana: Which team?' }).first()).toBeVisible();
  });

  const carol = await startOffice(server, 'Carol');
  offices.push(carol);
  await needApproval(carol);
  // Carol and Dana know each other from a batch that Dana once returned.
  const hello = await carol.draft(['hello@new-agency.example']);
  await show(carol, hello);
  const known = await answered(dana, await exported(carol, 'hello'), 'known', async () => {
    await dana.page.getByRole('button', { name: 'Return to the drafter' }).click();
  });
  await carol.open(known);
  await expect(carol.screens.text(/^Returned by Dana/)).toBeVisible();
  await confirmKey(carol, 'Dana', await ownPhrase(dana));
  await confirmKey(dana, 'Carol', await ownPhrase(carol));

  const approved = await answered(dana, await exported(ben, 'again'), 'approved', async () => {
    await dana.page.getByRole('button', { name: /^Who sends it/ }).click();
    await dana.page.getByRole('option', { name: /^Carol/ }).click();
    await dana.page.getByRole('button', { name: 'Approve 2 rows' }).click();
  });
  await carol.open(approved);
  await expect(carol.screens.text('Carol (you) may send it, once.')).toBeVisible();
  await carol.page.getByRole('button', { name: 'Open the batch' }).click();
  await expect(carol.screens.text(/^Approved by Dana/)).toBeVisible();
  await carol.page.getByRole('button', { name: 'Send', exact: true }).click();
  const asking = carol.screens.dialog(/^Send/);
  await asking.getByRole('button', { name: 'Send 2 invitations' }).click();
  await expect(carol.page.getByRole('heading', { level: 1, name: /^Invite 2/ })).toBeVisible();

  await test.step('a looser rule is asked about', async () => {
    await carol.electron.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    });
    await carol.screens.goTo('Settings');
    await carol.page.getByRole('radio', { name: 'No batch' }).click();
    await expect(carol.screens.text('The rule was left as it was.')).toBeVisible();
    await expect(carol.page.getByRole('radio', { name: 'Every batch' })).toBeChecked();
    await carol.electron.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    });
    await carol.page.getByRole('radio', { name: 'No batch' }).click();
    await expect(carol.screens.text(/^Carol loosened this rule on/)).toBeVisible();
  });
});
