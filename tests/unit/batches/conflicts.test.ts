import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBatches, type Batches } from '../../../main/batches/batches';
import { checkBatch } from '../../../main/batches/checking/check';
import { sendBatch } from '../../../main/batches/sending/sendBatch';
import { defaultSettings } from '../../../shared/domain/settings';
import { CodedError } from '../../../shared/errors';
import type { Confirmations } from '../../../shared/domain/outbox/agreement';
import { addListedInstances } from '../../support/fixtures/instances';
import { outboxOver } from '../../support/benches/outboxBench';
import { colleagueInvited } from '../../support/fixtures/colleagues';
import { recordEvents } from '../../support/fixtures/recordedEvents';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';
import { row } from './support/rows';
import { approvalsOver } from '../../support/fixtures/approvalsOver';

let store: Store;
let batches: Batches;
let batchId: string;

const events = recordEvents();

const open = (): Batches =>
  createBatches({
    db: store.db,
    access: { refreshInvitations: () => Promise.resolve([]) },
    houseRules: () => defaultSettings,
    now: Date.now,
    changed: events.changed,
  });

beforeEach(async () => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
  invitedAtAmazon('p5@client.example');
  batches = open();
  ({ batchId } = batches.create());
  batches.setRows(
    batchId,
    Array.from({ length: 5 }, (_, index) => row(index + 1)),
    [],
  );
  await batches.check(batchId);
});
afterEach(() => {
  store.remove();
});

