import { describe, expect, test } from 'vitest';
import type { InvitationState, Invitee } from '../../../../shared/domain/invitation/invitation';
import { account, changingBench, ref, updatesIn } from '../../../support/benches/changing';
import { matching } from '../../../support/fixtures/matching';
import type { OutboxBench } from '../../../support/benches/outboxBench';

const own = changingBench();

const factOf = (invitationId: string, accountId = 'ENTITY1'): { state: string; expires_at: number | null } =>
  own.store.db
    .prepare('SELECT state, expires_at FROM invitations WHERE account_id = ? AND invitation_id = ?')
    .get(accountId, invitationId) as { state: string; expires_at: number | null };
describe('revoking', () => {
  // docs/sending.md: S4, S13
  test('sends calls of one account and at most 50, and stores what Amazon confirmed', async () => {
    const many = Array.from({ length: 51 }, (_, index) => ref(`i-${String(index)}`));
    const { operationIds } = await own.bench.outbox.revoke({ invitations: [...many, ref('i-0', 'ENTITY2')] });
    expect(operationIds).toHaveLength(52);
    await own.bench.outbox.idle();
    const calls = own.amazon.arrived.map((request) => [
      request.headers['amazon-ads-accountid'],
      updatesIn(request).updates.length,
    ]);
    expect(calls).toHaveLength(3);
    expect(calls).toEqual(
      expect.arrayContaining([
        ['ENTITY1', 50],
        ['ENTITY1', 1],
        ['ENTITY2', 1],
      ]),
    );
    expect(own.amazon.arrived.every((request) => updatesIn(request).updates[0]?.state === 'REVOKED')).toBe(
      true,
    );
    expect(own.bench.operations().every(({ status }) => status === 'done')).toBe(true);
    expect([factOf('i-0'), factOf('i-50'), factOf('i-0', 'ENTITY2')].map(({ state }) => state)).toEqual(
      Array(3).fill('revoked'),
    );
    expect(factOf('i-51').state).toBe('pending');
    expect(factOf('i-1', 'ENTITY2').state).toBe('pending');
    expect(new Set(own.bench.readings.map(({ accountId }) => accountId))).toEqual(
      new Set(['ENTITY1', 'ENTITY2']),
    );
    expect(own.bench.readings).toHaveLength(2);
  });

  test('leaves an invitation as it was if Amazon refuses or does not say', async () => {
    own.reply = () => ({
      json: { errors: [{ identifier: 'i-1', errorMessage: 'Already redeemed' }], successes: [] },
    });
    await own.bench.outbox.revoke({ invitations: [ref('i-1'), ref('i-2')] });
    await own.bench.outbox.idle();
    expect(own.bench.operations()).toMatchObject([
      { kind: 'revoke', status: 'failed', invitationId: 'i-1', error: { details: 'Already redeemed' } },
      { status: 'inDoubt', invitationId: 'i-2', emailAddress: 'p2@example.com' },
    ]);
    expect([factOf('i-1').state, factOf('i-2').state]).toEqual(['pending', 'pending']);
  });
});

describe('resending', () => {
  test('requests emails as selected, and the next refresh updates the expiry', async () => {
    await own.bench.outbox.resend({ invitations: [ref('i-1')], notifyInvitedUsers: true });
    await own.bench.outbox.idle();
    expect(own.amazon.arrived.map(updatesIn)).toEqual([
      { updates: [{ invitationId: 'i-1', state: 'RESENT' }], notifyInvitedUsers: true },
    ]);
    expect(factOf('i-1')).toEqual({ state: 'pending', expires_at: null });
    expect(factOf('i-2').expires_at).toBe(1_764_000_000_000);
    expect(own.bench.readings).toEqual([account, account]);
  });
});

const invitee = (emailAddress: string): Invitee => ({ emailAddress, userName: 'P', role: 'admin' });

