import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  readListAges,
  readMembers,
  writeListings,
  writeListProblem,
  writeRole,
} from '../../../../main/access/members/memberFacts';
import type { MemberListing } from '../../../../main/access/members/memberState';
import { relaxedTransaction, transaction } from '../../../../main/storage/transaction';
import type { MemberListName, MemberScope } from '../../../../shared/domain/member/member';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

const account = { realm: 'sandbox', accountId: 'ENTITY1' };
let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  addAccount(store.db, 'c-1', 'ENTITY1');
  addAccount(store.db, 'c-1', 'ENTITY2');
});
afterEach(() => {
  store.remove();
});

const listing = (list: MemberListName, beganAt: number, ids: string, unreadable = 0): MemberListing => ({
  list,
  beganAt,
  users: Array.from(ids, (userId) => ({ userId, emailAddress: `${userId}***@example.com` })),
  unreadable,
});
const write = (...listings: MemberListing[]): boolean =>
  transaction(store.db, () => writeListings(store.db, account, listings, 1000));
const role = (userId: string, value: string | null, beganAt: number): boolean =>
  transaction(store.db, () =>
    writeRole(store.db, { ...account, userId }, { role: value, beganAt, now: 1000 }),
  );
/** The current members, each with the scope. */
const present = (): Record<string, string> =>
  Object.fromEntries(
    readMembers(store.db, account).flatMap(({ userId, scope, goneAt }) =>
      goneAt === null ? [[userId, scope]] : [],
    ),
  );
const memberOf = (userId: string) => readMembers(store.db, account, userId)[0];
interface Entry {
  readonly event: string;
  readonly userId: string;
  readonly at: number;
  readonly scope: MemberScope;
  readonly role: string | null;
  readonly before: string | null;
}
const history = (): Entry[] =>
  store.db
    .prepare(
      'SELECT event, user_id AS userId, at, scope, role, before FROM member_history WHERE account_id = ? ORDER BY entry_id',
    )
    .all('ENTITY1') as Entry[];
const events = (): string[] => history().map(({ event, userId, at }) => `${String(at)} ${userId} ${event}`);

