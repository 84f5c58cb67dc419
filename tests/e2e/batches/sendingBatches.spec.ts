import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TestAmazon } from '../../support/desktop/amazon';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';
import { openAccounts } from '../../support/desktop/openAccounts';

/** Creates a batch of pasted rows, and waits until they are checked and stored. */
async function draft(
  { page, screens, electron }: StartedApp,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await expect(screens.heading(/^Batches/)).toBeVisible();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  const first = page.locator('.batch-grid [aria-rowindex="2"] > [aria-colindex="2"]');
  await first.click();
  const text = rows.map((row) => row.join('\t')).join('\r\n');
  await electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
  await expect(screens.text('Saved', { exact: true })).toBeVisible();
}

/** Goes back to the batch that was drafted. */
async function reopen({ page, screens }: StartedApp): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await screens.row('Batches', 'New batch').getByRole('link').click();
}

const batchButton = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

const people = (account: string, count: number, role = 'viewer'): string[][] =>
  Array.from({ length: count }, (_, index) => [
    account,
    `person${String(index)}@new-agency.example`,
    `Person ${String(index)}`,
    role,
    '',
  ]);

/** A spreadsheet of 1,200 people for 80 accounts: 37 invalid addresses, 64 that look mistyped. */
function spreadsheet(accountIds: readonly string[]): Buffer {
  const address = (index: number): string => {
    if (index < 37) return `person ${String(index)}`;
    return `person${String(index)}@${index < 37 + 64 ? 'gmial.com' : 'new-agency.example'}`;
  };
  const lines = Array.from({ length: 1200 }, (_, index) =>
    [accountIds[index % accountIds.length], address(index), `Jörg ${String(index)}`, 'viewer'].join(';'),
  );
  return Buffer.from(['Konto;E-Mail;Name;Rolle', ...lines].join('\r\n'), 'latin1');
}

/** Goes through the import of a file, whose headers are in another language, to its rows. */
async function importFile({ page, screens, electron }: StartedApp, file: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await expect(screens.heading(/^Batches/)).toBeVisible();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('menuitem', { name: 'From a file' }).click();
  await expect(screens.text('people.csv, 1,200 rows')).toBeVisible();
  await expect(page.getByRole('region', { name: 'The first rows of the file' })).toContainText('Jörg 1');
  // Nothing in the file says how its letters are encoded, but only one reading makes sense.
  await expect(screens.text(/Windows-1252 .* fits best: row 2 reads “Jörg 0”/)).toBeVisible();
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await next.click();
  await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible();
  for (const selected of ['Column “Konto” Account', 'Column “Rolle” Role']) {
    await expect(page.getByRole('main').getByRole('button', { name: selected, exact: true })).toBeVisible();
  }
  await next.click();
  await expect(page.getByRole('heading', { name: 'Accounts', exact: true })).toBeVisible();
  await next.click();
  await expect(page.getByRole('table', { name: 'Problems in the rows' })).toContainText('37');
  await page.getByRole('button', { name: 'Add 1,200 rows' }).click();
}

/** The sandbox's own truth about everyone ever invited by the file, and the emails to them. */
const truthOf = ({ sandbox }: TestAmazon) => ({
  invitations: sandbox.query(
    `SELECT count(*) AS made, count(DISTINCT email) AS people FROM invitations WHERE email LIKE 'person%'`,
  )[0],
  mails: sandbox.query(`SELECT count(*) AS count FROM sent_emails WHERE email LIKE 'person%'`)[0]?.['count'],
});

