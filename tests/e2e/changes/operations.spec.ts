import type { Locator, Page } from '@playwright/test';
import type { Bridge } from '../../../shared/bridge/ipc';
import type { TestAmazon } from '../../support/desktop/amazon';
import type { RunningApp } from '../../support/desktop/app';
import type { PersonToInvite } from '../../support/desktop/screens';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';

const rosa = {
  emailAddress: 'rosa.lind@northwind-media.example',
  userName: 'Rosa Lind',
  role: 'viewer',
} as const;
const tariq = {
  emailAddress: 'tariq.aziz@northwind-media.example',
  userName: 'Tariq Aziz',
  role: 'viewer',
} as const;
const account = 'Copper Kettle Coffee';

/** A person's invitations in the sandbox itself, oldest first. */
const invitationsAt = (amazon: TestAmazon, emailAddress: string) =>
  amazon.sandbox.query('SELECT role, state FROM invitations WHERE email = ? ORDER BY position', emailAddress);

/** Invites one person to the account, from the accounts on. */
async function invite(app: StartedApp, person: PersonToInvite): Promise<void> {
  await app.screens.openAccount(account);
  await app.page.getByRole('button', { name: 'Invite people' }).click();
  await fillAndSend(app, person);
}

async function fillAndSend({ page, screens }: StartedApp, person: PersonToInvite): Promise<void> {
  await screens.fillPeople([person]);
  await screens.chooseMail(true);
  await page.getByRole('button', { name: 'Invite 1 person to 1 account' }).click();
}

/** Requests that many invitations like the invite form does, without drawing a row for each. */
async function inviteMany(app: StartedApp, count: number, kind = 'person'): Promise<void> {
  await expect(app.screens.row('Accounts', account)).toContainText('Yes');
  await app.page.evaluate(
    async ({ name, invitees }) => {
      const { amc } = window as unknown as { amc: Bridge };
      const listed = await amc.accounts.list();
      const found = 'ok' in listed ? listed.ok.accounts.find((each) => each.name === name) : undefined;
      if (found === undefined) throw new Error(`There is no ${name}.`);
      const { connectionId, accountId } = found;
      await amc.invitations.create({
        account: { connectionId, accountId },
        invitees,
        notifyInvitedUsers: false,
      });
    },
    {
      name: account,
      invitees: Array.from({ length: count }, (_, index) => ({
        emailAddress: `${kind}.${String(index)}@northwind-media.example`,
        userName: `Person ${String(index)}`,
        role: 'viewer' as const,
      })),
    },
  );
  await app.screens.goTo('Operations');
}

/** Answers system dialogs with this button from now on, and counts them. */
async function answerQuestions({ electron }: RunningApp, button: 'Keep running' | 'Quit'): Promise<void> {
  await electron.evaluate(({ dialog }, name) => {
    const requests: string[] = [];
    Object.assign(globalThis, { requests });
    const answer = (...args: unknown[]) => {
      const { message, buttons } = args.at(-1) as { message: string; buttons: string[] };
      requests.push(message);
      return Promise.resolve({ response: buttons.indexOf(name), checkboxChecked: false });
    };
    Object.assign(dialog, { showMessageBox: answer });
  }, button);
}

const questions = ({ electron }: RunningApp): Promise<string[]> =>
  electron.evaluate(() => (globalThis as unknown as { requests: string[] }).requests);

