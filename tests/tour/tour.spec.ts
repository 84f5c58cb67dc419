import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideOnConsole } from '../support/amazon/sandboxConsole';
import { decideTerms } from '../support/amazon/decideTerms';
import { projectRoot } from '../support/projectRoot';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/desktop/fixture';

const rosa = {
  emailAddress: 'rosa.lind@northwind-media.example',
  userName: 'Rosa Lind',
  role: 'admin',
} as const;
const tariq = {
  emailAddress: 'tariq.aziz@northwind-media.example',
  userName: 'Tariq Aziz',
  role: 'viewer',
} as const;

const sam = {
  emailAddress: 'sam.okafor@brightside-foods.example',
  userName: 'Sam Okafor',
  role: 'viewer',
} as const;

const pictures = join(projectRoot, 'demo-output');

// `npm start` without a display: the main job, with each step verified, and a screenshot of each screen.
test('the guided tour', async ({ start }) => {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures);
  const { page, screens, electron } = await start();
  let number = 0;
  const picture = async (name: string): Promise<void> => {
    number += 1;
    await page.screenshot({ path: join(pictures, `${String(number).padStart(2, '0')}-${name}.png`) });
  };

  await test.step('The app opens and offers the sandbox', async () => {
    await expect(screens.heading('Welcome to AMC Access Manager')).toBeVisible();
    await picture('welcome');
  });

  await test.step('Explore the sandbox: the app waits for the browser', async () => {
    await screens.exploreSandbox();
    await screens.signInLink();
    await picture('waiting-for-the-browser');
  });

  await test.step('Sign in as Dana Whitfield, following the link over HTTP as a browser would', async () => {
    await screens.firstSignIn({ identity: 'dana', decision: 'allow' });
    await expect(screens.heading('Accounts')).toBeVisible();
  });

  await test.step('See 14 AMC accounts, and where invitations can be made', async () => {
    await expect(screens.rows('Accounts')).toHaveCount(14);
    await expect(screens.rows('Accounts').filter({ hasText: 'Viewer only' })).toHaveCount(2);
    await expect(screens.rows('Accounts').filter({ hasText: 'Not checked' })).toHaveCount(0);
    await picture('accounts');
  });

  await test.step('Choose an account and see who was invited to it', async () => {
    const account = screens.rows('Accounts').filter({ hasText: 'Yes' }).first();
    await screens.openAccount((await account.getByRole('link').first().textContent()) ?? '');
    await picture('invitations');
  });

  await test.step('Invite an admin and a viewer', async () => {
    await page.getByRole('button', { name: 'Invite people' }).click();
    await screens.fillPeople([rosa, tariq]);
    await screens.chooseMail(true);
    await picture('invite');
    await page.getByRole('button', { name: 'Invite 2 people' }).click();
    expect(await screens.results()).toBe('2 invited');
    await picture('invited');
    await screens.closeResults();
  });

  await test.step('See both pending', async () => {
    await expect(screens.row('Invitations', rosa.emailAddress)).toContainText('Admin');
    await expect(screens.row('Invitations', tariq.emailAddress)).toContainText('Viewer');
    await picture('pending');
  });

  await test.step('Revoke the admin’s invitation', async () => {
    await screens.select(rosa.emailAddress);
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(screens.dialog('Revoke 1 invitation?')).toBeVisible();
    await picture('revoke');
    await page.getByRole('button', { name: 'Revoke 1 invitation' }).click();
    expect(await screens.results()).toBe('1 revoked');
    await screens.closeResults();
    await expect(screens.row('Invitations', rosa.emailAddress)).toHaveCount(0);
  });

  await test.step('Resend the viewer’s invitation', async () => {
    await screens.select(tariq.emailAddress);
    await page.getByRole('button', { name: 'Resend', exact: true }).click();
    await screens.chooseMail(false);
    await picture('resend');
    await page.getByRole('button', { name: 'Resend 1 invitation' }).click();
    expect(await screens.results()).toBe('1 resent');
    await screens.closeResults();
    await expect(screens.row('Invitations', tariq.emailAddress)).toBeVisible();
  });

  await test.step('Import a spreadsheet of 120 people as a batch', async () => {
    const file = join(pictures, 'people.csv');
    writeFileSync(file, spreadsheet(await accountsToInviteTo(page)));
    await electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
    await page.getByRole('button', { name: 'New batch' }).first().click();
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('menuitem', { name: 'From a file' }).click();
    await expect(screens.text('people.csv, 120 rows')).toBeVisible();
    await picture('import');
    for (const step of ['Columns', 'Accounts', 'Review']) {
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await expect(page.getByRole('heading', { name: step, exact: true })).toBeVisible();
    }
    await picture('import-review');
    await page.getByRole('button', { name: 'Add 120 rows' }).click();
  });

  await test.step('See what the checks found', async () => {
    await expect(page.getByRole('button', { name: 'Draft (2)' })).toBeVisible();
    await page.getByRole('button', { name: 'Problems' }).click();
    await picture('batch');
  });

  await test.step('Make a dry run: nothing is called', async () => {
    await page.getByRole('button', { name: 'I share the links' }).click();
    await page.getByRole('button', { name: 'Dry run' }).click();
    await expect(screens.dialog('Dry run')).toContainText('No calls were made');
    await picture('dry-run');
    await screens.dialog('Dry run').getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('Send it, and watch it go', async () => {
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(screens.dialog(/^Send/)).toContainText('118 invitations');
    await picture('send');
    await page.getByRole('button', { name: 'Send 118 invitations' }).click();
    await expect(screens.text('118 invited').first()).toBeVisible();
    await picture('sent');
  });

  await test.step('Read the report', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Batches' }).click();
    await screens.row('Batches', 'New batch').getByRole('link').click();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Copy 118 links' })).toBeVisible();
    await picture('report');
    await screens
      .dialog(/^Report/)
      .getByRole('button', { name: 'Close' })
      .last()
      .click();
  });

  await test.step('See who has access to any account, and everything one of them has', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
    // Nothing but the lists of members is missing; the roles follow.
    await expect(screens.rows('People').filter({ hasText: /^l/ }).first()).toBeVisible();
    await expect(screens.text(/^Reading/)).toHaveCount(0);
    await picture('people');
    await page.getByRole('link', { name: 'Matrix', exact: true }).click();
    await expect(page.getByRole('gridcell', { name: /: Admin, / }).first()).toBeVisible();
    await picture('matrix');
    await page.getByRole('link', { name: 'Everyone', exact: true }).click();
    const other = screens.rows('People').filter({ hasText: /^l/ }).first();
    await other.getByRole('link').first().click();
    await expect(screens.rows('Access').first()).toBeVisible();
    await picture('person');
  });

  await test.step('Remove somebody who left from every account, and save the proof', async () => {
    await page.getByRole('link', { name: 'Remove all access' }).click();
    await expect(screens.heading(/^Access of/)).toBeVisible();
    await picture('leaver');
    await page.getByRole('button', { name: 'Remove selected access' }).click();
    const remove = screens.dialog(/^Remove the access of/);
    await remove.getByRole('button', { name: /^Remove access to \d+ account/ }).click();
    await expect(screens.heading(/^Removal of/)).toBeVisible();
    await expect(screens.rows('Access removed').filter({ hasText: /Queued|Sending/ })).toHaveCount(0);
    await picture('removed');
    await electron.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      },
      join(pictures, 'proof.pdf'),
    );
    await page.getByRole('button', { name: 'Save proof' }).click();
    await page.getByRole('menuitem', { name: 'PDF' }).click();
    await expect(screens.text('Saved as proof.pdf')).toBeVisible();
  });

  const samsInvitation =
    await test.step('Invite Sam Okafor, who has no access yet, and plan Main for him', async () => {
      await screens.goTo('Accounts');
      await screens.openAccount('Copper Kettle Coffee');
      await page.getByRole('button', { name: 'Invite people' }).click();
      await screens.fillPeople([sam]);
      await page.getByRole('button', { name: /^Instances/ }).click();
      await page.getByRole('option', { name: /^Main/ }).click();
      await page.keyboard.press('Escape');
      await screens.chooseMail(true);
      await page.getByRole('button', { name: 'Invite 1 person' }).click();
      expect(await screens.results()).toBe('1 invited');
      const id = (await screens.dialog('Results').getByText(/^inv-/).first().textContent()) ?? '';
      await screens.closeResults();
      return id;
    });

  await test.step('Sign in as Sam, through a connection of his own', async () => {
    await screens.goTo('Settings');
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await page.getByRole('menuitem', { name: 'Explore the sandbox' }).click();
    await screens.firstSignIn({ identity: 'sam', decision: 'allow' });
  });

  const sandbox =
    await test.step('Sam accepts the terms and redeems: he joined, and waits for an instance', async () => {
      await screens.goTo('Redeem');
      await page.getByRole('textbox', { name: /^Paste a link/ }).fill(samsInvitation);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('button', { name: /^Will be redeemed by/ }).click();
      await page.getByRole('option', { name: /Sam Okafor/ }).click();
      await page.getByRole('button', { name: /^Read and accept on Amazon/ }).click();
      await expect(screens.text(/Waiting for you to accept/)).toBeVisible();
      const terms = await termsPage(page);
      await decideTerms(terms, 'accept');
      await page.getByRole('button', { name: 'Redeem 1 invitation' }).click();
      await expect(screens.text(/^You joined/).first()).toBeVisible();
      await expect(screens.text(/^No instance yet/)).toBeVisible();
      await picture('waiting-for-an-instance');
      return new URL(terms).origin;
    });

  await test.step('Dana sees that Sam waits, adds him on the console page, and ticks him off', async () => {
    await screens.goTo('Accounts');
    await screens.openAccount('Copper Kettle Coffee');
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'To add to instances' }).click();
    await expect(screens.row('To add to instances', sam.userName)).toContainText('Main');
    await picture('to-add-to-instances');
    const { status } = await decideOnConsole(sandbox, {
      ...{ accountId: await accountIdOf(page, 'Copper Kettle Coffee'), instance: 'Main' },
      ...{ email: sam.emailAddress, decision: 'add' },
    });
    expect(status).toBe(200);
    await page.getByRole('button', { name: `Tick off everything for ${sam.userName}` }).click();
    await expect(screens.text('1 person ticked off: Main.')).toBeVisible();
  });

  await test.step('Sam can open Main', async () => {
    await screens.goTo('Redeem');
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(screens.text(/^You can open Main/)).toBeVisible();
    await picture('can-open-main');
  });

  await test.step('Look at the settings', async () => {
    await screens.goTo('Settings');
    await picture('settings');
  });
});

