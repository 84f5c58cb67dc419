import { beforeEach, describe, expect, test } from 'vitest';
import { createAccess } from '../../../main/access/access';
import { createRefreshAll } from '../../../main/access/refresh/refreshAll';
import { createPaces } from '../../../main/amazonAds/pacing/paces';
import { account } from '../../../shared/domain/account/account';
import { invitation } from '../../../shared/domain/invitation/invitation';
import { CodedError } from '../../../shared/errors';
import { recordEvents } from '../../support/fixtures/recordedEvents';
import { concurrencyProbe } from '../../support/fixtures/concurrencyProbe';
import { matching } from '../../support/fixtures/matching';
import { day, listed, listing, one, readingBench, start } from '../../support/benches/readingInvitations';
import { addAccount } from '../../support/fixtures/store';

const bench = readingBench();

describe('refreshing the accounts of a connection', () => {
  test('stores what Amazon returns, and learns which accounts accept invitations', async () => {
    bench.accountsReply = () => ({
      json: {
        amcAccounts: [
          { accountId: 'ENTITY1', accountName: 'Admin here', marketplaceId: 'ATVPDKIKX0DER' },
          { accountId: 'ENTITY2', accountName: 'Viewer here', marketplaceId: 'A1PA6795UKMFR9' },
          { accountId: 'ENTITY3', accountName: 'Failing', marketplaceId: 'A1PA6795UKMFR9' },
        ],
      },
    });
    bench.listReply = (accountId) =>
      ({ ENTITY1: listing(listed('i-1'))(), ENTITY2: { status: 403 } })[accountId] ?? { status: 400 };
    const result = await bench.access.refreshAccounts('c-1');
    expect(result).toEqual({
      accounts: 3,
      failures: [
        {
          account: { connectionId: 'c-1', accountId: 'ENTITY3' },
          error: expect.objectContaining({ code: 'BAD_REQUEST' }) as object,
        },
      ],
    });
    const accounts = bench.access.listAccounts({});
    for (const each of accounts) account.parse(each);
    expect(accounts).toMatchObject([
      { accountId: 'ENTITY1', canInvite: true, pendingInvitations: 1, invitationsAsOf: start, asOf: start },
      { accountId: 'ENTITY3', canInvite: null, pendingInvitations: 0, invitationsAsOf: null },
      { accountId: 'ENTITY2', canInvite: false, pendingInvitations: 0, invitationsAsOf: null },
    ]);
    expect(bench.events).toContain('accounts.changed');
    expect(bench.events).toContain('invitations.changed');
  });

  test('keeps an account that is no longer listed, marked as not reachable, until it is listed again', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY1');
    addAccount(bench.store.db, 'c-2', 'ENTITY1');
    await bench.access.refreshAccounts('c-1');
    expect(bench.access.listAccounts({})).toMatchObject([
      { connectionId: 'c-1', reachable: false, name: 'Name of ENTITY1' },
      { connectionId: 'c-2', reachable: true },
    ]);
    bench.clock += 1000;
    bench.accountsReply = () => ({ json: { amcAccounts: [{ accountId: 'ENTITY1' }] } });
    await bench.access.refreshAccounts('c-1');
    expect(bench.access.listAccounts({ connectionId: 'c-1' })).toMatchObject([
      { reachable: true, name: 'Name of ENTITY1' },
    ]);
  });

  test.each([
    ['an error', { message: 'Internal Failure' }],
    ['something else', {}],
  ])('changes nothing when the answer contains %s instead of the list', async (_what, json) => {
    bench.accountsReply = () => ({ json: { amcAccounts: [{ accountId: 'ENTITY1' }] } });
    bench.listReply = listing(listed('i-1'));
    await bench.access.refreshAccounts('c-1');
    const before = bench.access.listAccounts({});
    bench.clock += day;

    bench.listReply = () => ({ json });
    expect(await bench.access.refreshInvitations([one])).toMatchObject([
      { error: { code: 'UNREADABLE_ANSWER' } },
    ]);
    expect(bench.stored()).toMatchObject([{ invitationId: 'i-1', state: 'pending', lastSeenAt: start }]);
    bench.accountsReply = () => ({ json });
    await expect(bench.access.refreshAccounts('c-1')).rejects.toMatchObject({ code: 'UNREADABLE_ANSWER' });
    expect(bench.access.listAccounts({})).toMatchObject([
      { reachable: true, asOf: before[0]?.asOf, invitationsAsOf: start, pendingInvitations: 1 },
    ]);
  });

  test('clears the problem of an account that is no longer listed', async () => {
    bench.accountsReply = () => ({ json: { amcAccounts: [{ accountId: 'ENTITY1' }] } });
    bench.listReply = () => ({ status: 400 });
    await bench.access.refreshAccounts('c-1');
    expect(bench.access.listAccounts({})).toMatchObject([{ trouble: { code: 'BAD_REQUEST' } }]);
    bench.clock += 1000;
    bench.accountsReply = () => ({ json: { amcAccounts: [] } });
    await bench.access.refreshAccounts('c-1');
    expect(bench.access.listAccounts({})).toMatchObject([
      { reachable: false, trouble: null, troubleAt: null },
    ]);
    expect(bench.access.overview().accountsWithTrouble).toBe(0);
  });

  test('reports accounts without an ID, stores the others and calls none unreachable', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY1');
    bench.accountsReply = () => ({ json: { amcAccounts: [{ accountName: '?' }, { accountId: 'ENTITY2' }] } });
    await expect(bench.access.refreshAccounts('c-1')).rejects.toMatchObject({ code: 'UNREADABLE_ANSWER' });
    expect(bench.access.listAccounts({}).map(({ accountId, reachable }) => [accountId, reachable])).toEqual(
      expect.arrayContaining([
        ['ENTITY1', true],
        ['ENTITY2', true],
      ]),
    );
  });

  test('changes nothing when it fails', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY1');
    bench.accountsReply = () => ({ status: 400 });
    await expect(bench.access.refreshAccounts('c-1')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(bench.access.listAccounts({})).toMatchObject([{ reachable: true, asOf: 1 }]);
    expect(bench.events).toEqual([]);
  });

  test('reads at most four accounts at the same time', async () => {
    const crowd = concurrencyProbe(4);
    bench.accountsReply = () => ({
      json: { amcAccounts: Array.from({ length: 12 }, (_, index) => ({ accountId: `E${String(index)}` })) },
    });
    bench.listReply = async () => {
      await crowd.enter();
      return { json: { invitations: [] } };
    };
    expect(await bench.access.refreshAccounts('c-1')).toMatchObject({ accounts: 12, failures: [] });
    expect(crowd.max()).toBe(4);
  });
});