test('a change with a lost answer is unconfirmed, even after a restart, until the app has read Amazon’s list; a person resolves the rest', async ({
  start,
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const first = await startSignedIn(northwind);
  // Rosa's invitation was created, Tariq's wasn't; the app can't know either.
  await northwind.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [
      { kind: 'reset', when: 'after' },
      { kind: 'reset', when: 'before' },
    ],
  });
  await invite(first, rosa);
  expect(await first.screens.results()).toBe('1 unconfirmed');
  await expect(first.screens.dialog('Results')).toContainText('checks Amazon’s list in about a minute');
  await first.screens.closeResults();
  await first.page.getByRole('button', { name: 'Invite people' }).click();
  await fillAndSend(first, tariq);
  expect(await first.screens.results()).toBe('1 unconfirmed');
  await first.screens.dialog('Results').getByRole('link', { name: 'Open Operations' }).click();

  await expect(first.screens.heading('Operations')).toBeVisible();
  // Two people of one account with one cause are one group, to unfold.
  await expect(first.screens.rows('Unconfirmed')).toHaveCount(1);
  const group = first.screens.row('Unconfirmed', 'Tariq Aziz, Rosa Lind');
  await expect(group).toContainText('Amazon’s list is checked about a minute after');
  await expect(group.getByRole('button', { name: `Resolve 2 changes in ${account}` })).toBeVisible();
  await expect(first.page.getByRole('banner')).toContainText('2 unconfirmed');
  // What the app is settling automatically asks for nobody.
  await expect(first.page.getByRole('navigation').getByText(/needs? your attention/)).toHaveCount(0);
  await group.getByRole('button', { name: 'Show all 2' }).click();
  await first.page.getByRole('button', { name: 'Resolve the change for Tariq Aziz' }).click();
  // As long as Amazon may still carry it out, nobody can say that it wasn't done, or send it again.
  const tooEarly = first.screens.dialog('Resolve the change for Tariq Aziz');
  await expect(tooEarly.getByRole('radio', { name: 'Send again' })).toBeDisabled();
  await tooEarly.getByRole('button', { name: 'Cancel' }).click();
  await first.screens.goTo('Home');
  await expect(first.screens.text(/Settles by \d\d:\d\d \S+ if Amazon’s list shows/)).toBeVisible();
  await first.quit();

  const { page, screens } = await start();
  await screens.goTo('Accounts');
  await screens.openAccount(account);
  await expect(screens.notices()).toContainText(/[12] changes? unconfirmed/);
  await expect(screens.row('Invitations', rosa.emailAddress)).toBeVisible();
  await page.getByRole('link', { name: 'Show unconfirmed changes' }).click();
  await expect(screens.heading('Operations')).toBeVisible();
  const doubt = screens.row('Unconfirmed', 'Tariq Aziz');
  await expect(doubt).toBeVisible();

  await expect(screens.rows('Unconfirmed')).toHaveCount(1, { timeout: 120_000 });
  await expect(doubt).toContainText('doesn’t show this invitation', { timeout: 120_000 });
  await expect(screens.row('Finished', '1 invited')).toHaveCount(1);
  await screens.goTo('Home');
  await expect(screens.text('Amazon’s answer was lost. It needs your decision.')).toBeVisible();
  await screens.goTo('Operations');
  // Neither was resent automatically.
  expect(invitationsAt(northwind, rosa.emailAddress)).toHaveLength(1);
  expect(invitationsAt(northwind, tariq.emailAddress)).toEqual([]);
  await doubt.getByRole('button', { name: 'Resolve the change for Tariq Aziz' }).click();
  const dialog = screens.dialog('Resolve the change for Tariq Aziz');
  await dialog.getByRole('radio', { name: 'Send again' }).check();
  await expect(dialog).toContainText('nobody should be invited twice');
  await dialog.getByRole('button', { name: 'Send again' }).click();
  expect(await screens.results()).toBe('1 invited');
  await screens.closeResults();
  await expect(page.getByRole('table', { name: 'Unconfirmed' })).toHaveCount(0);
  for (const { emailAddress } of [rosa, tariq]) {
    expect(invitationsAt(northwind, emailAddress)).toEqual([{ role: 'viewer', state: 'PENDING' }]);
  }
});

