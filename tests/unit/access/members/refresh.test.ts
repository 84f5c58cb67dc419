import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listMembers } from '../../../../main/access/members/listing/listMembers';
import { createMembers, type Members } from '../../../../main/access/members/members';
import { listAccounts } from '../../../../main/access/accounts';
import { writeCanInvite } from '../../../../main/access/accountAccess';
import { createPaces } from '../../../../main/amazonAds/pacing/paces';
import { ipc } from '../../../../shared/bridge/ipc';
import { CodedError } from '../../../../shared/errors';
import {
  clientTo,
  startLoopbackAmazon,
  type LoopbackAmazon,
  type Reply,
} from '../../../support/amazon/loopbackAmazon';
import { addAccount, addConnection, temporaryStore, type Store } from '../../../support/fixtures/store';

const start = 1_764_000_000_000;
const minute = 60_000;

interface Requested {
  readonly account: string;
  /** `DIRECT`, `INDIRECT`, `none`, or the user whose roles are requested. */
  readonly what: string;
}

let store: Store;
let amazon: LoopbackAmazon;
let members: Members;
let clock: number;
let refreshAfterMinutes: number;
let signedIn: string[];
let requested: Requested[];
let events: string[];
let reply: (requested: Requested) => Reply | Promise<Reply>;

/** Two people of each account by name, the first of them with direct access. */
const usual = ({ account, what }: Requested): Reply => {
  const named = (name: string): object => ({
    userId: `${account}-${name}`,
    emailAddress: `${name}***@example.com`,
  });
  if (what === 'DIRECT') return { json: { users: [named('ann'), named('ben')] } };
  if (what === 'INDIRECT') return { json: { users: [named('ben'), named('cleo')] } };
  if (what === 'none') return { json: { users: [named('ann')] } };
  return { json: { roles: [{ role: what.endsWith('ann') ? 'ADMIN' : 'VIEWER' }] } };
};

