import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test, type StartedApp } from '../support/desktop/fixture';
import { writeSignedInProfile } from '../support/desktop/signedInProfile';

/** The grid as a person counts: rows and columns from 1, the row's number being none of the columns. */
const gridOf = (page: Page) => ({
  cell: (row: number, column: number): Locator =>
    page.locator(`.batch-grid [aria-rowindex="${row + 1}"] > [aria-colindex="${column + 1}"]`),
  saved: async (): Promise<void> => {
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
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

test('a block from a spreadsheet and people from a mail are pasted, checked, and copied again', async ({
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

test('a batch is made, filled, mended and dry-run with the keyboard alone', async ({ signedInApp }) => {
  const { page, screens, amazon } = signedInApp;
  const asked = amazon.proxy.calls.length;
  await page.keyboard.press('Control+6');
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
    'Enter',
  );
  await expect(grid.cell(1, 1)).toHaveText('Copper Kettle Coffee');
  await expect(grid.cell(1, 4)).toHaveText('viewer');
  await expect(grid.cell(1, 3)).toHaveText('Rosa Lind?');
  await type('Control+Home', 'F8');
  await expect(grid.cell(1, 2)).toBeFocused();
  await expect(page.getByRole('group', { name: 'Found in this row' })).toContainText('gmail.com');
  await type('F2', 'Control+A', 'rosa@northwind-media.example', 'Enter');
  await expect(page.getByRole('button', { name: 'Ready (1)' })).toBeVisible();

  // Escape takes back what was typed; Esc then Tab leaves the grid.
  await type('nobody', 'Escape');
  await expect(grid.cell(2, 2)).toHaveText('');
  await type('Escape', 'Tab');
  await expect(page.locator('.batch-grid :focus')).toHaveCount(0);

  // A call's text says whether mail goes out, so that comes first.
  await page.getByRole('button', { name: 'I share the links' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('until then sending is blocked')).toHaveCount(0);
  await page.getByRole('button', { name: 'Dry run' }).focus();
  await page.keyboard.press('Enter');
  const dialog = screens.dialog('Dry run');
  await expect(dialog).toContainText('Nothing was called');
  await dialog.getByRole('button', { name: 'Show the calls for Copper Kettle Coffee' }).press('Enter');
  await expect(page.getByLabel('The call’s exact text')).toContainText('rosa@northwind-media.example');
  // The app reads lists by POST too; nothing asked Amazon to invite anybody.
  const called = amazon.proxy.calls.slice(asked).map(({ method, path }) => `${method} ${path}`);
  expect(called).not.toContain('POST /user-invitations');
});

test('what was typed a second ago survives a crash, in the cell still open too', async ({
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

test('offline, a batch is drafted and dry-run from the stored copy', async ({ start, userData, amazon }) => {
  const northwind = await amazon('Northwind');
  await writeSignedInProfile(userData, northwind, { read: true });
  await northwind.stop();

  const app = await start();
  const { page, electron } = app;
  await newBatch(app);
  const grid = gridOf(page);
  await copy(
    electron,
    Array.from({ length: 60 }, (_, index) =>
      ['Copper Kettle Coffee', `p${index}@northwind-media.example`, `Person ${index}`, 'viewer'].join('\t'),
    ).join('\n'),
  );
  await grid.cell(1, 1).click();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('button', { name: 'Ready (60)' })).toBeVisible();
  await grid.saved();
  await expect(page.getByText(/^Facts as of /)).toBeVisible();
  await page.getByRole('button', { name: 'I share the links' }).click();
  await page.getByRole('button', { name: 'Dry run' }).click();
  const dialog = app.screens.dialog('Dry run');
  await expect(app.screens.row('By account', 'Copper Kettle Coffee')).toContainText('60');
  await expect(dialog).toContainText('E-mails that would go out0');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  await page.getByRole('button', { name: 'Check online' }).click();
  await expect(app.screens.dialog('Check online')).toContainText('could not be read');
  await app.screens.dialog('Check online').getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByRole('button', { name: 'All (60)' })).toBeVisible();
});

test('a deleted batch comes back whole', async ({ signedInApp }) => {
  const { page, screens } = signedInApp;
  await newBatch(signedInApp);
  await gridOf(page).cell(1, 2).click();
  await page.keyboard.type('rosa@northwind-media.example');
  await page.keyboard.press('Enter');
  await gridOf(page).saved();
  await openBatches(signedInApp);
  await page.getByRole('button', { name: /^More actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText('No batches yet')).toBeVisible();
  await screens.notices().getByRole('button', { name: 'Undo' }).click();
  await screens.rows('Batches').first().getByRole('link').click();
  await expect(gridOf(page).cell(1, 2)).toHaveText('rosa@northwind-media.example');
});
