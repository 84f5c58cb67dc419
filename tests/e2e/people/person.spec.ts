import { expect, test } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';
import { openAccounts } from '../../support/desktop/openAccounts';

const omar = 'omar.haddad@new-agency.example';

test('a batch’s row links to its result and back, to its person, and Ctrl+K finds all of them', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  const [account] = await openAccounts(app, 12);
  const { connectionId = '', accountId = '', name = '' } = account ?? {};
  const batchId = await page.evaluate(
    async ({ connectionId, accountId, name, omar }) => {
      const opened = <T>(answer: { ok: T } | { error: unknown }): T => {
        if ('ok' in answer) return answer.ok;
        throw new Error(JSON.stringify(answer.error));
      };
      const { batch } = opened(await window.amc.batches.create({ name: 'Onboarding' }));
      const people = [
        ['rosa.lind@new-agency.example', 'Rosa Lind', ''],
        [omar, 'Omar Haddad', 'New in the team'],
      ];
      const rows = people.map(([emailAddress = '', userName = '', note = ''], index) => ({
        ...{ rowId: `row-0000${String(index)}`, position: index, emailAddress, userName, note },
        ...{
          account: { connectionId, accountId },
          accountText: name,
          role: 'viewer',
          instances: index === 1 ? 'all' : '',
        },
      }));
      opened(await window.amc.batches.setRows({ batchId: batch.batchId, rows, removed: [] }));
      opened(await window.amc.batches.setNotify({ batchId: batch.batchId, notify: false }));
      const { dryRun } = opened(await window.amc.batches.dryRun({ batchId: batch.batchId }));
      opened(await window.amc.outbox.sendBatch({ batchId: batch.batchId, agreed: dryRun.agreement }));
      return batch.batchId;
    },
    { connectionId, accountId, name, omar },
  );
  expect(batchId).not.toBe('');

  // From the record to the row.
  await screens.goTo('Activity');
  const entry = screens.row('Activity', 'Omar Haddad');
  await expect(entry).toContainText('From batch Onboarding, row 2');
  await entry.getByRole('link', { name: 'batch Onboarding, row 2' }).click();
  await expect(screens.heading('Onboarding')).toBeVisible();
  const cell = page.getByRole('gridcell', { name: omar });
  await expect(cell).toBeFocused();

  // From the row to its part of the record.
  const about = page.getByRole('group', { name: 'About this row' });
  await about.getByRole('link', { name: 'Activity of this row' }).click();
  await expect(screens.rows('Activity')).toHaveCount(1);
  await expect(screens.text('From batch Onboarding, row 2').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show all activity, not only from this batch' }).click();
  await expect(screens.rows('Activity')).toHaveCount(2);

  // Everything about its person, found by a few letters.
  const palette = page.getByRole('dialog', { name: 'Find people, accounts, batches, screens and actions' });
  const find = async (letters: string, item: RegExp): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(letters);
    await expect(palette.getByRole('option', { name: item })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
  };
  await find('haddad', /Omar Haddad/);
  await expect(screens.heading('Omar Haddad')).toBeVisible();
  const access = screens.row('Access', name);
  await expect(access).toContainText('Pending');
  await expect(access).toContainText('Planned: all instances');
  await expect(screens.row('Batches', 'Onboarding')).toContainText('Invited');
  await expect(screens.row('Batches', 'Onboarding')).toContainText('New in the team');
  await expect(screens.row('Activity', 'Invite as viewer')).toContainText('From batch Onboarding, row 2');
  await checkLayout(app, 'A person');

  // The invitation's own history says the same and leads back to its person.
  await access.getByRole('link', { name: /^Viewer,/ }).click();
  const details = page.getByRole('region', { name: 'Details of the invitation' });
  await expect(details).toContainText('From batch Onboarding, row 2');
  await expect(details).toContainText(/GMT|UTC/);
  await expect(details).toContainText('Planned: all instances');
  await details.getByRole('link', { name: omar }).click();
  await expect(screens.heading('Omar Haddad')).toBeVisible();

  await find('onboard', /^Onboarding$/);
  await expect(screens.heading('Onboarding')).toBeVisible();
  await find('run 1', /Invite 2 people to .* Run 1, batch Onboarding/);
  await expect(screens.heading(/^Invite 2 people to/)).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('nobody has this name');
  await expect(palette).toContainText('No results for “nobody has this name”');
  await page.keyboard.press('Escape');
});
