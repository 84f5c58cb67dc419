import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, test } from '../../support/desktop/fixture';

const account = 'Copper Kettle Coffee';

test('an account is found by part of its ID and opened, even without a network', async ({
  startSignedIn,
  amazon,
}) => {
  const northwind = await amazon('Northwind');
  const { page, screens } = await startSignedIn(northwind);
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  const row = screens.row('Accounts', account);
  const copy = row.getByRole('button', { name: 'Copy account ID' });
  const id = ((await copy.getAttribute('aria-label')) ?? '').replace('Copy account ID ', '');
  await northwind.stop();

  await page.keyboard.press('Control+k');
  await page.keyboard.type(id.slice(-6).toLowerCase());
  const options = palette(page).getByRole('option');
  await expect(options).toHaveCount(1);
  await expect(options).toContainText([account]);
  await expect(options).toContainText([id]);
  await expect(options).toContainText(['Northwind']);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
  await expect(page).toHaveTitle(new RegExp(`^Invitations for ${account}`));
  await expect(screens.rows('Invitations').filter({ hasText: '@' })).not.toHaveCount(0);

  await page.keyboard.press('Control+2');
  await expect(screens.rows('Accounts').first()).toContainText(account);
  await page.keyboard.press('Control+k');
  await expect(options.first()).toContainText(account);
});

test('the palette keeps the focus until Esc, which returns it to where it was', async ({ signedInApp }) => {
  const { page, printed } = signedInApp;
  const search = page.getByRole('searchbox', { name: 'Find accounts' });
  await search.focus();
  await page.keyboard.press('Control+k');
  const field = palette(page).getByRole('combobox');
  for (const key of ['Tab', 'Tab', 'Shift+Tab', 'ArrowDown']) {
    await page.keyboard.press(key);
    await expect(field).toBeFocused();
  }
  await expect(palette(page).getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.type('nobody is called this');
  await expect(palette(page).getByRole('status')).toContainText('No results for “nobody is called this”');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(search).toBeFocused();
  expect(printed()).not.toContain('Content Security Policy');
});

test('every shortcut does what the help says, and the window never reloads', async ({ signedInApp }) => {
  const { page, screens, amazon } = signedInApp;
  await page.evaluate(() => {
    document.documentElement.dataset['same'] = 'yes';
  });
  const refreshes = async (key: string): Promise<boolean> => {
    const before = amazon.proxy.calls.length;
    await page.keyboard.press(key);
    await expect.poll(() => amazon.proxy.calls.length).toBeGreaterThan(before);
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
    return true;
  };

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Find accounts' })).toBeFocused();
  await page.keyboard.press('Control+3');
  await expect(screens.heading('Invitations')).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: 'Find invitations' })).toBeFocused();
  await page.keyboard.press('Control+n');
  await expect(screens.heading('Invite people')).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(screens.heading('Settings')).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(screens.heading('Accounts')).toBeVisible();
  await page.keyboard.press('Control+7');
  await expect(screens.heading('Operations')).toBeVisible();
  await page.keyboard.press('Control+9');
  await expect(screens.heading('Settings')).toBeVisible();
  await page.keyboard.press('Control+4');
  await expect(screens.heading('People')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Find people' })).toBeFocused();
  await page.keyboard.press('Control+5');
  await expect(screens.heading('Batches')).toBeVisible();
  await page.keyboard.press('Control+6');
  await expect(screens.heading('Redeem')).toBeVisible();
  await page.keyboard.press('Control+8');
  await expect(screens.heading('Activity')).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(screens.heading('Home')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(screens.heading('Activity')).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(screens.heading('Home')).toBeVisible();
  await page.keyboard.press('Control+2');
  expect(await refreshes('Control+r')).toBe(true);
  expect(await refreshes('F5')).toBe(true);
  await page.keyboard.press('Control+Shift+R');

  await page.keyboard.press('?');
  const help = screens.dialog('Keyboard shortcuts');
  await expect(help.getByRole('row')).toHaveCount(17);
  // A dialog is open: nothing behind it moves.
  await page.keyboard.press('Control+9');
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(screens.heading('Accounts')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await expect(help).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset['same'])).toBe('yes');
});

test('text typed in a field is never a shortcut', async ({ signedInApp }) => {
  const { page, screens } = signedInApp;
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Find accounts' });
  await page.keyboard.type('what/ever?');
  await expect(search).toHaveValue('what/ever?');
  await expect(search).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+3');
  await expect(screens.heading('Invitations')).toBeVisible();
});

