import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createInvitationSearch, listInvitations } from '../../../../main/access/invitations/invitations';
import { createSearchedList, type SearchedList } from '../../../../main/access/searching/searchedList';
import { closeDatabase, openDatabase } from '../../../../main/storage/database';
import { ipc, type ChannelInput } from '../../../../shared/bridge/ipc';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

/** From how many on a list is kept, and a few more. */
const many = 5_010;

let store: Store;
let searched: SearchedList;

beforeEach(() => {
  vi.useFakeTimers();
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const accountId of ['A', 'B']) addAccount(store.db, 'c-1', accountId);
  addInvitations(many);
  searched = createSearchedList(store.db);
});
afterEach(() => {
  vi.useRealTimers();
  store.remove();
});

/** Every third in B, every seventh without an expiry; many expire at the same time. */
function addInvitations(count: number): void {
  store.db
    .prepare(
      `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by, created_at,
         expires_at, first_seen_at, state_changed_at, evidence, search_text)
       WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
       SELECT 'sandbox', iif(n % 3, 'A', 'B'), 'I-' || n, 'p' || n || '@example.com', 'Zoë 100% ' || n, 'viewer', 'pending', '', n,
         iif(n % 7, 1000 + n % 50, NULL), 1, 1, 'listed',
         search_text('Zoë 100% ' || n, 'p' || n || '@example.com', 'dana_w@agency.example', 'I-' || n)
       FROM numbers`,
    )
    .run(count);
}

const query = (input: ChannelInput<'invitations.list'>) => ipc['invitations.list'].input.parse(input);
const listed = (input: ChannelInput<'invitations.list'>) => listInvitations(store.db, query(input), 5);

/** Asks for the list as the page does, and lets nothing happen for a while. */
function open(input: ChannelInput<'invitations.list'> = {}): void {
  searched.prepare(query(input), listed(input).total);
  vi.advanceTimersByTime(1_000);
}

const isCached = (input: ChannelInput<'invitations.list'>): boolean => searched.find(query(input)) !== null;

describe('a long list that is searched', () => {
  test('answers from memory what the table would: the same rows, in every order, on every page', () => {
    const search = createInvitationSearch(store.db, () => 5);
    for (const order of [
      { sort: 'expiresAt' as const },
      { sort: 'expiresAt' as const, descending: true },
      { sort: 'userName' as const },
      { sort: 'accountName' as const, descending: true },
    ]) {
      search(query(order));
      vi.advanceTimersByTime(1_000);
      open(order);
      for (const text of [
        '1',
        'ZOE',
        'zoë 100% 77',
        '%',
        '_',
        'i-50',
        'p12@',
        'nobody',
        ' 9 ',
        '2\n',
        '7 p7',
      ]) {
        for (const page of [
          { limit: 25, offset: 0 },
          { limit: 100, offset: 50 },
          { limit: 25, offset: 9_999 },
        ]) {
          const input = { ...order, ...page, search: text };
          expect(search(query(input))).toEqual(listed(input));
          expect(isCached(input)).toBe(true);
        }
      }
    }
  });

  test('is left to the table if a name contains what separates them in memory', () => {
    store.db.exec(
      `UPDATE invitations SET search_text = 'odd' || char(2) || 'name' WHERE invitation_id = 'I-40'`,
    );
    open();
    expect(isCached({ search: 'zoe' })).toBe(false);
  });

  test('is in memory only once it was asked for, with the same filter and order', () => {
    expect(isCached({ search: 'zoe' })).toBe(false);
    open();
    expect(isCached({ search: 'zoe' })).toBe(true);
    expect(isCached({ search: 'zoe', states: ['pending'] })).toBe(false);
    expect(isCached({ search: 'zoe', sort: 'role' })).toBe(false);
    // The table answers what has no search.
    expect(isCached({})).toBe(false);
  });

  test.each([
    ['this connection', () => store.db],
    ['another one', () => openDatabase(store.file)],
  ])('is out of date as soon as %s has written something', (_who, databaseOf) => {
    open();
    const db = databaseOf();
    db.exec(`DELETE FROM invitations WHERE invitation_id = 'I-77'`);
    expect(isCached({ search: '100% 77' })).toBe(false);
    const search = createInvitationSearch(store.db, () => 5);
    expect(
      search(query({ search: 'i-77' })).invitations.map(({ invitationId }) => invitationId),
    ).not.toContain('I-77');
    if (db !== store.db) closeDatabase(db);
    open();
    expect(searched.find(query({ search: '100% 77' }))?.total).toBe(10);
  });

  test('is forgotten a minute after it was last searched', () => {
    open();
    vi.advanceTimersByTime(50_000);
    expect(isCached({ search: 'zoe' })).toBe(true);
    vi.advanceTimersByTime(50_000);
    expect(isCached({ search: 'zoe' })).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(isCached({ search: 'zoe' })).toBe(false);
  });

  test('isn’t kept if the table is quick, or time alone changes it', () => {
    for (const input of [
      { accounts: [{ connectionId: 'c-1', accountId: 'A' }] },
      { expiresWithinDays: 3 },
      { stateChangedWithinDays: 3 },
    ]) {
      searched.prepare(query(input), many);
      vi.advanceTimersByTime(1_000);
      expect(isCached({ ...input, search: 'zoe' })).toBe(false);
    }
    searched.prepare(query({}), 4_999);
    vi.advanceTimersByTime(1_000);
    expect(isCached({ search: 'zoe' })).toBe(false);
  });

  test('is left alone when the app has closed its database', () => {
    const other = openDatabase(store.file);
    createSearchedList(other).prepare(query({}), many);
    closeDatabase(other);
    expect(() => vi.advanceTimersByTime(1_000)).not.toThrow();
  });
});
