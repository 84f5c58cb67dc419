import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccess } from '../../../main/access/access';
import { type Access } from '../../../main/access/types';
import { writeCreated } from '../../../main/access/invitations/invitationFacts';
import { writeSnapshot } from '../../../main/access/refresh/pendingSnapshot';
import { stateSince } from '../../../shared/domain/invitation/invitation';
import { transaction } from '../../../main/storage/transaction';
import { recordEvents, type RecordedEvents } from '../../support/fixtures/recordedEvents';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';

let store: Store;
let access: Access;
let events: RecordedEvents;
let clock = 1000;
const noNetwork = (): never => expect.fail('Lists must ask Amazon nothing.');

beforeEach(() => {
  store = temporaryStore();
  for (const id of ['c-1', 'c-2']) addConnection(store.db, id);
  clock = 1000;
  events = recordEvents();
  access = createAccess({
    db: store.db,
    clientOf: noNetwork,
    realmOf: noNetwork,
    now: () => clock,
    changed: events.changed,
  });
});
afterEach(() => {
  store.remove();
});

describe('the list of accounts', () => {
  const ids = (filter: Parameters<Access['listAccounts']>[0] = {}): string[] =>
    access.listAccounts(filter).map(({ connectionId, accountId }) => `${connectionId} ${accountId}`);

  beforeEach(() => {
    for (const accountId of ['B', 'A', 'D', 'C']) addAccount(store.db, 'c-1', accountId);
    addAccount(store.db, 'c-2', 'B');
  });

  test('has one entry per connection: favorites first, then the last opened, then by name', () => {
    access.setFavourite({ connectionId: 'c-1', accountId: 'D' }, true);
    expect(events.take()).toEqual(['accounts.changed']);
    access.markOpened({ connectionId: 'c-1', accountId: 'C' });
    expect(events.take()).toEqual(['accounts.changed']);
    expect(ids()).toEqual(['c-1 D', 'c-1 C', 'c-1 A', 'c-1 B', 'c-2 B']);
    clock = 2000;
    access.markOpened({ connectionId: 'c-2', accountId: 'B' });
    expect(ids()).toEqual(['c-1 D', 'c-1 B', 'c-2 B', 'c-1 C', 'c-1 A']);
    access.setFavourite({ connectionId: 'c-1', accountId: 'D' }, false);
    expect(ids().at(-1)).toBe('c-1 D');
  });

  test('can be filtered by connection and searched by name or ID', () => {
    addAccount(store.db, 'c-1', '100%_X');
    expect(ids({ connectionId: 'c-2' })).toEqual(['c-2 B']);
    expect(ids({ search: 'name of a' })).toEqual(['c-1 A']);
    expect(ids({ search: ' 0%_x ' })).toEqual(['c-1 100%_X']);
    expect(ids({ search: '%' })).toEqual(['c-1 100%_X']);
    expect(ids({ search: '_' })).toEqual(['c-1 100%_X']);
    expect(ids({ search: "' OR 1=1 --" })).toEqual([]);
    store.db.exec(`UPDATE accounts SET name = 'ÉTOILE' WHERE account_id = 'A'`);
    expect(ids({ search: 'étoile' })).toEqual(['c-1 A']);
    expect(ids({ search: 'Etoile' })).toEqual(['c-1 A']);
  });

  test('an account is not found through a connection that does not reach it', () => {
    const nowhere = { connectionId: 'c-2', accountId: 'A' };
    for (const work of [
      () => access.setFavourite(nowhere, true),
      () => access.markOpened(nowhere),
      () => list({ accounts: [nowhere] }),
    ]) {
      expect(work).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    }
    expect(access.listAccounts({}).some(({ favourite }) => favourite)).toBe(false);
  });
});

type Query = Parameters<Access['listInvitations']>[0];
const list = (query: Partial<Query> = {}): ReturnType<Access['listInvitations']> =>
  access.listInvitations({ sort: 'expiresAt', descending: false, limit: 50, offset: 0, ...query });

