import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIdentityLedger } from '../../../main/access/ledger/identityLedger';
import { createBatches, type Batches } from '../../../main/batches/batches';
import type { RowFindingCode } from '../../../shared/domain/batch/batch';
import { defaultSettings, type Settings } from '../../../shared/domain/settings';
import { recordEvents, type RecordedEvents } from '../../support/fixtures/recordedEvents';
import { colleagueInvited, listReadAt } from '../../support/fixtures/colleagues';
import { membersListed } from '../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';
import { operationFor, settle } from './support/operations';
import { row } from './support/rows';

let store: Store;
let batches: Batches;
let events: RecordedEvents;
let batchId: string;
let settings: Settings;
let at: number;

beforeEach(() => {
  store = temporaryStore();
  at = 1000;
  settings = defaultSettings;
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'A1');
  addAccount(store.db, 'c-1', 'A2');
  events = recordEvents();
  batches = createBatches({
    db: store.db,
    access: { refreshInvitations: () => Promise.reject(new Error('A check needs no network.')) },
    houseRules: () => settings,
    now: () => (at += 1),
    changed: events.changed,
  });
  ({ batchId } = batches.create());
  events.take();
});
afterEach(() => {
  store.remove();
});

interface Known {
  readonly accountId?: string;
  readonly role?: string;
  readonly state?: string;
  readonly evidence?: string;
  readonly at?: number;
}

