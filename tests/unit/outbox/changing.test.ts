import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeReading } from '../../../main/access/reading';
import type { InvitationRef, InvitationState, Invitee } from '../../../shared/domain/invitation';
import type { LeftOut } from '../../../shared/domain/leftOut';
import { startAmazonOfChanges, type AmazonOfChanges } from '../../support/amazonOfChanges';
import type { Arrived, Reply } from '../../support/loopbackAmazon';
import { outboxOver, type OutboxBench } from '../../support/outboxBench';
import { like } from '../../support/like';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/store';

let store: Store;
let amazon: AmazonOfChanges;
let bench: OutboxBench;
let reply: (request: Arrived) => Reply;
const account = { connectionId: 'c-1', accountId: 'ENTITY1' };
const ref = (invitationId: string, accountId = 'ENTITY1') => ({
  connectionId: 'c-1',
  accountId,
  invitationId,
});

interface Updates {
  updates: { invitationId: string; state: string }[];
  notifyInvitedUsers: boolean;
}
const updatesIn = ({ body }: Arrived): Updates => JSON.parse(body) as Updates;
const confirmAll = (request: Arrived): Reply =>
  request.method === 'PUT' ? { json: { successes: updatesIn(request).updates.reverse() } } : { json: {} };

beforeEach(async () => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  reply = confirmAll;
  amazon = await startAmazonOfChanges(
    () => store.db,
    (request) => reply(request),
  );
  for (const accountId of ['ENTITY1', 'ENTITY2']) {
    addAccount(store.db, 'c-1', accountId);
    const entries = Array.from({ length: accountId === 'ENTITY1' ? 60 : 2 }, (_, index) => ({
      invitationId: `i-${String(index)}`,
      emailAddress: `p${String(index)}@example.com`,
      userName: 'P',
      role: 'viewer',
      createdBy: 'Dana',
      createdAt: 1,
      expiresAt: 1_764_000_000_000,
    }));
    writeReading(
      store.db,
      { realm: 'sandbox', accountId, name: '' },
      { entries, unreadable: 0, beganAt: 10 },
    );
  }
  bench = outboxOver(store.db, amazon.origin);
});
afterEach(async () => {
  await bench.outbox.idle();
  await amazon.stop();
  store.remove();
});

const factOf = (invitationId: string, accountId = 'ENTITY1'): { state: string; expires_at: number | null } =>
  store.db
    .prepare('SELECT state, expires_at FROM invitations WHERE account_id = ? AND invitation_id = ?')
    .get(accountId, invitationId) as { state: string; expires_at: number | null };
const setState = (invitationId: string, state: InvitationState): void => {
  store.db.prepare('UPDATE invitations SET state = ? WHERE invitation_id = ?').run(state, invitationId);
};