/** Where the terms are accepted in the browser, which can't open here. */
const termsPage = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = await window.amc.redeem.inbox();
    return 'ok' in answer ? (answer.ok.terms[0]?.url ?? '') : '';
  });

const accountIdOf = (page: Page, wanted: string): Promise<string> =>
  page.evaluate(async (name) => {
    const answer = await window.amc.accounts.list({});
    const accounts = 'ok' in answer ? answer.ok.accounts : [];
    return accounts.find((account) => account.name === name)?.accountId ?? '';
  }, wanted);

/** The names of the accounts that allow inviting. */
const accountsToInviteTo = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const answer = await window.amc.accounts.list({});
    const accounts = 'ok' in answer ? answer.ok.accounts : [];
    return accounts.filter(({ canInvite }) => canInvite === true).map(({ name }) => name);
  });

/** 120 people over these accounts; two of them have a mistake. */
function spreadsheet(accounts: readonly string[]): string {
  const rows = Array.from({ length: 120 }, (_, index) => {
    const address = index === 17 ? 'jonas.meyer' : `person.${String(index)}@northwind-media.example`;
    const role = index === 54 ? 'boss' : index % 12 === 0 ? 'admin' : 'viewer';
    return [accounts[index % accounts.length] ?? '', address, `Person ${String(index)}`, role].join(',');
  });
  return ['Account,E-mail,Name,Role', ...rows].join('\r\n');
}
