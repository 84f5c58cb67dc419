import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readInstanceFacts } from '../../../../main/access/instances/accessFacts';
import { atOnce } from '../../../../main/storage/stepwise';
import { countWork, listWork } from '../../../../main/access/instances/work/listWork';
import { dropPlan, writePlan } from '../../../../main/access/instances/plans';
import { writeTick } from '../../../../main/access/instances/ticks';
import { listInvitations } from '../../../../main/access/invitations/invitations';
import { ledgerAddressesOf } from '../../../../main/access/ledger/ledgerAddresses';
import { instanceAccessOf, type InstanceFacts } from '../../../../shared/domain/account/instanceAccess';
import type { PlannedInstance } from '../../../../shared/domain/account/plannedInstances';
import { instanceAccessState } from '../../../../shared/domain/account/instanceAccessState';
import { colleagueShared } from '../../../support/fixtures/colleagues';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';
import { addInstances, addInvitation, addMember } from './instanceFixture';

const main = { instanceId: 'i-main', name: 'Main' };
const media = { instanceId: 'i-media', name: 'Media' };
const facts: InstanceFacts = {
  invitation: 'accepted',
  role: 'viewer',
  isAddressKnown: true,
  isInvitedAgain: false,
  membership: 'member',
  isTracked: true,
  planned: null,
  known: [main, media],
  added: [],
  seen: [],
};
const accessOf = (change: Partial<InstanceFacts>) => {
  const { state, missing } = instanceAccessOf({ ...facts, ...change });
  return [state, ...missing.map(({ name }) => name)];
};

test('somebody without a plan waits until there is one instance', () => {
  expect(accessOf({})).toEqual(['waiting']);
  expect(accessOf({ added: [main] })).toEqual(['has']);
  expect(accessOf({ seen: [media] })).toEqual(['has']);
});

test('somebody waits until every planned instance is there, ticked off or seen', () => {
  expect(accessOf({ planned: [main, media] })).toEqual(['waiting', 'Main', 'Media']);
  expect(accessOf({ planned: [main, media], added: [main] })).toEqual(['waiting', 'Media']);
  expect(accessOf({ planned: [main, media], added: [main], seen: [media] })).toEqual(['has']);
  expect(accessOf({ planned: 'all', added: [main] })).toEqual(['waiting', 'Media']);
});

test('an instance that is known by its name alone is the one with that name', () => {
  expect(accessOf({ planned: [{ instanceId: null, name: 'MAIN ' }], added: [main] })).toEqual(['has']);
  expect(accessOf({ planned: [main], added: [{ instanceId: 'i-other', name: 'Main' }] })).toEqual([
    'waiting',
    'Main',
  ]);
});

test('all instances of an account that nobody could list are one thing to tick off', () => {
  expect(accessOf({ planned: 'all', known: [] })).toEqual(['waiting', 'All instances']);
  expect(
    accessOf({ planned: 'all', known: [], added: [{ instanceId: null, name: 'All instances' }] }),
  ).toEqual(['has']);
});

test('nothing is to be known of admins, of those who left or were invited again, and without an address', () => {
  for (const change of [
    { role: 'ADMIN' },
    { membership: 'admin' },
    { membership: 'left' },
    { isInvitedAgain: true },
    { isAddressKnown: false },
    { invitation: 'pending' },
  ] as const) {
    expect(accessOf(change)).toEqual([null]);
    expect(accessOf({ ...change, isTracked: false })).toEqual([null]);
  }
});

let store: Store;
beforeEach(() => {
  store = temporaryStore();
});
afterEach(() => {
  store.remove();
});

/** Four people in an account that c-admin administers; the own sign-in of the first one is on this computer. */
function prepare(): void {
  addConnection(store.db, 'c-admin');
  addConnection(store.db, 'c-own');
  addAccount(store.db, 'c-admin', 'A1');
  addAccount(store.db, 'c-own', 'A1');
  store.db.exec(`UPDATE ways_in SET can_invite = iif(connection_id = 'c-admin', 1, 0);
    UPDATE connections SET identity = '{"userId":"u-0","email":"P0@Example.com"}' WHERE connection_id = 'c-own'`);
}