/** An invitation as any refresh stores it, including an automatic one. */
function invitedAtAmazon(emailAddress: string, state = 'pending'): void {
  store.db
    .prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
         first_seen_at, state_changed_at, evidence)
       VALUES ('sandbox', 'A1', hex(randomblob(8)), ?, 'Name', 'VIEWER', ?, '', 1, 1, 'listed')`,
    )
    .run(emailAddress, state);
}

/** As `1 ALREADY_PENDING`. */
const conflicts = (): string[] =>
  batches
    .conflictsOf(batchId)
    .map(({ rowId, findings }) => [Number(rowId.slice(4)), ...findings.map(({ code }) => code)].join(' '));

const keepAll = (): void => {
  events.forget();
  const shown = batches.conflictsOf(batchId);
  batches.keepRows(
    batchId,
    shown.map(({ rowId, findings }) => ({ rowId, codes: findings.map(({ code }) => code) })),
  );
  expect(events.take()).toEqual(['batches.changed']);
};

test('what a colleague invited while the batch waited is reported until it is settled', async () => {
  colleagueInvited(store.db, 'p3@client.example', { at: Date.now() });
  await batches.check(batchId);
  expect(conflicts()).toEqual(['3 INVITED_BY_COLLEAGUE']);
  keepAll();
  expect(conflicts()).toEqual([]);
});

test('Check online reports what changed since the draft, even after another refresh and check', async () => {
  expect(conflicts(), 'what stood in the grid as it was drafted').toEqual([]);
  invitedAtAmazon('p1@client.example');
  invitedAtAmazon('p2@client.example', 'revoked');
  await batches.check(batchId);
  expect(conflicts()).toEqual(['1 ALREADY_PENDING', '2 REVOKED_BEFORE']);
  const online = await batches.checkOnline(batchId);
  expect(online.conflicts.map(({ rowId }) => rowId)).toEqual(['row-00001', 'row-00002']);
  expect((await batches.checkOnline(batchId)).conflicts).toEqual(online.conflicts);
});

test('a conflict stays open after a restart, until its row is kept or removed', async () => {
  invitedAtAmazon('p1@client.example');
  invitedAtAmazon('p2@client.example');
  await batches.check(batchId);
  batches = open();
  expect(conflicts()).toEqual(['1 ALREADY_PENDING', '2 ALREADY_PENDING']);
  batches.setRows(batchId, [], ['row-00002']);
  keepAll();
  expect(conflicts()).toEqual([]);
  await batches.check(batchId);
  expect((await batches.checkOnline(batchId)).conflicts).toEqual([]);
});

test('a conflict that appears after a row was kept is open again', async () => {
  invitedAtAmazon('p1@client.example', 'revoked');
  await batches.check(batchId);
  keepAll();
  invitedAtAmazon('p1@client.example');
  await batches.check(batchId);
  expect(conflicts()).toEqual(['1 ALREADY_PENDING']);
});

test('writing a note resolves nothing; another address, account or role counts as a new draft', async () => {
  for (const number of [1, 2, 3]) invitedAtAmazon(`p${number}@client.example`);
  await batches.check(batchId);
  batches.setRows(
    batchId,
    [
      row(1, { note: 'from the fair' }),
      row(2, { emailAddress: 'p5@client.example' }),
      row(3, { role: 'admin' }),
    ],
    [],
  );
  await batches.check(batchId);
  expect(conflicts()).toEqual(['1 ALREADY_PENDING']);
});

test('a finding in rows that were never checked is a conflict only if Amazon has changed', async () => {
  const { batchId: other } = batches.create();
  batches.setRows(other, [row(1), row(5)], []);
  const online = recordEvents();
  const refreshing = createBatches({
    db: store.db,
    access: {
      refreshInvitations: () => {
        invitedAtAmazon('p1@client.example');
        return Promise.resolve([]);
      },
    },
    houseRules: () => defaultSettings,
    now: Date.now,
    changed: online.changed,
  });
  const { conflicts: found } = await refreshing.checkOnline(other);
  expect(online.take()).toEqual(['batches.changed']);
  expect(found.map(({ rowId }) => rowId)).toEqual(['row-00001']);
});

test('a rejected call changes nothing at Amazon, so no row has to be resolved', async () => {
  store.db.prepare(`UPDATE ways_in SET trouble = '{"code":"BAD_REQUEST","message":"Refused."}'`).run();
  await batches.check(batchId);
  const found = batches.rowsOf(batchId).flatMap(({ findings }) => findings.map(({ code }) => code));
  expect(found).toContain('ACCOUNT_REFUSES_CHANGES');
  expect(conflicts()).toEqual([]);
  // As an earlier version stored it.
  store.db.exec(`UPDATE batch_rows SET found_codes = '["ACCOUNT_REFUSES_CHANGES"]'`);
  expect(conflicts()).toEqual([]);
});

test('house rules and the batch’s own rows cause no conflict, since only the person changes them', async () => {
  batches.setRows(batchId, [row(9, { position: 0, emailAddress: 'p1@client.example' })], []);
  const { findings } = await batches.check(batchId);
  expect(findings.flatMap(({ findings: found }) => found.map(({ code }) => code))).toContain(
    'DUPLICATE_IN_BATCH',
  );
  expect(conflicts()).toEqual([]);
});

test('a batch with an outdated copy is checked online, and is sent if nothing is found', async () => {
  let readings = 0;
  const signedOut = new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in again.' });
  const { outbox, operations } = outboxOver(store.db, () => Promise.reject(signedOut));
  batches.setNotify(batchId, false);
  const { agreement } = await batches.dryRun(batchId);
  const inAnHour = (): number => Date.now() + 3_600_000;
  const sending = await sendBatch(
    {
      db: store.db,
      outbox,
      approvals: approvalsOver(store.db),
      check: () => checkBatch(store.db, batchId, { house: defaultSettings, now: inAnHour }),
      checkOnline: () => {
        readings += 1;
        return batches.checkOnline(batchId);
      },
      oldAfterMs: 60_000,
      now: inAnHour,
    },
    { batchId, whenNotSeen: 'ask', agreed: agreement, typedNumber: '4' },
  );
  expect(readings).toBe(1);
  expect(sending).toMatchObject({ sent: true, invitations: 4, leftOut: 1 });
  expect(operations()).toHaveLength(4);
  await outbox.close();
});

test('a batch is sent to accounts for sponsored ads only once they are confirmed, all at once', async () => {
  addListedInstances(store.db, { connectionId: 'c-1', accountId: 'A1' }, { Main: ['SPONSORED_ADS'] });
  const { outbox, operations } = outboxOver(store.db, () => Promise.reject(new Error('offline')));
  batches.setNotify(batchId, false);
  const { agreement } = await batches.dryRun(batchId);
  expect(agreement.sponsoredAds).toMatchObject([{ accountName: 'Name of A1' }]);
  const send = (confirmed: Confirmations) =>
    sendBatch(
      {
        ...{ db: store.db, outbox, approvals: approvalsOver(store.db), now: Date.now, oldAfterMs: Infinity },
        check: () => checkBatch(store.db, batchId, { house: defaultSettings, now: Date.now }),
        checkOnline: () => batches.checkOnline(batchId),
      },
      { batchId, whenNotSeen: 'ask', agreed: agreement, typedNumber: '4', ...confirmed },
    );
  await expect(send({})).rejects.toThrow('only instances for sponsored ads');
  expect(operations()).toHaveLength(0);
  const confirmedSponsoredAds = agreement.sponsoredAds.map(({ account }) => account);
  expect(await send({ confirmedSponsoredAds })).toMatchObject({ sent: true, invitations: 4 });
  await outbox.close();
});