describe('listings of an account', () => {
  test('show who has access, and how', () => {
    write(listing('direct', 10, 'ab'), listing('inherited', 11, 'bc'));
    expect(present()).toEqual({ a: 'direct', b: 'both', c: 'inherited' });
    expect(readListAges(store.db, account)).toEqual({ direct: 10, inherited: 11, unscoped: null });
    expect(events()).toEqual(['11 a firstSeen', '11 b firstSeen', '11 c firstSeen']);
    expect(memberOf('a')).toMatchObject({
      maskedEmail: 'a***@example.com',
      role: null,
      roleAsOf: null,
      firstSeenAt: 11,
      lastSeenAt: 10,
    });
  });

  test('that are complete show who joined, who left and who came back', () => {
    write(listing('direct', 10, 'ab'));
    write(listing('direct', 20, 'bc'));
    write(listing('direct', 30, 'abc'));
    expect(events()).toEqual(['10 a firstSeen', '10 b firstSeen', '20 a left', '20 c joined', '30 a joined']);
    expect(memberOf('a')).toMatchObject({ firstSeenAt: 10, sinceAt: 30, goneAt: null });
  });

  test('with unreadable entries change nothing about people they don’t name', () => {
    write(listing('direct', 10, 'ab'));
    write(listing('direct', 20, 'ac', 1));
    expect(present()).toEqual({ a: 'direct', b: 'direct', c: 'direct' });
    expect(readListAges(store.db, account).direct).toBe(10);
    expect(memberOf('a')?.lastSeenAt).toBe(20);
    expect(memberOf('b')?.lastSeenAt).toBe(10);
  });

  test('change nothing about the people of the other list', () => {
    write(listing('direct', 10, 'a'), listing('inherited', 11, 'b'));
    write(listing('direct', 20, ''));
    expect(present()).toEqual({ b: 'inherited' });
    write(listing('inherited', 30, ''));
    expect(present()).toEqual({});
  });

  test('of one account change nothing about another one', () => {
    write(listing('direct', 10, 'a'));
    transaction(store.db, () =>
      writeListings(store.db, { ...account, accountId: 'ENTITY2' }, [listing('direct', 20, '')], 1000),
    );
    expect(present()).toEqual({ a: 'direct' });
  });

  test('that began before the known data was read change nothing', () => {
    write(listing('direct', 20, 'a'));
    expect(write(listing('direct', 10, 'b'))).toBe(false);
    expect(present()).toEqual({ a: 'direct' });
    expect(readListAges(store.db, account).direct).toBe(20);
  });

  test('keep people named by a newer partial list', () => {
    write(listing('direct', 20, 'a', 1));
    write(listing('direct', 10, 'b'));
    expect(present()).toEqual({ a: 'direct', b: 'direct' });
  });

  test('read together are one change for somebody whose kind of access changed', () => {
    write(listing('direct', 10, 'a'), listing('inherited', 10, ''));
    role('a', 'admin', 12);
    write(listing('direct', 20, ''), listing('inherited', 20, 'a'));
    expect(history().at(-1)).toEqual({
      event: 'scopeChanged',
      userId: 'a',
      at: 20,
      scope: 'inherited',
      role: null,
      before: 'direct',
    });
    expect(memberOf('a')).toMatchObject({ scope: 'inherited', role: null, roleAsOf: null, sinceAt: 10 });
  });

  test('without a scope are believed until both others were read', () => {
    write(listing('unscoped', 10, 'abc'));
    expect(present()).toEqual({ a: 'unknown', b: 'unknown', c: 'unknown' });
    write(listing('direct', 20, 'a'));
    expect(present()).toEqual({ a: 'direct', b: 'unknown', c: 'unknown' });
    write(listing('inherited', 21, 'b'));
    expect(present()).toEqual({ a: 'direct', b: 'inherited' });
    expect(events().slice(3)).toEqual(['20 a scopeChanged', '21 b scopeChanged', '21 c left']);
  });

  test('without a scope add nothing to access whose scope is known', () => {
    write(listing('direct', 10, 'a'));
    write(listing('unscoped', 20, 'a'));
    write(listing('direct', 30, ''));
    expect(present()).toEqual({});
    write(listing('unscoped', 40, 'b'));
    write(listing('direct', 50, 'b'));
    write(listing('direct', 60, ''));
    expect(present()).toEqual({});
  });

  test('without a scope end all access that they don’t name', () => {
    write(listing('direct', 10, 'ab'), listing('inherited', 10, 'bc'));
    write(listing('unscoped', 20, 'b'));
    expect(present()).toEqual({ b: 'both' });
    // What the list of direct access showed before no longer counts.
    write(listing('direct', 15, 'a'));
    expect(present()).toEqual({ b: 'both' });
  });

  test('keep a whole address that Amazon showed, unless the mask is another person’s', () => {
    const named = (beganAt: number, emailAddress: string | undefined): MemberListing => ({
      ...listing('direct', beganAt, ''),
      users: [{ userId: 'a', emailAddress }],
    });
    write(named(10, 'Anna@example.com'));
    write(named(20, 'a***@example.com'));
    write(named(30, undefined));
    expect(memberOf('a')?.maskedEmail).toBe('Anna@example.com');
    write(named(40, 'b***@example.com'));
    expect(memberOf('a')?.maskedEmail).toBe('b***@example.com');
  });

  test('are written entirely or not at all', () => {
    write(listing('direct', 10, 'a'));
    expect(() =>
      relaxedTransaction(store.db, () => {
        writeListings(store.db, account, [listing('direct', 20, 'b')], 1000);
        throw new Error('no more room');
      }),
    ).toThrow('no more room');
    expect(present()).toEqual({ a: 'direct' });
    expect(events()).toEqual(['10 a firstSeen']);
  });

  test('that could not be read leave members and ages, and record why', () => {
    write(listing('direct', 10, 'a'));
    const error = { code: 'FORBIDDEN', message: 'No.', retryable: false } as const;
    transaction(store.db, () => {
      writeListProblem(store.db, account, { list: 'direct', beganAt: 20, outcome: 'unavailable', error });
    });
    expect(present()).toEqual({ a: 'direct' });
    const stored = (): unknown =>
      store.db.prepare("SELECT as_of, tried_at, outcome FROM member_lists WHERE list = 'direct'").get();
    expect(stored()).toEqual({ as_of: 10, tried_at: 20, outcome: 'unavailable' });
    // One that began earlier ends later: its age counts, its outcome doesn't.
    write(listing('direct', 15, 'a'));
    expect(stored()).toEqual({ as_of: 15, tried_at: 20, outcome: 'unavailable' });
  });
});

describe('the direct role of a member', () => {
  beforeEach(() => {
    write(listing('direct', 10, 'a'), listing('inherited', 10, 'b'));
  });

  test('is stored with its age, and each change of it in the history', () => {
    expect(role('a', 'viewer', 20)).toBe(true);
    expect(role('a', 'viewer', 30)).toBe(false);
    expect(role('a', 'admin', 40)).toBe(true);
    expect(memberOf('a')).toMatchObject({ role: 'admin', roleAsOf: 40 });
    expect(history().slice(2)).toMatchObject([
      { event: 'roleSeen', at: 20, role: 'viewer', before: null },
      { event: 'roleChanged', at: 40, role: 'admin', before: 'viewer' },
    ]);
  });

  test('that Amazon doesn’t name is unknown as of the request', () => {
    expect(role('a', null, 20)).toBe(false);
    expect(memberOf('a')).toMatchObject({ role: null, roleAsOf: 20 });
  });

  test.each([
    ['somebody who isn’t known', 'x', 20],
    ['inherited access', 'b', 20],
    ['an access that began later', 'a', 9],
  ])('is not written for %s', (_what, userId, beganAt) => {
    expect(role(userId, 'admin', beganAt)).toBe(false);
    expect(memberOf(userId)?.role ?? null).toBeNull();
  });

  test('that was read earlier than the known one changes nothing', () => {
    role('a', 'admin', 30);
    expect(role('a', 'viewer', 20)).toBe(false);
    expect(memberOf('a')?.role).toBe('admin');
  });

  test('is unknown again for somebody who comes back, whatever was read before', () => {
    role('a', 'admin', 20);
    write(listing('direct', 30, ''));
    expect(role('a', 'viewer', 31)).toBe(false);
    expect(memberOf('a')).toMatchObject({ role: 'admin', goneAt: 30 });
    write(listing('direct', 40, 'a'));
    expect(memberOf('a')).toMatchObject({ role: null, roleAsOf: null });
    expect(role('a', 'admin', 35)).toBe(false);
    expect(memberOf('a')?.role).toBeNull();
  });
});