const instance = fc.constantFrom(
  main,
  media,
  { instanceId: null, name: 'main' },
  { instanceId: null, name: 'Übung' },
  { instanceId: 'i-üb', name: 'ÜBUNG' },
  { instanceId: null, name: 'All instances' },
);
const person = fc.record({
  state: fc.constantFrom('accepted' as const, 'accepted' as const, 'accepted' as const, 'pending' as const),
  role: fc.constantFrom('viewer', 'viewer', 'VIEWER', 'Admin'),
  isTracked: fc.constantFrom(true, true, false),
  isErased: fc.constantFrom(false, false, false, true),
  member: fc.constantFrom(
    null,
    { role: 'viewer', goneAt: null },
    { role: 'viewer, admin', goneAt: null },
    { role: 'viewer', goneAt: 500 },
    { role: 'viewer', goneAt: 50 },
  ),
  newer: fc.constantFrom(null, null, 'pending' as const, 'revoked' as const),
  planned: fc.option(
    fc.oneof(fc.constant('all' as const), fc.array(instance, { minLength: 1, maxLength: 3 })),
  ),
  ticks: fc.array(
    fc.record({
      kind: fc.constantFrom('added' as const, 'added' as const, 'takenBack' as const),
      instance,
      at: fc.constantFrom(50, 300),
    }),
    { maxLength: 4 },
  ),
  colleaguesTicks: fc.array(
    fc.record({
      tick: fc.constantFrom('added' as const, 'takenBack' as const),
      instance,
      at: fc.constantFrom(40, 200, 400),
    }),
    { maxLength: 2 },
  ),
  colleaguesPlan: fc.option(
    fc.oneof(fc.constant('all' as const), fc.array(instance, { minLength: 1, maxLength: 3 })),
  ),
});