test('1,200 rows for 80 accounts, lost answers, the app killed in the middle: nobody is lost or invited twice', async ({
  start,
  startSignedIn,
  amazon,
  userData,
}) => {
  // Of 93 accounts Dana is an admin of 80.
  const northwind = await amazon('Northwind', { accounts: 93, invitations: 0 });
  const first = await startSignedIn(northwind);
  const file = join(userData, 'people.csv');
  writeFileSync(file, spreadsheet((await openAccounts(first, 80)).map(({ accountId }) => accountId)));
  await importFile(first, file);
  for (const shown of ['All (1,200)', 'Draft (37)', 'Warnings (64)']) {
    await expect(batchButton(first.page, shown)).toBeVisible();
  }

  const late = { kind: 'delay', ms: 250, when: 'before' } as const;
  await northwind.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [
      late,
      late,
      late,
      late,
      late,
      { kind: 'reset', when: 'after' },
      { kind: 'reset', when: 'before' },
    ],
  });
  await northwind.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [late],
    random: { rate: 1, seed: 1 },
  });
  await batchButton(first.page, 'Amazon sends email').click();
  await batchButton(first.page, 'Send').click();
  const asking = first.screens.dialog(/^Send/);
  await expect(asking).toContainText('1,163 invitations to 80 accounts');
  await expect(asking).toContainText('37 rows with errors won’t be sent');
  // Nobody knows the outcome of the calls that the kill interrupts: those that Amazon never got are sent once more.
  await asking.getByRole('button', { name: 'If Amazon’s answer is lost' }).click();
  await asking.getByRole('radio', { name: 'Send again if Amazon’s list clearly doesn’t have it' }).click();
  await asking.getByLabel('Type 1163 to confirm').fill('1163');
  await asking.getByRole('button', { name: 'Send 1,163 invitations' }).click();
  await first.screens.sendNow(/^Invite 1,163 people/);
  const made = (): number => Number(truthOf(northwind).invitations?.['made']);
  await expect.poll(made).toBeGreaterThan(200);
  await first.kill();
  await northwind.sandbox.behave();
  expect(made()).toBeLessThan(1000);

  const again = await start();
  const { page, screens } = again;
  const notice = screens.notices();
  await expect(notice).toContainText(/\d+ changes have been waiting since you closed the app/);
  await notice.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('banner')).toContainText(/\d+ unconfirmed/);
  await reopen(again);
  await batchButton(page, 'Report').click();
  const report = screens.dialog(/^Report/);
  // Doubts are settled by Amazon's list, once a late answer can no longer come: after a minute.
  await expect(report).toContainText('Invited1,163', { timeout: 150_000 });
  await expect(report).toContainText('Draft37');
  expect(truthOf(northwind)).toEqual({ invitations: { made: 1163, people: 1163 }, mails: 1163 });
});

test('a batch is sent after its number is typed, and its report is correct', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  await expect(app.screens.rows('Accounts').filter({ hasText: 'Yes' }).first()).toBeVisible();
  await draft(app, [
    ...people('Copper Kettle Coffee', 110),
    ...people('Tidewater Outdoor', 30, 'admin'),
    ['Copper Kettle Coffee', 'nobody', 'No Address', 'viewer', ''],
    ['No Such Brand', 'ada@new-agency.example', 'Ada', 'viewer', ''],
  ]);
  await batchButton(app.page, 'Send').click();
  const asking = app.screens.dialog(/^Send/);
  await expect(asking).toContainText('140 invitations to 2 accounts, 30 of them as admin');
  await expect(asking).toContainText('2 rows with errors won’t be sent');
  const send = asking.getByRole('button', { name: /^Send/ });
  await expect(send).toBeDisabled();
  await expect(send).toHaveAccessibleDescription(/^First select how people should be notified/);
  await asking.getByRole('radio', { name: 'No email: I’ll share links' }).check();
  await expect(asking).toContainText('won’t send email');
  // Only some accounts, and back to all: the numbers update.
  await asking.getByRole('radio', { name: 'Only some accounts' }).check();
  await expect(asking).toContainText('Select at least one account.');
  await expect(send).toHaveAccessibleDescription('Select at least one account.');
  await asking.getByRole('button', { name: /^Accounts to send to/ }).click();
  await app.page.getByRole('option', { name: /^Tidewater Outdoor/ }).click();
  await app.page.keyboard.press('Escape');
  await expect(asking).toContainText('30 invitations to 1 account, 30 of them as admin');
  await asking.getByRole('radio', { name: 'All rows that are ready' }).check();
  await expect(asking).toContainText('140 invitations to 2 accounts');
  // With this many admins the number must be typed first.
  await expect(send).toBeDisabled();
  await expect(send).toHaveAccessibleDescription('Type 140 to confirm');
  await asking.getByLabel('Type 140 to confirm').fill('140');
  const made = (): number =>
    Number(
      northwind.sandbox.query(
        "SELECT count(*) AS n FROM invitations WHERE email LIKE '%@new-agency.example'",
      )[0]?.['n'],
    );
  await asking.getByRole('button', { name: 'Send 140 invitations' }).click();
  // A run of this size can be called back, from any screen; nothing was sent by then.
  await expect(app.screens.text(/^Starts in 0:/)).toBeVisible();
  await app.screens.goTo('Accounts');
  await expect(app.screens.notices()).toContainText('Invite 140 people to 2 accounts');
  await app.screens
    .notices()
    .getByRole('button', { name: /^Call back/ })
    .click();
  await expect(app.page.getByRole('button', { name: /^Call back/ })).toHaveCount(0);
  await app.page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await expect(app.screens.row('Batches', 'New batch')).toContainText('Not sent, 140 stopped');
  expect(made()).toBe(0);
  await reopen(app);
  // What was called back can be sent again, and a person who doesn't want to wait can skip the wait.
  await batchButton(app.page, 'Send').click();
  await asking.getByLabel('Type 140 to confirm').fill('140');
  await asking.getByRole('button', { name: 'Send 140 invitations' }).click();
  await app.screens.sendNow(/^Invite 140 people/);
  await expect.poll(made).toBe(140);
  await reopen(app);
  await batchButton(app.page, 'Report').click();
  const report = app.screens.dialog(/^Report/);
  await expect(report).toContainText('Invited140', { timeout: 100_000 });
  await expect(report).toContainText('Draft2');
  await expect(report.getByRole('button', { name: 'Copy 140 links' })).toBeVisible();
  const twice = northwind.sandbox.query(
    'SELECT account_id, lower(email) AS email, count(*) AS n FROM invitations GROUP BY 1, 2 HAVING n > 1',
  );
  expect(twice.filter(({ email }) => String(email).endsWith('@new-agency.example'))).toEqual([]);
});