describe('the list of invitations', () => {
  const person = (invitationId: string, emailAddress: string, expiresAt: number | undefined) => ({
    invitationId,
    emailAddress,
    userName: emailAddress.split('@')[0],
    role: 'viewer',
    createdBy: 'Dana 100%',
    createdAt: 5,
    expiresAt,
  });
  const write = (accountId: string, realm: string, entries: ReturnType<typeof person>[]): void => {
    transaction(store.db, () => {
      writeSnapshot(store.db, { realm, accountId, name: '' }, { entries, unreadable: 0, beganAt: 10 });
    });
  };
  const ids = (query: Partial<Query> = {}): string[] =>
    list(query).invitations.map(({ invitationId }) => invitationId);

  beforeEach(() => {
    for (const accountId of ['A', 'B']) addAccount(store.db, 'c-1', accountId);
    write('A', 'sandbox', [
      person('i-3', 'Cy@example.com', 30),
      person('i-1', 'ann@example.com', 20),
      person('i-2', 'bob_x@example.com', 20),
      person('i-4', 'dan@example.com', undefined),
    ]);
    write('B', 'sandbox', [person('i-5', 'eve@example.com', 1)]);
  });

  test('is sorted in SQL, equal ones by ID, unknown times last', () => {
    expect(ids()).toEqual(['i-5', 'i-1', 'i-2', 'i-3', 'i-4']);
    expect(ids({ descending: true })).toEqual(['i-3', 'i-1', 'i-2', 'i-5', 'i-4']);
    expect(ids({ sort: 'emailAddress' })).toEqual(['i-1', 'i-2', 'i-3', 'i-4', 'i-5']);
  });

  test('is paged with the total', () => {
    expect(list({ limit: 2, offset: 2 })).toMatchObject({
      total: 5,
      invitations: [{ invitationId: 'i-2' }, { invitationId: 'i-3' }],
    });
    expect(list({ offset: 99 })).toEqual({ invitations: [], total: 5 });
  });

  test('can be filtered by account, state and search', () => {
    expect(ids({ accounts: [{ connectionId: 'c-1', accountId: 'B' }] })).toEqual(['i-5']);
    expect(ids({ accounts: [] })).toEqual([]);
    expect(ids({ states: ['revoked'] })).toEqual([]);
    expect(ids({ states: ['pending', 'revoked'] })).toHaveLength(5);
    expect(ids({ search: 'CY@' })).toEqual(['i-3']);
    expect(ids({ search: 'b_x' })).toEqual(['i-2']);
    expect(ids({ search: '100%' })).toHaveLength(5);
    expect(ids({ search: 'a%e' })).toEqual([]);
    expect(ids({ search: 'i-4' })).toEqual(['i-4']);
    expect(ids({ search: '  ' })).toHaveLength(5);
    expect(list({ search: 'eve', limit: 1 }).total).toBe(1);
  });

  describe('of an account that can no longer be read', () => {
    const within3Days = { states: ['pending' as const], expiresWithinDays: 3 };
    const accesses = (sql: string): void => store.db.exec(`UPDATE ways_in SET ${sql} WHERE account_id = 'A'`);

    beforeEach(() => {
      clock = 10;
    });

    test.each([
      ['somebody was made a viewer', 'can_invite = 0'],
      ['Amazon no longer lists it', 'reachable = 0'],
    ])('do not count as expiring soon: %s', (_why, change) => {
      expect(access.countExpiring(2)).toBe(3);
      accesses(change);
      expect(access.countExpiring(2)).toBe(0);
      expect(access.overview()).toMatchObject({ lapsingSoon: 0, pending: 5 });
      expect(ids(within3Days)).toEqual([]);
      expect(ids({ states: ['pending'] })).toHaveLength(5);
      expect(ids({ ...within3Days, accounts: [{ connectionId: 'c-1', accountId: 'A' }] })).toHaveLength(3);
    });

    test('count while another connection reaches it, or nobody has tried', () => {
      accesses('can_invite = 0');
      addAccount(store.db, 'c-2', 'A');
      expect(access.overview().lapsingSoon).toBe(3);
      expect(ids(within3Days)).toEqual(['i-1', 'i-2', 'i-3']);
    });

    test('are distinguished after their two weeks are over', () => {
      expect(access.overview()).toMatchObject({ pending: 5, overdue: 1 });
      clock = 20;
      accesses('can_invite = 0');
      expect(access.overview()).toMatchObject({ pending: 5, overdue: 3 });
    });
  });

  describe('can be filtered by outcome', () => {
    const dayMs = 86_400_000;
    /** Created at `firstSeenAt`, and in this state since then; an expired one since its expiry. */
    function become(invitationId: string, firstSeenAt: number, state: string, changedAt = firstSeenAt): void {
      store.db
        .prepare(
          `UPDATE invitations SET first_seen_at = ?1, state = ?2, state_changed_at = ?3,
             expires_at = iif(?2 = 'lapsed', ?3, expires_at)
           WHERE invitation_id = ?4`,
        )
        .run(firstSeenAt, state, changedAt, invitationId);
    }

    test.each(['pending', 'accepted', 'revoked', 'lapsed', 'gone'])(
      'only the latest per person: an older one is left out when the newer one is %s',
      (state) => {
        write('A', 'sandbox', [person('i-6', 'ANN@example.com', 40)]);
        become('i-1', 10, 'lapsed');
        become('i-6', 11, state);
        expect(ids({ latestOnly: true })).not.toContain('i-1');
        expect(ids({ latestOnly: true })).toContain('i-6');
        expect(ids()).toContain('i-1');
      },
    );

    test('only the latest per person: of two first seen together, the later ID, even in another account', () => {
      write('A', 'sandbox', [person('i-6', 'ann@example.com', 40)]);
      write('B', 'sandbox', [person('i-7', 'bob_x@example.com', 40)]);
      for (const invitationId of ['i-1', 'i-6', 'i-2', 'i-7']) become(invitationId, 10, 'lapsed');
      expect(ids({ latestOnly: true, states: ['lapsed'] })).toEqual(['i-2', 'i-6', 'i-7']);
    });

    test('somebody whose invitations expired twice within 30 days is one person to invite again', () => {
      write('A', 'sandbox', [person('i-6', 'ann@example.com', 40)]);
      clock = 40 * dayMs;
      become('i-1', 10, 'lapsed', clock - 20 * dayMs);
      become('i-6', clock - 19 * dayMs, 'lapsed', clock - dayMs);
      expect(access.overview().lapsed).toBe(1);
      become('i-6', clock - 19 * dayMs, 'revoked', clock - dayMs);
      expect(access.overview().lapsed).toBe(0);
    });

    test('by when its state changed', () => {
      clock = 100 * dayMs;
      become('i-1', 10, 'lapsed', clock - 7 * dayMs);
      become('i-2', 10, 'lapsed', clock - 7 * dayMs - 1);
      expect(ids({ states: ['lapsed'], stateChangedWithinDays: 7 })).toEqual(['i-1']);
      expect(ids({ states: ['lapsed'], stateChangedWithinDays: 8 })).toEqual(['i-2', 'i-1']);
    });

    test('by when it was created, from one moment on and before another', () => {
      const made = store.db.prepare('UPDATE invitations SET created_at = ? WHERE invitation_id = ?');
      for (const [invitationId, at] of [
        ['i-1', 100],
        ['i-2', 200],
        ['i-3', 300],
        ['i-4', null],
        ['i-5', 99],
      ] as const)
        made.run(at, invitationId);
      expect(ids({ createdFrom: 100, createdTo: 300 })).toEqual(['i-1', 'i-2']);
      expect(ids({ createdFrom: 200 })).toEqual(['i-2', 'i-3']);
      expect(ids({ createdTo: 100 })).toEqual(['i-5']);
    });

    test('by whether this app created it and Amazon confirmed that', () => {
      store.db.exec(`
        INSERT INTO runs (run_id, kind, when_not_seen, created_at) VALUES (1, 'create', 'ask', 1);
        INSERT INTO requests (request_id, connection_id, realm, account_id, operation, body, body_sha256, created_at, run_id)
          VALUES (1, 'c-1', 'sandbox', 'A', 'CreateUserInvitations', x'00', '', 1, 1)`);
      const operation = store.db.prepare(
        `INSERT INTO operations (operation_id, request_id, run_id, kind, status, connection_id, realm, account_id, email_address,
           user_name, role, invitation_id, notify, created_at)
         VALUES (?, 1, 1, ?, 'queued', 'c-1', 'sandbox', 'A', '', '', 'viewer', ?, 1, 1)`,
      );
      const step = store.db.prepare('UPDATE operations SET status = ? WHERE operation_id = ?');
      for (const [operationId, kind, invitationId, end] of [
        [1, 'create', 'i-1', 'done'],
        [2, 'create', 'i-2', 'failed'],
        [3, 'resend', 'i-3', 'done'],
        [4, 'create', null, 'done'],
      ] as const) {
        operation.run(operationId, kind, invitationId);
        step.run('sending', operationId);
        step.run(end, operationId);
      }
      expect(ids({ sentByMe: true })).toEqual(['i-1']);
      expect(ids({ sentByMe: false })).toHaveLength(5);
    });
  });

  test('can be filtered to the accounts that connections reach', () => {
    addAccount(store.db, 'c-2', 'B');
    expect(ids({ connections: ['c-2'] })).toEqual(['i-5']);
    expect(ids({ connections: ['c-1', 'c-2'] })).toHaveLength(5);
    expect(ids({ connections: [] })).toEqual([]);
    expect(ids({ connections: ['c-gone'] })).toEqual([]);
    const a = { connectionId: 'c-1', accountId: 'A' };
    expect(ids({ connections: ['c-2'], accounts: [a] })).toEqual([]);
    expect(ids({ connections: ['c-1'], accounts: [a], search: 'ann' })).toEqual(['i-1']);
  });

  test('shows when one expired, however late that was noticed, and when other changes were noticed', () => {
    const dayMs = 86_400_000;
    clock = 100 * dayMs;
    const noticed = (invitationId: string, state: string, expiresAt: number | null): void => {
      store.db
        .prepare(
          'UPDATE invitations SET state = ?, expires_at = ?, state_changed_at = ? WHERE invitation_id = ?',
        )
        .run(state, expiresAt, clock - dayMs, invitationId);
    };
    noticed('i-1', 'lapsed', clock - 40 * dayMs);
    noticed('i-2', 'lapsed', clock - 20 * dayMs);
    noticed('i-3', 'lapsed', null);
    noticed('i-4', 'accepted', clock - 40 * dayMs);
    noticed('i-5', 'revoked', null);
    expect(ids({ stateChangedWithinDays: 30, sort: 'emailAddress' })).toEqual(['i-2', 'i-3', 'i-4', 'i-5']);
    expect(access.overview()).toMatchObject({ lapsed: 2, accepted: 1 });
    const since = new Map(list().invitations.map((each) => [each.invitationId, stateSince(each)]));
    expect(since.get('i-1')).toBe(clock - 40 * dayMs);
    expect(since.get('i-3')).toBe(clock - dayMs);
    expect(since.get('i-4')).toBe(clock - dayMs);
  });

  test('is sorted by the names of accounts', () => {
    expect(ids({ sort: 'accountName' })).toEqual(['i-1', 'i-2', 'i-3', 'i-4', 'i-5']);
    store.db.exec(`UPDATE accounts SET name = 'zoo' WHERE account_id = 'A'`);
    expect(ids({ sort: 'accountName' })).toEqual(['i-5', 'i-1', 'i-2', 'i-3', 'i-4']);
    expect(ids({ sort: 'accountName', descending: true })).toEqual(['i-1', 'i-2', 'i-3', 'i-4', 'i-5']);
  });

  test('is searched in any case and with or without accents, each field separately', () => {
    const named = (invitationId: string, userName: string, createdBy = ''): ReturnType<typeof person> => ({
      ...person(invitationId, `${invitationId}@example.org`, 40),
      userName,
      createdBy,
    });
    write('B', 'sandbox', [
      named('n-1', 'Özlem Yılmaz'),
      named('n-2', 'THOMAS MÜLLER', 'Łukasz Ćwik'),
      named('n-3', 'Zoë Straße'),
      named('n-4', 'ΟΔΥΣΣΕΥΣ'),
    ]);
    expect(ids({ search: 'özlem' })).toEqual(['n-1']);
    expect(ids({ search: 'ÖZLEM YILMAZ' })).toEqual(['n-1']);
    expect(ids({ search: 'ozlem' })).toEqual(['n-1']);
    expect(ids({ search: 'müller' })).toEqual(['n-2']);
    expect(ids({ search: 'Mu\u0308ller' })).toEqual(['n-2']);
    expect(ids({ search: 'lukasz cwik' })).toEqual(['n-2']);
    expect(ids({ search: 'STRASSE' })).toEqual(['n-3']);
    expect(ids({ search: 'οδυσ' })).toEqual(['n-4']);
    expect(ids({ search: 'müller n-2@' })).toEqual([]);
    expect(ids({ search: 'müller\nn-2@' })).toEqual([]);
    expect(access.valuesOf({ field: 'createdBy', search: 'ŁUK', limit: 5 }).values).toEqual([
      { value: 'Łukasz Ćwik', count: 1 },
    ]);
  });

  test('finds an invitation by its current name', () => {
    write('B', 'sandbox', [{ ...person('i-5', 'eve@example.com', 1), userName: 'Éva' }]);
    expect(ids({ search: 'eva' })).toEqual(['i-5']);
    const invitee = { emailAddress: 'new@example.com', userName: 'Renée', role: 'viewer' };
    const listed = {
      ...invitee,
      invitationId: 'i-5',
      createdBy: undefined,
      createdAt: undefined,
      expiresAt: undefined,
    };
    transaction(store.db, () => {
      writeCreated(store.db, { realm: 'sandbox', accountId: 'B' }, invitee, listed, 20);
    });
    expect(ids({ search: 'eva' })).toEqual([]);
    expect(ids({ search: 'renee' })).toEqual(['i-5']);
    expect(ids({ search: 'new@' })).toEqual(['i-5']);
    expect(ids({ search: 'dana 100%' })).toContain('i-5');
  });

  test('sorted by name puts letters with accents beside those without', () => {
    write('B', 'sandbox', [
      { ...person('n-1', 'n1@example.com', 1), userName: 'Zoe' },
      { ...person('n-2', 'n2@example.com', 1), userName: 'Ärne' },
      { ...person('n-3', 'n3@example.com', 1), userName: 'arno' },
      { ...person('n-4', 'n4@example.com', 1), userName: 'ARNOLD' },
    ]);
    expect(ids({ sort: 'userName', search: 'n-' })).toEqual(['n-2', 'n-3', 'n-4', 'n-1']);
  });

  test('keeps accounts of different realms apart, and lists none that no connection reaches', () => {
    addConnection(store.db, 'c-3', 'amazon');
    addAccount(store.db, 'c-3', 'A', 'amazon');
    write('A', 'amazon', [person('i-1', 'other@example.com', 2)]);
    expect(list({ accounts: [{ connectionId: 'c-3', accountId: 'A' }] }).invitations).toMatchObject([
      { realm: 'amazon', emailAddress: 'other@example.com' },
    ]);
    expect(ids()).toHaveLength(6);
    store.db.exec(`DELETE FROM connections WHERE connection_id = 'c-3'`);
    expect(ids()).toHaveLength(5);
  });
});