describe('an invalid change', () => {
  test.each<[string, RegExp, string, (bench: OutboxBench) => unknown]>([
    [
      'the same address twice',
      /JANE@example\.com is in the list twice/,
      'INVALID_INPUT',
      ({ outbox }) =>
        outbox.create({
          account,
          invitees: [invitee('jane@example.com'), invitee('JANE@example.com')],
          notifyInvitedUsers: false,
        }),
    ],
    [
      'an unknown account',
      /NOWHERE isn’t known/,
      'NOT_FOUND',
      ({ outbox }) =>
        outbox.create({
          account: { connectionId: 'c-1', accountId: 'NOWHERE' },
          invitees: [invitee('jane@example.com')],
          notifyInvitedUsers: false,
        }),
    ],
    [
      'an unknown invitation, beside a good one',
      /i-none isn’t known/,
      'NOT_FOUND',
      ({ outbox }) => outbox.revoke({ invitations: [ref('i-1'), ref('i-none')] }),
    ],
    [
      'the same invitation twice',
      /p1@example\.com is in the list twice/,
      'INVALID_INPUT',
      ({ outbox }) => outbox.revoke({ invitations: [ref('i-1'), ref('i-1')] }),
    ],
    [
      'the same invitation twice, whose address Amazon hides,',
      /^The invitation i-1 is in the list twice/,
      'INVALID_INPUT',
      ({ outbox }) => {
        own.store.db.exec(`UPDATE invitations SET email_address = ''`);
        return outbox.revoke({ invitations: [ref('i-1'), ref('i-1')] });
      },
    ],
  ])('%s is rejected by name, and nothing at all is written or sent', async (_what, message, code, work) => {
    await expect(Promise.resolve().then(() => work(own.bench))).rejects.toEqual(
      expect.objectContaining({ code, message: matching(message) }),
    );
    expect(own.bench.operations()).toEqual([]);
    expect(own.amazon.arrived).toHaveLength(0);
  });

  test.each<[InvitationState, RegExp]>([
    ['revoked', /already revoked/],
    ['accepted', /already accepted/],
    ['lapsed', /expired/],
    ['gone', /no longer in Amazon’s list/],
  ])('an invitation that is %s can neither be revoked nor resent', async (state, message) => {
    own.setState('i-1', state);
    const refusal = expect.objectContaining({
      code: 'INVALID_INPUT',
      message: matching(message),
    }) as Error;
    await expect(own.bench.outbox.revoke({ invitations: [ref('i-1')] })).rejects.toEqual(refusal);
    await expect(
      own.bench.outbox.resend({ invitations: [ref('i-1')], notifyInvitedUsers: false }),
    ).rejects.toEqual(refusal);
    expect(own.bench.operations()).toEqual([]);
  });

  // docs/sending.md: S4
  test('in progress is not sent a second time', async () => {
    const revoke = () => own.bench.outbox.revoke({ invitations: [ref('i-1')] });
    const create = (): unknown =>
      own.bench.outbox.create({ account, invitees: [invitee('new@example.com')], notifyInvitedUsers: false });
    await revoke();
    create();
    await expect(revoke()).rejects.toEqual(expect.objectContaining({ message: matching(/right now/) }));
    expect(create).toThrow(expect.objectContaining({ message: matching(/right now/) }));
    own.store.db.exec(`UPDATE invitations SET email_address = ''`);
    await expect(revoke()).rejects.toEqual(
      expect.objectContaining({ message: matching(/^The invitation i-1 is being revoked/) }),
    );
    await own.bench.outbox.idle();
    expect(own.amazon.arrived).toHaveLength(2);
  });
});

describe('the journal', () => {
  test('is read newest first, in pages, by ID, account and status', async () => {
    const [first] = (await own.bench.outbox.revoke({ invitations: [ref('i-1')] })).operationIds;
    await own.bench.outbox.idle();
    own.reply = () => ({ status: 400 });
    await own.bench.outbox.revoke({ invitations: [ref('i-2'), ref('i-1', 'ENTITY2')] });
    await own.bench.outbox.idle();
    const found = (query: object): (string | null)[] =>
      own.bench.outbox
        .operations({ limit: 50, offset: 0, ...query })
        .operations.map(({ accountId, invitationId }) => `${accountId} ${invitationId ?? ''}`);
    expect(found({})).toEqual(['ENTITY2 i-1', 'ENTITY1 i-2', 'ENTITY1 i-1']);
    expect(found({ statuses: ['failed'] })).toEqual(['ENTITY2 i-1', 'ENTITY1 i-2']);
    expect(found({ account })).toEqual(['ENTITY1 i-2', 'ENTITY1 i-1']);
    expect(found({ operationIds: [first] })).toEqual(['ENTITY1 i-1']);
    expect(found({ operationIds: [] })).toEqual([]);
    expect(own.bench.outbox.operations({ limit: 1, offset: 1 })).toMatchObject({
      total: 3,
      operations: [{ invitationId: 'i-2' }],
    });
    expect(() => found({ account: { connectionId: 'c-9', accountId: 'ENTITY1' } })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });
});