test('changes that Amazon rejected are listed with the reason, and can be retried; a change of role is verified, and repaired when its second step fails', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await northwind.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [{ kind: 'status', status: 403, when: 'before' }],
  });
  await invite(app, rosa);
  expect(await screens.results()).toBe('1 failed');
  await screens.closeResults();
  await screens.goTo('Home');
  const inbox = page.getByRole('list', { name: 'What needs your attention' });
  await expect(inbox.getByRole('listitem').first()).toContainText(/1 failed change.*Amazon/);
  await inbox.getByRole('link', { name: 'Review and retry' }).click();
  await expect(screens.heading('Operations')).toBeVisible();
  const failed = screens.row('Failed', rosa.emailAddress);
  await failed.getByRole('button', { name: 'Details' }).click();
  await expect(failed).toContainText('FORBIDDEN');
  await expect(failed).toContainText('Amazon’s request ID');
  await failed.getByRole('button', { name: 'Retry: Rosa Lind' }).click();
  expect(await screens.results()).toBe('1 invited');
  await screens.closeResults();
  await expect(page.getByRole('table', { name: 'Failed' })).toHaveCount(0);
  await expect(screens.row('Finished', 'Invite 1 person')).toContainText('1 invited');
  await screens.goTo('Home');
  await expect(screens.text(/^Nothing failed, paused, unconfirmed/)).toBeVisible();

  await test.step('a change of role is verified', async () => {
    await screens.goTo('Accounts');
    await screens.openAccount(account);
    await screens.select(rosa.emailAddress);
    await page.getByRole('button', { name: 'Change role' }).click();
    await expect(screens.dialog('Change the role of Rosa Lind?')).toContainText('stops working');
    await screens.chooseMail(false);
    await page.getByRole('button', { name: 'Change to admin' }).click();
    expect(await screens.results()).toBe('2 changes: 2 done');
    await expect(screens.dialog('Results')).toContainText('Amazon lists the new role');
    await screens.closeResults();
    await expect(screens.row('Invitations', rosa.emailAddress)).toContainText('Admin');
  });

  await test.step('when its second step fails the app says so and repairs it', async () => {
    await northwind.sandbox.misbehave({
      operation: 'CreateUserInvitations',
      faults: [{ kind: 'status', status: 403, when: 'before' }],
    });
    await screens.select(rosa.emailAddress);
    await page.getByRole('button', { name: 'Change role' }).click();
    await screens.chooseMail(false);
    await page.getByRole('button', { name: 'Change to viewer' }).click();
    expect(await screens.results()).toBe('2 changes: 1 done, 1 failed');
    await expect(screens.dialog('Results')).toContainText(
      'The old invitation is revoked, but the new one wasn’t created',
    );
    await screens.closeResults();
    await screens.goTo('Operations');
    await screens
      .row('Failed', rosa.emailAddress)
      .getByRole('button', { name: 'Invite again: Rosa Lind' })
      .click();
    expect(await screens.results()).toBe('1 invited');
    expect(invitationsAt(northwind, rosa.emailAddress)).toEqual([
      { role: 'viewer', state: 'REVOKED' },
      { role: 'admin', state: 'REVOKED' },
      { role: 'viewer', state: 'PENDING' },
    ]);
  });
});

test('changes paused, confirmed when quitting and resumed after a restart reach each person once', async ({
  start,
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const first = await startSignedIn(northwind);
  const slow = { kind: 'delay', ms: 3_000, when: 'before' } as const;
  await northwind.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [slow, slow, slow, slow, slow, slow, slow, slow, slow, slow],
  });
  await inviteMany(first, 490);
  await first.page.getByRole('button', { name: /^Pause: / }).click();
  await expect(first.screens.text('Paused', { exact: true })).toBeVisible();
  await expect(first.page.getByRole('banner')).toContainText(/Paused: \d+ waiting/);
  await first.page.getByRole('button', { name: /^Continue: / }).click();
  await expect(first.page.getByRole('button', { name: /^Pause: / })).toBeVisible();

  await answerQuestions(first, 'Keep running');
  await first.electron.evaluate(({ app }) => {
    app.quit();
    app.quit();
  });
  await expect(first.screens.heading('Operations')).toBeVisible();
  expect(await questions(first)).toEqual([
    expect.stringMatching(/^\d+ changes are still waiting to be sent\.$/),
  ]);
  // Closing the window would end the app too, and asks the same.
  await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => questions(first)).toHaveLength(2);
  await expect(first.screens.heading('Operations')).toBeVisible();
  await answerQuestions(first, 'Quit');
  await first.quit();

  await northwind.sandbox.behave();
  const { screens } = await start();
  const notice = screens.notices();
  await expect(notice).toContainText(/\d+ changes have been waiting since you closed the app/);
  await notice.getByRole('button', { name: 'Continue' }).click();
  await screens.goTo('Operations');
  await expect(screens.row('Finished', 'Invite 490 people')).toContainText('490 invited');
  await expect(notice).not.toContainText('since you closed the app');
  await expect(screens.text('Nothing is being sent.')).toBeVisible();
  const [counted] = northwind.sandbox.query(
    `SELECT count(*) AS invitations, count(DISTINCT email) AS people FROM invitations WHERE email LIKE 'person.%'`,
  );
  expect(counted).toEqual({ invitations: 490, people: 490 });
});

