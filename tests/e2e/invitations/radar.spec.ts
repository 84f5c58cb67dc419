import type { Page } from '@playwright/test';
import type { TestAmazon } from '../../support/desktop/amazon';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';

const dayMs = 86_400_000;

/** At Home, with all readable accounts read. */
async function allRead({ page, screens }: StartedApp, amazon: TestAmazon): Promise<void> {
  await screens.goTo('Home');
  await expect(figure(page, 'Pending', countIn(amazon, pendingOnes))).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
}

/** What expires within 3 days by the sandbox's own truth, as a condition. */
const lapsingSoon = (): string =>
  `invitations WHERE state = 'PENDING' AND expires_at < ${String(Date.now() + 3 * dayMs)}`;

/** What is pending by the sandbox's own truth: other tests of the same app leave revoked ones behind. */
const pendingOnes = `invitations WHERE state = 'PENDING'`;

/** How many rows of the sandbox's own truth match. */
const countIn = ({ sandbox }: TestAmazon, sql: string, ...parameters: (string | number)[]): number =>
  Number(sandbox.query(`SELECT count(*) AS count FROM ${sql}`, ...parameters)[0]?.['count']);

const figure = (page: Page, name: string, count: number) =>
  page.getByRole('link', { name: `${name}: ${String(count)}`, exact: true });

const listed = (page: Page, count: number) =>
  expect(page.getByRole('heading', { level: 1, name: `Invitations (${String(count)})` })).toBeVisible();

/** Selects one value of a property, as a person does in the list's property filter. */
async function narrow(page: Page, property: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Narrow by property' }).click();
  await page.getByRole('option', { name: property, exact: true }).click();
  await page.getByRole('option', { name: value, exact: true }).click();
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
}

test('everything that expires within 3 days is resent in one action: one call per account, each with its email', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await allRead(app, northwind);
  const soon = lapsingSoon();
  const count = countIn(northwind, soon);
  const accounts = countIn(northwind, `(SELECT DISTINCT account_id FROM ${soon})`);
  expect(accounts).toBeGreaterThan(1);

  // On the first day Home leads through four steps; what was done already says so.
  const steps = page.getByRole('list', { name: 'First steps' }).getByRole('listitem');
  await expect(steps).toHaveText([
    /^Sign in with Amazon.*Done$/s,
    /^Read your accounts.*Done$/s,
    /^Set your house rules.*Optional\.$/s,
    /^Invite people.*for many\.$/s,
  ]);
  await figure(page, 'Expiring soon', count).click();
  await listed(page, count);
  await page.goBack();
  await expect(screens.heading('Home')).toBeVisible();
  await page.getByRole('button', { name: `Resend the ${String(count)} that expire within 3 days` }).click();
  await expect(screens.dialog(`Resend ${String(count)} invitations?`)).toContainText(
    'They’ll be valid for another two weeks.',
  );
  await screens.chooseMail(true);
  await page.getByRole('button', { name: `Resend ${String(count)} invitations` }).click();
  expect(await screens.results()).toBe(`${String(count)} resent`);
  await screens.closeResults();

  await expect(screens.text(/^Nothing .*expiring soon/)).toBeVisible();
  await expect(steps).toHaveCount(0);
  expect(countIn(northwind, soon)).toBe(0);
  expect(countIn(northwind, 'sent_emails')).toBe(count);
  const calls = northwind.proxy.calls.filter(
    ({ method, path }) => method === 'PUT' && path === '/user-invitations',
  );
  expect(calls).toHaveLength(accounts);
});