beforeEach(async () => {
  store = temporaryStore();
  clock = start;
  refreshAfterMinutes = 60;
  requested = [];
  events = [];
  reply = usual;
  signedIn = ['c-1', 'c-2'];
  for (const connectionId of signedIn) addConnection(store.db, connectionId);
  addAccount(store.db, 'c-1', 'ENTITY1');
  addAccount(store.db, 'c-1', 'ENTITY2');
  amazon = await startLoopbackAmazon(({ path, headers, body }) => {
    const question = JSON.parse(body) as {
      userId?: string;
      accessScopeFilter?: { include: string[] };
    };
    const what =
      path === '/userRoles/list'
        ? (question.userId ?? '')
        : (question.accessScopeFilter?.include[0] ?? 'none');
    const one = { account: String(headers['amazon-ads-accountid']), what };
    requested.push(one);
    return reply(one);
  });
  members = createMembers({
    db: store.db,
    clientOf: (connectionId) =>
      signedIn.includes(connectionId)
        ? Promise.resolve(clientTo(amazon.origin))
        : Promise.reject(new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in.' })),
    now: () => clock,
    monotonic: () => clock,
    changed: (topic) => events.push(topic),
    paces: createPaces(
      { now: () => clock, monotonic: () => performance.now(), random: Math.random },
      () => undefined,
    ),
    accounts: () => listAccounts(store.db, {}),
    signedIn: () => signedIn,
    refreshAfterMinutes: () => refreshAfterMinutes,
  });
});
afterEach(async () => {
  members.background.stop();
  members.background.resume();
  await members.background.idle();
  await amazon.stop();
  store.remove();
});

const refreshed = async (): Promise<void> => {
  members.background.start(clock);
  await members.background.idle();
};
const listOf = (accountId: string, connectionId = 'c-1', more: object = {}) =>
  ipc['members.list'].output.parse(
    listMembers(store.db, ipc['members.list'].input.parse({ account: { connectionId, accountId }, ...more })),
  );
const briefly = (accountId: string, more: object = {}): string[] =>
  listOf(accountId, 'c-1', more).members.map(({ userId, scope, role }) =>
    [userId.replace(`${accountId}-`, ''), scope, role ?? 'unknown'].join(' '),
  );
const roleCalls = (): string[] => requested.flatMap(({ what }) => (what.startsWith('ENTITY') ? [what] : []));

describe('refreshing the members of all accounts', () => {
  test('reads both lists of every account, then the direct roles, one call each', async () => {
    await refreshed();
    expect(
      requested
        .slice(0, 4)
        .map(({ what }) => what)
        .sort(),
    ).toEqual(['DIRECT', 'DIRECT', 'INDIRECT', 'INDIRECT']);
    expect(roleCalls().sort()).toEqual(['ENTITY1-ann', 'ENTITY1-ben', 'ENTITY2-ann', 'ENTITY2-ben']);
    expect(briefly('ENTITY1')).toEqual(['ann direct admin', 'ben both viewer', 'cleo inherited unknown']);
    expect(listOf('ENTITY1').lists).toEqual([
      { list: 'direct', asOf: start, triedAt: start, outcome: 'complete', error: null },
      { list: 'inherited', asOf: start, triedAt: start, outcome: 'complete', error: null },
    ]);
    expect(members.background.progress()).toEqual({
      startedAt: start,
      running: false,
      paused: false,
      stopped: false,
      accounts: { total: 2, done: 2, failed: 0 },
      roles: { total: 4, done: 4, failed: 0 },
      waits: [],
    });
    expect(events).toContain('members.changed');
  });

  test('shows everybody as soon as the lists arrive', async () => {
    let listedThen: string[] = [];
    reply = (one) => {
      if (one.what.startsWith('ENTITY') && listedThen.length === 0) {
        listedThen = [...briefly('ENTITY1'), ...briefly('ENTITY2')];
      }
      return usual(one);
    };
    await refreshed();
    expect(listedThen).toEqual([
      ...['ann direct unknown', 'ben both unknown', 'cleo inherited unknown'],
      ...['ann direct unknown', 'ben both unknown', 'cleo inherited unknown'],
    ]);
  });

  test('shows since when somebody has access only if an earlier list proves it', async () => {
    await refreshed();
    clock += 30 * minute;
    reply = (one) =>
      one.what === 'DIRECT' && one.account === 'ENTITY1'
        ? { json: { users: ['ann', 'ben', 'new'].map((name) => ({ userId: `ENTITY1-${name}` })) } }
        : usual(one);
    await refreshed();
    const since = listOf('ENTITY1', 'c-1', { sort: 'sinceAt', descending: true }).members.map(
      ({ userId, sinceAt, isSinceKnown }) => [userId, sinceAt - start, isSinceKnown],
    );
    expect(since).toEqual([
      ['ENTITY1-new', 30 * minute, true],
      ...['ann', 'ben', 'cleo'].map((name) => [`ENTITY1-${name}`, 0, false]),
    ]);
  });

  test('skips roles that are recent enough, and starts with the oldest', async () => {
    await refreshed();
    clock += 30 * minute;
    requested = [];
    reply = (one) =>
      one.what === 'DIRECT' && one.account === 'ENTITY2'
        ? { json: { users: ['ann', 'ben', 'new'].map((name) => ({ userId: `ENTITY2-${name}` })) } }
        : usual(one);
    await refreshed();
    expect(roleCalls()).toEqual(['ENTITY2-new']);

    clock += 31 * minute;
    requested = [];
    await refreshed();
    expect(roleCalls()).toHaveLength(4);
    expect(roleCalls()).not.toContain('ENTITY2-new');
    clock += 61 * minute;
    requested = [];
    await refreshed();
    expect(roleCalls()[0]).toBe('ENTITY2-new');
  });

  test('requests only roles that were never read if nothing is refreshed automatically', async () => {
    await refreshed();
    refreshAfterMinutes = 0;
    clock += 24 * 60 * minute;
    requested = [];
    await refreshed();
    expect(requested.map(({ what }) => what).sort()).toEqual(['DIRECT', 'DIRECT', 'INDIRECT', 'INDIRECT']);
  });

  test('reads only lists that were last tried before the given time', async () => {
    await refreshed();
    clock += minute;
    requested = [];
    members.background.start(start);
    await members.background.idle();
    expect(requested).toEqual([]);
    members.background.start(start + 1);
    await members.background.idle();
    expect(requested).toHaveLength(4);
  });

  test('requests no members if the user is not an admin', async () => {
    writeCanInvite(store.db, { connectionId: 'c-1', accountId: 'ENTITY1' }, false);
    await refreshed();
    expect(new Set(requested.map(({ account }) => account))).toEqual(new Set(['ENTITY2']));
  });

  test('reads an account that two connections reach once', async () => {
    addAccount(store.db, 'c-2', 'ENTITY1');
    await refreshed();
    expect(requested.filter(({ account, what }) => account === 'ENTITY1' && what === 'DIRECT')).toHaveLength(
      1,
    );
    expect(listOf('ENTITY1', 'c-2').members).toEqual(listOf('ENTITY1', 'c-1').members);
  });

  test('reads it through the other connection if the first one may not', async () => {
    addAccount(store.db, 'c-2', 'ENTITY1');
    let calls = 0;
    reply = (one) => {
      if (one.account !== 'ENTITY1' || one.what !== 'DIRECT') return usual(one);
      calls += 1;
      return calls === 1 ? { status: 403, json: { message: 'Not an admin' } } : usual(one);
    };
    await refreshed();
    expect(briefly('ENTITY1')).toHaveLength(3);
    expect(members.background.progress().accounts).toEqual({ total: 2, done: 2, failed: 0 });
  });
});

describe('an account', () => {
  test('that doesn’t offer its members counts as read, says so, and keeps what was known', async () => {
    await refreshed();
    clock += 61 * minute;
    reply = (one) =>
      one.account === 'ENTITY1' ? { status: 403, json: { code: '403', message: 'No.' } } : usual(one);
    await refreshed();
    expect(members.background.progress().accounts).toEqual({ total: 2, done: 2, failed: 0 });
    expect(listOf('ENTITY1').lists[0]).toMatchObject({
      list: 'direct',
      asOf: start,
      triedAt: clock,
      outcome: 'unavailable',
      error: { code: 'FORBIDDEN', details: '403: No.' },
    });
    expect(briefly('ENTITY1')).toHaveLength(3);
  });

  test.each([403, 404])('that answers every role request with %d gets few of them', async (status) => {
    const people = Array.from({ length: 20 }, (_, index) => ({ userId: `ENTITY1-${index}` }));
    reply = (one) => {
      if (one.account !== 'ENTITY1') return usual(one);
      if (one.what === 'DIRECT') return { json: { users: people } };
      return one.what === 'INDIRECT' ? { json: { users: [] } } : { status, json: { message: 'No.' } };
    };
    await refreshed();
    // Four run in parallel.
    expect(roleCalls().filter((userId) => userId.startsWith('ENTITY1')).length).toBeLessThan(8);
    expect(briefly('ENTITY1')).toEqual(people.map(() => expect.stringMatching(/direct unknown$/) as unknown));
    expect(briefly('ENTITY2')).toContain('ann direct admin');
  });

  test('that fails stops no other, says why, and is read by the next refresh', async () => {
    reply = (one) =>
      one.account === 'ENTITY1' && one.what === 'DIRECT'
        ? { json: { message: 'Internal Failure' } }
        : usual(one);
    await refreshed();
    expect(members.background.progress().accounts).toEqual({ total: 2, done: 1, failed: 1 });
    expect(listOf('ENTITY1')).toMatchObject({
      members: [],
      lists: [{ list: 'direct', asOf: null, outcome: 'failed', error: { code: 'UNREADABLE_ANSWER' } }],
    });
    expect(briefly('ENTITY2')).toHaveLength(3);
    reply = usual;
    clock += 1;
    await refreshed();
    expect(briefly('ENTITY1')).toHaveLength(3);
  });

  test('that accepts no scope is listed without one, and nobody’s access is called direct', async () => {
    reply = (one) =>
      one.what.endsWith('DIRECT') ? { status: 400, json: { message: 'No filter' } } : usual(one);
    await refreshed();
    expect(briefly('ENTITY1')).toEqual(['ann unknown admin']);
    expect(requested.filter(({ account }) => account === 'ENTITY1').map(({ what }) => what)).toEqual([
      'DIRECT',
      'none',
      'ENTITY1-ann',
    ]);
    expect(members.background.progress().accounts.failed).toBe(0);
  });

  test('whose list has an entry without an ID keeps people the list doesn’t name', async () => {
    await refreshed();
    clock += 1;
    reply = (one) =>
      one.what === 'DIRECT' ? { json: { users: [{ emailAddress: 'x***@example.com' }] } } : usual(one);
    await refreshed();
    expect(briefly('ENTITY1')).toEqual(['ann direct admin', 'ben both viewer', 'cleo inherited unknown']);
    expect(listOf('ENTITY1').lists[0]).toMatchObject({ asOf: start, triedAt: clock, outcome: 'partial' });
  });

  test('is read at once when a person asks, and its roles follow', async () => {
    expect(await members.refresh({ connectionId: 'c-1', accountId: 'ENTITY2' })).toBeNull();
    expect(briefly('ENTITY2')).toHaveLength(3);
    await members.background.idle();
    expect(briefly('ENTITY2')).toEqual(['ann direct admin', 'ben both viewer', 'cleo inherited unknown']);
    expect(requested.some(({ account }) => account === 'ENTITY1')).toBe(false);
    await expect(members.refresh({ connectionId: 'c-1', accountId: 'UNKNOWN' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    reply = () => ({ status: 403, json: { message: 'No.' } });
    expect(await members.refresh({ connectionId: 'c-1', accountId: 'ENTITY2' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('a running refresh', () => {
  /** Holds the first call of that kind until it is released. */
  function holding(isHeld: (one: Requested) => boolean): { reached: Promise<void>; release: () => void } {
    let release = (): void => undefined;
    let reach = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => (reach = resolve));
    let held = false;
    reply = async (one) => {
      if (!held && isHeld(one)) {
        held = true;
        reach();
        await released;
      }
      return usual(one);
    };
    return { reached, release };
  }
  const isRole = ({ what }: Requested): boolean => what.startsWith('ENTITY');

  test('waits while it is paused, and resumes from there', async () => {
    const { reached, release } = holding(({ what }) => what === 'DIRECT');
    members.background.start(clock);
    await reached;
    members.background.pause();
    release();
    await members.background.idle();
    expect(members.background.progress()).toMatchObject({ running: true, paused: true });
    await expect.poll(() => members.background.progress().accounts.done).toBe(2);
    expect(roleCalls()).toEqual([]);
    members.background.resume();
    await members.background.idle();
    expect(members.background.progress()).toMatchObject({
      running: false,
      paused: false,
      roles: { done: 4 },
    });
  });

  test('sends no more requests after it is stopped', async () => {
    const { reached, release } = holding(isRole);
    for (const name of ['ENTITY3', 'ENTITY4', 'ENTITY5']) addAccount(store.db, 'c-1', name);
    members.background.start(clock);
    await reached;
    members.background.stop();
    release();
    await members.background.idle();
    expect(members.background.progress()).toMatchObject({ running: false, stopped: true });
    // Four run in parallel.
    expect(roleCalls().length).toBeLessThanOrEqual(4);
    expect(listOf('ENTITY1').lists.every(({ outcome }) => outcome === 'complete')).toBe(true);
  });

  test('reads new lists before further roles when they are requested again', async () => {
    const { reached, release } = holding(isRole);
    for (const name of ['ENTITY3', 'ENTITY4', 'ENTITY5']) addAccount(store.db, 'c-1', name);
    members.background.start(clock);
    await reached;
    clock += 1;
    members.background.start(clock);
    release();
    await members.background.idle();
    const rolesBefore = requested
      .slice(0, requested.map(({ what }) => what).lastIndexOf('DIRECT'))
      .filter(isRole);
    expect(rolesBefore.length).toBeLessThanOrEqual(4);
    expect(new Set(roleCalls()).size).toBe(10);
    expect(members.background.progress()).toMatchObject({ running: false, accounts: { done: 5 } });
  });

  test('sends no more requests through a connection that needs a new sign-in', async () => {
    signedIn = ['c-1'];
    reply = (one) => (isRole(one) ? { status: 401, json: { message: 'Expired' } } : usual(one));
    for (const name of ['ENTITY3', 'ENTITY4', 'ENTITY5']) addAccount(store.db, 'c-1', name);
    await refreshed();
    expect(members.background.progress().roles).toEqual({ total: 10, done: 0, failed: 10 });
    expect(new Set(roleCalls()).size).toBeLessThanOrEqual(4);
  });
});

describe('the list of members', () => {
  beforeEach(refreshed);

  test.each([
    [{ scopes: ['inherited', 'both'] }, ['ben both viewer', 'cleo inherited unknown']],
    [{ roles: ['admin'] }, ['ann direct admin']],
    [{ roles: [null] }, ['cleo inherited unknown']],
    [{ search: 'CLEO' }, ['cleo inherited unknown']],
    [{ search: '1-be' }, ['ben both viewer']],
    [{ search: '%' }, []],
    [{ sort: 'userId', descending: true, limit: 1 }, ['cleo inherited unknown']],
    [{ sort: 'role' }, ['ann direct admin', 'ben both viewer', 'cleo inherited unknown']],
    [{ sort: 'role', descending: true }, ['ben both viewer', 'ann direct admin', 'cleo inherited unknown']],
    [{ offset: 2 }, ['cleo inherited unknown']],
    [{ left: true }, []],
  ])('can be filtered and sorted by %j', (more, expected) => {
    expect(briefly('ENTITY1', more)).toEqual(expected);
  });

  test('counts all matches, not only the page', () => {
    expect(listOf('ENTITY1', 'c-1', { limit: 1 })).toMatchObject({ total: 3 });
    expect(listOf('ENTITY1', 'c-1', { limit: 1, roles: ['admin'] })).toMatchObject({ total: 1 });
  });

  test('shows those who left only on request', async () => {
    reply = (one) => (one.what === 'DIRECT' ? { json: { users: [] } } : usual(one));
    clock += 1;
    await refreshed();
    expect(briefly('ENTITY1')).toEqual(['ben inherited unknown', 'cleo inherited unknown']);
    expect(briefly('ENTITY1', { left: true })).toEqual(['ann direct admin']);
  });
});