test('rows that become ready behind the open dialog, or are for sponsored ads, are not sent until a person confirms them', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind', { instantAccessAccounts: 1 });
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  const accounts = await openAccounts(app, 13);
  const adsOnly = northwind.sandbox.query('SELECT name FROM accounts WHERE from_instant_access = 1');
  const adsAccount = String(adsOnly[0]?.['name']);
  const account = accounts.find(({ name }) => name !== adsAccount);
  const admins = people(account?.name ?? '', 3, 'admin').map(([place = '', mail = '', ...rest]) => [
    place,
    `admin-${mail}`,
    ...rest,
  ]);
  const ref = { connectionId: account?.connectionId ?? '', accountId: account?.accountId ?? '' };
  const invitees = admins.map(([, emailAddress = '', userName = '']) => ({
    ...{ emailAddress, userName },
    role: 'admin' as const,
  }));
  await page.evaluate((input) => window.amc.invitations.create({ ...input, notifyInvitedUsers: false }), {
    account: ref,
    invitees,
  });
  const pendingAdmins = (): number =>
    northwind.sandbox.query(`SELECT 1 FROM invitations WHERE email LIKE 'admin-%' AND state = 'PENDING'`)
      .length;
  await expect.poll(pendingAdmins).toBe(3);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { ok } = (await window.amc.outbox.status()) as {
          ok?: { runs: { counts: { done: number } }[] };
        };
        return ok?.runs[0]?.counts.done;
      }),
    )
    .toBe(3);
  await draft(app, [...people(account?.name ?? '', 2), ...admins]);
  await expect(batchButton(page, 'Draft (3)')).toBeVisible();
  await batchButton(page, 'I share the links').click();
  await batchButton(page, 'Send').click();
  const asking = screens.dialog(/^Send/);
  await expect(asking).toContainText('2 invitations to 1 account, none of them as admin');
  await expect(asking).toContainText('3 rows with errors won’t be sent');

  await page.evaluate(async (account) => {
    const opened = <T>(answer: { ok: T } | { error: unknown }): T => {
      if ('ok' in answer) return answer.ok;
      throw new Error(JSON.stringify(answer.error));
    };
    const listed = opened(
      await window.amc.invitations.list({ search: 'admin-person', states: ['pending'], limit: 50 }),
    );
    const invitations = listed.invitations.map(({ invitationId }) => ({ ...account, invitationId }));
    const { agreement } = opened(await window.amc.invitations.preview({ change: 'revoke', invitations }));
    opened(await window.amc.invitations.revoke({ invitations, agreed: agreement }));
  }, ref);
  await expect.poll(pendingAdmins).toBe(0);

  await asking.getByRole('button', { name: 'Send 2 invitations' }).click();
  await expect(asking).toContainText('3 rows changed since you opened this');
  await expect(asking).toContainText('Now it’s 5 invitations, 3 as admin');
  await expect(asking).toContainText('5 invitations to 1 account, 3 of them as admin');
  expect(northwind.sandbox.query(`SELECT 1 FROM invitations WHERE email LIKE 'person%'`)).toEqual([]);
  await asking.getByRole('button', { name: 'Send 5 invitations' }).click();
  await expect(page).toHaveURL(/operations/);
  await expect.poll(pendingAdmins).toBe(3);

  // Its instances are read in the background.
  await screens.goTo('Accounts');
  await expect(screens.row('Accounts', 'Sponsored ads only')).toContainText(adsAccount);
  await draft(app, people(adsAccount, 1));
  await batchButton(page, 'I share the links').click();
  await batchButton(page, 'Send').click();
  const confirmation = asking.getByRole('checkbox', { name: `Change users of ${adsAccount}` });
  const send = asking.getByRole('button', { name: 'Send 1 invitation' });
  await expect(confirmation).not.toBeChecked();
  await expect(send).toBeDisabled();
  await confirmation.check();
  await send.click();
  // Accounts from instant access refuse it.
  await expect(screens.text('1 failed.')).toBeVisible();
  await draft(app, people(adsAccount, 2).slice(1));
  await batchButton(page, 'I share the links').click();
  await batchButton(page, 'Send').click();
  await expect(send).toBeEnabled();
  await expect(confirmation).toHaveCount(0);
});

