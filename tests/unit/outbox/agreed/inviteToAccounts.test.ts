import { describe, expect, test } from 'vitest';
import { outboxOver } from '../../../support/benches/outboxBench';
import { changingBench } from '../../../support/benches/changing';
import { addAccount, addConnection } from '../../../support/fixtures/store';
import type { Role } from '../../../../shared/domain/invitation/role';

const own = changingBench();
const copper = { connectionId: 'c-1', accountId: 'ENTITY1' };
const maple = { connectionId: 'c-1', accountId: 'ENTITY2' };
const people = (count: number, role: Role = 'viewer') =>
  Array.from({ length: count }, (_, index) => ({
    emailAddress: `new${String(index)}@agency.example`,
    userName: `New ${String(index)}`,
    role,
  }));
const counts = (): unknown =>
  own.store.db
    .prepare('SELECT (SELECT count(*) FROM operations) AS operations, count(*) AS runs FROM runs')
    .get();

describe('inviting people to several accounts', () => {
  test('invites each person to each account once, in one run, in calls of at most 50', async () => {
    const { outbox } = own.bench;
    const { operationIds, runId } = await outbox.inviteToAccounts({
      accounts: [copper, maple],
      invitees: people(51),
      notifyInvitedUsers: true,
    });
    expect(operationIds).toHaveLength(102);
    const { operations, total } = outbox.operations({ runId, limit: 500, offset: 0 });
    expect(total).toBe(102);
    const pairs = operations.map(({ accountId, emailAddress }) => `${accountId} ${emailAddress}`);
    expect(new Set(pairs).size).toBe(102);
    expect(operations.every(({ notify, kind }) => notify && kind === 'create')).toBe(true);
    const sizes = own.store.db
      .prepare('SELECT count(*) AS size FROM operations GROUP BY request_id ORDER BY size')
      .all();
    expect(sizes).toEqual([{ size: 1 }, { size: 1 }, { size: 50 }, { size: 50 }]);
    await outbox.idle();
  });

  test('asks for the number of invitations, not of people; admins count in each account', async () => {
    const typingRule = { typeNumberFromInvitations: 0, typeNumberFromAdmins: 20 };
    const { outbox } = outboxOver(own.store.db, own.amazon.origin, { typingRule, startWaitMs: 0 });
    const input = { accounts: [copper, maple], invitees: people(10, 'admin'), notifyInvitedUsers: false };
    await expect(outbox.inviteToAccounts(input)).rejects.toThrow('Type 20 to confirm.');
    await expect(outbox.inviteToAccounts({ ...input, typedNumber: '10' })).rejects.toThrow(
      'Type 20 to confirm.',
    );
    expect(counts()).toEqual({ operations: 0, runs: 0 });
    expect((await outbox.inviteToAccounts({ ...input, typedNumber: '20' })).operationIds).toHaveLength(20);
    await outbox.idle();
  });

  test('rejects one account through two connections before anything is written', async () => {
    addConnection(own.store.db, 'c-2');
    addAccount(own.store.db, 'c-2', 'ENTITY1');
    const accounts = [copper, maple, { connectionId: 'c-2', accountId: 'ENTITY1' }];
    const inviting = own.bench.outbox.inviteToAccounts({
      accounts,
      invitees: people(1),
      notifyInvitedUsers: false,
    });
    await expect(inviting).rejects.toThrow(/selected through two connections/);
    expect(counts()).toEqual({ operations: 0, runs: 0 });
  });

  test('invites nobody anywhere if somebody is already being invited to one of the accounts', async () => {
    const { outbox } = own.bench;
    outbox.create({ account: maple, invitees: people(1), notifyInvitedUsers: false });
    const inviting = outbox.inviteToAccounts({
      accounts: [copper, maple],
      invitees: people(2),
      notifyInvitedUsers: false,
    });
    await expect(inviting).rejects.toThrow(/new0@agency\.example is being invited to .+ right now/);
    expect(counts()).toMatchObject({ runs: 1 });
    await outbox.idle();
  });
});
