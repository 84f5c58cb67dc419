import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sandboxClient } from '../../../main/sandbox/endpoints';
import { createSecretStore } from '../../../main/secrets/secretStore';
import { createServices, type Services } from '../../../main/services';
import type { Account } from '../../../shared/domain/account';
import type { Invitation, Invitee } from '../../../shared/domain/invitation';
import { freePort } from '../../support/freePort';
import { like } from '../../support/like';
import { memoryKeychain } from '../../support/memoryKeychain';
import { startSandbox, type RunningSandbox } from '../../support/sandbox';
import { signInOverHttp } from '../../support/signInOverHttp';
import { temporaryStore, type Store } from '../../support/store';

let sandbox: RunningSandbox;
let store: Store;
/** All parts between the bridge and Amazon, as the app wires them. */
let app: Services;

beforeEach(async () => {
  sandbox = await startSandbox({ invitations: 80 });
  store = temporaryStore();
  app = wire();
});
afterEach(async () => {
  await app.outbox.idle();
  store.remove();
  await sandbox.stop();
});

function wire(): Services {
  return createServices({
    db: store.db,
    secrets: createSecretStore(
      () => Promise.resolve(memoryKeychain()),
      () => undefined,
    ),
    sandbox: { endpoints: () => Promise.resolve(sandbox.endpoints), client: sandboxClient },
    proxyFor: () => Promise.resolve(null),
    openInBrowser: (address) => {
      const identity = address.includes('login_hint=priya') ? 'priya' : 'dana';
      void signInOverHttp(address, { identity, decision: 'allow' });
      return Promise.resolve(true);
    },
    onResume: () => () => undefined,
    now: Date.now,
    changed: () => undefined,
  });
}

async function signedIn(identity: 'dana' | 'priya'): Promise<string> {
  const { connectionId } = app.connections.addSandbox(identity);
  await app.connections.update(connectionId, { returnPort: await freePort() });
  await app.connections.signIn(connectionId, { acceptOtherIdentity: false });
  return connectionId;
}

const invitationsOf = (...accounts: Account[]): Invitation[] =>
  app.access.listInvitations({
    accounts: accounts.map(({ connectionId, accountId }) => ({ connectionId, accountId })),
    sort: 'createdAt',
    descending: true,
    limit: 500,
    offset: 0,
  }).invitations;

const refOf = ({ connectionId, accountId }: Account) => ({ connectionId, accountId });

async function settled(operationIds: number[]) {
  await app.outbox.idle();
  return app.outbox.operations({ operationIds, limit: 1000, offset: 0 }).operations.reverse();
}

/** The accounts a signed-in person may invite to, refreshed. */
async function adminAccounts(connectionId: string): Promise<[Account, ...Account[]]> {
  expect(await app.access.refreshAccounts(connectionId)).toMatchObject({ failures: [] });
  const [first, ...others] = app.access
    .listAccounts({ connectionId })
    .filter(({ canInvite }) => canInvite === true);
  return first === undefined ? expect.fail('There is no account to invite to.') : [first, ...others];
}