test('when the sign-in of a connection without a secret ends in the middle of a batch, it waits and then continues', async ({
  start,
  amazon,
}) => {
  const { form, sandbox } = await amazon('Northwind', { invitations: 0 });
  const app = await start();
  const { page, screens } = app;
  await screens.connectAndSignIn({ ...form, clientSecret: '' }, { identity: 'dana', decision: 'allow' });
  await openAccounts(app, 12);
  await draft(app, people('Copper Kettle Coffee', 250));
  await batchButton(page, 'I share the links').click();
  await batchButton(page, 'Send').click();
  await sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [{ kind: 'none' }, { kind: 'delay', ms: 2000, when: 'after' }],
  });
  await screens.dialog(/^Send/).getByRole('button', { name: 'Send 250 invitations' }).click();
  const made = (): number => sandbox.query('SELECT 1 FROM invitations').length;
  await expect.poll(made).toBe(100);
  await sandbox.expireTokens('dana');

  const signIn = page.getByRole('button', { name: 'Sign in to Northwind' }).first();
  await expect(signIn).toBeVisible();
  await expect(screens.text(/100 invited/).first()).toBeVisible();
  expect(made()).toBe(100);
  await signIn.click();
  await screens.signInInBrowser({ identity: 'dana', decision: 'allow' });
  await expect(screens.text(/250 invited/).first()).toBeVisible();
  expect(sandbox.query('SELECT count(*) AS made, count(DISTINCT email) AS people FROM invitations')).toEqual([
    { made: 250, people: 250 },
  ]);
});

