import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recallMapping } from '../../../main/batches/import/mapping/rememberedMapping';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import { createServices, type Services } from '../../../main/services';
import { storedSettings } from '../../../main/shell/system/storedSettings';
import { openDatabase, type Database } from '../../../main/storage/database';
import { newestVersion, versionOf } from '../../../main/storage/migrate';
import { defaultSettings, settings as settingsSchema } from '../../../shared/domain/settings';
import { firstProfileDay, firstSettingsFile, writeFirstDatabase } from '../../support/fixtures/firstProfile';
import { memoryKeychain } from '../../support/fixtures/memoryKeychain';
import { secretStoreOver } from '../../support/fixtures/secretStore';
import { batchFilesHere } from '../../support/fixtures/batchFilesHere';

/** What 0.1.0 left behind, opened by the current version. Nothing may be lost or reset. */
let folder: string;
let db: Database;
let app: Services;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-first-profile-'));
  const file = join(folder, 'access.db');
  writeFirstDatabase(file);
  db = openDatabase(file);
  const keychain = memoryKeychain();
  app = createServices({
    db,
    secrets: secretStoreOver(db, () => Promise.resolve(keychain)),
    sandbox: { endpoints: () => Promise.reject(new Error('not started')), client: sandboxClient },
    proxyFor: () => Promise.resolve(null),
    openInBrowser: () => Promise.resolve(false),
    onResume: () => () => undefined,
    now: () => firstProfileDay + 60_000,
    checkOnlineAfterMinutes: () => 15,
    refreshAfterMinutes: () => defaultSettings.refreshAfterMinutes,
    redeemPage: () => '',
    houseRules: () => defaultSettings,
    typingRule: () => defaultSettings,
    keepPeopleMonths: () => 0,
    savedViews: { read: () => ({}), write: () => undefined },
    place: () => Promise.resolve('here'),
    programVersion: '0.0.0',
    signerName: () => '',
    batchFiles: batchFilesHere,
    changed: () => undefined,
  });
});
afterEach(async () => {
  await app.outbox.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const operations = (): unknown[] =>
  app.outbox
    .operations({ latestOnly: false, limit: 50, offset: 0 })
    .operations.map(({ operationId, emailAddress, status, invitationId }) => ({
      operationId,
      emailAddress,
      status,
      invitationId,
    }))
    .reverse();

it('brings the database to the newest version', () => {
  expect(versionOf(db)).toBe(newestVersion);
});

it('keeps each operation in its state', () => {
  expect(operations()).toEqual([
    { operationId: 1, emailAddress: 'done@example.com', status: 'done', invitationId: 'inv-1' },
    { operationId: 2, emailAddress: 'failed@example.com', status: 'failed', invitationId: null },
    { operationId: 3, emailAddress: 'doubt@example.com', status: 'inDoubt', invitationId: null },
    { operationId: 4, emailAddress: 'sending@example.com', status: 'sending', invitationId: null },
    { operationId: 5, emailAddress: 'queued@example.com', status: 'queued', invitationId: null },
  ]);
  expect(
    app.outbox.operations({ latestOnly: false, limit: 50, offset: 0, statuses: ['failed'] }).operations,
  ).toMatchObject([{ operationId: 2, error: { code: 'BAD_REQUEST', message: 'Amazon refused it.' } }]);
});

it('imports what was open: the call being sent is unconfirmed, the waiting one is paused', () => {
  app.outbox.recover({ continueAtStart: false });
  expect(operations()).toMatchObject([
    { status: 'done' },
    { status: 'failed' },
    { status: 'inDoubt' },
    { emailAddress: 'sending@example.com', status: 'inDoubt' },
    { emailAddress: 'queued@example.com', status: 'queued' },
  ]);
  expect(app.outbox.status().runs).toMatchObject([
    { paused: true, counts: { queued: 1, done: 1, failed: 1, inDoubt: 2 } },
  ]);
});

it('tracks the instances of nobody who accepted before, until a person asks for it', async () => {
  const states = () =>
    app.access
      .listInvitations({ sort: 'createdAt', descending: true, limit: 10, offset: 0 })
      .invitations.map(({ userName, instanceAccess }) => [userName, instanceAccess]);
  expect(await app.instanceWork.counts()).toEqual({ waiting: 0, has: 0, notTracked: 1 });
  expect(states()).toEqual([
    ['Ada', null],
    ['Grace', 'notTracked'],
  ]);
  expect(app.instanceWork.track('all')).toEqual({ people: 1 });
  expect(await app.instanceWork.counts()).toEqual({ waiting: 1, has: 0, notTracked: 0 });
  expect(states()).toEqual([
    ['Ada', null],
    ['Grace', 'waiting'],
  ]);
});

it('keeps connections, accounts and invitations', () => {
  expect(app.connections.list()).toMatchObject([
    {
      connectionId: 'c-1',
      label: 'Agency',
      region: 'eu',
      clientId: 'client-1',
      hasClientSecret: true,
      returnPort: 8711,
      state: 'signedIn',
      identity: { userId: 'amzn1.account.DANA', name: 'Dana' },
      identityConfirmed: true,
    },
  ]);
  expect(app.access.listAccounts({})).toMatchObject([
    { accountId: 'ENTITY1', name: 'Northwind', favourite: true },
  ]);
  expect(
    app.access.listInvitations({ sort: 'createdAt', descending: true, limit: 10, offset: 0 }).invitations,
  ).toMatchObject([
    { invitationId: 'inv-1', emailAddress: 'ada@example.com', state: 'pending' },
    { invitationId: 'inv-0', emailAddress: 'grace@example.com', state: 'accepted' },
  ]);
});

it('keeps batches with their rows, including invalid text, and the import mappings', async () => {
  expect(app.batches.list()).toMatchObject([{ batchId: 'b-1', name: 'Spring onboarding', notify: true }]);
  const { rows } = await app.batches.open('b-1');
  expect(rows).toMatchObject([
    { rowId: 'r-1', emailAddress: 'done@example.com', role: 'viewer' },
    {
      rowId: 'r-2',
      accountText: 'Unknown Co',
      emailAddress: 'not an address',
      role: 'boss',
      note: 'ask her',
    },
  ]);
  expect(app.batches.statusesOf('b-1')).toMatchObject([{ rowId: 'r-1' }]);
  expect(recallMapping(db, ['Who', 'Where'])).toMatchObject({ account: 1, emailAddress: 0, note: null });
});

it('keeps every setting', () => {
  const file = JSON.parse(firstSettingsFile) as { settings: Record<string, unknown> };
  // Later versions may add settings, and must read what that version wrote under every name it used.
  expect(Object.keys(settingsSchema.shape)).toEqual(expect.arrayContaining(Object.keys(file.settings)));
  expect(storedSettings(file.settings)).toMatchObject(file.settings);
  for (const [name, value] of Object.entries(file.settings)) {
    expect(value, name).not.toEqual(defaultSettings[name as keyof typeof defaultSettings]);
  }
});
