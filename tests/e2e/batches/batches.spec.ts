import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { createAdsClient } from '../../../main/amazonAds/client/client';
import { renderCreate, sendCreate } from '../../../main/amazonAds/invitations/invitationChanges';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import type { Invitee } from '../../../shared/domain/invitation/invitation';
import { signIn } from '../../contract/sandbox/support/signIn';
import type { TestAmazon } from '../../support/desktop/amazon';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';
import { openAccounts } from '../../support/desktop/openAccounts';
import { textOn } from '../../support/desktop/screens';
import { writeSignedInProfile } from '../../support/desktop/signedInProfile';

/** The grid as a person counts: rows and columns from 1, without the column of row numbers. */
const gridOf = (page: Page) => ({
  cell: (row: number, column: number): Locator =>
    page.locator(`.batch-grid [aria-rowindex="${row + 1}"] > [aria-colindex="${column + 1}"]`),
  saved: async (): Promise<void> => {
    await expect(textOn(page, 'Saved', { exact: true })).toBeVisible();
  },
});

async function openBatches({ page, screens }: StartedApp): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await expect(screens.heading(/^Batches/)).toBeVisible();
}

async function newBatch(app: StartedApp): Promise<void> {
  await openBatches(app);
  await app.page.getByRole('button', { name: 'New batch' }).first().click();
  await expect(app.page.getByRole('grid', { name: 'Rows of the batch' })).toBeVisible();
}

const copy = (electron: ElectronApplication, text: string): Promise<void> =>
  electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
const copied = (electron: ElectronApplication): Promise<string> =>
  electron.evaluate(({ clipboard }) => clipboard.readText());

test('a block from a spreadsheet and people from an email are pasted, checked, and copied again', async ({
  signedInApp,
}) => {
  const { page, electron } = signedInApp;
  await newBatch(signedInApp);
  const grid = gridOf(page);

  const block = [
    ['Copper Kettle Coffee', 'rosa@northwind-media.example', 'Rosa Lind', 'admin', 'lead'],
    ['Copper Kettle Coffee', 'not an address', 'Tariq Aziz', 'viewer', ''],
  ];
  await copy(electron, block.map((row) => row.join('\t')).join('\r\n') + '\r\n');
  await grid.cell(1, 1).click();
  await page.keyboard.press('Control+v');
  await expect(grid.cell(2, 3)).toHaveText('Tariq Aziz');
  await expect(grid.cell(2, 2)).toHaveAttribute('aria-invalid', 'true');
  await expect(grid.cell(1, 1)).toHaveAttribute('aria-invalid', 'false');

  await grid.cell(3, 2).click();
  await copy(electron, 'Mira Solberg <mira@northwind-media.example>; "Aziz, T." <t@northwind-media.example>');
  await page.keyboard.press('Control+v');
  await expect(grid.cell(4, 3)).toHaveText('Aziz, T.');

  await grid.cell(1, 2).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  expect(await copied(electron)).toBe('rosa@northwind-media.example\tRosa Lind');
  // The paste of two people is one step.
  await page.keyboard.press('Control+z');
  await expect(grid.cell(3, 2)).toHaveText('');
  await expect(grid.cell(2, 3)).toHaveText('Tariq Aziz');
});

test('below sorted rows, typing continues in the new row, and the system’s keys cut and paste', async ({
  signedInApp,
}) => {
  const { page, electron } = signedInApp;
  await newBatch(signedInApp);
  const grid = gridOf(page);
  await copy(electron, 'a@x.example\tMira\nb@x.example\tZoe\nc@x.example\tAda');
  await grid.cell(1, 2).click();
  await page.keyboard.press('Control+v');
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(grid.cell(1, 3)).toHaveText('Ada');

  await grid.cell(4, 2).click();
  await page.keyboard.type('new@x.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bea');
  await page.keyboard.press('Enter');
  await expect(grid.cell(4, 2)).toHaveText('new@x.example');
  const names = (): Promise<(string | null)[]> =>
    Promise.all([1, 2, 3, 4].map((row) => grid.cell(row, 3).textContent()));
  await expect.poll(names).toEqual(['Ada', 'Mira', 'Zoe', 'Bea']);

  await grid.cell(4, 3).click();
  await page.keyboard.press('Shift+Delete');
  await expect(grid.cell(4, 3)).not.toContainText('Bea');
  expect(await copied(electron)).toBe('Bea');
  await grid.cell(5, 3).click();
  await page.keyboard.press('Shift+Insert');
  await expect(grid.cell(5, 3)).toHaveText('Bea');
});