describe('revoking', () => {
  test('sends calls of one account and at most 50, and stores what Amazon confirmed', async () => {
    const many = Array.from({ length: 51 }, (_, index) => ref(`i-${String(index)}`));
    const { operationIds } = bench.outbox.revoke({ invitations: [...many, ref('i-0', 'ENTITY2')] });
    expect(operationIds).toHaveLength(52);
    await bench.outbox.idle();
    const calls = amazon.arrived.map((request) => [
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
    expect(amazon.arrived.every((request) => updatesIn(request).updates[0]?.state === 'REVOKED')).toBe(true);
    expect(bench.operations().every(({ status }) => status === 'done')).toBe(true);
    expect([factOf('i-0'), factOf('i-50'), factOf('i-0', 'ENTITY2')].map(({ state }) => state)).toEqual(
      Array(3).fill('revoked'),
    );
    expect(factOf('i-51').state).toBe('pending');
    expect(factOf('i-1', 'ENTITY2').state).toBe('pending');
    expect(new Set(bench.readings.map(({ accountId }) => accountId))).toEqual(
      new Set(['ENTITY1', 'ENTITY2']),
    );
    expect(bench.readings).toHaveLength(2);
  });

  test('leaves an invitation as it was where Amazon refuses or does not say', async () => {
    reply = () => ({
      json: { errors: [{ identifier: 'i-1', errorMessage: 'Already redeemed' }], successes: [] },
    });
    bench.outbox.revoke({ invitations: [ref('i-1'), ref('i-2')] });
    await bench.outbox.idle();
    expect(bench.operations()).toMatchObject([
      { kind: 'revoke', status: 'failed', invitationId: 'i-1', error: { details: 'Already redeemed' } },
      { status: 'inDoubt', invitationId: 'i-2', emailAddress: 'p2@example.com' },
    ]);
    expect([factOf('i-1').state, factOf('i-2').state]).toEqual(['pending', 'pending']);
  });
});

describe('resending', () => {
  test('asks for e-mails as told, and lets the next reading bring the new end', async () => {
    bench.outbox.resend({ invitations: [ref('i-1')], notifyInvitedUsers: true });
    await bench.outbox.idle();
    expect(amazon.arrived.map(updatesIn)).toEqual([
      { updates: [{ invitationId: 'i-1', state: 'RESENT' }], notifyInvitedUsers: true },
    ]);
    expect(factOf('i-1')).toEqual({ state: 'pending', expires_at: null });
    expect(factOf('i-2').expires_at).toBe(1_764_000_000_000);
    expect(bench.readings).toEqual([account, account]);
  });
});

const invitee = (emailAddress: string): Invitee => ({ emailAddress, userName: 'P', role: 'admin' });

describe('what must not go out', () => {
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
      'an account nobody knows',
      /NOWHERE is not known/,
      'NOT_FOUND',
      ({ outbox }) =>
        outbox.create({
          account: { connectionId: 'c-1', accountId: 'NOWHERE' },
          invitees: [invitee('jane@example.com')],
          notifyInvitedUsers: false,
        }),
    ],
    [
      'an invitation nobody knows, beside a good one',
      /i-none is not known/,
      'NOT_FOUND',
      ({ outbox }) => outbox.revoke({ invitations: [ref('i-1'), ref('i-none')] }),
    ],
    [
      'the same invitation twice',
      /p1@example\.com is in the list twice/,
      'INVALID_INPUT',
      ({ outbox }) => outbox.revoke({ invitations: [ref('i-1'), ref('i-1')] }),
    ],
  ])('%s is refused, naming it, and nothing at all is written or sent', (_what, message, code, work) => {
    expect(() => work(bench)).toThrow(expect.objectContaining({ code, message: like(message) }));
    expect(bench.operations()).toEqual([]);
    expect(amazon.arrived).toHaveLength(0);
  });

  test.each<[InvitationState, RegExp]>([
    ['revoked', /already revoked/],
    ['accepted', /already accepted/],
    ['lapsed', /two weeks/],
    ['gone', /no longer in Amazon’s list/],
  ])('an invitation that is %s can neither be revoked nor resent', (state, message) => {
    setState('i-1', state);
    const refusal = expect.objectContaining({
      code: 'INVALID_INPUT',
      message: like(message),
    }) as Error;
    expect(() => bench.outbox.revoke({ invitations: [ref('i-1')] })).toThrow(refusal);
    expect(() => bench.outbox.resend({ invitations: [ref('i-1')], notifyInvitedUsers: false })).toThrow(
      refusal,
    );
    expect(bench.operations()).toEqual([]);
  });

  test('what is under way is not sent a second time', async () => {
    const revoke = (): unknown => bench.outbox.revoke({ invitations: [ref('i-1')] });
    const create = (): unknown =>
      bench.outbox.create({ account, invitees: [invitee('new@example.com')], notifyInvitedUsers: false });
    revoke();
    create();
    expect(revoke).toThrow(expect.objectContaining({ message: like(/right now/) }));
    expect(create).toThrow(expect.objectContaining({ message: like(/right now/) }));
    await bench.outbox.idle();
    expect(amazon.arrived).toHaveLength(2);
  });
});

