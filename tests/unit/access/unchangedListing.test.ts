import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeCreated, writeResent, writeRevoked } from '../../../main/access/invitations/invitationFacts';
import { listInvitations } from '../../../main/access/invitations/invitations';
import { writeConclusions, writeSnapshot } from '../../../main/access/refresh/pendingSnapshot';
import type { AdsInvitation } from '../../../main/amazonAds/answers';
import type { Database } from '../../../main/storage/database';
import { relaxedTransaction } from '../../../main/storage/transaction';
import { day, listed, listing, readingBench, start } from '../../support/benches/readingInvitations';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';

const account = { realm: 'sandbox', accountId: 'ENTITY1', name: '' };

describe('a list that Amazon shows again as it was', () => {
  const bench = readingBench();
  beforeEach(() => {
    addAccount(bench.store.db, 'c-1', 'ENTITY1');
  });

  const lastSeen = (): (number | null)[] => bench.stored().map(({ lastSeenAt }) => lastSeenAt);

  test('is seen again with all its invitations, of which none is written', async () => {
    bench.listReply = listing(listed('i-1'), listed('i-2'));
    await bench.refreshAt(start);
    bench.store.db.exec(`CREATE TRIGGER no_writes BEFORE UPDATE ON invitations
      BEGIN SELECT RAISE(ABORT, 'written'); END`);
    await bench.refreshAt(start + day);
    expect(lastSeen()).toEqual([start + day, start + day]);
    expect(bench.access.listAccounts({})).toMatchObject([{ invitationsAsOf: start + day }]);
  });

  test('keeps when each was seen last once one is missing', async () => {
    bench.listReply = listing(listed('i-1'), listed('i-2'));
    await bench.refreshAt(start);
    await bench.refreshAt(start + day);
    bench.listReply = listing(listed('i-2'));
    await bench.refreshAt(start + 2 * day);
    expect(lastSeen()).toEqual([start + day, start + 2 * day]);
    expect(bench.stateOf('i-1')).toBe('gone');
  });

  test('overwrites what was done here once Amazon had time to show it', async () => {
    bench.listReply = listing(listed('i-1'));
    await bench.refreshAt(start);
    writeRevoked(bench.store.db, { ...account, invitationId: 'i-1' }, start + 1000);
    await bench.refreshAt(start + 2000);
    expect(bench.stateOf('i-1')).toBe('revoked');
    await bench.refreshAt(start + day);
    expect(bench.stateOf('i-1')).toBe('pending');
  });

  test('doesn’t hide an invitation created here that it still lacks', async () => {
    bench.listReply = listing(listed('i-1'));
    await bench.refreshAt(start);
    const created = { ...entry(9, 0), invitationId: 'i-9' };
    writeCreated(
      bench.store.db,
      account,
      { emailAddress: 'new@example.com', userName: '', role: 'viewer' },
      created,
      start + 1,
    );
    await bench.refreshAt(start + day);
    expect(bench.stateOf('i-9')).toBe('gone');
  });
});

/** Stores what happens twice: once as the app does, once comparing every reading in full. */
describe('whatever happens in between', () => {
  let own: Store;
  let full: Store;
  beforeEach(() => {
    [own, full] = [temporaryStore(), temporaryStore()];
    for (const { db } of [own, full]) {
      addConnection(db, 'c-1');
      addAccount(db, 'c-1', account.accountId);
    }
  });
  afterEach(() => {
    own.remove();
    full.remove();
  });

  test('a list not compared in full is stored as if it were', () => {
    let notCompared = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
        for (const { db } of [own, full]) db.exec('DELETE FROM invitations; DELETE FROM unchanged_listings');
        let now = start;
        for (const each of steps) {
          now += each.afterMs;
          full.db.exec('UPDATE unchanged_listings SET digest = NULL');
          notCompared += each.kind === 'read' && rememberedSince(own.db) ? 1 : 0;
          const outcomes = [own, full].map(({ db }) => relaxedTransaction(db, () => happen(db, each, now)));
          expect(outcomes[0]).toEqual(outcomes[1]);
          expect(storedIn(own.db)).toEqual(storedIn(full.db));
        }
      }),
      { numRuns: 50 },
    );
    expect(notCompared).toBeGreaterThan(10);
  });
});

const rememberedSince = (db: Database): boolean =>
  db.prepare('SELECT 1 FROM unchanged_listings WHERE digest IS NOT NULL').get() !== undefined;

const storedIn = (db: Database): unknown =>
  listInvitations(db, { sort: 'expiresAt', descending: false, limit: 100, offset: 0 }, start);

const entry = (number: number, variant: number): AdsInvitation => ({
  invitationId: `i-${String(number)}`,
  emailAddress: variant === 2 ? `p***@example.com` : `person.${String(number)}@example.com`,
  userName: variant === 1 ? undefined : `Person ${String(number)}`,
  role: 'viewer',
  createdBy: undefined,
  createdAt: start,
  expiresAt: variant === 3 ? undefined : start + 14 * day + number,
});

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 4 }));
/** The same list three times out of four. */
const entries = fc.oneof(
  { weight: 3, arbitrary: fc.constant([entry(1, 0), entry(2, 0)]) },
  {
    weight: 1,
    arbitrary: numbers.chain((each) =>
      fc.tuple(...each.map((number) => fc.integer({ min: 0, max: 3 }).map((how) => entry(number, how)))),
    ),
  },
);
const afterMs = fc.constantFrom(0, 1, 1000, 61_000, day, 4 * day);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      afterMs,
      entries,
      unreadable: fc.constantFrom(0, 0, 0, 0, 1),
      /** How long it took, in ms: what happened meanwhile is newer. */
      tookMs: fc.constantFrom(0, 0, 500, 62_000),
      concludes: fc.constantFrom('gone' as const, 'accepted' as const, null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('revoke' as const, 'resend' as const, 'create' as const),
      afterMs,
      number: fc.integer({ min: 1, max: 4 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** @returns what a reading left unexplained */
function happen(db: Database, each: Step, now: number): unknown {
  if (each.kind === 'read') {
    const reading = { entries: [...each.entries], unreadable: each.unreadable, beganAt: now - each.tookMs };
    const unexplained = writeSnapshot(db, account, reading);
    if (each.concludes !== null) {
      const conclusion = { state: each.concludes, evidence: 'absence' as const };
      const ended = unexplained.missing.map(({ invitationId }) => [invitationId, conclusion] as const);
      writeConclusions(db, account, reading, new Map(ended));
    }
    return { missing: unexplained.missing, doubtful: unexplained.doubtful };
  }
  const key = { ...account, invitationId: `i-${String(each.number)}` };
  if (each.kind === 'revoke') writeRevoked(db, key, now);
  else if (each.kind === 'resend') writeResent(db, key, now);
  else {
    const requested = {
      emailAddress: `new.${String(each.number)}@example.com`,
      userName: '',
      role: 'viewer',
    };
    writeCreated(db, account, requested, entry(each.number, 3), now);
  }
  return null;
}