describe('refreshing invitations', () => {
  beforeEach(() => {
    addAccount(bench.store.db, 'c-1', 'ENTITY1');
  });

  test('stores all pages, and two connections to one account share them', async () => {
    addAccount(bench.store.db, 'c-2', 'ENTITY1');
    bench.listReply = (_accountId, { nextToken }) =>
      nextToken === undefined
        ? { json: { invitations: [listed('i-1')], nextToken: 'two' } }
        : { json: { invitations: [listed('i-2', { permissionSet: { role: { name: 'OWNER' } } })] } };
    await bench.refreshAt(start);
    for (const row of bench.stored()) invitation.parse(row);
    expect(bench.stored()).toMatchObject([
      {
        invitationId: 'i-1',
        emailAddress: 'i-1@example.com',
        userName: 'Name i-1',
        role: 'viewer',
        state: 'pending',
        createdBy: 'dana@example.com',
        createdAt: start,
        expiresAt: start + 14 * day,
        accountName: 'Name of ENTITY1',
      },
      { invitationId: 'i-2', role: 'OWNER' },
    ]);
    const byOther = bench.access.listInvitations({
      accounts: [{ connectionId: 'c-2', accountId: 'ENTITY1' }],
      sort: 'createdAt',
      descending: false,
      limit: 10,
      offset: 0,
    });
    expect(byOther.total).toBe(2);
    expect(bench.access.listAccounts({}).map(({ pendingInvitations }) => pendingInvitations)).toEqual([2, 2]);
  });

  test('marks one that is no longer listed as gone, or as expired if its two weeks are over', async () => {
    bench.listReply = listing(listed('i-1'), listed('i-2', { expiration: (start + day) / 1000 }));
    await bench.refreshAt(start);
    bench.listReply = listing();
    await bench.refreshAt(start + 2 * day);
    expect([bench.stateOf('i-1'), bench.stateOf('i-2')]).toEqual(['gone', 'lapsed']);
    bench.listReply = listing(listed('i-1'));
    await bench.refreshAt(start + 3 * day);
    expect([bench.stateOf('i-1'), bench.stateOf('i-2')]).toEqual(['pending', 'lapsed']);
  });

  test('changes nothing when its second page fails', async () => {
    bench.listReply = listing(listed('i-1'));
    await bench.refreshAt(start);
    bench.events.length = 0;
    bench.listReply = (_accountId, { nextToken }) =>
      nextToken === undefined
        ? { json: { invitations: [listed('i-2')], nextToken: 'two' } }
        : { status: 400 };
    bench.clock = start + day;
    const [result] = await bench.access.refreshInvitations([one]);
    expect(result?.error).toMatchObject({ code: 'BAD_REQUEST' });
    expect(bench.stored().map((row) => [row.invitationId, row.state])).toEqual([['i-1', 'pending']]);
    expect(bench.access.listAccounts({})).toMatchObject([
      { invitationsAsOf: start, canInvite: true, trouble: { code: 'BAD_REQUEST' }, troubleAt: start + day },
    ]);
    expect(bench.events).toEqual(['accounts.changed']);
  });

  test('reports an entry without an ID, stores the others and calls none gone', async () => {
    bench.listReply = listing(listed('i-1'));
    await bench.refreshAt(start);
    bench.listReply = listing({ user: {} }, listed('i-2'));
    bench.clock = start + day;
    const [result] = await bench.access.refreshInvitations([one]);
    expect(result?.error).toMatchObject({
      code: 'UNREADABLE_ANSWER',
      message: matching(/1 inv/),
    });
    expect([bench.stateOf('i-1'), bench.stateOf('i-2')]).toEqual(['pending', 'pending']);
    expect(bench.access.listAccounts({})).toMatchObject([
      { invitationsAsOf: start, trouble: { code: 'UNREADABLE_ANSWER' }, troubleAt: start + day },
    ]);
    bench.listReply = listing(listed('i-1'), listed('i-2'));
    await bench.refreshAt(start + day + 1);
    expect(bench.access.listAccounts({})).toMatchObject([{ trouble: null, troubleAt: null }]);
  });

  test('remembers a missing permission for that connection only', async () => {
    addAccount(bench.store.db, 'c-2', 'ENTITY1');
    await bench.refreshAt(start);
    bench.listReply = () => ({ status: 403, json: { message: 'AMC_ADMIN is missing' } });
    const other = { connectionId: 'c-2', accountId: 'ENTITY1' };
    expect(await bench.access.refreshInvitations([other])).toMatchObject([
      { account: other, error: { code: 'FORBIDDEN', details: 'AMC_ADMIN is missing' } },
    ]);
    expect(bench.access.listAccounts({}).map(({ canInvite }) => canInvite)).toEqual([true, false]);
  });

  test('continues with other accounts when one fails', async () => {
    const unknown = { connectionId: 'c-1', accountId: 'NOWHERE' };
    expect(await bench.access.refreshInvitations([unknown, one])).toMatchObject([
      { account: unknown, error: { code: 'NOT_FOUND', message: matching(/Refresh/) } },
      { account: one, error: null },
    ]);
  });

  test('reports a connection that must sign in again', async () => {
    const access = createAccess({
      db: bench.store.db,
      clientOf: () => Promise.reject(new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in again.' })),
      realmOf: () => 'sandbox',
      now: () => start,
      changed: () => undefined,
    });
    expect(await access.refreshInvitations([one])).toMatchObject([{ error: { code: 'SIGN_IN_REQUIRED' } }]);
  });

  test.each([
    ['masked', { user: { emailAddress: 'i***@example.com', userName: 'Name i-1' } }],
    ['missing', { user: { userName: 'Name i-1' } }],
  ])('keeps the known address when one arrives %s', async (_how, more) => {
    bench.listReply = listing(listed('i-1'));
    await bench.refreshAt(start);
    bench.listReply = listing(
      listed('i-1', more),
      listed('i-2', { user: { emailAddress: 'x***@example.com' } }),
    );
    await bench.refreshAt(start + day);
    expect(bench.stored().map(({ emailAddress }) => emailAddress)).toEqual([
      'i-1@example.com',
      'x***@example.com',
    ]);
  });
});

test('an automatic refresh does not interrupt one that a person started', async () => {
  addAccount(bench.store.db, 'c-1', 'ENTITY1');
  let clients = 0;
  const events = recordEvents();
  const now = (): number => (bench.clock += 1);
  const refreshAll = createRefreshAll({
    access: bench.access,
    paces: createPaces({ now, monotonic: now, random: () => 0 }, () => undefined),
    signedIn: () => ['c-1'],
    clientOf: () => {
      clients += 1;
      return Promise.reject(new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in again.' }));
    },
    now,
    changed: events.changed,
  });
  refreshAll.start();
  expect(events.take()).toEqual(['accounts.changed']);
  const { startedAt } = refreshAll.progress();
  refreshAll.startQuietly(0);
  expect(refreshAll.progress()).toMatchObject({ startedAt, quiet: false, running: true });
  await refreshAll.idle();
  expect(events.take()).toEqual(['accounts.changed']);
  expect(refreshAll.progress()).toMatchObject({ startedAt, quiet: false, running: false, total: 1 });
  expect(clients).toBe(1);
});
