import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { electronProgram } from '../../support/desktop/app';
import { drag } from '../../support/desktop/drag';
import { projectRoot } from '../../support/projectRoot';
import { expect, test } from '../../support/desktop/fixture';
import { writeSignedInProfile } from '../../support/desktop/signedInProfile';

const people = [
  'Account,E-mail,Name,Role',
  'Copper Kettle Coffee,rosa@northwind-media.example,Rosa Lind,viewer',
  'Copper Kettle Coffee,tariq@northwind-media.example,Tariq Aziz,admin',
].join('\n');

/** A file of people on this computer. @returns its path */
function listIn(folder: string, name: string, content: string | Buffer = people): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const zone = (page: Page) => page.locator('.drop-zone');

test('a file dropped on any screen is imported into a new batch named after it; canceling removes the batch', async ({
  signedInApp,
  userData,
}) => {
  const { page, screens } = signedInApp;
  const file = listIn(userData, 'Spring intake.csv');
  for (const screen of ['Accounts', 'Settings', 'Activity'] as const) {
    await screens.goTo(screen);
    const dragged = await drag(page, { files: [file] });
    await dragged.over();
    await expect(zone(page)).toHaveText('Drop to import into a new batch, or to open a batch file');
    await dragged.leave();
    await expect(zone(page)).toHaveCount(0);
  }
  const dragged = await drag(page, { files: [file] });
  await dragged.over();
  await dragged.drop();
  await expect(zone(page)).toHaveCount(0);
  await expect(screens.text('Rosa Lind').first()).toBeVisible();
  await expect(page).toHaveTitle(/^Spring intake/);

  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(screens.heading('Batches')).toBeVisible();
  await expect(screens.text('Spring intake')).toHaveCount(0);
});

test('a file dropped on an open import replaces its file', async ({ signedInApp, userData }) => {
  const { page, screens } = signedInApp;
  const first = listIn(userData, 'first.csv');
  const second = listIn(userData, 'second.csv', people.replaceAll('Rosa Lind', 'Mira Solberg'));
  for (const [file, name] of [
    [first, 'Rosa Lind'],
    [second, 'Mira Solberg'],
  ] as const) {
    const dragged = await drag(page, { files: [file] });
    await dragged.over();
    if (file === second) await expect(zone(page)).toHaveText('Drop to use this file for the open import');
    await dragged.drop();
    await expect(screens.text(name).first()).toBeVisible();
  }
  await expect(screens.text('Rosa Lind')).toHaveCount(0);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
});

test('a file that can’t be imported is rejected with the reason, and dropped text is ignored', async ({
  signedInApp,
  userData,
}) => {
  const { page, screens } = signedInApp;
  await screens.goTo('Accounts');
  const file = listIn(userData, 'people.csv');
  const refused = async (files: readonly string[], sentence: string) => {
    const dragged = await drag(page, { files });
    await dragged.over();
    await dragged.drop();
    await expect(screens.text(sentence)).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
  };
  await refused([file, file], 'One file at a time: you dropped 2 files.');
  await refused([listIn(userData, 'photo.png')], '“photo.png” can’t be imported.');
  mkdirSync(join(userData, 'folder.csv'));
  await refused([join(userData, 'folder.csv')], '“folder.csv” is not a file.');
  await refused([listIn(userData, 'large.csv', Buffer.alloc(21 * 1024 * 1024, 'a'))], 'more than 20 MB');

  const text = await drag(page, { text: 'Ann <ann@agency.example>' });
  await text.over();
  await expect(zone(page)).toHaveCount(0);
  await text.leave();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  const dragged = await drag(page, { files: [file] });
  await dragged.over();
  await expect(zone(page)).toHaveText('Close the dialog first, then drop the file again.');
  await dragged.drop();
  await page.keyboard.press('Escape');
  await expect(screens.text('Close the dialog first')).toBeVisible();
  await expect(screens.heading('Accounts')).toBeVisible();
});

test('a script in the page can’t read a file that nobody dropped', async ({ signedInApp, userData }) => {
  const { page } = signedInApp;
  const file = listIn(userData, 'people.csv');
  const codes = await page.evaluate(async (path) => {
    const { dropFile, openArrived, create } = window.amc.batches;
    const byAnything = dropFile as unknown as (input: unknown) => ReturnType<typeof dropFile>;
    const created = await create({});
    const batchId = 'ok' in created ? created.ok.batch.batchId : '';
    const forged = new File(['Name'], path);
    Object.defineProperty(forged, 'path', { value: path });
    const answers = [];
    for (const input of [path, { path }, forged, [forged], null, undefined]) {
      answers.push(await byAnything(input));
    }
    answers.push(await openArrived({ batchId, fileId: path }));
    return answers.map((answer) => ('error' in answer ? answer.error.code : 'read'));
  }, file);
  expect(codes).toEqual([...Array.from({ length: 6 }, () => 'INVALID_INPUT'), 'NOT_FOUND']);
});

test('a file that starts the app without a connection waits until there is one', async ({
  start,
  userData,
}) => {
  const { page, screens } = await start({ file: listIn(userData, 'Spring intake.csv') });
  const opened = screens.text('“Spring intake.csv” was opened with the app.');
  const press = (): Promise<void> => page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(opened).toBeVisible();
  await press();
  await expect(screens.text('Connect first, then import the file.')).toBeVisible();
  await screens.exploreSandbox();
  await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(screens.heading('Accounts')).toBeVisible();
  await expect(opened).toBeVisible();
  await press();
  await expect(page).toHaveTitle(/^Spring intake/);
  await expect(screens.text('Rosa Lind').first()).toBeVisible();
});

test('a file opened with the app is imported, whether the app was running or not; extra arguments are ignored', async ({
  start,
  amazon,
  userData,
}) => {
  const file = listIn(userData, 'Ännchen & Co.csv');
  const other = listIn(userData, 'other.csv', people.replaceAll('Rosa Lind', 'Mira Solberg'));
  await writeSignedInProfile(userData, await amazon('Sandbox'));
  const first = listIn(userData, 'first.csv', people.replaceAll('Rosa Lind', 'Ines Adler'));
  const { page, screens } = await start({ file: first });
  await expect(page).toHaveTitle(/^first/);
  await expect(screens.text('Ines Adler').first()).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  /** As a file manager starts the app while it runs. Resolves when this second process has ended. */
  const open = async (...args: readonly string[]): Promise<void> => {
    const second = spawn(electronProgram(), [`--user-data-dir=${userData}`, projectRoot, ...args], {
      stdio: 'ignore',
    });
    await once(second, 'exit');
  };

  await open(other, file);
  await open(other, 'amc-access://redeem/inv-1?region=na');
  await open(join(userData, 'missing.csv'));
  await open(listIn(userData, 'notes.md'));
  await open('https://agency.example/people.csv');
  await screens.goTo('Accounts');
  await expect(screens.text('was opened with the app')).toHaveCount(0);

  await open(pathToFileURL(file).href);
  await expect(page).toHaveTitle(/^Ännchen & Co/);
  await expect(screens.text('Rosa Lind').first()).toBeVisible();

  // An open import isn't interrupted: the next file waits.
  await open(other);
  await expect(screens.text('“other.csv” was opened with the app.')).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page).toHaveTitle(/^other/);
  await expect(screens.text('Mira Solberg').first()).toBeVisible();
});