describe('against the sandbox', () => {
  test('accounts, who may invite where, and every pending invitation are as the sandbox has them', async () => {
    const connectionId = await signedIn('dana');
    const accounts = await adminAccounts(connectionId);
    const all = app.access.listAccounts({ connectionId });
    expect(all).toHaveLength(14);
    expect(all.filter(({ canInvite }) => canInvite === false)).toHaveLength(2);
    const truth = sandbox.query(
      `SELECT invitation_id FROM invitations WHERE state = 'PENDING' AND expires_at > ? ORDER BY invitation_id`,
      Date.now(),
    );
    expect(
      invitationsOf(...accounts)
        .map(({ invitationId }) => ({ invitation_id: invitationId }))
        .toSorted((one, other) => (one.invitation_id < other.invitation_id ? -1 : 1)),
    ).toEqual(truth);
    expect(Math.max(...all.map(({ pendingInvitations }) => pendingInvitations))).toBeGreaterThan(50);
  });

  test('an admin and a viewer are invited, one is revoked, the other resent', async () => {
    const [account] = await adminAccounts(await signedIn('dana'));
    const invitees: Invitee[] = [
      { emailAddress: 'New.Admin@example.com', userName: 'New Admin', role: 'admin' },
      { emailAddress: 'new.viewer@example.com', userName: 'New Viewer', role: 'viewer' },
    ];
    const created = await settled(
      app.outbox.create({ account: refOf(account), invitees, notifyInvitedUsers: true }),
    );
    expect(created).toMatchObject([
      { status: 'done', emailAddress: 'New.Admin@example.com', requestId: like(/./) },
      { status: 'done', emailAddress: 'new.viewer@example.com' },
    ]);
    const [adminId, viewerId] = created.map(({ invitationId }) => invitationId ?? '');
    const mine = (): Invitation[] =>
      invitationsOf(account).filter(({ invitationId }) => [adminId, viewerId].includes(invitationId));
    expect(
      mine()
        .map(({ role, state }) => `${role} ${state}`)
        .toSorted(),
    ).toEqual(['admin pending', 'viewer pending']);
    expect(sandbox.query('SELECT email FROM sent_emails')).toHaveLength(2);

    const ref = refOf(account);
    const [revoked] = await settled(
      app.outbox.revoke({ invitations: [{ ...ref, invitationId: adminId ?? '' }] }),
    );
    expect(revoked).toMatchObject({ kind: 'revoke', status: 'done' });
    const [resent] = await settled(
      app.outbox.resend({
        invitations: [{ ...ref, invitationId: viewerId ?? '' }],
        notifyInvitedUsers: false,
      }),
    );
    expect(resent).toMatchObject({ kind: 'resend', status: 'done' });
    expect(sandbox.query('SELECT email FROM sent_emails')).toHaveLength(2);
    expect(await app.access.refreshInvitations([ref])).toMatchObject([{ error: null }]);
    expect(
      mine()
        .map(({ role, state }) => `${role} ${state}`)
        .toSorted(),
    ).toEqual(['admin revoked', 'viewer pending']);
    const [viewer] = sandbox.query(
      'SELECT expires_at FROM invitations WHERE invitation_id = ?',
      viewerId ?? '',
    );
    expect(mine().find(({ role }) => role === 'viewer')?.expiresAt).toBe(viewer?.['expires_at']);
    expect(store.db.prepare('SELECT action, result, actor FROM activity ORDER BY activity_id').all()).toEqual(
      ['create', 'create', 'revoke', 'resend'].map((action) => ({
        action,
        result: 'done',
        actor: like(/Dana Whitfield/),
      })),
    );
  });

  test('51 people are invited in two calls, and who is invited already is told apart', async () => {
    const accounts = await adminAccounts(await signedIn('dana'));
    const account = accounts.find(({ pendingInvitations }) => pendingInvitations > 0) ?? accounts[0];
    const invited = invitationsOf(account)[0]?.emailAddress ?? expect.fail('Nobody is invited.');
    const people = Array.from({ length: 51 }, (_, index): Invitee => ({
      emailAddress: index === 7 ? invited : `guest${index}@example.com`,
      userName: `Guest ${index}`,
      role: 'viewer',
    }));
    const operations = await settled(
      app.outbox.create({ account: refOf(account), invitees: people, notifyInvitedUsers: false }),
    );
    expect(operations.map(({ status }) => status)).toEqual(
      people.map(({ emailAddress }) => (emailAddress === invited ? 'failed' : 'done')),
    );
    expect(operations[7]?.error).toMatchObject({ code: 'BAD_REQUEST', details: like(/ALREADY_INVITED/) });
    expect(store.db.prepare('SELECT count(*) AS calls FROM requests').get()).toEqual({ calls: 2 });
    expect(sandbox.query('SELECT email FROM sent_emails')).toEqual([]);
  });

  test('a viewer’s invitation is refused as a whole, and nothing changes', async () => {
    const connectionId = await signedIn('priya');
    await app.access.refreshAccounts(connectionId);
    const [account] = app.access.listAccounts({ connectionId });
    if (account === undefined) expect.fail('Priya sees no account.');
    expect(account.canInvite).toBe(false);
    const before = sandbox.query('SELECT * FROM invitations');
    const invitees: Invitee[] = [{ emailAddress: 'x@example.com', userName: 'X', role: 'viewer' }];
    const operations = await settled(
      app.outbox.create({ account: refOf(account), invitees, notifyInvitedUsers: true }),
    );
    expect(operations).toMatchObject([{ status: 'failed', error: { code: 'FORBIDDEN' } }]);
    expect(sandbox.query('SELECT * FROM invitations')).toEqual(before);
  });

  test('two connections to one account see the same invitations, each with its own permission', async () => {
    const [dana, priya] = [await signedIn('dana'), await signedIn('priya')];
    await adminAccounts(dana);
    await app.access.refreshAccounts(priya);
    const seenByPriya = app.access.listAccounts({ connectionId: priya });
    expect(seenByPriya.length).toBeGreaterThan(0);
    for (const account of seenByPriya) {
      expect(account.canInvite).toBe(false);
      const own = app.access
        .listAccounts({ connectionId: dana })
        .find(({ accountId }) => accountId === account.accountId);
      expect(own?.pendingInvitations).toBe(account.pendingInvitations);
    }
  });

  test('with the sandbox gone the stored copy stays, a change waits, and goes out once it is back', async () => {
    const connectionId = await signedIn('dana');
    const [account] = await adminAccounts(connectionId);
    const before = invitationsOf(account);
    await sandbox.kill();
    expect(await app.access.refreshInvitations([refOf(account)])).toMatchObject([
      { error: { code: 'NETWORK' } },
    ]);
    const invitees: Invitee[] = [{ emailAddress: 'late@example.com', userName: 'Late', role: 'viewer' }];
    const operationIds = app.outbox.create({ account: refOf(account), invitees, notifyInvitedUsers: false });
    await expect
      .poll(() => app.outbox.status().waits, { timeout: 15_000 })
      .toMatchObject([{ connectionId, reason: 'unreachable' }]);
    expect(app.outbox.status().runs).toMatchObject([{ counts: { queued: 1, failed: 0 } }]);
    expect(invitationsOf(account)).toEqual(before);

    sandbox = await startSandbox({ stateFile: sandbox.stateFile });
    app.outbox.tryNow();
    expect(await settled(operationIds)).toMatchObject([{ status: 'done' }]);
    expect(invitationsOf(account)).toHaveLength(before.length + 1);
    expect(app.outbox.status().waits).toEqual([]);
  });
});
