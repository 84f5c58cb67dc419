import { describe, expect, test } from 'vitest';
import type { InvitationRef } from '../../../../shared/domain/invitation/invitation';
import type { Exclusion } from '../../../../shared/domain/invitation/exclusions';
import { account, changingBench, confirmAll, ref, updatesIn } from '../../../support/benches/changing';
import { matching } from '../../../support/fixtures/matching';
import { addAccount, addConnection } from '../../../support/fixtures/store';

const own = changingBench();

describe('many at once, some of which cannot be changed now', () => {
  const leftOutBy = (leftOut: readonly Exclusion[]) =>
    Object.fromEntries(
      leftOut.map(({ reason, invitations }) => [reason, invitations.map(({ invitationId }) => invitationId)]),
    );

  /** Revokes these, and Amazon’s answer is lost. */
  async function inDoubt(...refs: InvitationRef[]): Promise<void> {
    own.reply = () => 'reset';
    await own.bench.outbox.revoke({ invitations: refs });
    await own.bench.outbox.idle();
    own.reply = confirmAll;
  }

  test('the others are resent in one run, and each excluded one is reported with the reason', async () => {
    await inDoubt(ref('i-1'), ref('i-2'));
    own.setState('i-3', 'accepted');
    own.setState('i-4', 'lapsed');
    await own.bench.outbox.resend({ invitations: [ref('i-5')], notifyInvitedUsers: false });
    const selected = ['i-1', 'i-2', 'i-3', 'i-4', 'i-5', 'i-6', 'i-7'].map((id) => ref(id));
    const sent = await own.bench.outbox.resend({ invitations: selected, notifyInvitedUsers: true });
    expect(leftOutBy(sent.leftOut)).toEqual({
      inDoubt: ['i-1', 'i-2'],
      accepted: ['i-3'],
      lapsed: ['i-4'],
      underWay: ['i-5'],
    });
    expect(sent.leftOut[0]?.invitations[0]).toEqual({
      ...ref('i-1'),
      emailAddress: 'p1@example.com',
      userName: 'P',
    });
    await own.bench.outbox.idle();
    const ours = own.bench.outbox.operations({ runId: sent.runId, limit: 50, offset: 0 }).operations;
    expect(ours.map(({ operationId, status }) => [operationId, status])).toEqual(
      sent.operationIds.toReversed().map((id) => [id, 'done']),
    );
    expect(own.amazon.arrived.flatMap((request) => updatesIn(request).updates)).toHaveLength(2 + 1 + 2);
  });

  test('when nothing can be done, the first one’s reason is reported, and no run is created', async () => {
    await inDoubt(ref('i-1'), ref('i-2'));
    const runs = own.bench.outbox.status().runs.length;
    await expect(
      own.bench.outbox.resend({ invitations: [ref('i-2'), ref('i-1')], notifyInvitedUsers: true }),
    ).rejects.toEqual(
      expect.objectContaining({ code: 'INVALID_INPUT', message: matching(/p2@example\.com .*unconfirmed/) }),
    );
    expect(own.bench.outbox.status().runs).toHaveLength(runs);
    expect(own.amazon.arrived).toHaveLength(1);
  });

  test('people are invited again, except those pending, accepted, being invited or hidden', async () => {
    for (const id of ['i-1', 'i-2', 'i-4', 'i-5']) own.setState(id, 'lapsed');
    own.setState('i-3', 'accepted');
    own.store.db.prepare(`UPDATE invitations SET email_address = 'p***' WHERE invitation_id = 'i-4'`).run();
    own.bench.outbox.create({
      account,
      invitees: [{ emailAddress: 'P5@example.com', userName: 'P', role: 'admin' }],
      notifyInvitedUsers: false,
    });
    const selected = ['i-0', 'i-1', 'i-2', 'i-3', 'i-4', 'i-5'].map((id) => ref(id));
    const sent = await own.bench.outbox.inviteAgain({ invitations: selected, notifyInvitedUsers: false });
    expect(leftOutBy(sent.leftOut)).toEqual({
      pending: ['i-0'],
      accepted: ['i-3'],
      hidden: ['i-4'],
      underWay: ['i-5'],
    });
    expect(
      own.bench.outbox
        .operations({ operationIds: sent.operationIds, limit: 50, offset: 0 })
        .operations.map(({ kind, emailAddress }) => `${kind} ${emailAddress}`),
    ).toEqual(['create p2@example.com', 'create p1@example.com']);
    await expect(
      own.bench.outbox.inviteAgain({ invitations: selected, notifyInvitedUsers: false }),
    ).rejects.toEqual(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  // docs/sending.md: S4
  test('one person is not invited twice through two connections', async () => {
    addConnection(own.store.db, 'c-2');
    addAccount(own.store.db, 'c-2', 'ENTITY1');
    own.setState('i-1', 'lapsed');
    await expect(
      own.bench.outbox.inviteAgain({
        invitations: [ref('i-1'), { ...ref('i-1'), connectionId: 'c-2' }],
        notifyInvitedUsers: false,
      }),
    ).rejects.toEqual(expect.objectContaining({ message: matching(/p1@example\.com is in the list twice/) }));
    expect(own.bench.operations()).toEqual([]);
  });
});
