import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBatches, type Batches } from '../../../main/batches/batches';
import { defaultSettings, type Settings } from '../../../shared/domain/settings';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';
import { row } from './support/rows';

let store: Store;
let batches: Batches;
let batchId: string;
let settings: Settings;

beforeEach(() => {
  store = temporaryStore();
  settings = defaultSettings;
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
  batches = createBatches({
    db: store.db,
    access: { refreshInvitations: () => Promise.resolve([]) },
    houseRules: () => settings,
    now: Date.now,
    changed: () => undefined,
  });
  ({ batchId } = batches.create());
  batches.setRows(batchId, [row(1), row(2, { emailAddress: 'bad' }), row(3)], []);
});
afterEach(() => {
  store.remove();
});

type Answer = Awaited<ReturnType<Batches['check']>>;

/** Its findings by row, as `2 EMAIL_INVALID`, or `2` if nothing is found anymore. */
const messagesOf = ({ findings }: Answer): string[] =>
  findings.map(({ rowId, findings: found }) =>
    [Number(rowId.slice(4)), ...found.map(({ code }) => code)].join(' '),
  );

test('a check reports only what differs from what the page knows', async () => {
  const opened = await batches.open(batchId);
  expect(opened.rows.map(({ findings }) => findings.length)).toEqual([0, 1, 0]);
  const same = await batches.check(batchId, opened.version);
  expect(same.whole).toBe(false);
  expect(messagesOf(same)).toEqual([]);

  settings = { ...settings, allowedDomains: ['other.example'] };
  const stricter = await batches.check(batchId, same.version);
  expect(messagesOf(stricter)).toEqual(['1 DOMAIN_NOT_ALLOWED', '3 DOMAIN_NOT_ALLOWED']);

  settings = defaultSettings;
  expect(messagesOf(await batches.check(batchId, stricter.version))).toEqual(['1', '3']);
});

test('a row that was written since is reported, even with the same findings as before', async () => {
  const { version } = await batches.open(batchId);
  batches.setRows(batchId, [row(2, { emailAddress: 'bad', note: 'x' }), row(3, { note: 'y' })], []);
  expect(messagesOf(await batches.check(batchId, version))).toEqual(['2 EMAIL_INVALID', '3']);
});

test('a row that was written while it was checked is reported by the next check', async () => {
  const { version } = await batches.open(batchId);
  const checking = batches.check(batchId, version);
  batches.setRows(batchId, [row(1, { role: 'king' })], []);
  const before = await checking;
  expect(messagesOf(await batches.check(batchId, before.version))).toEqual(['1 ROLE_UNKNOWN']);
});

test('a page with another version than the last one reported gets everything', async () => {
  const { version } = await batches.open(batchId);
  const first = await batches.check(batchId, version);
  for (const since of [undefined, version, first.version + 100]) {
    const answer = await batches.check(batchId, since);
    expect(answer.whole).toBe(true);
    expect(messagesOf(answer)).toEqual(['2 EMAIL_INVALID']);
  }
  // Another batch was opened in the meantime.
  const { version: known } = await batches.check(batchId);
  await batches.open(batches.create().batchId);
  expect((await batches.check(batchId, known)).whole).toBe(true);
});

test('a check online uses the same versions', async () => {
  const opened = await batches.open(batchId);
  settings = { ...settings, allowedDomains: ['other.example'] };
  const online = await batches.checkOnline(batchId, opened.version);
  expect(messagesOf(online)).toEqual(['1 DOMAIN_NOT_ALLOWED', '3 DOMAIN_NOT_ALLOWED']);
  expect(messagesOf(await batches.check(batchId, online.version))).toEqual([]);
});
