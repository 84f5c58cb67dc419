import { describe, expect, test } from 'vitest';
import type { FaultRule } from '../../../main/sandbox/faults/fault';
import { pictureAsOf } from '../../../shared/domain/account/account';
import { refreshProgress } from '../../../shared/domain/account/refresh';
import { accountIds, createAds, person } from '../sandbox/support/ads';
import { signIn } from '../sandbox/support/signIn';
import { agreeing } from '../../support/benches/agreeing';
import { refreshedAll, wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ invitations: 200 });

const progress = () => refreshProgress.parse(wired.app.refreshAll.progress());
/** Lets the first calls for invitations pass, then one gets the fault. */
const afterSome = (passing: number, fault: FaultRule['faults'][0]): FaultRule => ({
  operation: 'ListUserInvitations',
  faults: [
    { kind: 'none' },
    ...Array.from({ length: passing - 1 }, () => ({ kind: 'none' }) as const),
    fault,
  ],
});

describe('refreshing all accounts', () => {
  test('reads every page of every account of every connection, and records when', async () => {
    const [dana, priya] = [await wired.signedIn('dana'), await wired.signedIn('priya')];
    await refreshedAll(wired);
    const accesses = [...wired.accounts(dana), ...wired.accounts(priya)];
    expect(progress()).toMatchObject({
      total: accesses.length,
      done: accesses.length,
      failed: 0,
      current: [],
    });
    expect(wired.accounts(dana)).toHaveLength(14);
    const admins = wired.accounts(dana).filter(({ canInvite }) => canInvite === true);
    expect(admins.every(({ invitationsAsOf }) => invitationsAsOf !== null)).toBe(true);
    expect(wired.accounts(priya).every(({ canInvite }) => canInvite === false)).toBe(true);
    const truth = wired.sandbox.query(
      `SELECT invitation_id AS id FROM invitations WHERE state = 'PENDING' AND expires_at > ?`,
      Date.now(),
    );
    expect(new Set(wired.invitations().map(({ invitationId }) => invitationId))).toEqual(
      new Set(truth.map(({ id }) => id)),
    );
  });

  test('reads all pending invitations of an account with more than two pages', async () => {
    const dana = await wired.signedIn('dana');
    const ads = createAds(wired.sandbox.origin, (await signIn(wired.sandbox.origin, 'dana')).accessToken);
    const [account = ''] = await accountIds(ads);
    for (const first of [0, 50, 100]) {
      const people = Array.from({ length: 50 }, (_, index) => person(`guest${first + index}@example.com`));
      await ads.create(account, { userInvitationRequests: people });
    }
    await refreshedAll(wired);
    const guests = wired.invitations({ connectionId: dana, accountId: account });
    expect(guests.filter(({ emailAddress }) => emailAddress.startsWith('guest'))).toHaveLength(150);
  });

  test('continues when one account of 14 fails, shows the reason, and clears it with the next refresh', async () => {
    const dana = await wired.signedIn('dana');
    await refreshedAll(wired);
    const [failing, ...others] = wired.accounts(dana).filter(({ canInvite }) => canInvite === true);
    if (failing === undefined) expect.fail('Dana is an admin of no account.');
    const before = Date.now();
    await wired.sandbox.misbehave({
      operation: 'ListUserInvitations',
      accountId: failing.accountId,
      faults: [{ kind: 'status', status: 400, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });
    wired.app.refreshAll.start();
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({
      total: 14,
      done: 13,
      failed: 1,
      failures: [
        { connectionId: dana, account: { accountId: failing.accountId }, error: { code: 'BAD_REQUEST' } },
      ],
    });
    const now = new Map(wired.accounts(dana).map((account) => [account.accountId, account]));
    expect(now.get(failing.accountId)).toMatchObject({
      trouble: { code: 'BAD_REQUEST' },
      invitationsAsOf: failing.invitationsAsOf,
      pendingInvitations: failing.pendingInvitations,
    });
    for (const { accountId } of others) {
      expect(now.get(accountId)?.trouble).toBeNull();
      expect(now.get(accountId)?.invitationsAsOf).toBeGreaterThanOrEqual(before);
    }
    await wired.sandbox.behave();
    await refreshedAll(wired);
    expect(wired.accounts(dana).filter(({ trouble }) => trouble !== null)).toEqual([]);
  });

  test('waits after a 429 in the middle, and reads the same account again', async () => {
    await wired.signedIn('dana');
    await wired.sandbox.misbehave(afterSome(5, { kind: 'throttle', retryAfterSeconds: 1 }));
    wired.app.refreshAll.start();
    await expect.poll(() => progress().waits).toMatchObject([{ reason: 'throttled' }]);
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({ total: 14, done: 14, failures: [], waits: [] });
    expect(await wired.sandbox.faultsLeft()).toBe(0);
  });

  test('renews a token that ends in the middle', async () => {
    await wired.signedIn('dana');
    await wired.sandbox.misbehave(afterSome(4, { kind: 'status', status: 401, when: 'before' }));
    await refreshedAll(wired);
    expect(progress().done).toBe(14);
  });

  test('stops when the sign-in ends in the middle, and shows the reason on every account not reached', async () => {
    const dana = await wired.signedIn('dana');
    await refreshedAll(wired);
    const before = wired.accounts(dana);
    await wired.sandbox.misbehave({
      operation: 'ListUserInvitations',
      faults: [{ kind: 'delay', ms: 100, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });
    wired.app.refreshAll.start();
    await expect.poll(() => progress().done, { interval: 5 }).toBeGreaterThan(0);
    await wired.sandbox.revokeGrants();
    await wired.app.refreshAll.idle();
    const { done, failed, failures } = progress();
    expect(done + failed).toBe(14);
    expect(failed).toBeGreaterThan(0);
    expect(new Set(failures.map(({ error }) => error.code))).toEqual(new Set(['SIGN_IN_REQUIRED']));
    const after = wired.accounts(dana);
    expect(after.filter(({ trouble }) => trouble?.code === 'SIGN_IN_REQUIRED')).toHaveLength(failed);
    expect(after.map(({ pendingInvitations }) => pendingInvitations)).toEqual(
      before.map(({ pendingInvitations }) => pendingInvitations),
    );
    expect(wired.app.connections.list()).toMatchObject([{ state: 'signInAgain' }]);
    wired.app.refreshAll.start();
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({ total: 0, failures: [] });
  });

  test('reports every account and keeps its copy when there is no network', async () => {
    const dana = await wired.signedIn('dana');
    await refreshedAll(wired);
    const before = wired.accounts(dana);
    await wired.sandbox.stop();
    wired.app.refreshAll.start();
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({ total: 14, done: 0, failed: 14 });
    expect(wired.accounts(dana).map(({ trouble, troubleAt, ...rest }) => rest)).toEqual(
      before.map(({ trouble, troubleAt, ...rest }) => rest),
    );
    expect(wired.accounts(dana).map(({ trouble }) => trouble?.code)).toEqual(before.map(() => 'NETWORK'));
  });

  test('keeps the problem of one connection apart from another', async () => {
    const [dana, priya] = [await wired.signedIn('dana'), await wired.signedIn('priya')];
    await wired.sandbox.revokeGrants('priya');
    wired.app.refreshAll.start();
    await wired.app.refreshAll.idle();
    expect(wired.accounts(dana)).toHaveLength(14);
    expect(progress().failures).toMatchObject([
      { connectionId: priya, account: null, error: { code: 'SIGN_IN_REQUIRED' } },
    ]);
  });
});

describe('a running refresh of all accounts', () => {
  const slowly = (): Promise<void> =>
    wired.sandbox.misbehave({
      operation: 'ListUserInvitations',
      faults: [{ kind: 'delay', ms: 50, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });

  test('can be paused and resumed; starting it again in the meantime starts no second one', async () => {
    await wired.signedIn('dana');
    await slowly();
    wired.app.refreshAll.start();
    await expect.poll(() => progress().done, { interval: 5 }).toBeGreaterThan(0);
    wired.app.refreshAll.pause();
    await expect.poll(() => progress().current, { interval: 5 }).toEqual([]);
    const { done } = progress();
    expect(done).toBeLessThan(14);
    expect(progress()).toMatchObject({ running: true, paused: true });
    // Waiting for the end doesn't mean waiting for someone to resume it.
    await wired.app.refreshAll.idle();
    const { startedAt } = progress();
    wired.app.refreshAll.resume();
    await expect.poll(() => progress().done, { interval: 5 }).toBeGreaterThan(done);
    wired.app.refreshAll.pause();
    // Started again, it is the same one, and continues.
    wired.app.refreshAll.start();
    expect(progress()).toMatchObject({ startedAt, paused: false });
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({ paused: false, total: 14, done: 14, failures: [] });
  });

  test('stops blocking its callers when it is paused', async () => {
    await wired.signedIn('dana');
    await slowly();
    wired.app.refreshAll.start();
    const ended = wired.app.refreshAll.idle();
    await expect.poll(() => progress().done, { interval: 5 }).toBeGreaterThan(0);
    wired.app.refreshAll.pause();
    await ended;
    expect(progress()).toMatchObject({ running: true, paused: true });
    wired.app.refreshAll.resume();
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({ running: false, done: 14 });
  });

  test('can be stopped, also while it is paused: the rest stays as it was, without an error', async () => {
    const dana = await wired.signedIn('dana');
    await slowly();
    wired.app.refreshAll.start();
    await expect.poll(() => progress().done, { interval: 5 }).toBeGreaterThan(0);
    wired.app.refreshAll.pause();
    wired.app.refreshAll.stop();
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({ running: false, paused: false, stopped: true, failures: [] });
    expect(progress().done).toBeLessThan(14);
    expect(wired.accounts(dana).filter(({ trouble }) => trouble !== null)).toEqual([]);
  });
});

describe('a stopped refresh', () => {
  test('does not mark the accounts it did not reach as newer', async () => {
    const dana = await wired.signedIn('dana');
    await refreshedAll(wired);
    wired.store.db.exec('UPDATE accounts SET invitations_as_of = 1 WHERE invitations_as_of IS NOT NULL');
    const admins = () => wired.accounts(dana).filter(({ canInvite }) => canInvite === true);
    await wired.sandbox.misbehave({
      operation: 'ListUserInvitations',
      faults: [{ kind: 'delay', ms: 50, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });
    const before = Date.now();
    wired.app.refreshAll.start();
    await expect.poll(() => progress().done, { interval: 5 }).toBeGreaterThan(0);
    wired.app.refreshAll.stop();
    await wired.app.refreshAll.idle();
    // The account list was read for all of them before.
    expect(admins().every(({ asOf }) => asOf >= before)).toBe(true);
    const unread = admins().filter((account) => pictureAsOf(account) === 1);
    expect(unread.length).toBeGreaterThan(0);
    expect(unread.length).toBeGreaterThanOrEqual(admins().length - progress().done);
  });
});

describe('a refresh that the app starts', () => {
  test('reads only what is older than requested, and lets a person’s refresh go first', async () => {
    const dana = await wired.signedIn('dana');
    await refreshedAll(wired);
    wired.app.refreshAll.startQuietly(60_000);
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({ quiet: true, total: 0, done: 0 });

    const [old] = wired.accounts(dana).filter(({ canInvite }) => canInvite === true);
    wired.store.db
      .prepare('UPDATE accounts SET invitations_as_of = 1 WHERE account_id = ?')
      .run(old?.accountId ?? '');
    wired.app.refreshAll.startQuietly(60_000);
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({ quiet: true, total: 1, done: 1 });
    expect(wired.accounts(dana).filter(({ invitationsAsOf }) => invitationsAsOf === 1)).toEqual([]);

    wired.app.refreshAll.startQuietly(0);
    wired.app.refreshAll.start();
    await wired.app.refreshAll.idle();
    expect(progress()).toMatchObject({ quiet: false, total: 14, done: 14 });
  });
});

describe('over several accounts', () => {
  test('pending invitations are resent with one call per account', async () => {
    const dana = await wired.signedIn('dana');
    await refreshedAll(wired);
    const accounts = wired
      .accounts(dana)
      .filter(({ canInvite, pendingInvitations }) => canInvite === true && pendingInvitations > 1)
      .slice(0, 3);
    const refs = accounts.flatMap((account) =>
      wired
        .invitations(account)
        .slice(0, 2)
        .map(({ accountId, invitationId }) => ({ connectionId: dana, accountId, invitationId })),
    );
    expect(refs).toHaveLength(6);
    const { operationIds } = await agreeing(wired.app.outbox).resend({
      invitations: refs,
      notifyInvitedUsers: true,
    });
    await wired.app.outbox.idle();
    const { operations } = wired.app.outbox.operations({ operationIds, limit: 10, offset: 0 });
    expect(operations.map(({ status }) => status)).toEqual(refs.map(() => 'done'));
    expect(wired.store.db.prepare('SELECT count(*) AS calls FROM requests').get()).toEqual({ calls: 3 });
    expect(wired.sandbox.query('SELECT email FROM sent_emails')).toHaveLength(6);
  });
});
