import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, closeDatabase } from '../../../main/storage/database';
import { checkAccessibility as check } from '../../support/desktop/accessibility';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';
import { checkLayout } from '../../support/desktop/layout/checkLayout';
import { writeSignedInProfile } from '../../support/desktop/signedInProfile';
import type { TestAmazon } from '../../support/desktop/amazon';

const list = 'To add to instances';

/** People who accepted, by account, with the names of the instances planned for them. */
const accepted: readonly (readonly [
  name: string,
  account: 0 | 1,
  planned: readonly string[],
  tracked?: false,
])[] = [
  ['Ada Lindqvist', 0, ['Main', 'Reach']],
  ['Ben Osei', 0, ['Main']],
  ['Cleo Marchetti', 0, []],
  ['Dora Vance', 1, ['Main']],
  ['Emil Krause', 1, [], false],
];

const addressOf = (name: string): string =>
  `${(name.split(' ')[0] ?? '').toLowerCase()}@copper-agency.example`;

/**
 * Writes what the app knows once these people have accepted, into a profile that has read two accounts of Dana's.
 * @returns the names of the accounts
 */
function writeAcceptances(userData: string): readonly string[] {
  const db = openDatabase(join(userData, 'access.db'));
  const accounts = db
    .prepare(
      `SELECT realm, account_id AS accountId, connection_id AS connectionId, name FROM ways_in
       JOIN accounts USING (realm, account_id) WHERE can_invite = 1 ORDER BY name COLLATE NOCASE LIMIT 2`,
    )
    .all() as unknown as { realm: string; accountId: string; connectionId: string; name: string }[];
  const now = Date.now();
  for (const { accountId, connectionId } of accounts) {
    const place = [connectionId, accountId] as const;
    db.prepare('DELETE FROM instances WHERE connection_id = ? AND account_id = ?').run(...place);
    db.prepare(
      `INSERT OR REPLACE INTO instance_lists (connection_id, account_id, as_of, tried_at, error, as_admin) VALUES (?, ?, ?, ?, NULL, 1)`,
    ).run(...place, now, now);
    for (const name of ['Main', 'Reach']) {
      db.prepare(
        `INSERT INTO instances (connection_id, account_id, instance_id, name, types, status) VALUES (?, ?, ?, ?, '["DISPLAY"]', 'COMPLETED')`,
      ).run(...place, `amc${name.toLowerCase()}${accountId.slice(-4)}`, name);
    }
  }
  for (const [name, index, planned, tracked] of accepted) {
    const { realm, accountId } = accounts[index] ?? { realm: '', accountId: '' };
    const id = `accepted-${name}`;
    db.prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by, created_at,
         expires_at, evidence, first_seen_at, last_seen_at, state_changed_at, search_text)
       VALUES (?, ?, ?, ?, ?, 'viewer', 'accepted', 'dana', ?, NULL, 'user', ?, NULL, ?, ?)`,
    ).run(
      realm,
      accountId,
      id,
      addressOf(name),
      name,
      now - 9,
      now - 8,
      now - 7,
      `${name}\n${addressOf(name)}`.toLowerCase(),
    );
    if (tracked === false) {
      db.prepare('INSERT INTO untracked_acceptances (realm, account_id, invitation_id) VALUES (?, ?, ?)').run(
        realm,
        accountId,
        id,
      );
    }
    if (planned.length > 0) {
      db.prepare(
        `INSERT INTO planned_instances (realm, account_id, address, wanted, planned_at, planned_by) VALUES (?, ?, ?, ?, ?, 'Dana')`,
      ).run(
        realm,
        accountId,
        addressOf(name),
        JSON.stringify(planned.map((instance) => ({ instanceId: null, name: instance }))),
        now,
      );
    }
  }
  closeDatabase(db);
  return accounts.map(({ name }) => name);
}

async function startWithWork(
  { userData, start }: { userData: string; start: () => Promise<StartedApp> },
  northwind: TestAmazon,
): Promise<{ readonly app: StartedApp; readonly accounts: readonly string[] }> {
  await writeSignedInProfile(userData, northwind, { read: true });
  const accounts = writeAcceptances(userData);
  const app = await start();
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  return { app, accounts };
}

test('people who accepted are ticked off one by one, several and by a colleague’s list, and each tick can be undone', async ({
  start,
  amazon,
  userData,
}) => {
  const { app, accounts } = await startWithWork({ userData, start }, await amazon('Northwind'));
  const { electron, page, screens } = app;
  const row = (text: string | RegExp) => screens.row(list, text);
  const button = (name: string | RegExp) =>
    page.getByRole('main').getByRole('button', { name, exact: typeof name === 'string' });
  const entry = page.getByRole('navigation').getByRole('listitem').filter({ hasText: list });
  const [account = ''] = accounts;

  await expect(page.getByRole('link', { name: '4 people wait to be added to instances' })).toBeVisible();
  await expect(entry).toContainText('4');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('to add to inst');
  await page.keyboard.press('Enter');
  await expect(screens.heading(list)).toBeVisible();
  // Two accounts and the four who wait: somebody who isn't tracked is only counted.
  await expect(screens.rows(list)).toHaveCount(6);
  await expect(row('Ada Lindqvist')).toContainText(addressOf('Ada'));
  await expect(row('Cleo Marchetti')).toContainText('Not planned');
  await expect(screens.text(/1 invitation was accepted before this list existed/)).toBeVisible();
  await check(page, 'To add to instances');
  await checkLayout(app, 'To add to instances');

  // One instance, then everything, then back.
  await button('Tick off Main for Ada Lindqvist').click();
  await expect(screens.text('1 person ticked off: Main.')).toBeVisible();
  await expect(row('Ada Lindqvist')).toContainText(/Main.*by Dana/);
  await expect(row('Ada Lindqvist')).toContainText('Waiting for instances');
  await button('Tick off everything for Ada Lindqvist').focus();
  await page.keyboard.press('Enter');
  await expect(screens.text('1 person ticked off: Reach.')).toBeVisible();
  await expect(row('Ada Lindqvist')).toHaveCount(0);
  await button('Undo').click();
  await expect(screens.text('Undone for 1 person.')).toBeVisible();
  await expect(row('Ada Lindqvist')).toContainText('Waiting for instances');
  await checkLayout(app, 'To add to instances, one ticked off');

  // Several: first who has no plan gets one.
  await page.getByRole('checkbox', { name: account, exact: true }).check();
  await button('Tick off 3 people').click();
  await expect(screens.text('1 selected person has no planned instances. Choose them first.')).toBeVisible();
  await button('Choose instances for Cleo Marchetti').click();
  const choosing = screens.dialog('Instances for Cleo Marchetti');
  await choosing.getByRole('button', { name: /^Instances/ }).click();
  await page.getByRole('option', { name: 'Main' }).click();
  await page.keyboard.press('Escape');
  await check(page, 'Choosing instances');
  await choosing.getByRole('button', { name: 'Save' }).click();
  await expect(choosing).toHaveCount(0);
  await expect(row('Cleo Marchetti')).not.toContainText('Not planned');
  await button(`Tick off all waiting in ${account}`).click();
  const whole = screens.dialog(`Tick off everybody waiting in ${account}`);
  await expect(whole).toContainText('Cleo Marchetti: Main');
  await whole.getByRole('button', { name: 'Cancel' }).click();
  await button('Tick off 3 people').click();
  await expect(screens.text(/^3 people ticked off/)).toBeVisible();
  await expect(screens.rows(list)).toHaveCount(2);

  // A colleague adds Dora, writes it into the list, and hands it back.
  const file = join(userData, 'tasks.csv');
  await electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await button('Export').click();
  await page.getByRole('menuitem', { name: 'Task list as CSV' }).click();
  await expect(screens.text('5 tasks saved as tasks.csv')).toBeVisible();
  const text = readFileSync(file, 'utf8');
  const dora = text.split('\r\n').find((line) => line.includes('Dora Vance')) ?? '';
  expect(dora).toContain('no');
  writeFileSync(
    file,
    `${text.replace(dora, dora.replace(/,no,,$/, ',yes,Priya,'))}x,unknown,x,Zoe,zoe@example.com,Main,,yes,Priya,\r\n`,
  );
  await button('Import task list').click();
  const importing = screens.dialog('Import “tasks.csv”');
  await expect(importing).toContainText('1 tick by Priya');
  await expect(importing).toContainText('4 rows ticked off before; the earlier name stays');
  await expect(importing).toContainText('1 row with an account you don’t administer here');
  await check(page, 'A task list');
  await importing.getByRole('button', { name: 'Tick off 1 task' }).click();
  await expect(screens.text('1 task ticked off from the list.')).toBeVisible();
  await expect(screens.text('Nobody is waiting')).toBeVisible();
  await expect(entry).not.toContainText(/\d/);
  await checkLayout(app, 'Nobody to add');

  // Done ones, by whom; then those from before are tracked.
  await page.getByRole('button', { name: 'Access to instances' }).click();
  await page.getByRole('option', { name: 'Has instances (4)' }).click();
  await expect(row('Dora Vance')).toContainText('by Priya');
  await expect(row('Dora Vance')).toContainText('from “tasks.csv”');
  await button('Track them all').click();
  await expect(entry).toContainText('1');

  // The record says it, and the invitation too.
  await screens.goTo('Activity');
  await expect(screens.row('Activity', 'Dora Vance')).toContainText('Add to instances');
  await expect(screens.rows('Activity')).toHaveCount(7);
});

test('the list leads to Amazon’s console, and refuses what has changed since it was shown', async ({
  start,
  amazon,
  userData,
}) => {
  const { app, accounts } = await startWithWork({ userData, start }, await amazon('Northwind'));
  const { electron, page, screens } = app;
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    Object.assign(shell, {
      openExternal: (address: string) => {
        opened.push(address);
        return Promise.resolve();
      },
    });
  });
  await page.getByRole('navigation').getByRole('link', { name: list }).click();
  await page.getByRole('button', { name: `Open console of ${accounts[0] ?? ''}` }).click();
  await expect
    .poll(() => electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual(['https://advertising.amazon.com/']);

  // What the page shows is old once main has learned of something else: nothing is written.
  const result = await page.evaluate(async () => {
    const listed = await window.amc.instances.list({ states: ['waiting'] });
    if (!('ok' in listed)) throw new Error('not listed');
    const person = listed.ok.people.find(({ missing }) => missing.length > 0);
    if (person === undefined) throw new Error('nobody');
    const invitation = { ...person.account, invitationId: person.invitationId };
    const people = [{ invitation, saw: person.saw }];
    return [await window.amc.instances.tickOff({ people }), await window.amc.instances.tickOff({ people })];
  });
  expect(result).toMatchObject([{ ok: { done: true } }, { ok: { done: false, changed: 1 } }]);
  await expect(screens.rows(list)).toHaveCount(5);
});