test('an open cell keeps its text on a double-click, and F8 goes to the next problem from inside and outside it', async ({
  signedInApp,
}) => {
  const { page, screens, electron } = signedInApp;
  await newBatch(signedInApp);
  const grid = gridOf(page);
  const row = (address: string): string => ['Copper Kettle Coffee', address, 'Rosa', 'viewer'].join('\t');
  await copy(electron, [row('rosa@x.example'), row('nobody')].join('\n'));
  await grid.cell(1, 1).click();
  await page.keyboard.press('Control+v');
  await expect(screens.announced(/^Pasted 2 rows\. 1 row has problems\.$/)).toHaveCount(1);

  await grid.cell(1, 3).dblclick();
  const field = grid.cell(1, 3).getByRole('textbox', { name: 'Name' });
  await field.press('End');
  await page.keyboard.type(' Lind');
  await field.dblclick({ position: { x: 14, y: 10 } });
  await expect(field).toHaveValue('Rosa Lind');
  await page.keyboard.type('Maria ');
  await page.keyboard.press('F8');
  await expect(grid.cell(1, 3)).toHaveText(/^Maria\s+Lind$/);
  await expect(grid.cell(2, 2)).toBeFocused();

  await grid.cell(1, 1).click();
  await page.getByRole('button', { name: 'Problems' }).click();
  await page.getByRole('region', { name: 'Problems' }).getByRole('button').first().focus();
  await page.keyboard.press('F8');
  await expect(grid.cell(2, 2)).toBeFocused();
});

test('an account, a role and a note are applied to the selected rows in one step; blank fields change nothing', async ({
  signedInApp,
}) => {
  const { page, electron, screens } = signedInApp;
  await newBatch(signedInApp);
  const grid = gridOf(page);
  const block = ['Rosa', 'Tariq', 'Mira'].map(
    (name) => `Nowhere\t${name.toLowerCase()}@northwind-media.example\t${name}\tadmin\t${name}’s note`,
  );
  await copy(electron, block.join('\r\n'));
  await grid.cell(1, 1).click();
  await page.keyboard.press('Control+v');
  await grid.cell(2, 2).click();
  await page.keyboard.press('Shift+ArrowDown');

  const apply = async (): Promise<Locator> => {
    await page.getByRole('button', { name: 'Selected rows' }).click();
    await page.getByRole('menuitem', { name: 'Apply to selected…' }).click();
    return screens.dialog('Apply to 2 selected rows');
  };
  const choose = async (dialog: Locator, field: RegExp, option: string): Promise<void> => {
    await dialog.getByRole('button', { name: field }).click();
    await page.getByRole('option', { name: option }).click();
  };
  const untouched = await apply();
  // There is nothing to apply until something is selected.
  await expect(untouched.getByRole('button', { name: /^Apply to/ })).toHaveCount(0);
  await choose(untouched, /^Role/, 'Viewer');
  await untouched.getByRole('button', { name: 'Cancel' }).click();
  await expect(grid.cell(2, 4)).toHaveText('admin');

  const dialog = await apply();
  await choose(dialog, /^Account/, 'Copper Kettle Coffee');
  await choose(dialog, /^Role/, 'Viewer');
  await dialog.getByRole('button', { name: 'Apply to 2 rows' }).click();
  await expect(dialog).toHaveCount(0);
  for (const row of [2, 3]) {
    await expect(grid.cell(row, 1)).toHaveText('Copper Kettle Coffee');
    await expect(grid.cell(row, 4)).toHaveText('viewer');
    await expect(grid.cell(row, 5)).toContainText('’s note');
  }
  await expect(grid.cell(1, 1)).toContainText('Nowhere');
  await expect(grid.cell(1, 4)).toHaveText('admin');

  const noting = await apply();
  await noting.getByLabel('Note').fill('Summer');
  await noting.getByRole('button', { name: 'Apply to 2 rows' }).click();
  await expect(grid.cell(3, 5)).toHaveText('Summer');
  await expect(grid.cell(3, 1)).toHaveText('Copper Kettle Coffee');
  await grid.saved();
  for (const note of ['Mira’s note', 'Mira’s note']) {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(grid.cell(3, 5)).toHaveText(note);
  }
  for (const row of [2, 3]) {
    await expect(grid.cell(row, 1)).toContainText('Nowhere');
    await expect(grid.cell(row, 4)).toHaveText('admin');
  }
});

