import { describe, expect, test } from 'vitest';
import { redeemLink } from '../../../shared/domain/redeem/buildLink';
import { wiredApp } from '../../support/benches/wiredApp';
import {
  elsewhere,
  invited,
  linkOf,
  membersOf,
  previewIn,
  recordOf,
  sam,
  samAcceptsTerms,
  samsAddress,
  waitingForSam,
} from './support';

const day = 86_400_000;
const wired = wiredApp({ invitations: 40 });

describe('a waiting invitation', () => {
  test('is only shown: opening its link and viewing it redeem nothing', async () => {
    const { connectionId, invitationId, accountId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    const preview = await wired.app.redeem.preview(connectionId, invitationId);
    expect(preview).toMatchObject({
      accountId,
      accountName: null,
      emailAddress: samsAddress,
      role: 'viewer',
      createdBy: 'dana.whitfield@northwind-media.example',
      otherAddress: false,
      state: 'PENDING',
    });
    expect(linkOf(wired, invitationId)).toMatchObject({
      connectionId,
      identity: { email: samsAddress },
      from: 'opened',
      outcome: null,
      redeeming: false,
    });
    expect(membersOf(wired, accountId)).not.toContain(sam);
    expect(recordOf(wired)).toEqual([]);
  });

  test('is redeemed on a click and recorded, and its account becomes reachable', async () => {
    const { connectionId, invitationId, accountId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    await wired.app.redeem.preview(connectionId, invitationId);
    expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'redeemed' });
    await wired.app.redeem.idle();

    expect(membersOf(wired, accountId)).toContain(sam);
    expect(wired.accounts(connectionId)).toMatchObject([{ accountId, canInvite: false }]);
    expect(linkOf(wired, invitationId)).toMatchObject({
      outcome: 'redeemed',
      connectionId,
      redeemError: null,
    });
    expect(recordOf(wired)).toMatchObject([
      {
        action: 'redeem',
        result: 'done',
        actor: `Sam Okafor <${samsAddress}>`,
        accountId,
        emailAddress: samsAddress,
        role: 'viewer',
        invitationId,
        operationId: null,
      },
    ]);
    expect(recordOf(wired)[0]?.requestId).toMatch(/\S/);
  });

  test('can be redeemed twice without harm, and says so', async () => {
    const { connectionId, invitationId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    await wired.app.redeem.redeem(connectionId, invitationId);
    expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'already' });
    expect(recordOf(wired)).toHaveLength(1);
  });

  test('two clicks at once redeem it once', async () => {
    const { connectionId, invitationId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    const first = wired.app.redeem.redeem(connectionId, invitationId);
    expect(linkOf(wired, invitationId).redeeming).toBe(true);
    await expect(wired.app.redeem.redeem(connectionId, invitationId)).rejects.toThrow(/already/);
    expect(await first).toEqual({ outcome: 'redeemed' });
    expect(linkOf(wired, invitationId).redeeming).toBe(false);
    expect(recordOf(wired)).toHaveLength(1);
  });

  test('is requested through two connections at once, and each has its answer', async () => {
    const { connectionId, invitationId } = await waitingForSam(wired);
    const dana = await wired.signedIn('dana');
    const previews = [connectionId, dana].map((access) => wired.app.redeem.preview(access, invitationId));
    expect(linkOf(wired, invitationId).redeeming).toBe(false);
    expect(await Promise.all(previews)).toMatchObject([{ otherAddress: false }, { otherAddress: true }]);
    wired.app.redeem.choose(dana, invitationId);
    expect(previewIn(wired, invitationId).otherAddress).toBe(true);
    wired.app.redeem.choose(connectionId, invitationId);
    expect(previewIn(wired, invitationId).otherAddress).toBe(false);
  });

  test('was already redeemed in another program, and says so', async () => {
    const { connectionId, invitationId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    expect((await (await elsewhere(wired, 'sam')).redeem(invitationId)).status).toBe(200);
    await wired.app.redeem.preview(connectionId, invitationId);
    expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'already' });
    expect(recordOf(wired)).toMatchObject([{ result: 'done', detail: 'It had been redeemed before.' }]);
  });
});