test('the history can be neither changed nor deleted', () => {
  write(listing('direct', 10, 'a'));
  expect(() => store.db.exec("UPDATE member_history SET event = 'left'")).toThrow('append-only');
  expect(() => store.db.exec('DELETE FROM member_history')).toThrow('append-only');
});

describe('any sequence of refreshes', () => {
  const people = ['a', 'b', 'c', 'd', 'e'];
  const listed = fc.subarray(people).map((ids) => ids.join(''));
  const step = fc.oneof(
    fc.record({
      what: fc.constant('listing' as const),
      list: fc.constantFrom<MemberListName>('direct', 'inherited', 'unscoped'),
      ids: listed,
      complete: fc.boolean(),
      // Readings end in a different order than they began.
      age: fc.integer({ min: 0, max: 15 }),
    }),
    fc.record({
      what: fc.constant('role' as const),
      userId: fc.constantFrom(...people),
      role: fc.constantFrom('admin', 'viewer', null),
      age: fc.integer({ min: 0, max: 15 }),
    }),
  );

  /** What listings say that each began after the previous one, by the meaning of the lists alone. */
  function truth(listings: readonly MemberListing[]): Record<string, string> {
    const namedBy = (list: MemberListName, id: string): boolean => {
      const last = listings.findLastIndex((each) => each.list === list && names(each, id));
      const speaks = (each: MemberListing): boolean => each.list === list || each.list === 'unscoped';
      return (
        last !== -1 && !listings.slice(last).some((each) => speaks(each) && !names(each, id) && isWhole(each))
      );
    };
    return Object.fromEntries(
      people.flatMap((id) => {
        const [direct, inherited] = [namedBy('direct', id), namedBy('inherited', id)];
        if (direct || inherited)
          return [[id, direct && inherited ? 'both' : direct ? 'direct' : 'inherited']];
        return [];
      }),
    );
  }
  const names = ({ users }: MemberListing, id: string): boolean => users.some(({ userId }) => userId === id);
  const isWhole = ({ unreadable }: MemberListing): boolean => unreadable === 0;

  test('in order leaves the members that the complete ones name', () => {
    const steps = fc.array(
      fc.record({
        list: fc.constantFrom<MemberListName>('direct', 'inherited'),
        ids: listed,
        complete: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, (readings) => {
        store.db.exec('BEGIN');
        const listings = readings.map(({ list, ids, complete }, index) =>
          listing(list, 10 * (index + 1), ids, complete ? 0 : 1),
        );
        for (const each of listings) writeListings(store.db, account, [each], 1000);
        const found = present();
        store.db.exec('ROLLBACK');
        expect(found).toEqual(truth(listings));
      }),
      { numRuns: 300 },
    );
  });

  test('leaves a history that replays to the present state', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        store.db.exec('BEGIN');
        for (const [index, each] of steps.entries()) {
          const beganAt = 100 + 10 * index - each.age;
          if (each.what === 'role') {
            writeRole(store.db, { ...account, userId: each.userId }, { role: each.role, beganAt, now: 1000 });
          } else {
            writeListings(
              store.db,
              account,
              [listing(each.list, beganAt, each.ids, each.complete ? 0 : 1)],
              1000,
            );
          }
        }
        const replayed = new Map<string, unknown>();
        for (const { event, userId, scope, role: value } of history()) {
          if (event === 'left') expect(replayed.has(userId)).toBe(true);
          if (event === 'joined' || event === 'firstSeen') expect(replayed.has(userId)).toBe(false);
          if (event === 'left') replayed.delete(userId);
          else replayed.set(userId, { scope, role: value });
        }
        const members = readMembers(store.db, account).filter(({ goneAt }) => goneAt === null);
        store.db.exec('ROLLBACK');
        expect(Object.fromEntries(replayed)).toEqual(
          Object.fromEntries(
            members.map(({ userId, scope, role: value }) => [userId, { scope, role: value }]),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
});