test('when one expiring invitation is unconfirmed, the others are resent, and it is listed with a link to resolve it', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await allRead(app, northwind);
  const soon = lapsingSoon();
  const count = countIn(northwind, soon);
  const [lost] = northwind.sandbox.query(
    `SELECT email, user_name AS name FROM ${soon} ORDER BY expires_at LIMIT 1`,
  );
  const email = String(lost?.['email']);
  await northwind.sandbox.misbehave({
    operation: 'UpdateUserInvitations',
    faults: [{ kind: 'reset', when: 'before' }],
  });
  await figure(page, 'Expiring soon', count).click();
  await listed(page, count);
  await screens.select(email);
  await page.getByRole('button', { name: 'Resend', exact: true }).click();
  await screens.chooseMail(false);
  await page.getByRole('button', { name: 'Resend 1 invitation' }).click();
  expect(await screens.results()).toBe('1 unconfirmed');
  await screens.closeResults();

  await screens.goTo('Home');
  await page.getByRole('button', { name: `Resend the ${String(count)} that expire within 3 days` }).click();
  await screens.chooseMail(true);
  await page.getByRole('button', { name: `Resend ${String(count - 1)} invitations` }).click();
  const others = String(count - 1);
  expect(await screens.results()).toBe(`${others} resent`);
  const results = screens.dialog('Results');
  await expect(results).toContainText('1 invitation left out');
  await expect(results).toContainText(
    `1 (${String(lost?.['name'])}): an earlier change is unconfirmed. Resolve it under Operations, then try again.`,
  );
  expect(countIn(northwind, 'sent_emails')).toBe(count - 1);
  expect(countIn(northwind, `sent_emails WHERE email = ?`, email)).toBe(0);
  expect(countIn(northwind, soon)).toBe(1);
  await expect(
    results.getByRole('link', { name: `${others} resent: show under Operations` }),
  ).toHaveAttribute('href', /^#\/operations\/\d+$/);
  await results.getByRole('link', { name: 'Open Operations' }).click();
  await expect(screens.heading('Operations')).toBeVisible();
  await expect(screens.row('Unconfirmed', email)).toBeVisible();
});

test('expired invitations are found, linked to their rows, and sent again in one action', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await allRead(app, northwind);
  const now = await northwind.sandbox.moveClock(2 * dayMs);
  const lapsed = countIn(northwind, `invitations WHERE state = 'PENDING' AND expires_at <= ?`, now);
  const pending = countIn(northwind, `invitations WHERE state = 'PENDING' AND expires_at > ?`, now);

  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(figure(page, 'Pending', pending)).toBeVisible();
  await figure(page, 'Expired', lapsed).click();
  await listed(page, lapsed);
  await expect(screens.rows('Invitations').filter({ hasText: 'Expired' })).toHaveCount(lapsed);
  await screens.goTo('Home');
  await page.getByRole('button', { name: `Invite again (${String(lapsed)} expired)` }).click();
  await screens.chooseMail(false);
  await page.getByRole('button', { name: `Invite ${String(lapsed)} people again` }).click();
  expect(await screens.results()).toBe(`${String(lapsed)} invited`);
  await screens.closeResults();

  await expect(figure(page, 'Pending', pending + lapsed)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Invite again \(/ })).toHaveCount(0);
  expect(countIn(northwind, `invitations WHERE state = 'PENDING' AND expires_at > ?`, now)).toBe(
    pending + lapsed,
  );
  expect(countIn(northwind, 'sent_emails')).toBe(0);
});

