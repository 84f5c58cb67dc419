import { giveLongNames } from '../../support/amazon/longNames';
import { expect, test } from '../../support/desktop/fixture';
import { still } from '../../support/desktop/layout/still';
import { writeSignedInProfile } from '../../support/desktop/signedInProfile';

test('axe: 90 accounts, offline, and a batch that can be sent', async ({ start, userData, amazon }) => {
  const northwind = await amazon('Northwind', { accounts: 103, invitations: 900 });
  giveLongNames(northwind.sandbox);
  await writeSignedInProfile(userData, northwind, { read: true });
  const app = await start();
  const { page, screens, check, button, closed, goTo } = await still(app);
  await goTo('Control+1', 'Home');
  await expect(page.getByRole('application').first()).toBeVisible();
  await check('Home with 90 accounts');

  await goTo('Control+2', 'Accounts');
  // The list of accounts can't be read. After a few accounts reading stands still, so that it can be looked at.
  await northwind.sandbox.misbehave({
    operation: 'AmcpLinkListAmcAccounts',
    faults: [{ kind: 'html', status: 200, when: 'before' }],
  });
  let lists = 0;
  northwind.proxy.fate = ({ path }) =>
    path.startsWith('/user-invitations') && (lists += 1) > 6 ? 'hold' : 'pass';
  await button('Refresh').click();
  await expect(screens.text(/^Refreshing [1-9]\d* of 103/)).toBeVisible();
  await expect(button('Accounts not read')).toBeVisible();
  await check('Accounts, while they are read');
  await button('Stop reading accounts').click();
  northwind.proxy.fate = () => 'pass';
  northwind.proxy.release();
  await expect(button('Stop reading accounts')).toHaveCount(0);
  await expect(screens.text(/^(Refreshing|Stopping)/)).toHaveCount(0);
  northwind.proxy.fate = () => 'dropBefore';
  await button('Refresh').click();
  await expect(screens.notices()).toContainText('Can’t reach Amazon right now');
  await check('Accounts, offline');
  await goTo('Control+n', 'Invite people');
  await expect(screens.text(/What you send goes out when you’re back online/)).toBeVisible();
  await check('Invite people, offline');

  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await button('New batch').first().click();
  const people = Array.from(
    { length: 120 },
    (_, index) =>
      `Copper Kettle Coffee\tp${String(index)}@northwind-media.example\tPerson ${String(index)}\tviewer`,
  );
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), people.join('\n'));
  await page.locator('.batch-grid [data-active]').click();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('button', { name: 'Ready (120)' })).toBeVisible();
  await expect(screens.text('Saved', { exact: true })).toBeVisible();
  await button('Send').click();
  await expect(screens.dialog(/^Send/)).toContainText('120 invitations');
  await check('Send a batch, with what is missing');
  await button('Cancel').click();
  await closed();
});
