import { describe, expect, test } from 'vitest';
import type { Topic } from '../../../shared/bridge/channels';
import { wiredApp } from '../../support/benches/wiredApp';

const wired = wiredApp({ accounts: 3, invitations: 12 });

/** Does it, and returns the topics the page was notified of meanwhile, each once. */
async function topicsOf(action: () => unknown): Promise<Topic[]> {
  const before = wired.topics.length;
  await action();
  return [...new Set(wired.topics.slice(before))].sort();
}

/** Each step changes what a screen shows, so the page must be notified of exactly what belongs to it. */
describe('the page is notified', () => {
  test('of each step in the life of a connection', async () => {
    const { connections } = wired.app;
    const connectionId = connections.addSandbox('dana').connectionId;
    const steps: [string, () => unknown][] = [
      ['adding', () => connections.addSandbox('sam')],
      ['signing in', () => connections.signIn(connectionId)],
      ['a grant that has ended', () => endedGrant(connectionId)],
      ['signing out', () => connections.signOut(connectionId)],
      ['removing', () => connections.remove(connectionId)],
    ];
    for (const [step, action] of steps) {
      expect(await topicsOf(action), step).toContain('connections.changed');
    }
  });

  test('of a link to copy as soon as a sign-in waits for the browser, and when it stops waiting', async () => {
    const { connections } = wired.app;
    const { connectionId } = await connections.add({
      label: 'Northwind',
      region: 'eu',
      clientId: 'amzn1.application-oa2-client.other',
      returnPort: 0,
      endpoints: wired.sandbox.endpoints,
    });
    const signingIn = connections.signIn(connectionId);
    const ended = expect(signingIn).rejects.toMatchObject({ code: 'SIGN_IN_CANCELLED' });
    const linked = () =>
      connections.list().find((each) => each.connectionId === connectionId)?.pendingSignIn ?? null;
    await expect.poll(linked).not.toBeNull();
    expect(wired.topics.at(-1)).toBe('connections.changed');
    expect(
      await topicsOf(async () => {
        connections.cancelSignIn(connectionId);
        await ended;
      }),
    ).toEqual(['connections.changed']);
  });

  test('of each step in the life of a batch', async () => {
    const { batches } = wired.app;
    const { batchId } = batches.create('Spring');
    const cells = { accountText: '', emailAddress: '', userName: '', role: '', note: '', instances: '' };
    const row = { rowId: 'row-00001', position: 1, account: null, ...cells };
    const steps: [string, () => unknown][] = [
      ['creating', () => batches.create()],
      ['renaming', () => batches.rename(batchId, 'Summer')],
      ['writing a row', () => batches.setRows(batchId, [row], [])],
      ['checking', () => batches.check(batchId)],
      ['choosing the mail', () => batches.setNotify(batchId, true)],
      ['duplicating', () => batches.duplicate(batchId)],
      ['archiving', () => batches.archive(batchId, true)],
      ['deleting', () => batches.remove(batchId)],
      ['bringing it back', () => batches.restore(batchId)],
    ];
    for (const [step, action] of steps) expect(await topicsOf(action), step).toContain('batches.changed');
  });

  test('of accounts that are read, starred and opened, and of the links that wait', async () => {
    const { access, redeem } = wired.app;
    const connectionId = await wired.signedIn('dana');
    expect(await topicsOf(() => access.refreshAccounts(connectionId))).toEqual(
      expect.arrayContaining(['accounts.changed', 'invitations.changed']),
    );
    const [account] = wired.accounts(connectionId);
    const ref = { connectionId, accountId: account?.accountId ?? '' };
    expect(await topicsOf(() => access.setFavourite(ref, true))).toEqual(['accounts.changed']);
    expect(await topicsOf(() => access.markOpened(ref))).toEqual(['accounts.changed']);

    const [invitation] = wired.sandbox.query('SELECT invitation_id AS id FROM invitations LIMIT 1');
    const invitationId = String(invitation?.['id']);
    const link = `amc-access://redeem/${encodeURIComponent(invitationId)}?region=eu`;
    expect(await topicsOf(() => redeem.add(link))).toEqual(['redeem.changed']);
    expect(await topicsOf(() => redeem.choose(connectionId, invitationId))).toEqual(['redeem.changed']);
    expect(await topicsOf(() => redeem.dismiss(invitationId))).toEqual(['redeem.changed']);
  });
});

/** Amazon ends the grant, and the app finds out when it renews. */
async function endedGrant(connectionId: string): Promise<void> {
  await wired.sandbox.revokeGrants();
  await expect(wired.app.connections.getToken(connectionId, { renew: true })).rejects.toThrow();
}