test('the list is filtered by role, domain and inviter; all matches can be selected, and their links copied, at once', async ({
  signedInApp,
}) => {
  const { page, screens, amazon, electron } = signedInApp;
  await screens.goTo('Invitations');
  const all = countIn(amazon, pendingOnes);
  await listed(page, all);

  await screens.selectAllOnPage();
  await page.getByRole('button', { name: `Select all ${String(all)} that match` }).click();
  const selected = screens.text(/^[\d,]+ selected$/);
  await expect(selected).toHaveText(`${String(all)} selected`);
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(screens.dialog(`Revoke ${String(all)} invitations?`)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();

  await narrow(page, 'Email domain', 'brightside-foods.example');
  const brightside = `invitations WHERE email LIKE '%@brightside-foods.example'`;
  await listed(page, countIn(amazon, brightside));
  await expect(selected).toHaveCount(0);
  await narrow(page, 'Role', 'Admin');
  const admins = countIn(amazon, `${brightside} AND role = 'admin'`);
  await listed(page, admins);

  await screens.selectAllOnPage();
  await page.getByRole('button', { name: `Copy ${String(admins)} redeem links` }).click();
  await expect(screens.text(`${String(admins)} links copied, one per line`)).toBeVisible();
  const lines = (await electron.evaluate(({ clipboard }) => clipboard.readText())).split('\n');
  expect(lines).toHaveLength(admins);
  const ids = amazon.sandbox.query(`SELECT invitation_id AS id FROM ${brightside} AND role = 'admin'`);
  for (const { id } of ids) {
    expect(lines.filter((line) => line.includes(encodeURIComponent(String(id))))).toHaveLength(1);
  }

  await narrow(page, 'Invited by', 'leo.brandt@northwind-media.example');
  const byLeo = countIn(
    amazon,
    `${brightside} AND role = 'admin' AND created_by = 'leo.brandt@northwind-media.example'`,
  );
  await listed(page, byLeo);
  await page.goBack();
  await listed(page, admins);
  await page.getByRole('searchbox', { name: 'Find invitations' }).fill('nobody is called this');
  await expect(screens.text('No invitations match')).toBeVisible();
  await page.getByRole('button', { name: 'Show all pending' }).click();
  await listed(page, all);
});

test('a selection stays across pages, and is cleared when the order changes', async ({ signedInApp }) => {
  const { page, screens, amazon } = signedInApp;
  await screens.goTo('Invitations');
  await listed(page, countIn(amazon, pendingOnes));
  const selected = screens.text(/^[\d,]+ selected$/);
  const currentPage = page
    .getByRole('button', { name: /^Page \d+/, pressed: true })
    .or(page.locator('[aria-current="true"]'));

  await screens.selectAllOnPage();
  await expect(selected).toHaveText('25 selected');
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(currentPage).toHaveText('2');
  await screens.rows('Invitations').first().getByRole('checkbox').check();
  await expect(selected).toHaveText('26 selected');
  await page.getByRole('button', { name: 'Previous page' }).click();
  await expect(currentPage).toHaveText('1');
  await expect(screens.rows('Invitations').getByRole('checkbox', { checked: true })).toHaveCount(25);

  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(currentPage).toHaveText('2');
  // By key: the header that sticks to the top covers the one that is part of the table.
  await page.getByRole('columnheader', { name: 'Person' }).getByRole('button').first().press('Enter');
  await expect(currentPage).toHaveText('1');
  await expect(selected).toHaveCount(0);
  await expect(screens.rows('Invitations').getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('an invitation’s details show history, certainty, link and message to copy, and Amazon’s own answer', async ({
  signedInApp,
}) => {
  const { electron, page, screens, amazon } = signedInApp;
  await screens.openAccount('Copper Kettle Coffee');
  await page
    .getByRole('link', { name: /^Details of/ })
    .first()
    .click();
  const panel = page.getByRole('region', { name: 'Details of the invitation' });
  await expect(panel).toContainText('Certain: it’s in Amazon’s list of pending invitations.');
  await expect(panel).toContainText(/Created by .*, according to Amazon/);
  await expect(panel).toContainText('Expires if nobody accepts it');
  const copyId = panel.getByRole('button', { name: /^Copy invitation ID/ });
  const id = ((await copyId.getAttribute('aria-label')) ?? '').replace('Copy invitation ID ', '');
  expect(countIn(amazon, 'invitations WHERE invitation_id = ?', id)).toBe(1);

  const clipboard = () => electron.evaluate(({ clipboard: { readText } }) => readText());
  const link = `amc-access://redeem/${id}?region=eu`;
  await panel.getByRole('button', { name: 'Copy redeem link' }).click();
  await expect.poll(clipboard).toBe(link);
  await panel.getByRole('button', { name: 'Copy message' }).click();
  await expect.poll(clipboard).toContain('you are invited to Copper Kettle Coffee');
  expect(await clipboard()).toContain(link);

  await panel.getByRole('button', { name: 'Amazon’s raw answer' }).click();
  await panel.getByRole('button', { name: 'Ask Amazon' }).click();
  await expect(panel.getByLabel('Amazon’s raw answer', { exact: true }).last()).toContainText(id);

  await panel.getByRole('button', { name: 'Close panel' }).click();
  await expect(panel).toHaveCount(0);
});

test('the message’s text can be changed and reset', async ({ signedInApp }) => {
  const { page, screens } = signedInApp;
  await screens.goTo('Settings');
  const field = page.getByRole('textbox', { name: 'Message', exact: true });
  await field.fill('Hi {name}, {team}');
  await expect(screens.text('Hi Rosa Lind, {team}')).toBeVisible();
  await page.getByRole('button', { name: 'Save message' }).click();
  await screens.goTo('Accounts');
  await screens.goTo('Settings');
  await expect(field).toHaveValue('Hi {name}, {team}');
  await page.getByRole('button', { name: 'Reset message' }).click();
  await expect(field).toHaveValue(/^Hello \{name\}/);
});

test('two connections to one account show each invitation once', async ({ startSignedIn, amazon }) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await allRead(app, northwind);
  await screens.goTo('Settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByRole('menuitem', { name: 'Connect Amazon Ads' }).click();
  await screens.connect({ ...northwind.form, name: 'As Leo' });
  await screens.firstSignIn({ identity: 'leo', decision: 'allow' });
  await expect(screens.rows('Accounts').filter({ hasText: 'As Leo' })).not.toHaveCount(0);
  await expect(screens.rows('Accounts').filter({ hasText: 'Not checked' })).toHaveCount(0);

  const all = countIn(northwind, pendingOnes);
  await screens.goTo('Home');
  await figure(page, 'Pending', all).click();
  await listed(page, all);
});

test('Home links to an account that can’t be read; when somebody has become a viewer, it doesn’t count their expiring invitations, and says what is out of reach', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const app = await startSignedIn(northwind);
  const { page, screens } = app;
  await allRead(app, northwind);

  await test.step('an account that can’t be read says so', async () => {
    const [account] = northwind.sandbox.query(
      `SELECT account_id FROM accounts WHERE name = 'Copper Kettle Coffee'`,
    );
    await northwind.sandbox.misbehave({
      operation: 'ListUserInvitations',
      accountId: String(account?.['account_id']),
      faults: [{ kind: 'html', status: 200, when: 'before' }],
    });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('link', { name: '1 account couldn’t be read' }).click();
    await expect(screens.rows('Accounts')).toHaveCount(1);
    await expect(screens.row('Accounts', 'Copper Kettle Coffee')).toContainText('Couldn’t be read');
    await page.getByRole('button', { name: /^Show all accounts/ }).click();
    await expect(screens.rows('Accounts')).toHaveCount(14);
  });

  await screens.goTo('Home');
  const soon = `state = 'PENDING' AND expires_at < ${String(Date.now() + 3 * dayMs)}`;
  const [row] = northwind.sandbox.query(
    `SELECT account_id FROM invitations WHERE ${soon} GROUP BY account_id ORDER BY count(*) DESC`,
  );
  const accountId = String(row?.['account_id']);
  const others = countIn(northwind, `invitations WHERE ${soon} AND account_id <> ?`, accountId);
  const pending = countIn(northwind, `invitations WHERE account_id = ?`, accountId);
  await northwind.sandbox.misbehave({
    operation: 'ListUserInvitations',
    accountId,
    faults: [{ kind: 'status', status: 403, when: 'before' }],
    random: { rate: 1, seed: 1 },
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(
    screens.text(`${String(pending)} pending invitations in 1 account can’t be read`),
  ).toBeVisible();
  await expect(figure(page, 'Pending', countIn(northwind, pendingOnes))).toBeVisible();
  await figure(page, 'Expiring soon', others).click();
  await listed(page, others);
});
