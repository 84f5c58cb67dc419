import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';
import { createOsKeychain } from '../../../main/secrets/keychain';
import { createSecretStore, type SecretStore } from '../../../main/secrets/secretStore';
import { startKeyringSession, type KeyringSession } from '../../support/desktop/keyringSession';
import { expect, test } from '../../support/desktop/fixture';
import { memoryLedger } from '../../support/fixtures/memoryLedger';
import { writeSignedInProfile } from '../../support/desktop/signedInProfile';

test.skip(
  process.platform !== 'linux',
  'the keyring of this session can be locked and stopped on Linux only',
);

let keyring: KeyringSession;

test.beforeEach(async () => {
  keyring = await startKeyringSession();
});

test.afterEach(async () => {
  await keyring.close();
});

test('tokens of 2,048 characters for 50 connections are read back complete', async () => {
  const ledger = memoryLedger();
  const run = (): SecretStore =>
    createSecretStore({
      load: createOsKeychain().load,
      ledger,
      platform: process.platform,
      changed: () => undefined,
    });
  const store = run();
  const place = { realm: 'amazon', hosts: ['https://api.amazon.com'], sameOwner: [] };
  const secrets = Array.from({ length: 50 }, () => ({
    name: { connectionId: randomUUID(), kind: 'refresh-token' } as const,
    value: `Atzr|${randomBytes(1022).toString('hex')}`.slice(0, 2048),
  }));
  for (const { name, value } of secrets) expect(await store.set(name, value, place)).toBe('os-keychain');
  const fresh = run();
  for (const { name, value } of secrets) {
    const read = await fresh.get(name, place);
    expect(read?.length).toBe(2048);
    expect(read === value).toBe(true);
  }
  for (const { name } of secrets) await fresh.delete(name);
  for (const { name } of secrets) expect(await fresh.get(name, place)).toBeNull();
  expect(ledger.unwanted()).toEqual([]);
});

test('a locked keyring is reported and signs nobody out; what it keeps from being deleted is deleted once it is unlocked', async ({
  start,
}) => {
  const { env } = keyring;
  const first = await start({ env });
  await first.screens.exploreSandbox();
  await first.screens.firstSignIn({ identity: 'dana', decision: 'allow' });
  await expect(first.screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
  await first.quit();

  keyring.lock();
  const second = await start({ env });
  await second.screens.goTo('Accounts');
  await expect(second.screens.rows('Accounts')).toHaveCount(14);
  await expect(second.screens.text('Your keychain is locked')).toBeVisible();
  await second.page.getByRole('button', { name: 'Refresh' }).click();
  await expect(second.screens.text(/sign in to “Sandbox”/)).toHaveCount(0);
  await second.page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(second.screens.text('Your keychain is locked')).toBeVisible();
  await second.screens.goTo('Settings');
  await expect(second.screens.row('Connections', 'Sandbox')).toContainText('Signed in');
  await second.quit();

  keyring.restartUnlocked();
  const third = await start({ env });
  await third.screens.goTo('Accounts');
  await expect(third.screens.rows('Accounts')).toHaveCount(14);
  await third.page.getByRole('button', { name: 'Refresh' }).click();
  await expect(third.page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
  await expect(third.screens.text('Your keychain is locked')).toHaveCount(0);
  // No browser is needed.
  await expect(third.screens.text(/sign in to “Sandbox”/)).toHaveCount(0);

  await test.step('an entry left after signing out is reported, and deleted once it is unlocked', async () => {
    keyring.lock();
    await third.screens.goTo('Settings');
    await third.page.getByRole('button', { name: 'Sign out of Sandbox' }).click();
    await expect(third.screens.row('Connections', 'Sandbox')).toContainText('Signed out');
    const left =
      'The sign-in couldn’t be deleted from your keychain because it’s locked. It will be deleted when it’s unlocked.';
    await expect(third.screens.text(left)).toBeVisible();
    await expect(third.page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await third.quit();
    expect(keyring.entries()).toBe(1);

    keyring.restartUnlocked();
    const fourth = await start({ env });
    await fourth.screens.goTo('Settings');
    await expect(fourth.screens.row('Connections', 'Sandbox')).toContainText('Signed out');
    await expect.poll(keyring.entries).toBe(0);
    await expect(fourth.screens.text('Not yet deleted from your keychain')).toHaveCount(0);
  });
});

test('an entry deleted from the keyring asks to sign in again; nothing else is lost', async ({
  start,
  amazon,
  userData,
}) => {
  const connectionId = await writeSignedInProfile(userData, await amazon('Northwind'), { read: true });
  const keychain = await createOsKeychain().load();
  await keychain.delete(`${connectionId}/refresh-token`);

  const { screens } = await start();
  await expect(screens.text('asks you to sign in to “Northwind” again')).toBeVisible();
  await screens.goTo('Accounts');
  await expect(screens.rows('Accounts')).toHaveCount(14);
});

test('a keyring that does not respond, as while its unlock prompt waits, does not delay the start, and an app that crashes ends in order once it responds', async ({
  start,
  logFile,
}) => {
  keyring.hold(true);
  try {
    const { electron, screens } = await start({ env: keyring.env });
    await expect(screens.heading('Welcome to AMC Access Manager')).toBeVisible();
    await screens.exploreSandbox();
    await screens.signInLink();

    const ended = once(electron.process(), 'close');
    await electron.evaluate(({ dialog }) => {
      dialog.showMessageBoxSync = () => 1;
      setImmediate(() => {
        throw new Error('for this test');
      });
    });
    await expect.poll(() => windowsInSight(electron)).toBe(0);
    keyring.hold(false);
    expect(await ended).toEqual([1, null]);
    expect(readFileSync(logFile, 'utf8')).not.toContain('terminate called');
  } finally {
    keyring.hold(false);
  }
});

const windowsInSight = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length,
  );
