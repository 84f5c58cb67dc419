import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/desktop/fixture';
import { textOn } from '../../support/desktop/screens';
import { writeSignedInProfile } from '../../support/desktop/signedInProfile';

const databaseOf = (userData: string): string => join(userData, 'access.db');
const copiesIn = (userData: string): string[] =>
  readdirSync(userData).filter((name) => name.startsWith('access.db.damaged-'));
const problem = (page: Page, text: string): Promise<void> => expect(textOn(page, text)).toBeVisible();

test('a damaged database is set aside, and then damaged settings, and the app starts and says so', async ({
  start,
  userData,
}) => {
  const shoppingList = 'a shopping list, not a database. '.repeat(400);
  writeFileSync(databaseOf(userData), shoppingList);
  const { screens, quit } = await start();
  const [kept, ...others] = copiesIn(userData);
  expect(others).toEqual([]);
  expect(readFileSync(join(userData, kept ?? ''), 'utf8')).toBe(shoppingList);
  await expect(screens.notices()).toContainText('Your data was damaged, so the app started without it');
  await expect(screens.notices()).toContainText(`was saved as ${kept ?? ''}`);
  await screens.exploreSandbox();
  await expect(screens.heading('Accounts')).toBeVisible();
  await quit();

  // Everything but the settings is there.
  writeFileSync(join(userData, 'settings.json'), '{ "settings": { "theme": "da');
  const again = await start();
  await expect(again.screens.heading('Home')).toBeVisible();
  await expect(again.screens.text('Your data was damaged')).toHaveCount(0);
  await expect(again.screens.notices()).toContainText('Your settings were damaged, so the defaults apply');
  const [damagedSettings] = readdirSync(userData).filter((name) => name.startsWith('settings.json.damaged-'));
  expect(readFileSync(join(userData, damagedSettings ?? ''), 'utf8')).toBe('{ "settings": { "theme": "da');
  expect(copiesIn(userData)).toHaveLength(1);
});

test('settings that begin with a byte order mark apply, and only the owner can read what the app saves', async ({
  start,
  userData,
}) => {
  const file = join(userData, 'settings.json');
  writeFileSync(file, '\uFEFF{ "settings": { "typeNumberFromInvitations": 7 } }');
  const { page } = await start();
  const house = await page.evaluate(async () => {
    const answer = await window.amc.settings.get();
    await window.amc.settings.set({ settings: { density: 'compact' } });
    return answer;
  });
  expect(house).toMatchObject({ ok: { settings: { typeNumberFromInvitations: 7 } } });
  expect(readdirSync(userData).filter((name) => name.includes('.damaged-'))).toEqual([]);
  const saved: unknown = JSON.parse(readFileSync(file, 'utf8'));
  expect(saved).toMatchObject({ settings: { typeNumberFromInvitations: 7, density: 'compact' } });
  if (process.platform === 'win32') return;
  for (const own of [file, join(userData, 'logs/app.log')]) expect(statSync(own).mode & 0o777).toBe(0o600);
});

test('data of a newer version is rejected and not touched', async ({ start, userData }) => {
  const newer = new DatabaseSync(databaseOf(userData));
  newer.exec('CREATE TABLE later (word TEXT); PRAGMA user_version = 99;');
  newer.close();
  const before = readFileSync(databaseOf(userData));
  const { electron, page } = await start();
  await expect(page.getByRole('heading', { name: 'AMC Access Manager can’t start' })).toBeVisible();
  await problem(page, 'was written by a newer version');
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  const ended = once(electron.process(), 'exit');
  await page.getByRole('button', { name: 'Quit' }).click();
  await ended;
  expect(readFileSync(databaseOf(userData)).equals(before)).toBe(true);
  expect(copiesIn(userData)).toEqual([]);
});

test('data that another program holds, and then is read-only: the app says so, and starts once it can write', async ({
  start,
  amazon,
  userData,
}) => {
  await writeSignedInProfile(userData, await amazon('Northwind'));
  const other = new DatabaseSync(databaseOf(userData));
  other.exec('BEGIN IMMEDIATE');
  const { electron, page } = await start();
  const tryAgain = async (shown: Page): Promise<Page> => {
    const next = electron.waitForEvent('window');
    await shown.getByRole('button', { name: 'Try again' }).click();
    return next;
  };
  await problem(page, 'Another program is using');
  const second = await tryAgain(page);
  await problem(second, 'Another program is using');
  other.exec('ROLLBACK');
  other.close();
  chmodSync(databaseOf(userData), 0o444);
  const third = await tryAgain(second);
  await problem(third, 'is read-only');
  chmodSync(databaseOf(userData), 0o644);
  const app = await tryAgain(third);
  await expect(app.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  expect(copiesIn(userData)).toEqual([]);
  expect(existsSync(databaseOf(userData))).toBe(true);
});