test('a batch is created, filled, fixed and dry-run using only the keyboard', async ({ signedInApp }) => {
  const { page, screens, amazon } = signedInApp;
  const callsBefore = amazon.proxy.calls.length;
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: 'New batch' }).first().focus();
  await page.keyboard.press('Enter');
  const grid = gridOf(page);
  await grid.cell(1, 1).focus();
  const type = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      if (/^(Tab|Enter|Escape|F\d+|[A-Z]\w+\+.+|Arrow\w+|Home)$/.test(key)) await page.keyboard.press(key);
      else await page.keyboard.type(key);
    }
  };
  await type(
    'copper',
    'Tab',
    'rosa@gmial.com',
    'Tab',
    'Rosa Lind?',
    'Tab',
    'v',
    'Tab',
    'from the fair',
    'Tab',
    'Main; main',
    'Enter',
  );
  await expect(grid.cell(1, 1)).toHaveText('Copper Kettle Coffee');
  await expect(grid.cell(1, 4)).toHaveText('viewer');
  await expect(grid.cell(1, 3)).toHaveText('Rosa Lind?');
  await expect(grid.cell(1, 6)).toContainText('Main; main');
  await type('Control+Home', 'F8');
  await expect(grid.cell(1, 2)).toBeFocused();
  await expect(page.getByRole('group', { name: 'About this row' })).toContainText('gmail.com');
  await type('F2', 'Control+A', 'rosa@northwind-media.example', 'Enter');
  await expect(page.getByRole('button', { name: 'Ready (1)' })).toBeVisible();

  // Escape undoes what was typed; Esc then Tab leaves the grid.
  await type('nobody', 'Escape');
  await expect(grid.cell(2, 2)).toHaveText('');
  await type('Escape', 'Tab');
  await expect(page.locator('.batch-grid :focus')).toHaveCount(0);

  // A call's text includes whether emails are sent, so that comes first.
  await page.getByRole('button', { name: 'I share the links' }).focus();
  await page.keyboard.press('Enter');
  await expect(screens.text('Sending is blocked until then')).toHaveCount(0);
  await page.getByRole('button', { name: 'Dry run' }).focus();
  await page.keyboard.press('Enter');
  const dialog = screens.dialog('Dry run');
  await expect(dialog).toContainText('No calls were made');
  await expect(dialog).toContainText(
    'Instances are planned for 1 person. Amazon isn’t sent the planned instances.',
  );
  await dialog.getByRole('button', { name: 'Show the calls for Copper Kettle Coffee' }).press('Enter');
  await expect(page.getByLabel('The call’s exact text')).toContainText('rosa@northwind-media.example');
  await expect(page.getByLabel('The call’s exact text')).not.toContainText('Main');
  await expect(page.getByRole('table', { name: 'Planned instances' })).toContainText('Main');
  // The app also reads lists by POST; nothing asked Amazon to invite anybody.
  const called = amazon.proxy.calls.slice(callsBefore).map(({ method, path }) => `${method} ${path}`);
  expect(called).not.toContain('POST /user-invitations');
});

test('text typed a second ago survives a crash, even in an open cell', async ({
  start,
  startSignedIn,
  amazon,
}) => {
  const first = await startSignedIn(await amazon('Northwind'));
  await newBatch(first);
  const before = gridOf(first.page);
  await before.cell(1, 2).click();
  await first.page.keyboard.type('rosa@northwind-media.example');
  await first.page.keyboard.press('Tab');
  await first.page.keyboard.type('Rosa Li');
  await first.page.waitForTimeout(1000);
  await first.kill();

  const app = await start();
  await openBatches(app);
  await app.screens.row('Batches', 'just now').getByRole('link').click();
  await expect(gridOf(app.page).cell(1, 2)).toHaveText('rosa@northwind-media.example');
  await expect(gridOf(app.page).cell(1, 3)).toHaveText('Rosa Li');
});

/** Somebody invites people with a different program. */
async function inviteElsewhere({ sandbox }: TestAmazon, accountId: string, invitee: Invitee): Promise<void> {
  const { accessToken } = await signIn(sandbox.origin, 'dana');
  const client = createAdsClient({
    apiUrl: sandbox.origin,
    clientId: sandboxClient.clientId,
    getToken: () => Promise.resolve(accessToken),
  });
  const { successes } = await sendCreate(client, accountId, renderCreate([invitee], false));
  expect(successes).toHaveLength(1);
}