/** An invitation as a reading has stored it. */
function known(emailAddress: string, { accountId = 'A1', role = 'VIEWER', ...rest }: Known = {}): void {
  store.db
    .prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
         first_seen_at, state_changed_at, evidence)
       VALUES ('sandbox', ?, hex(randomblob(8)), ?, 'Name', ?, ?, '', 1, ?, ?)`,
    )
    .run(accountId, emailAddress, role, rest.state ?? 'pending', rest.at ?? 1, rest.evidence ?? 'listed');
}

/** A member of an account, confirmed to be the person of the row. */
function confirmedIn(accountId: string): void {
  membersListed(store.db, accountId, 10, { 'u-1': 'p***@client.example' });
  createIdentityLedger({ db: store.db, now: () => 10, changed: () => undefined }).decide({
    ...{ realm: 'sandbox', userId: 'u-1', emailAddress: 'p1@client.example', kind: 'same' },
  });
}

/** What the check finds, as `row-00001 CODE`. */
async function check(): Promise<string[]> {
  events.forget();
  const { findings } = await batches.check(batchId);
  expect(events.take()).toEqual(['batches.changed']);
  return findings.flatMap(({ rowId, findings: found }) => found.map(({ code }) => `${rowId} ${code}`));
}

test('what a colleague invited is a warning until the own list was read since; the row stays sendable', async () => {
  batches.setRows(batchId, [row(1), row(2)], []);
  colleagueInvited(store.db, 'p1@client.example', { at: 1000 });
  expect(await check()).toEqual(['row-00001 INVITED_BY_COLLEAGUE']);
  expect((await batches.check(batchId)).batch.counts).toMatchObject({ ready: 2, warnings: 1 });
  listReadAt(store.db, 'A1', 3_600_000);
  expect(await check()).toEqual([]);
});

test('an expired invitation according to stored data is a warning, a valid one is an error', async () => {
  known('p1@client.example');
  const levels = async (expiresAt: number | null): Promise<string[]> => {
    store.db.prepare('UPDATE invitations SET expires_at = ?').run(expiresAt);
    const { findings } = await batches.check(batchId);
    return findings.flatMap(({ findings: found }) => found.map(({ code, level }) => `${code} ${level}`));
  };
  batches.setRows(batchId, [row(1, { emailAddress: 'p1@client.example' })], []);
  expect(await levels(1)).toEqual(['ALREADY_PENDING warning']);
  expect(await levels(at + 1_000_000)).toEqual(['ALREADY_PENDING error']);
  expect(await levels(null)).toEqual(['ALREADY_PENDING error']);
});

describe('a check against what is stored', () => {
  type Case = [what: string, prepare: () => void, code: RowFindingCode | null];
  test.each<Case>([
    ['nothing known', () => undefined, null],
    [
      'pending',
      () => {
        known('P1@client.example');
      },
      'ALREADY_PENDING',
    ],
    [
      'pending as an admin',
      () => {
        known('p1@client.example', { role: 'ADMIN' });
      },
      'PENDING_WITH_OTHER_ROLE',
    ],
    [
      'pending elsewhere',
      () => {
        known('p1@client.example', { accountId: 'A2' });
      },
      null,
    ],
    [
      'lapsed',
      () => {
        known('p1@client.example', { state: 'lapsed' });
      },
      null,
    ],
    [
      'already a user',
      () => {
        known('p1@client.example', { state: 'accepted', evidence: 'user' });
      },
      'ALREADY_USER',
    ],
    [
      'possibly a user',
      () => {
        known('p1@client.example', { state: 'accepted', evidence: 'maskedUser' });
      },
      'MAYBE_ALREADY_USER',
    ],
    [
      'a confirmed member',
      () => {
        confirmedIn('A1');
      },
      'ALREADY_USER',
    ],
    [
      'a member whom Amazon lists with the whole address',
      () => {
        membersListed(store.db, 'A1', 10, { 'u-1': 'P1@client.example' });
      },
      'ALREADY_USER',
    ],
    [
      'a member of this account who probably accepted an invitation to another',
      () => {
        known('p1@client.example', { state: 'accepted', at: 15, accountId: 'A2' });
        membersListed(store.db, 'A2', 10, {});
        membersListed(store.db, 'A2', 20, { 'u-1': 'p***@client.example' });
        membersListed(store.db, 'A1', 10, { 'u-1': 'p***@client.example' });
      },
      'MAYBE_ALREADY_USER',
    ],
    [
      'a member whom only the mask fits',
      () => {
        membersListed(store.db, 'A1', 10, { 'u-1': 'p***@client.example' });
      },
      null,
    ],
    [
      'a confirmed member who has left',
      () => {
        confirmedIn('A1');
        membersListed(store.db, 'A1', 20, {});
      },
      null,
    ],
    [
      'a confirmed member of another account',
      () => {
        confirmedIn('A2');
      },
      null,
    ],
    [
      'revoked last',
      () => {
        known('p1@client.example', { state: 'lapsed', at: 5 });
        known('p1@client.example', { state: 'revoked', at: 9 });
      },
      'REVOKED_BEFORE',
    ],
    [
      'being invited',
      () => {
        operationFor(store.db, { emailAddress: 'p1@client.example' });
      },
      'ALREADY_PENDING',
    ],
    [
      'in doubt',
      () => {
        settle(store.db, operationFor(store.db, { emailAddress: 'P1@client.example' }), 'inDoubt');
      },
      'ALREADY_PENDING',
    ],
    [
      'failed before',
      () => {
        settle(store.db, operationFor(store.db, { emailAddress: 'p1@client.example' }), 'failed');
      },
      null,
    ],
    [
      'not reachable',
      () => {
        store.db.exec(`UPDATE ways_in SET reachable = 0`);
      },
      'ACCOUNT_UNREACHABLE',
    ],
    [
      'not an admin there',
      () => {
        store.db.exec(`UPDATE ways_in SET can_invite = 0`);
      },
      'NOT_ADMIN',
    ],
    [
      'no changes of users',
      () => {
        store.db.exec(
          `UPDATE ways_in SET trouble = '{"code":"BAD_REQUEST","message":"No.","retryable":false}'`,
        );
      },
      'ACCOUNT_REFUSES_CHANGES',
    ],
    [
      'another problem',
      () => {
        store.db.exec(`UPDATE ways_in SET trouble = '{"code":"NETWORK","message":"No.","retryable":true}'`);
      },
      null,
    ],
    [
      'oneself',
      () => {
        store.db.exec(`UPDATE connections SET identity = '{"userId":"u","email":"P1@Client.example"}'`);
      },
      'ONESELF',
    ],
    [
      'a domain the house rules do not allow',
      () => {
        settings = { ...settings, allowedDomains: ['agency.example'] };
      },
      'DOMAIN_NOT_ALLOWED',
    ],
    [
      'the connection removed',
      () => {
        store.db.exec('DELETE FROM connections');
      },
      'ACCOUNT_UNREACHABLE',
    ],
  ])('%s', async (_, prepare, code) => {
    batches.setRows(batchId, [row(1, { emailAddress: ' p1@client.example ' })], []);
    prepare();
    expect(await check()).toEqual(code === null ? [] : [`row-00001 ${code}`]);
  });

  test('too many admins: those an account has, those being invited and those of the batch, each person once', async () => {
    settings = { ...settings, mostAdminsPerAccount: 3 };
    known('boss@client.example', { role: 'ADMIN', state: 'accepted', evidence: 'user' });
    known('boss@client.example', { role: 'admin', state: 'accepted', evidence: 'user' });
    known('gone@client.example', { role: 'ADMIN', state: 'revoked' });
    known('other@client.example', { role: 'ADMIN', accountId: 'A2' });
    operationFor(store.db, { emailAddress: 'soon@client.example', role: 'admin' });
    const admin = { role: 'Admin' };
    batches.setRows(batchId, [row(1, admin), row(2, admin), row(3), row(4, admin)], []);
    expect(await check()).toEqual(['row-00002 TOO_MANY_ADMINS', 'row-00004 TOO_MANY_ADMINS']);
  });

  test('findings are stored, and resolved ones are removed', async () => {
    batches.setRows(batchId, [row(1), row(2)], []);
    known('p2@client.example');
    await check();
    expect(batches.rowsOf(batchId)).toMatchObject([
      { findings: [] },
      { findings: [{ code: 'ALREADY_PENDING' }] },
    ]);
    expect(batches.list()).toMatchObject([{ counts: { draft: 1, ready: 1 } }]);
    store.db.exec(`UPDATE invitations SET state = 'lapsed'`);
    await check();
    expect(batches.rowsOf(batchId)).toMatchObject([{ findings: [] }, { findings: [] }]);
    expect(batches.list()).toMatchObject([{ counts: { draft: 0, ready: 2 } }]);
  });

  test('a row written during a check keeps its own findings, and the check counts as done', async () => {
    batches.setRows(batchId, [row(1), row(2)], []);
    known('p1@client.example');
    known('p2@client.example');
    const checking = batches.check(batchId);
    batches.setRows(batchId, [row(2, { role: '' })], []);
    expect((await checking).batch.checkedAt).toBeNull();
    expect(batches.rowsOf(batchId)).toMatchObject([
      { findings: [{ code: 'ALREADY_PENDING' }] },
      { findings: [{ code: 'ROLE_MISSING' }] },
    ]);
  });

  test('sent rows have no findings; a failed one is checked like a new one', async () => {
    batches.setRows(batchId, [row(1), row(2)], []);
    const link = store.db.prepare('UPDATE batch_rows SET operation_id = ? WHERE row_id = ?');
    for (const [number, status] of [
      [1, 'done'],
      [2, 'failed'],
    ] as const) {
      const emailAddress = `p${number}@client.example`;
      const operationId = operationFor(store.db, { emailAddress });
      settle(store.db, operationId, status);
      link.run(operationId, row(number).rowId);
      known(emailAddress);
    }
    expect(await check()).toEqual(['row-00002 ALREADY_PENDING']);
  });

  test('a long batch is checked completely without blocking other work', async () => {
    known('p2999@client.example');
    batches.addRows(
      batchId,
      Array.from({ length: 3000 }, (_, index) => row(index)),
    );
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 0);
    const found = await check();
    clearInterval(turning);
    expect(found).toEqual(['row-02999 ALREADY_PENDING']);
    expect(turns).toBeGreaterThan(3);
  });
});