test('the main tasks with only the keyboard', async ({ start }) => {
  const { page, screens } = await start();
  await pressOn(page, page.getByRole('button', { name: 'Explore the sandbox' }));
  await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('copper');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(new RegExp(account));
  await page.keyboard.press('Control+n');
  await expect(screens.heading('Invite people')).toBeVisible();
  await tabTo(page, page.getByLabel('Email of person 1', { exact: true }));
  await page.keyboard.type('rosa.lind@northwind-media.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Rosa Lind');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Role of person 1/ })).toContainText('Viewer');
  await tabTo(page, page.getByRole('radio', { name: 'Amazon sends the email' }));
  await page.keyboard.press('ArrowDown');
  await pressOn(page, page.getByRole('button', { name: 'Invite 1 person to 1 account' }));
  expect(await screens.results()).toBe('1 invited');
  await page.keyboard.press('Escape');
  await expect(screens.dialog('Results')).toHaveCount(0);

  const person = screens.row('Invitations', 'rosa.lind@northwind-media.example');
  await expect(person).toContainText('14 days');
  await tabTo(page, person.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await pressOn(page, page.getByRole('button', { name: 'Revoke', exact: true }), 'Shift+Tab');
  await pressOn(page, page.getByRole('button', { name: 'Revoke 1 invitation' }));
  expect(await screens.results()).toBe('1 revoked');
  await page.keyboard.press('Escape');
  await expect(person).toHaveCount(0);
});

test('Tab reaches every control of a screen, and each shows that it has the focus', async ({
  signedInApp,
}) => {
  const { page, screens } = signedInApp;
  await standStill(page);
  await page.keyboard.press('/');
  await page.keyboard.type('copper');
  await expect(screens.rows('Accounts')).toHaveCount(1);
  await expectAllReached(page, 'Accounts');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('juniper');
  await page.keyboard.press('Enter');
  await expect(screens.rows('Invitations').first()).toBeVisible();
  await expectAllReached(page, 'Invitations');
  await page.keyboard.press('Control+n');
  await expect(screens.heading('Invite people')).toBeVisible();
  // What can be planned in the account is known.
  await expect(page.getByRole('button', { name: /^Instances/ })).toBeEnabled();
  await expectAllReached(page, 'Invite people');
  await page.keyboard.press('Control+7');
  await expect(screens.heading('Operations')).toBeVisible();
  await expectAllReached(page, 'Operations');
  await page.keyboard.press('Control+9');
  await expect(screens.heading('Settings')).toBeVisible();
  await expectAllReached(page, 'Settings');
});

const palette = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Find people, accounts, batches, screens and actions' });

/** No screen of these tests has more controls than this. */
const maxControls = 120;

async function tabTo(page: Page, control: Locator, key = 'Tab'): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < maxControls; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reached ${String(control)}`);
}

async function pressOn(page: Page, button: Locator, key = 'Tab'): Promise<void> {
  await tabTo(page, button, key);
  await page.keyboard.press('Enter');
}

/** Nothing moves or blinks anymore, so that two pictures differ only by the focus. */
const standStill = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*, ::before, ::after { caret-color: transparent !important; transition: none !important; animation: none !important; }',
    );
    document.adoptedStyleSheets.push(sheet);
  });

/** Tabs around the screen once and compares with what a mouse could press. */
async function expectAllReached(page: Page, where: string): Promise<void> {
  const all = await page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]'),
    ].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.getBoundingClientRect().width > 0 &&
        !element.matches(':disabled, [aria-disabled="true"]') &&
        // Within a radio group Tab reaches one, the arrow keys the others.
        element.tabIndex >= 0 &&
        !element.matches('input[type="radio"]'),
    );
    for (const [index, element] of controls.entries()) element.dataset['control'] = String(index);
    (document.activeElement as HTMLElement | null)?.blur();
    return controls.map(({ tagName, ariaLabel, textContent }) => `${tagName} ${ariaLabel ?? textContent}`);
  });
  const session = await page.context().newCDPSession(page);
  const reached = new Set<number>();
  const unseen: string[] = [];
  for (let presses = 0; presses < all.length + 10 && reached.size < all.length; presses += 1) {
    await page.keyboard.press('Tab');
    const { index, clip } = await focusedControl(page);
    if (index < 0 || reached.has(index)) continue;
    reached.add(index);
    if (!(await showsFocus(page, session, clip))) unseen.push(all[index] ?? '');
  }
  await session.detach();
  expect
    .soft(
      all.filter((_html, index) => !reached.has(index)),
      `${where}: not reached`,
    )
    .toEqual([]);
  expect.soft(unseen, `${where}: no visible focus`).toEqual([]);
  expect(reached.size).toBeGreaterThan(8);
}

/** A part of the page, in CSS pixels. */
interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** The focused control, and its position including surrounding decoration. */
const focusedControl = (page: Page): Promise<{ readonly index: number; readonly clip: Clip }> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
      index: Number(element.dataset['control'] ?? -1),
      clip: {
        x: scrollX + Math.max(0, x - 8),
        y: scrollY + Math.max(0, y - 8),
        width: width + 16,
        height: height + 16,
        scale: 1,
      },
    };
  });

/**
 * Whether the focused element looks different without focus. Removes the focus; Tab continues from there. The pictures bypass
 * Playwright, which would freeze the page for each of them again.
 */
async function showsFocus(page: Page, session: CDPSession, clip: Clip): Promise<boolean> {
  const picture = async (): Promise<string> =>
    (await session.send('Page.captureScreenshot', { clip, optimizeForSpeed: true })).data;
  const focused = await picture();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  return focused !== (await picture());
}