describe('an invitation the same person has redeemed and Amazon no longer returns', () => {
  const amazonForgets = (operation: 'GetUserInvitation' | 'RedeemUserInvitation') =>
    wired.sandbox.misbehave({
      operation,
      faults: [{ kind: 'status', status: 404, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });

  test('with this app: opening its link again succeeds, based on our own record', async () => {
    const { connectionId, invitationId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    await wired.app.redeem.redeem(connectionId, invitationId);
    wired.app.redeem.dismiss(invitationId);
    await amazonForgets('GetUserInvitation');
    await amazonForgets('RedeemUserInvitation');

    wired.app.redeem.add(redeemLink(invitationId, 'na'));
    await expect(wired.app.redeem.preview(connectionId, invitationId)).rejects.toThrow(
      `You’ve already redeemed this invitation as ${samsAddress}.`,
    );
    expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'already' });
    expect(linkOf(wired, invitationId)).toMatchObject({ outcome: 'already', redeemError: null });
    expect(recordOf(wired)).toMatchObject([
      { result: 'done', detail: 'It had been redeemed before.' },
      { result: 'done', detail: null },
    ]);
  });

  test('elsewhere: Amazon’s rejection says so, and its account was already reachable', async () => {
    const { connectionId, invitationId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    await wired.app.redeem.preview(connectionId, invitationId);
    expect((await (await elsewhere(wired, 'sam')).redeem(invitationId)).status).toBe(200);
    await wired.app.access.refreshAccounts(connectionId);
    await amazonForgets('GetUserInvitation');
    expect(await wired.app.redeem.redeem(connectionId, invitationId)).toEqual({ outcome: 'already' });
    expect(recordOf(wired)).toMatchObject([{ result: 'done' }]);
  });

  test('elsewhere, for an unknown account: the app reports what Amazon says, and no more', async () => {
    const { connectionId, invitationId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    expect((await (await elsewhere(wired, 'sam')).redeem(invitationId)).status).toBe(200);
    await amazonForgets('GetUserInvitation');
    await expect(wired.app.redeem.redeem(connectionId, invitationId)).rejects.toThrow(
      'Amazon says this invitation has already been redeemed.',
    );
  });

  test('by somebody else on this computer: nothing is claimed', async () => {
    const { connectionId, invitationId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    await wired.app.redeem.redeem(connectionId, invitationId);
    wired.app.redeem.dismiss(invitationId);
    const alex = await wired.signedIn('alex');
    wired.app.redeem.add(redeemLink(invitationId, 'na'));
    wired.app.redeem.choose(alex, invitationId);
    await expect(wired.app.redeem.redeem(alex, invitationId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(linkOf(wired, invitationId).outcome).toBeNull();
  });
});

describe('Amazon rejects, and the app shows its reason and a remedy for', () => {
  const refusal = async (connectionId: string, invitationId: string) => {
    await wired.app.redeem.preview(connectionId, invitationId).catch(() => undefined);
    const error: unknown = await wired.app.redeem
      .redeem(connectionId, invitationId)
      .catch((thrown: unknown) => thrown);
    const { redeemError, outcome } = linkOf(wired, invitationId);
    expect(error).toMatchObject({ code: redeemError?.code, message: redeemError?.message });
    expect(outcome).toBeNull();
    expect(recordOf(wired)).toMatchObject([{ result: 'failed', detail: redeemError?.details }]);
    return redeemError ?? expect.fail('Nothing was refused.');
  };

  test('an invitation for somebody else that an admin can see', async () => {
    const { invitationId, accountId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    const dana = await wired.signedIn('dana');
    wired.app.redeem.choose(dana, invitationId);
    expect(linkOf(wired, invitationId)).toMatchObject({ connectionId: dana, preview: null });
    const { code, message, details } = await refusal(dana, invitationId);
    expect(previewIn(wired, invitationId)).toMatchObject({ otherAddress: true, emailAddress: samsAddress });
    expect(code).toBe('FORBIDDEN');
    expect(message).toContain(samsAddress);
    expect(details).toBe('The invitation is for another person');
    expect(membersOf(wired, accountId)).not.toContain(sam);
  });

  test('an invitation for somebody else that can’t be seen at all', async () => {
    const { invitationId } = await waitingForSam(wired);
    const alex = await wired.signedIn('alex');
    wired.app.redeem.choose(alex, invitationId);
    const { message, details } = await refusal(alex, invitationId);
    expect(linkOf(wired, invitationId).previewError?.message).toContain('alex.moreau@post.example');
    expect([message, details]).toEqual([
      expect.stringContaining('for another address'),
      'The invitation is for another person',
    ]);
  });

  test('an expired invitation', async () => {
    const { connectionId, invitationId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    await wired.sandbox.moveClock(15 * day);
    const { message, details } = await refusal(connectionId, invitationId);
    expect(message).toMatch(/expired/);
    expect(details).toBe('The invitation is no longer pending');
  });

  test('an invitation that never existed', async () => {
    const connectionId = await wired.signedIn('sam');
    const invitationId = 'inv-00000000000000000000';
    wired.app.redeem.arrive(redeemLink(invitationId, 'na'));
    expect((await refusal(connectionId, invitationId)).code).toBe('NOT_FOUND');
    expect(linkOf(wired, invitationId).previewError).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the connection to redeem with', () => {
  test('is the invited person’s, once Amazon returned who that is', async () => {
    const [made] = await invited(wired, samsAddress);
    const { invitationId } = made ?? expect.fail('Sam was not invited.');
    const dana = await wired.signedIn('dana');
    const sams = await wired.signedIn('sam');
    wired.app.redeem.arrive(redeemLink(invitationId, 'na'));
    expect(linkOf(wired, invitationId).connectionId).toBe(dana);
    await wired.app.redeem.preview(dana, invitationId);
    expect(linkOf(wired, invitationId).connectionId).toBe(sams);
    wired.app.redeem.choose(dana, invitationId);
    expect(linkOf(wired, invitationId)).toMatchObject({
      connectionId: dana,
      preview: { otherAddress: true },
    });
  });

  test('is none of another region; the link waits until there is one', async () => {
    wired.app.redeem.arrive(redeemLink('inv-4f9c2a71', 'na'));
    wired.app.redeem.arrive(redeemLink('inv-of-europe1', 'eu'));
    expect(linkOf(wired, 'inv-4f9c2a71')).toMatchObject({ connectionId: null, identity: null });
    const connectionId = await wired.signedIn('sam');
    expect(linkOf(wired, 'inv-4f9c2a71')).toMatchObject({ connectionId });
    expect(linkOf(wired, 'inv-of-europe1')).toMatchObject({ connectionId: null });
  });

  test('a click without a waiting link redeems nothing', async () => {
    const [made] = await invited(wired, samsAddress);
    const { invitationId, accountId } = made ?? expect.fail('Sam was not invited.');
    const connectionId = await wired.signedIn('sam');
    await samAcceptsTerms(wired);
    await expect(wired.app.redeem.redeem(connectionId, invitationId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(membersOf(wired, accountId)).not.toContain(sam);
  });
});

describe('an account that became reachable', () => {
  test('is offered once, until it has been shown', async () => {
    const { connectionId, invitationId, accountId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    await wired.app.redeem.preview(connectionId, invitationId);
    await wired.app.redeem.redeem(connectionId, invitationId);
    await wired.app.redeem.idle();
    const { name } = wired.accounts(connectionId)[0] ?? expect.fail('No account came into reach.');
    const offered = [{ account: { connectionId, accountId }, name }];
    expect(wired.app.redeem.inbox().newAccounts).toEqual(offered);

    wired.app.redeem.dismissNewAccounts();
    await wired.app.redeem.redeem(connectionId, invitationId);
    await wired.app.redeem.idle();
    expect(wired.app.redeem.inbox().newAccounts).toEqual([]);
  });

  test('is found even if Amazon was never asked what the invitation is for', async () => {
    const { connectionId, invitationId, accountId } = await waitingForSam(wired);
    await samAcceptsTerms(wired);
    await wired.app.redeem.redeem(connectionId, invitationId);
    await wired.app.redeem.idle();
    expect(wired.app.redeem.inbox().newAccounts).toMatchObject([{ account: { accountId } }]);
  });

  test('is not offered if it was reachable before, or if its connection is gone', async () => {
    const [first, second] = await invited(wired, samsAddress, 2);
    const connectionId = await wired.signedIn('sam');
    await samAcceptsTerms(wired);
    for (const made of [first, second]) {
      const { invitationId } = made ?? expect.fail('Sam was not invited twice.');
      if (made === second)
        expect((await (await elsewhere(wired, 'sam')).redeem(invitationId)).status).toBe(200);
      if (made === second) await wired.app.access.refreshAccounts(connectionId);
      wired.app.redeem.arrive(redeemLink(invitationId, 'na'));
      await wired.app.redeem.preview(connectionId, invitationId);
      await wired.app.redeem.redeem(connectionId, invitationId);
      await wired.app.redeem.idle();
    }
    expect(wired.app.redeem.inbox().newAccounts).toMatchObject([
      { account: { accountId: first?.accountId } },
    ]);
    await wired.app.connections.remove(connectionId);
    expect(wired.app.redeem.inbox().newAccounts).toEqual([]);
  });
});
