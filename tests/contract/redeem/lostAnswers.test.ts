import { expect, test } from 'vitest';
import { wiredApp } from '../../support/benches/wiredApp';
import { linkOf, membersOf, recordOf, sam, samAcceptsTerms, waitingForSam } from './support';

const wired = wiredApp({ invitations: 40 });

test.each(['with', 'without'])(
  'an answer lost after Amazon redeemed, %s an earlier request: the invitation is found to be redeemed',
  async (look) => {
    const { connectionId, invitationId, accountId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    if (look === 'with') await wired.app.redeem.preview(connectionId, invitationId);
    await wired.sandbox.misbehave({
      operation: 'RedeemUserInvitation',
      faults: [{ kind: 'reset', when: 'after' }],
    });
    expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'redeemed' });
    expect(membersOf(wired, accountId)).toContain(sam);
    expect(recordOf(wired)).toMatchObject([{ result: 'done' }]);
  },
);

test('a request lost before Amazon redeemed: reported as not redeemed, and redeemed with the next click', async () => {
  const { connectionId, invitationId, accountId } = await waitingForSam(wired);
  await samAcceptsTerms(wired);
  await wired.app.redeem.preview(connectionId, invitationId);
  await wired.sandbox.misbehave({
    operation: 'RedeemUserInvitation',
    faults: [{ kind: 'reset', when: 'before' }],
  });
  await expect(wired.app.redeem.redeem(connectionId, invitationId)).rejects.toMatchObject({
    code: 'NETWORK',
  });
  expect(linkOf(wired, invitationId)).toMatchObject({
    outcome: null,
    redeemError: { message: expect.stringMatching(/doesn’t show the invitation as redeemed.*harmless/) },
  });
  expect(membersOf(wired, accountId)).not.toContain(sam);
  expect(recordOf(wired)).toMatchObject([{ result: 'inDoubt' }]);

  expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'redeemed' });
  expect(membersOf(wired, accountId)).toContain(sam);
  expect(recordOf(wired)).toMatchObject([{ result: 'done' }, { result: 'inDoubt' }]);
});

test('an answer lost while Amazon doesn’t return the invitation: nothing is guessed, and the next click finds out', async () => {
  const { connectionId, invitationId } = await waitingForSam(wired);
  await samAcceptsTerms(wired);
  await wired.app.redeem.preview(connectionId, invitationId);
  await wired.sandbox.misbehave({
    operation: 'RedeemUserInvitation',
    faults: [{ kind: 'reset', when: 'after' }],
  });
  for (const operation of ['GetUserInvitation', 'AmcpLinkListAmcAccounts'] as const) {
    await wired.sandbox.misbehave({
      operation,
      faults: [{ kind: 'status', status: 403, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });
  }
  await expect(wired.app.redeem.redeem(connectionId, invitationId)).rejects.toMatchObject({
    code: 'NETWORK',
  });
  expect(linkOf(wired, invitationId)).toMatchObject({
    outcome: null,
    redeemError: { message: expect.stringMatching(/can’t be checked now/) },
  });

  await wired.sandbox.behave();
  expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'already' });
});

test('a sandbox that is gone before the click: nothing is sent, and the link keeps waiting', async () => {
  const { connectionId, invitationId } = await waitingForSam(wired);
  await samAcceptsTerms(wired);
  await wired.sandbox.stop();
  await expect(wired.app.redeem.redeem(connectionId, invitationId)).rejects.toMatchObject({
    code: 'NETWORK',
  });
  expect(recordOf(wired)).toMatchObject([{ result: 'failed' }]);
  await wired.restartSandbox();
  expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'redeemed' });
});
