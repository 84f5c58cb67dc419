import { describe, expect, test } from 'vitest';
import { refreshedAll, wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ accounts: 3, invitations: 0 });

const invited = (): number => wired.sandbox.query('SELECT 1 FROM invitations').length;

describe('before a person has confirmed who signed in', () => {
  test('accounts are read and invitations wait; after the confirmation they are sent once', async () => {
    const { app } = wired;
    const { connectionId } = app.connections.addSandbox('dana');
    const { identity } = await app.connections.signIn(connectionId);
    await refreshedAll(wired);
    const account = wired.accounts(connectionId).find(({ canInvite }) => canInvite === true);
    app.outbox.create({
      account: { connectionId, accountId: account?.accountId ?? '' },
      invitees: [{ emailAddress: 'rosa@example.com', userName: 'Rosa', role: 'viewer' }],
      notifyInvitedUsers: false,
    });
    await app.outbox.idle();
    expect(invited()).toBe(0);
    expect(app.outbox.status().waits).toMatchObject([
      { reason: 'signIn', message: expect.stringContaining('Confirm that you’re Dana Whitfield') },
    ]);
    app.connections.confirmIdentity(connectionId, identity?.userId ?? '');
    await app.outbox.idle();
    expect(invited()).toBe(1);
  });
});

describe('a token endpoint that is busy while a batch is being sent', () => {
  test.each([
    ['429', { kind: 'throttle', retryAfterSeconds: 1 }],
    ['503', { kind: 'status', status: 503, when: 'before' }],
    ['a web page', { kind: 'html', status: 401, when: 'before' }],
  ] as const)(
    '(%s) is retried, and nobody has to sign in',
    async (_what, fault) => {
      const { app } = wired;
      const connectionId = await wired.signedIn('dana');
      await refreshedAll(wired);
      const account = wired.accounts(connectionId).find(({ canInvite }) => canInvite === true);
      await wired.sandbox.expireTokens('dana');
      await wired.sandbox.misbehave({ operation: 'RenewToken', faults: [fault, fault] });
      app.outbox.create({
        account: { connectionId, accountId: account?.accountId ?? '' },
        invitees: [{ emailAddress: 'rosa@example.com', userName: 'Rosa', role: 'viewer' }],
        notifyInvitedUsers: false,
      });
      await app.outbox.idle();
      expect(invited()).toBe(1);
      expect(app.connections.list()[0]?.state).toBe('signedIn');
      expect(app.outbox.status().waits).toEqual([]);
      expect(await wired.sandbox.faultsLeft()).toBe(0);
    },
    30_000,
  );
});