/** Retries the newest stopped change behind whatever is open. */
const retryLastStopped = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const found = await window.amc.outbox.operations({
      statuses: ['stopped'],
      latestOnly: true,
      limit: 1,
      offset: 0,
    });
    if ('error' in found) throw new Error(found.error.message);
    const operationIds = found.ok.operations.map(({ operationId }) => operationId);
    const preview = await window.amc.outbox.previewRetry({ operationIds });
    if ('error' in preview) throw new Error(preview.error.message);
    const answer = await window.amc.outbox.retry({ operationIds, agreed: preview.ok.agreement });
    if ('error' in answer) throw new Error(answer.error.message);
  });

test('stopping asks for the number; stopped changes can be retried, all at once', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  const slow = { kind: 'delay', ms: 8_000, when: 'before' } as const;
  await northwind.sandbox.misbehave({ operation: 'CreateUserInvitations', faults: [slow] });
  await inviteMany(app, 120);
  await page.getByRole('button', { name: /^Stop: / }).click();
  await page.getByRole('button', { name: 'Stop 70 changes' }).click();
  await expect(screens.row('Finished', 'Invite 120 people')).toContainText('50 invited, 70 stopped');
  // The people of one cause are folded, with one action for all of them.
  const stopped = screens.row('Failed', 'You stopped this');
  await expect(screens.rows('Failed')).toHaveCount(1);
  await expect(stopped).toContainText('Person 119, Person 118, Person 117 and 67 more');
  await expect(stopped.getByRole('button', { name: `Retry 70 changes in ${account}` })).toBeVisible();
  await stopped.getByRole('button', { name: 'Show all 70' }).click();
  await expect(stopped.getByRole('button', { name: 'Retry: Person 119' })).toBeVisible();
  await expect(stopped).toContainText('person.70@');
  await stopped.getByRole('button', { name: 'Show 20 more people' }).click();
  await expect(stopped).toContainText('person.50@');
  await page.getByRole('button', { name: 'Retry all' }).click();
  const sendAgain = (count: number): Locator =>
    page.getByRole('button', { name: `Send ${count} changes again` });
  await expect(sendAgain(70)).toBeEnabled();
  await retryLastStopped(page);
  await sendAgain(70).click();
  // One of them is no longer stopped, so nothing was sent: the dialog asks about those that are.
  await sendAgain(69).click();
  await expect(screens.row('Finished', 'Invite 120 people')).toContainText('120 invited');
  await expect(page.getByRole('table', { name: 'Failed' })).toHaveCount(0);
});

test('when Amazon throttles requests the app says so, and continues automatically; the system can end it without a question', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await northwind.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [{ kind: 'throttle', retryAfterSeconds: 8 }],
  });
  await inviteMany(app, 60);
  await expect(screens.text('Northwind: Slowed by Amazon, less than a minute left')).toBeVisible();
  await expect(screens.text(/continues automatically in 0:0\d/)).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Slowed by Amazon, less than a minute left · 0 of 60');
  await expect(screens.row('Finished', 'Invite 60 people')).toContainText('60 invited');
  await expect(screens.text('Northwind: Slowed by Amazon')).toHaveCount(0);

  // Windows has no signals.
  if (process.platform === 'win32') return;
  await northwind.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [{ kind: 'throttle', retryAfterSeconds: 600 }],
  });
  await screens.goTo('Accounts');
  await inviteMany(app, 60, 'later');
  await expect(screens.text('Northwind: Slowed by Amazon, about 10 minutes left')).toBeVisible();
  const closed = app.electron.waitForEvent('close');
  process.kill(app.pid, 'SIGTERM');
  await closed;
});