test('a batch for 14 accounts is drafted and dry-run offline; changes in the meantime are resolved before it is sent', async ({
  start,
  userData,
  amazon,
}) => {
  // Of 16 accounts Dana is an admin of 14.
  const northwind = await amazon('Northwind', { accounts: 16, invitations: 0 });
  await writeSignedInProfile(userData, northwind, { read: true });
  northwind.proxy.fate = () => 'dropBefore';

  const app = await start();
  const { page, screens, electron } = app;
  const accounts = await openAccounts(app, 14);
  const people = Array.from({ length: 70 }, (_, index) => ({
    accountId: accounts[index % 14]?.accountId ?? '',
    emailAddress: `p${index}@northwind-media.example`,
    userName: `Person ${index}`,
    role: 'viewer' as const,
  }));
  await newBatch(app);
  const grid = gridOf(page);
  await copy(
    electron,
    people
      .map(({ accountId, emailAddress, userName, role }) =>
        [accountId, emailAddress, userName, role].join('\t'),
      )
      .join('\n'),
  );
  await grid.cell(1, 1).click();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('button', { name: 'Ready (70)' })).toBeVisible();
  await grid.saved();
  await expect(screens.text(/^Data as of /)).toBeVisible();
  await page.getByRole('button', { name: 'I share the links' }).click();
  await page.getByRole('button', { name: 'Dry run' }).click();
  const dialog = screens.dialog('Dry run');
  await expect(screens.row('By account', accounts[0]?.name ?? '')).toContainText('5');
  await expect(dialog).toContainText('Emails to send0');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  const online = screens.dialog('Check online');
  const checkOnline = (): Promise<void> => page.getByRole('button', { name: 'Check online' }).click();
  const close = (): Promise<void> =>
    online.getByRole('button', { name: 'Close', exact: true }).last().click();
  await checkOnline();
  await expect(online).toContainText('couldn’t be read');
  await close();
  await expect(page.getByRole('button', { name: 'All (70)' })).toBeVisible();

  northwind.proxy.fate = () => 'pass';
  for (const { accountId, ...invitee } of people.slice(0, 6)) {
    await inviteElsewhere(northwind, accountId, invitee);
  }
  // Any refresh may bring the news, including one just before looking.
  await page.getByRole('navigation').getByRole('link', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(screens.text('Offline', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  await openBatches(app);
  await screens.rows('Batches').first().getByRole('link').click();
  await expect(screens.text('6 rows changed at Amazon since the draft')).toBeVisible();
  await checkOnline();
  await expect(online).toContainText('6 rows changed since the draft');
  await expect(online.getByRole('button', { name: 'Close', exact: true }).last()).toBeVisible();
  await close();
  await page.getByRole('button', { name: 'Resolve' }).click();
  const settling = screens.dialog('Changed since the draft');
  await settling.getByRole('button', { name: 'Remove p0@northwind-media.example' }).click();
  await settling.getByRole('button', { name: 'Keep p1@northwind-media.example' }).click();
  await expect(settling).toContainText('4 rows changed since the draft');
  await settling.getByRole('button', { name: 'Remove 4 rows' }).click();
  await expect(settling).toContainText('Everything is resolved.');
  await settling.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(screens.text('changed at Amazon since the draft')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'All (65)' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ready (64)' })).toBeVisible();
  await grid.saved();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await screens.dialog(/^Send/).getByRole('button', { name: 'Send 64 invitations' }).click();
  await expect(screens.text('64 invited').first()).toBeVisible();
  expect(
    northwind.sandbox.query('SELECT count(*) AS made, count(DISTINCT email) AS people FROM invitations'),
  ).toEqual([{ made: 70, people: 70 }]);
});

test('each of two deleted batches can be restored', async ({ signedInApp }) => {
  const { page, screens } = signedInApp;
  for (const number of [1, 2]) {
    await newBatch(signedInApp);
    await openBatches(signedInApp);
    await expect(screens.rows('Batches')).toHaveCount(number);
  }
  for (const left of [1, 0]) {
    await page
      .getByRole('button', { name: /^More actions for/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByRole('button', { name: /^More actions for/ })).toHaveCount(left);
  }
  const undo = screens.notices().getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveCount(2);
  await undo.first().click();
  await expect(undo).toHaveCount(1);
  await undo.click();
  await expect(screens.rows('Batches')).toHaveCount(2);
});

test('a deleted batch is restored completely', async ({ signedInApp }) => {
  const { page, screens } = signedInApp;
  await newBatch(signedInApp);
  await gridOf(page).cell(1, 2).click();
  await page.keyboard.type('rosa@northwind-media.example');
  await page.keyboard.press('Enter');
  await gridOf(page).saved();
  await openBatches(signedInApp);
  await page.getByRole('button', { name: /^More actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(screens.text('No batches yet')).toBeVisible();
  const undo = screens.notices().getByRole('button', { name: 'Undo' });
  await undo.click();
  // The notice makes room, and the list moves up.
  await expect(undo).toHaveCount(0);
  await screens.rows('Batches').first().getByRole('link').click();
  await expect(gridOf(page).cell(1, 2)).toHaveText('rosa@northwind-media.example');
});