test('when an account stops accepting invitations in the middle of a batch, its rows say so and can move elsewhere', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind', { invitations: 0 });
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  const accounts = await openAccounts(app, 12);
  const closing = accounts.find(({ name }) => name === 'Copper Kettle Coffee');
  await draft(app, [...people('Copper Kettle Coffee', 52), ...people('Tidewater Outdoor', 30)]);
  await northwind.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    accountId: closing?.accountId ?? '',
    faults: [{ kind: 'none' }, { kind: 'status', status: 403, when: 'before' }],
  });
  await batchButton(page, 'I share the links').click();
  await batchButton(page, 'Send').click();
  const asking = screens.dialog(/^Send/);
  await asking.getByRole('button', { name: 'Send 82 invitations' }).click();
  await expect(screens.text(/80 invited/).first()).toBeVisible();

  await reopen(app);
  await batchButton(page, 'Report').click();
  const report = screens.dialog(/^Report/);
  await expect(report).toContainText('Invited80');
  await expect(report).toContainText('Failed2');
  await expect(report).toContainText('Ask an admin of the AMC account');
  await report.getByRole('button', { name: 'Close', exact: true }).last().click();

  // The failed rows can be edited again: one is moved to another account, and is sent there.
  const cell = page.locator('.batch-grid [aria-rowindex="52"] > [aria-colindex="2"]');
  await page.locator('.batch-grid [aria-rowindex="2"] > [aria-colindex="2"]').click();
  for (let row = 2; row < 52; row += 1) await page.keyboard.press('ArrowDown');
  await cell.click();
  const moved = accounts.find(({ name }) => name === 'Brightside Foods')?.name ?? '';
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), moved);
  await page.keyboard.press('Control+v');
  await expect(cell).toHaveText(moved);
  await expect(screens.text('Saved', { exact: true })).toBeVisible();
  await batchButton(page, 'Send').click();
  await asking.getByRole('button', { name: /^Send \d+ invitation/ }).click();
  const places = (): unknown[] =>
    northwind.sandbox.query('SELECT count(*) AS made, count(DISTINCT account_id) AS places FROM invitations');
  await expect.poll(places).toEqual([expect.objectContaining({ places: 3 })]);
  expect(
    northwind.sandbox.query(
      'SELECT 1 FROM invitations GROUP BY account_id, lower(email) HAVING count(*) > 1',
    ),
  ).toEqual([]);
});

test('while a batch is being sent its dialog stays open; it is undone as far as possible, and its sent rows are locked', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' }).first()).toBeVisible();
  await draft(app, people('Copper Kettle Coffee', 3));
  await batchButton(page, 'Amazon sends email').click();
  await batchButton(page, 'Send').click();
  const asking = screens.dialog(/^Send/);
  await expect(asking).toContainText('3 invitations to 1 account');
  await expect(asking).toContainText('Amazon will send 3 emails');
  await test.step('nothing suggests that it was canceled', async () => {
    // Stored data counts as old immediately, so that sending begins with reading the account, which takes a while.
    northwind.proxy.fate = () => 'hold';
    await page.evaluate(() => window.amc.settings.set({ settings: { checkOnlineAfterMinutes: 0 } }));
    await asking.getByRole('button', { name: 'Send 3 invitations' }).click();
    await expect(asking.getByRole('button', { name: 'Cancel' })).toBeDisabled();
    await asking.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('Escape');
    await expect(asking).toBeVisible();
    northwind.proxy.fate = () => 'pass';
    northwind.proxy.release();
    await expect(asking).toHaveCount(0);
    await expect(page).toHaveURL(/operations/);
  });
  await expect(screens.text('3 invited').first()).toBeVisible();

  await reopen(app);
  await page.locator('.batch-grid [aria-rowindex="2"] > [aria-colindex="3"]').click();
  await page.keyboard.type('x');
  await expect(screens.announced('This row was sent and is locked.')).toBeAttached();

  await batchButton(page, 'Report').click();
  await screens
    .dialog(/^Report/)
    .getByRole('button', { name: 'Undo batch…' })
    .click();
  await screens.dialog(/^Undo/).getByRole('button', { name: 'Revoke 3 invitations' }).click();
  await expect
    .poll(
      () =>
        northwind.sandbox.query(
          "SELECT count(*) AS n FROM invitations WHERE state = 'REVOKED' AND email LIKE '%@new-agency.example'",
        )[0],
    )
    .toEqual({ n: 3 });
  await expect(screens.row('Finished', 'Revoke 3 invitations')).toContainText('3 revoked');

  // The rows follow what happens to their invitations.
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await expect(screens.row('Batches', 'New batch')).toContainText('Revoked');
  await reopen(app);
  await expect(batchButton(page, 'Revoked (3)')).toBeVisible();
  await expect(page.locator('.batch-grid [aria-rowindex="2"]')).toContainText('Revoked');
});
