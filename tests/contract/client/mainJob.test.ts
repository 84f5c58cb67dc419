import { describe, expect, test } from 'vitest';
import type { Account } from '../../../shared/domain/account/account';
import type { Invitation, Invitee } from '../../../shared/domain/invitation/invitation';
import { agreeing } from '../../support/benches/agreeing';
import { matching } from '../../support/fixtures/matching';
import { wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ invitations: 80 });
const { signedIn } = wired;

const invitationsOf = (...accounts: Account[]): Invitation[] => wired.invitations(...accounts);

const refOf = ({ connectionId, accountId }: Account) => ({ connectionId, accountId });

async function settled(operationIds: number[]) {
  await wired.app.outbox.idle();
  return wired.app.outbox.operations({ operationIds, limit: 1000, offset: 0 }).operations.reverse();
}

/** The accounts a signed-in person may invite to, refreshed. */
async function adminAccounts(connectionId: string): Promise<[Account, ...Account[]]> {
  expect(await wired.app.access.refreshAccounts(connectionId)).toMatchObject({ failures: [] });
  const [first, ...others] = wired.app.access
    .listAccounts({ connectionId })
    .filter(({ canInvite }) => canInvite === true);
  return first === undefined ? expect.fail('There is no account to invite to.') : [first, ...others];
}

describe('against the sandbox', () => {
  test('accounts, permission to invite and every pending invitation match the sandbox', async () => {
    const connectionId = await signedIn('dana');
    const accounts = await adminAccounts(connectionId);
    const all = wired.app.access.listAccounts({ connectionId });
    expect(all).toHaveLength(14);
    expect(all.filter(({ canInvite }) => canInvite === false)).toHaveLength(2);
    const truth = wired.sandbox.query(
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
      wired.app.outbox.create({ account: refOf(account), invitees, notifyInvitedUsers: true }),
    );
    expect(created).toMatchObject([
      { status: 'done', emailAddress: 'New.Admin@example.com', requestId: matching(/./) },
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
    expect(wired.sandbox.query('SELECT email FROM sent_emails')).toHaveLength(2);

    const ref = refOf(account);
    const [revoked] = await settled(
      (await agreeing(wired.app.outbox).revoke({ invitations: [{ ...ref, invitationId: adminId ?? '' }] }))
        .operationIds,
    );
    expect(revoked).toMatchObject({ kind: 'revoke', status: 'done' });
    const [resent] = await settled(
      (
        await agreeing(wired.app.outbox).resend({
          invitations: [{ ...ref, invitationId: viewerId ?? '' }],
          notifyInvitedUsers: false,
        })
      ).operationIds,
    );
    expect(resent).toMatchObject({ kind: 'resend', status: 'done' });
    expect(wired.sandbox.query('SELECT email FROM sent_emails')).toHaveLength(2);
    expect(await wired.app.access.refreshInvitations([ref])).toMatchObject([{ error: null }]);
    expect(
      mine()
        .map(({ role, state }) => `${role} ${state}`)
        .toSorted(),
    ).toEqual(['admin revoked', 'viewer pending']);
    const [viewer] = wired.sandbox.query(
      'SELECT expires_at FROM invitations WHERE invitation_id = ?',
      viewerId ?? '',
    );
    expect(mine().find(({ role }) => role === 'viewer')?.expiresAt).toBe(viewer?.['expires_at']);
    expect(
      wired.store.db.prepare('SELECT action, result, actor FROM activity ORDER BY activity_id').all(),
    ).toEqual(
      ['create', 'create', 'revoke', 'resend'].map((action) => ({
        action,
        result: 'done',
        actor: matching(/Dana Whitfield/),
      })),
    );
  });

  test('51 people are invited in two calls, and people already invited are reported separately', async () => {
    const accounts = await adminAccounts(await signedIn('dana'));
    const account = accounts.find(({ pendingInvitations }) => pendingInvitations > 0) ?? accounts[0];
    const invited = invitationsOf(account)[0]?.emailAddress ?? expect.fail('Nobody is invited.');
    const people = Array.from({ length: 51 }, (_, index): Invitee => ({
      emailAddress: index === 7 ? invited : `guest${index}@example.com`,
      userName: `Guest ${index}`,
      role: 'viewer',
    }));
    const operations = await settled(
      wired.app.outbox.create({ account: refOf(account), invitees: people, notifyInvitedUsers: false }),
    );
    expect(operations.map(({ status }) => status)).toEqual(
      people.map(({ emailAddress }) => (emailAddress === invited ? 'failed' : 'done')),
    );
    expect(operations[7]?.error).toMatchObject({ code: 'ALREADY_INVITED' });
    expect(wired.sandbox.query('SELECT email FROM sent_emails')).toEqual([]);
  });

  test('an invitation by a viewer is rejected entirely, and nothing changes', async () => {
    const connectionId = await signedIn('priya');
    await wired.app.access.refreshAccounts(connectionId);
    const [account] = wired.app.access.listAccounts({ connectionId });
    if (account === undefined) expect.fail('Priya sees no account.');
    expect(account.canInvite).toBe(false);
    const before = wired.sandbox.query('SELECT * FROM invitations');
    const invitees: Invitee[] = [{ emailAddress: 'x@example.com', userName: 'X', role: 'viewer' }];
    const operations = await settled(
      wired.app.outbox.create({ account: refOf(account), invitees, notifyInvitedUsers: true }),
    );
    expect(operations).toMatchObject([{ status: 'failed', error: { code: 'FORBIDDEN' } }]);
    expect(wired.sandbox.query('SELECT * FROM invitations')).toEqual(before);
  });

  test('two connections to one account see the same invitations, each with its own permission', async () => {
    const [dana, priya] = [await signedIn('dana'), await signedIn('priya')];
    await adminAccounts(dana);
    await wired.app.access.refreshAccounts(priya);
    const seenByPriya = wired.app.access.listAccounts({ connectionId: priya });
    expect(seenByPriya.length).toBeGreaterThan(0);
    for (const account of seenByPriya) {
      expect(account.canInvite).toBe(false);
      const own = wired.app.access
        .listAccounts({ connectionId: dana })
        .find(({ accountId }) => accountId === account.accountId);
      expect(own?.pendingInvitations).toBe(account.pendingInvitations);
    }
  });

  test('when the sandbox is gone, the stored copy stays and a change waits; it is sent once after the sandbox is back', async () => {
    const connectionId = await signedIn('dana');
    const [account] = await adminAccounts(connectionId);
    const before = invitationsOf(account);
    await wired.sandbox.stop();
    expect(await wired.app.access.refreshInvitations([refOf(account)])).toMatchObject([
      { error: { code: 'NETWORK' } },
    ]);
    const invitees: Invitee[] = [{ emailAddress: 'late@example.com', userName: 'Late', role: 'viewer' }];
    const operationIds = wired.app.outbox.create({
      account: refOf(account),
      invitees,
      notifyInvitedUsers: false,
    });
    await expect
      .poll(() => wired.app.outbox.status().waits)
      .toMatchObject([{ connectionId, reason: 'unreachable' }]);
    expect(wired.app.outbox.status().runs).toMatchObject([{ counts: { queued: 1, failed: 0 } }]);
    expect(invitationsOf(account)).toEqual(before);

    await wired.restartSandbox();
    wired.app.outbox.tryNow();
    expect(await settled(operationIds)).toMatchObject([{ status: 'done' }]);
    expect(invitationsOf(account)).toHaveLength(before.length + 1);
    expect(wired.app.outbox.status().waits).toEqual([]);
  });
});
