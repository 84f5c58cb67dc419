import { beforeEach, describe, expect, test } from 'vitest';
import { readPlan, readPlans } from '../../../../main/access/instances/plans';
import type { Invitee } from '../../../../shared/domain/invitation/invitation';
import type { PlannedInstances } from '../../../../shared/domain/account/plannedInstances';
import { account, invitingBench } from '../../../support/benches/inviting';
import { outboxOver, type OutboxBench } from '../../../support/benches/outboxBench';
import { lossyAmazon } from '../../../support/amazon/lossyAmazon';
import type { Reply } from '../../../support/amazon/loopbackAmazon';
import { manualClock } from '../../../support/clocks/manualClock';
import { addAccount } from '../../../support/fixtures/store';

const clock = manualClock();
const bench = invitingBench();
const main = [{ instanceId: 'amcmain', name: 'Main' }];
const media = [{ instanceId: 'amcmedia', name: 'Media mix' }];
const jane = { emailAddress: 'Jane@example.com', userName: 'Jane', role: 'viewer' as const };
const invitation = { ...account, invitationId: 'inv-Jane@example.com' };
const refusal: Reply = { status: 400, json: { message: 'No.' } };

let own: OutboxBench;
beforeEach(() => {
  own = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 20 });
  const amazon = lossyAmazon(bench);
  bench.reply = amazon.carryOut;
});

async function invite(
  wanted: PlannedInstances | null,
  people: Invitee[] = [jane],
  accounts = [account],
): Promise<void> {
  const plans = wanted === null ? [] : accounts.map((each) => ({ account: each, wanted }));
  await own.own.inviteToAccounts({ accounts, invitees: people, notifyInvitedUsers: false, plans });
  await own.outbox.idle();
}

const planOf = (emailAddress = jane.emailAddress, accountId = account.accountId) =>
  readPlan(bench.store.db, { realm: 'sandbox', accountId, emailAddress });

const revoke = async (): Promise<void> => {
  await own.outbox.revoke({ invitations: [invitation] });
  await own.outbox.idle();
};

describe('the instances planned with an invitation', () => {
  test('are written with it, for each person and account, with who planned them; not for admins', async () => {
    bench.store.db.exec(
      `UPDATE connections SET identity = '{"userId":"u-1","name":"Dana","email":"dana@x.example"}'`,
    );
    addAccount(bench.store.db, 'c-1', 'ENTITY2');
    const admin = { emailAddress: 'ada@example.com', userName: 'Ada', role: 'admin' as const };
    await invite(main, [jane, admin], [account, { ...account, accountId: 'ENTITY2' }]);
    expect(readPlans(bench.store.db)).toMatchObject([
      { accountId: 'ENTITY1', address: 'jane@example.com', wanted: main, plannedBy: 'Dana <dana@x.example>' },
      { accountId: 'ENTITY2', address: 'jane@example.com', wanted: main },
    ]);
  });

  test('are written or not together with the operations', async () => {
    bench.store.db.exec(
      `CREATE TRIGGER no_plan BEFORE INSERT ON planned_instances BEGIN SELECT RAISE(ABORT, 'no plan'); END`,
    );
    await expect(invite(main)).rejects.toThrow('no plan');
    expect(bench.rows('operations')).toEqual([]);
    expect(bench.amazon.arrived).toEqual([]);
  });

  test('stay when the invitation fails and is retried', async () => {
    bench.reply = () => refusal;
    await invite(main);
    expect(own.operations()).toMatchObject([{ status: 'failed' }]);
    expect(planOf()?.wanted).toEqual(main);
    bench.reply = lossyAmazon(bench).carryOut;
    await own.outbox.retry(own.operations().map(({ operationId }) => operationId));
    await own.outbox.idle();
    expect(own.operations().at(-1)).toMatchObject({ status: 'done' });
    expect(planOf()?.wanted).toEqual(main);
  });

  test('stay when the invitation is resent', async () => {
    await invite(main);
    await own.outbox.resend({ invitations: [invitation], notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(own.operations().at(-1)).toMatchObject({ kind: 'resend', status: 'done' });
    expect(planOf()?.wanted).toEqual(main);
  });

  test('stay through a change of role, which revokes and invites', async () => {
    await invite(main);
    await own.outbox.changeRole({ invitation, role: 'admin', notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(own.operations().map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      ...['create done', 'revoke done', 'create done'],
    ]);
    expect(planOf()?.wanted).toEqual(main);
  });

  test('stay through a change of role whose second half fails: it is retried', async () => {
    await invite(main);
    const { reply } = bench;
    bench.reply = (request, count) => (request.method === 'POST' ? refusal : reply(request, count));
    await own.outbox.changeRole({ invitation, role: 'admin', notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(own.operations().at(-1)).toMatchObject({ kind: 'create', status: 'failed' });
    expect(planOf()?.wanted).toEqual(main);
  });

  test('are dropped when it is revoked, and not before that is done', async () => {
    await invite(main);
    const { reply } = bench;
    bench.reply = () => refusal;
    await revoke();
    expect(own.operations().at(-1)).toMatchObject({ kind: 'revoke', status: 'failed' });
    expect(planOf()?.wanted).toEqual(main);
    bench.reply = reply;
    await revoke();
    expect(planOf()).toBeNull();
  });

  test('are dropped for this person in this account alone', async () => {
    addAccount(bench.store.db, 'c-1', 'ENTITY2');
    const ben = { ...jane, emailAddress: 'ben@example.com' };
    await invite(main, [jane, ben]);
    await invite(main, [jane], [{ ...account, accountId: 'ENTITY2' }]);
    await revoke();
    expect(planOf()).toBeNull();
    expect(planOf('ben@example.com')?.wanted).toEqual(main);
    expect(planOf(jane.emailAddress, 'ENTITY2')?.wanted).toEqual(main);
  });

  test('are not dropped by an older revocation that is settled as done after a newer invitation', async () => {
    own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
    const amazon = lossyAmazon(bench);
    bench.reply = amazon.carryOut;
    await invite(main);
    bench.reply = (request) => {
      amazon.carryOut(request);
      return 'reset';
    };
    await revoke();
    bench.reply = amazon.carryOut;
    await invite(media);
    expect(own.operations().map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      ...['create done', 'revoke inDoubt', 'create done'],
    ]);
    await clock.advance(60_000);
    await own.outbox.doubtsLookedAt();
    expect(own.operations()[1]).toMatchObject({ kind: 'revoke', status: 'done' });
    expect(planOf()?.wanted).toEqual(media);
  });

  test('are replaced by a later plan, and kept by a later invitation without one', async () => {
    await invite(main);
    await own.outbox.idle();
    bench.store.db.exec(`UPDATE invitations SET state = 'lapsed'`);
    await own.outbox.inviteAgain({ invitations: [invitation], notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(planOf()?.wanted).toEqual(main);
    bench.store.db.exec(`UPDATE invitations SET state = 'lapsed'`);
    await invite('all');
    expect(planOf()?.wanted).toBe('all');
  });
});
