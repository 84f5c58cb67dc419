import { randomUUID } from 'node:crypto';
import type { TestAmazon } from '../../support/desktop/amazon';
import { expect, type StartedApp } from '../../support/desktop/fixture';
import { test } from '../../support/desktop/livelyDesktop';
import type { NotificationDaemon } from '../../support/desktop/notificationDaemon';

const dana = { identity: 'dana', decision: 'allow' } as const;
const dayMs = 86_400_000;
const expiringTitle = 'Invitations about to expire';

/** How many pending invitations expire within 48 hours, by the sandbox's own truth. */
const expiringIn = ({ sandbox }: TestAmazon): number =>
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

/** As when the lid was opened: the app checks whether a notification is due. Resolves when it has checked. */
async function wakeUp({ electron, page }: StartedApp): Promise<void> {
  await electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  // It checks once outdated data was read again.
  await expect
    .poll(() => page.evaluate(() => window.amc.accounts.refreshProgress()))
    .toMatchObject({
      ok: { progress: { running: false } },
    });
}

/** Everything the app has shown so far: it shows one more, and by then the others have arrived. */
async function shownBy({ electron }: StartedApp, { shown }: NotificationDaemon) {
  const title = `That is all ${randomUUID()}`;
  const isLast = (each: { readonly title: string }): boolean => each.title === title;
  await electron.evaluate(async ({ Notification }, last) => {
    const notification = new Notification({ title: last });
    await new Promise((resolve) => {
      notification.once('show', resolve);
      notification.show();
    });
    notification.close();
  }, title);
  await expect.poll(() => shown().some(isLast)).toBe(true);
  return shown().filter((each) => !each.title.startsWith('That is all'));
}

/** A time zone in which it is about noon now, so that no day ends during a test. */
function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // The names have the opposite sign.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${String(Math.abs(ahead))}`;
}

/** Records how the app shows its progress on the taskbar; null: nothing to show. @returns what was shown */
async function watchTaskbar({ electron }: StartedApp): Promise<() => Promise<(number | null)[]>> {
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const seen: (number | null)[] = [];
    Reflect.set(globalThis, 'seenOnTaskbar', seen);
    const show = window?.setProgressBar.bind(window);
    if (window === undefined || show === undefined) return;
    window.setProgressBar = (progress, options) => {
      seen.push(progress < 0 ? null : progress);
      show(progress, options);
    };
  });
  return () => electron.evaluate(() => Reflect.get(globalThis, 'seenOnTaskbar') as (number | null)[]);
}

test('invitations that expire within 48 hours are announced once a day, unless that is turned off; a click shows them', async ({
  notifications,
  windows,
  start,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const lapsing = expiringIn(northwind);
  expect(lapsing).toBeGreaterThan(1);
  const pending = northwind.sandbox.query('SELECT 1 FROM invitations').length;
  const env = { TZ: zoneAtNoon() };
  const app = await start({ env });
  const { page, screens } = app;
  await screens.connectAndSignIn(northwind.form, dana);
  await allIsRead(app, pending);

  const reminderSetting = page.getByRole('checkbox', { name: /^Notify me when invitations will expire/ });
  await screens.goTo('Settings');
  await reminderSetting.click();
  await expect(reminderSetting).not.toBeChecked();
  await wakeUp(app);
  expect(await shownBy(app, notifications)).toEqual([]);

  await reminderSetting.click();
  await expect(reminderSetting).toBeChecked();
  await wakeUp(app);
  const shown = {
    title: expiringTitle,
    text: `${String(lapsing)} invitations will expire within 48 hours. Resend them to add two more weeks.`,
  };
  await expect.poll(() => shownBy(app, notifications)).toEqual([shown]);
  await expect.poll(notifications.standing).toBe(1);
  await windows.minimise('AMC Access Manager');
  await expect.poll(windows.inFront).toBe('');
  await notifications.click();
  await expect.poll(windows.inFront).toMatch(/^Invitations/);
  await expect(screens.heading(`Invitations (${String(lapsing)})`)).toBeVisible();
  await expect.poll(notifications.standing).toBe(0);

  await wakeUp(app);
  expect(await shownBy(app, notifications)).toEqual([shown]);
  await app.quit();
  const again = await start({ env });
  await allIsRead(again, pending);
  await wakeUp(again);
  expect(await shownBy(again, notifications)).toEqual([shown]);
});

test('the end of sending is announced once, when nobody is looking at the app; a click shows what was sent', async ({
  notifications,
  windows,
  startSignedIn,
  amazon,
}) => {
  // Nothing expires there, which would trigger a notification too.
  const northwind = await amazon('Northwind', { invitations: 0 });
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
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

  const onTaskbar = await watchTaskbar(app);
  await invite('one@brightside-foods.example');
  await expect.poll(invited).toBe(1);
  // Ongoing sending is shown there, and its end decides about a notification.
  await expect.poll(async () => (await onTaskbar()).findLast((_, index) => index > 0)).toBeNull();
  expect(await shownBy(app, notifications)).toEqual([]);

  await windows.minimise('AMC Access Manager');
  await expect.poll(windows.inFront).toBe('');
  await invite('two@brightside-foods.example', 'three@brightside-foods.example');
  await expect
    .poll(() => shownBy(app, notifications))
    .toEqual([{ title: 'Sending has finished', text: '2 changes: 2 invited.' }]);
  await expect.poll(notifications.standing).toBe(1);
  await notifications.click();
  await expect.poll(windows.inFront).toMatch(/^Operations/);
  await expect(screens.heading('Operations')).toBeVisible();
  expect(await shownBy(app, notifications)).toHaveLength(1);
});
