import type { TestAmazon } from '../support/desktop/amazon';
import { expect, type StartedApp } from '../support/desktop/fixture';
import { test } from '../support/desktop/livelyDesktop';

const dana = { identity: 'dana', decision: 'allow' } as const;
const dayMs = 86_400_000;
const lapsingTitle = 'Invitations about to lapse';

/** How many pending invitations end within 48 hours, by the sandbox's own truth. */
const lapsingIn = ({ sandbox }: TestAmazon): number =>
  Number(
    sandbox.query(
      `SELECT count(*) AS count FROM invitations WHERE state = 'PENDING' AND expires_at < ?`,
      Date.now() + 2 * dayMs,
    )[0]?.['count'],
  );

/** Everything has been read, and Home shows it. */
async function allIsRead({ page, screens }: StartedApp, pending: number): Promise<void> {
  await screens.goTo('Home');
  await expect(page.getByRole('link', { name: `Pending: ${String(pending)}`, exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
}

/** As when the lid was opened: the app looks whether something is to be told. Resolves when it has had time to. */
async function wakeUp({ electron, page }: StartedApp): Promise<void> {
  await electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await page.waitForTimeout(1000);
}

test('what lapses within 48 hours is told once a day, and not when that is switched off; a click shows it', async ({
  notifications,
  windows,
  start,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const lapsing = lapsingIn(northwind);
  expect(lapsing).toBeGreaterThan(1);
  const pending = northwind.sandbox.query('SELECT 1 FROM invitations').length;
  const app = await start();
  const { page, screens } = app;
  await screens.connectAndSignIn(northwind.form, dana);
  await allIsRead(app, pending);

  const choice = page.getByRole('checkbox', { name: /^Tell me when invitations will lapse/ });
  await screens.goTo('Settings');
  await choice.click();
  await expect(choice).not.toBeChecked();
  await wakeUp(app);
  expect(notifications.shown()).toEqual([]);

  await choice.click();
  await expect(choice).toBeChecked();
  await wakeUp(app);
  const told = {
    title: lapsingTitle,
    text: `${String(lapsing)} invitations will lapse within 48 hours. Resend them to give their people two more weeks.`,
  };
  await expect.poll(notifications.shown).toEqual([told]);
  await windows.minimise('AMC Access Manager');
  await expect.poll(windows.inFront).toBe('');
  await notifications.click();
  await expect.poll(windows.inFront).toMatch(/^Invitations/);
  await expect(screens.heading(`Invitations (${String(lapsing)})`)).toBeVisible();
  await expect.poll(notifications.standing).toBe(0);

  await wakeUp(app);
  await app.quit();
  const again = await start();
  await allIsRead(again, pending);
  await wakeUp(again);
  expect(notifications.shown()).toEqual([told]);
});

test('the end of sending is told once, when nobody looks at the app; a click shows what was sent', async ({
  notifications,
  windows,
  startSignedIn,
  amazon,
}) => {
  // Nothing lapses there, which would be told of as well.
  const northwind = await amazon('Northwind', { invitations: 0 });
  const { page, screens } = await startSignedIn(northwind);
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).not.toHaveCount(0);
  const invite = (...emailAddresses: readonly string[]): Promise<void> =>
    page.evaluate(async (addresses) => {
      const listed = await window.amc.accounts.list({});
      if ('error' in listed) throw new Error(listed.error.message);
      const account = listed.ok.accounts.find(({ canInvite }) => canInvite === true);
      if (account === undefined) throw new Error('No account takes invitations.');
      const { connectionId, accountId } = account;
      const answer = await window.amc.invitations.create({
        account: { connectionId, accountId },
        invitees: addresses.map((emailAddress) => ({ emailAddress, userName: 'New', role: 'viewer' })),
        notifyInvitedUsers: false,
      });
      if ('error' in answer) throw new Error(answer.error.message);
    }, emailAddresses);
  const invited = (): number =>
    northwind.sandbox.query(`SELECT 1 FROM invitations WHERE user_name = 'New'`).length;

  await invite('one@brightside-foods.example');
  await expect.poll(invited).toBe(1);
  await page.waitForTimeout(1000);
  expect(notifications.shown()).toEqual([]);

  await windows.minimise('AMC Access Manager');
  await expect.poll(windows.inFront).toBe('');
  await invite('two@brightside-foods.example', 'three@brightside-foods.example');
  await expect
    .poll(notifications.shown)
    .toEqual([{ title: 'Sending has ended', text: '2 changes: 2 done.' }]);
  await notifications.click();
  await expect.poll(windows.inFront).toMatch(/^Operations/);
  await expect(screens.heading('Operations')).toBeVisible();
  await page.waitForTimeout(1000);
  expect(notifications.shown()).toHaveLength(1);
});