describe('many at once, of which some cannot be changed now', () => {
  const leftOutBy = (leftOut: readonly LeftOut[]) =>
    Object.fromEntries(
      leftOut.map(({ reason, invitations }) => [reason, invitations.map(({ invitationId }) => invitationId)]),
    );

  /** Revokes these, and Amazon’s answer is lost. */
  async function inDoubt(...refs: InvitationRef[]): Promise<void> {
    reply = () => 'reset';
    bench.outbox.revoke({ invitations: refs });
    await bench.outbox.idle();
    reply = confirmAll;
  }

  test('the others are resent in one run, and each one left out is told with the reason', async () => {
    await inDoubt(ref('i-1'), ref('i-2'));
    setState('i-3', 'accepted');
    setState('i-4', 'lapsed');
    bench.outbox.resend({ invitations: [ref('i-5')], notifyInvitedUsers: false });
    const asked = ['i-1', 'i-2', 'i-3', 'i-4', 'i-5', 'i-6', 'i-7'].map((id) => ref(id));
    const sent = bench.outbox.resend({ invitations: asked, notifyInvitedUsers: true });
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
    await bench.outbox.idle();
    const ours = bench.outbox.operations({ runId: sent.runId, limit: 50, offset: 0 }).operations;
    expect(ours.map(({ operationId, status }) => [operationId, status])).toEqual(
      sent.operationIds.toReversed().map((id) => [id, 'done']),
    );
    expect(amazon.arrived.flatMap((request) => updatesIn(request).updates)).toHaveLength(2 + 1 + 2);
  });

  test('where nothing at all can be done, that is told of the first, and no run is begun', async () => {
    await inDoubt(ref('i-1'), ref('i-2'));
    const runs = bench.outbox.status().runs.length;
    expect(() =>
      bench.outbox.resend({ invitations: [ref('i-2'), ref('i-1')], notifyInvitedUsers: true }),
    ).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: like(/p2@example\.com .*in doubt/) }),
    );
    expect(bench.outbox.status().runs).toHaveLength(runs);
    expect(amazon.arrived).toHaveLength(1);
  });

  test('people are invited again, except who has a pending one, accepted, is being invited or is hidden', () => {
    for (const id of ['i-1', 'i-2', 'i-4', 'i-5']) setState(id, 'lapsed');
    setState('i-3', 'accepted');
    store.db.prepare(`UPDATE invitations SET email_address = 'p***' WHERE invitation_id = 'i-4'`).run();
    bench.outbox.create({ account, invitees: [invitee('P5@example.com')], notifyInvitedUsers: false });
    const asked = ['i-0', 'i-1', 'i-2', 'i-3', 'i-4', 'i-5'].map((id) => ref(id));
    const sent = bench.outbox.inviteAgain({ invitations: asked, notifyInvitedUsers: false });
    expect(leftOutBy(sent.leftOut)).toEqual({
      pending: ['i-0'],
      accepted: ['i-3'],
      hidden: ['i-4'],
      underWay: ['i-5'],
    });
    expect(
      bench.outbox
        .operations({ operationIds: sent.operationIds, limit: 50, offset: 0 })
        .operations.map(({ kind, emailAddress }) => `${kind} ${emailAddress}`),
    ).toEqual(['create p2@example.com', 'create p1@example.com']);
    expect(() => bench.outbox.inviteAgain({ invitations: asked, notifyInvitedUsers: false })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });

  test('one person is not invited twice through two connections', () => {
    addConnection(store.db, 'c-2');
    addAccount(store.db, 'c-2', 'ENTITY1');
    setState('i-1', 'lapsed');
    expect(() =>
      bench.outbox.inviteAgain({
        invitations: [ref('i-1'), { ...ref('i-1'), connectionId: 'c-2' }],
        notifyInvitedUsers: false,
      }),
    ).toThrow(expect.objectContaining({ message: like(/p1@example\.com is in the list twice/) }));
    expect(bench.operations()).toEqual([]);
  });
});

describe('the journal', () => {
  test('is read newest first, in pages, by id, account and status', async () => {
    const [first] = bench.outbox.revoke({ invitations: [ref('i-1')] }).operationIds;
    await bench.outbox.idle();
    reply = () => ({ status: 400 });
    bench.outbox.revoke({ invitations: [ref('i-2'), ref('i-1', 'ENTITY2')] });
    await bench.outbox.idle();
    const found = (query: object): (string | null)[] =>
      bench.outbox
        .operations({ limit: 50, offset: 0, ...query })
        .operations.map(({ accountId, invitationId }) => `${accountId} ${invitationId ?? ''}`);
    expect(found({})).toEqual(['ENTITY2 i-1', 'ENTITY1 i-2', 'ENTITY1 i-1']);
    expect(found({ statuses: ['failed'] })).toEqual(['ENTITY2 i-1', 'ENTITY1 i-2']);
    expect(found({ account })).toEqual(['ENTITY1 i-2', 'ENTITY1 i-1']);
    expect(found({ operationIds: [first] })).toEqual(['ENTITY1 i-1']);
    expect(found({ operationIds: [] })).toEqual([]);
    expect(bench.outbox.operations({ limit: 1, offset: 1 })).toMatchObject({
      total: 3,
      operations: [{ invitationId: 'i-2' }],
    });
    expect(() => found({ account: { connectionId: 'c-9', accountId: 'ENTITY1' } })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });
});
