import { expect, test } from '../../support/desktop/fixture';

test('Ctrl+F finds text in any cell of a batch; Enter and F3 go from match to match, Esc returns to the cell', async ({
  signedInApp,
}) => {
  const { page, screens, electron } = signedInApp;
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  const cell = (row: number, column: number) =>
    page.locator(`.batch-grid [aria-rowindex="${row + 1}"] > [aria-colindex="${column + 1}"]`);
  const rows = ['Rosa Lind', 'Tariq', 'Rosalind Ek'].map(
    (name, index) => `Copper Kettle Coffee\tp${String(index)}@northwind-media.example\t${name}\tviewer`,
  );
  await electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), rows.join('\n'));
  await cell(1, 1).click();
  await page.keyboard.press('Control+v');
  await expect(cell(3, 3)).toHaveText('Rosalind Ek');

  await page.keyboard.press('Control+f');
  const field = page.getByRole('searchbox', { name: 'Text to find in the rows' });
  await expect(field).toBeFocused();
  await page.keyboard.type('rosa');
  await expect(screens.text('1 of 2')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(screens.text('2 of 2')).toBeVisible();
  await page.keyboard.press('Shift+F3');
  await expect(screens.text('1 of 2')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('nobody');
  await expect(screens.text('No matches')).toBeVisible();
  await field.fill('lind e');
  await expect(screens.text('1 of 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(cell(3, 3)).toBeFocused();

  // From an open cell too: what was typed stays.
  await page.keyboard.press('F2');
  await page.keyboard.type('blad');
  await page.keyboard.press('Control+f');
  await expect(field).toBeFocused();
  await expect(cell(3, 3)).toHaveText('Rosalind Ekblad');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await page.keyboard.type('!');
  await page.keyboard.press('Control+k');
  await expect(page.locator('.palette').getByRole('combobox')).toBeFocused();
  await expect(cell(3, 3)).toHaveText('Rosalind Ekblad!');
  await page.keyboard.press('Escape');
  await expect(cell(3, 3)).toBeFocused();
});

test('the menu of a cell copies, pastes and changes the selected cells as the keys do', async ({
  signedInApp,
}) => {
  const { page, electron } = signedInApp;
  await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
  await page.getByRole('button', { name: 'New batch' }).first().click();
  const cell = (row: number, column: number) =>
    page.locator(`.batch-grid [aria-rowindex="${row + 1}"] > [aria-colindex="${column + 1}"]`);
  await electron.evaluate(
    ({ clipboard }, text) => clipboard.writeText(text),
    'rosa@northwind-media.example\tRosa\ntariq@northwind-media.example\tTariq',
  );
  // A native menu can't be clicked from here: it is kept, and its items do what a click does.
  await electron.evaluate(({ Menu }) => {
    Menu.prototype.popup = function keep(this: Electron.Menu, options: Electron.PopupOptions = {}) {
      Object.assign(globalThis, { shown: { menu: this, close: options.callback } });
    };
  });
  const select = (label: string): Promise<void> =>
    electron.evaluate(({ BrowserWindow }, name) => {
      const { shown } = globalThis as unknown as {
        shown: { menu: Electron.Menu; close: (() => void) | undefined };
      };
      const [window] = BrowserWindow.getAllWindows();
      const item = shown.menu.items.find((each) => each.label === name);
      if (item === undefined) throw new Error(`There is no ${name}.`);
      (item.click as (...given: unknown[]) => void)({}, window, window?.webContents);
      shown.close?.();
    }, label);

  await cell(1, 2).click({ button: 'right' });
  await select('Paste');
  await expect(cell(2, 3)).toHaveText('Tariq');

  // A right click in the selection is about all of it, and one outside about that cell.
  await cell(1, 3).click();
  await page.keyboard.press('Shift+ArrowDown');
  await cell(2, 3).click({ button: 'right' });
  await select('Fill down');
  await expect(cell(2, 3)).toHaveText('Rosa');
  await cell(1, 2).click({ button: 'right' });
  await select('Copy');
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('rosa@northwind-media.example');
  await cell(1, 2).click({ button: 'right' });
  await select('Clear cells');
  await expect(cell(1, 2)).not.toContainText('rosa');
  await expect(cell(2, 2)).toHaveText('tariq@northwind-media.example');

  await page.keyboard.press('Shift+F10');
  await select('Delete rows');
  await expect(cell(1, 2)).toHaveText('tariq@northwind-media.example');
});