test('SQL and the rule say the same of everybody, and every count adds up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 4, maxLength: 12 }),
      fc.subarray([main, media, { instanceId: 'i-üb', name: 'ÜBUNG' }]),
      fc.subarray([main, media]),
      async (people, known, seen) => {
        store.remove();
        store = temporaryStore();
        const { db } = store;
        prepare();
        addInstances(db, 'c-admin', known);
        addInstances(db, 'c-own', seen);
        people.forEach((each, index) => {
          const { state, role, isTracked, isErased, member, newer, planned, ticks } = each;
          const emailAddress = isErased
            ? `erased-${String(index)}@erased.invalid`
            : `P${String(index)}@example.com`;
          const key = { realm: 'sandbox', accountId: 'A1', emailAddress };
          const invitationId = `inv-${String(index)}`;
          addInvitation(db, { invitationId, emailAddress, role, state });
          if (newer !== null) {
            addInvitation(db, {
              invitationId: `${invitationId}-b`,
              emailAddress: emailAddress.toLowerCase(),
              state: newer,
              firstSeenAt: 400,
            });
          }
          if (!isTracked) {
            db.prepare(`INSERT INTO untracked_acceptances VALUES ('sandbox', 'A1', ?)`).run(invitationId);
          }
          if (member !== null) addMember(db, { userId: `u-${String(index)}`, emailAddress, ...member });
          if (planned !== null) writePlan(db, key, { wanted: planned, plannedAt: 1, plannedBy: '' });
          for (const tick of ticks) writeTick(db, { ...key, ...tick, by: 'Dana', sourceFile: null });
          const colleagues = { person: emailAddress.toLowerCase(), accountId: 'A1' };
          for (const { tick, instance: ticked, at } of each.colleaguesTicks) {
            const { instanceId, name: instanceName } = ticked;
            const body = { tick, instanceId: instanceId ?? '', instanceName, by: 'Ben' };
            colleagueShared(db, { ...colleagues, kind: 'instanceTick', body, at });
          }
          if (each.colleaguesPlan !== null) {
            const body = { wanted: each.colleaguesPlan, plannedBy: 'Ben' };
            colleagueShared(db, { ...colleagues, kind: 'plannedInstances', body });
          }
        });
        await ledgerAddressesOf(db).bringUpToDate();
        const listed = listInvitations(
          db,
          { sort: 'createdAt', descending: false, limit: 100, offset: 0 },
          1000,
        ).invitations;
        const byRule = listed.map(({ realm, accountId, invitationId }) => {
          const [read] = readInstanceFacts(db, [{ realm, accountId, invitationId }]);
          return read === undefined ? undefined : instanceAccessOf(read).state;
        });
        expect(listed.map(({ instanceAccess }) => instanceAccess)).toEqual(byRule);
        const counts = atOnce(countWork(db));
        for (const state of instanceAccessState.options) {
          const expected = byRule.filter((each) => each === state).length;
          const { total, people: shown } = atOnce(listWork(db, { states: [state], limit: 50, offset: 0 }));
          expect({ state, count: counts[state], total, shown: shown.length }).toEqual({
            ...{ state, count: expected, total: expected, shown: expected },
          });
          expect(
            listInvitations(
              db,
              { sort: 'state', descending: false, limit: 1, offset: 0, instanceAccess: [state] },
              1,
            ).total,
          ).toBe(expected);
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test('a plan that is dropped leaves somebody to choose instances for', async () => {
  prepare();
  const key = { realm: 'sandbox', accountId: 'A1', emailAddress: 'p1@example.com' };
  addInvitation(store.db, { invitationId: 'inv-1', emailAddress: 'p1@example.com' });
  writePlan(store.db, key, { wanted: [main], plannedAt: 1, plannedBy: '' });
  await ledgerAddressesOf(store.db).bringUpToDate();
  const shown = () =>
    atOnce(listWork(store.db, { limit: 1, offset: 0 })).people.map(({ state, planned, missing }) => [
      state,
      planned,
      missing,
    ]);
  expect(shown()).toEqual([['waiting', [main], [main]]]);
  dropPlan(store.db, key);
  expect(shown()).toEqual([['waiting', null, []]]);
});

describe('what is stored of somebody', () => {
  const key = { realm: 'sandbox', accountId: 'A1', emailAddress: 'p0@example.com' };
  /** The state of the invitation `inv-1`. */
  async function stateOf(): Promise<unknown> {
    await ledgerAddressesOf(store.db).bringUpToDate();
    const { invitations } = listInvitations(
      store.db,
      { sort: 'createdAt', descending: false, limit: 100, offset: 0 },
      1000,
    );
    return invitations.find(({ invitationId }) => invitationId === 'inv-1')?.instanceAccess;
  }
  const tick = (kind: 'added' | 'takenBack', instance: PlannedInstance, at = 300): void =>
    writeTick(store.db, { ...key, kind, instance, at, by: 'Dana', sourceFile: null });
  beforeEach(() => {
    prepare();
    addInvitation(store.db, { invitationId: 'inv-1', emailAddress: 'P0@example.com' });
  });

  test('the latest tick of an instance counts, and none from before the invitation', async () => {
    tick('added', main, 50);
    expect(await stateOf()).toBe('waiting');
    tick('added', main);
    expect(await stateOf()).toBe('has');
    tick('takenBack', media);
    expect(await stateOf()).toBe('has');
    tick('takenBack', { ...main, name: 'Renamed' });
    expect(await stateOf()).toBe('waiting');
    tick('added', main);
    expect(await stateOf()).toBe('has');
  });

  test('a newer invitation takes over while it is pending or accepted, and not once it is revoked', async () => {
    addInvitation(store.db, {
      invitationId: 'inv-2',
      emailAddress: 'p0@EXAMPLE.com',
      state: 'pending',
      firstSeenAt: 400,
    });
    expect(await stateOf()).toBeNull();
    store.db.exec("UPDATE invitations SET state = 'revoked' WHERE invitation_id = 'inv-2'");
    expect(await stateOf()).toBe('waiting');
  });

  test('somebody who left, or is an admin now, isn’t added anywhere; who was let in again is', async () => {
    addMember(store.db, { userId: 'u-1', emailAddress: 'p0@example.com', goneAt: 50 });
    expect(await stateOf()).toBe('waiting');
    store.db.exec('UPDATE members SET gone_at = 500');
    expect(await stateOf()).toBeNull();
    store.db.exec('UPDATE members SET gone_at = NULL, direct_seen_at = 1');
    expect(await stateOf()).toBe('waiting');
    store.db.exec("UPDATE members SET role = 'viewer, admin'");
    expect(await stateOf()).toBeNull();
  });

  test('the person’s own sign-in on this computer shows what they have', async () => {
    addInstances(store.db, 'c-own', [media]);
    expect(await stateOf()).toBe('has');
    writePlan(store.db, key, { wanted: 'all', plannedAt: 1, plannedBy: '' });
    addInstances(store.db, 'c-admin', [main, media]);
    expect(await stateOf()).toBe('waiting');
    store.db.exec("DELETE FROM instances WHERE connection_id = 'c-admin' AND instance_id = 'i-main'");
    expect(await stateOf()).toBe('has');
  });
});
