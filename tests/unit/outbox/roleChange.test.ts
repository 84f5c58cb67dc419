import { beforeEach, describe, expect, test } from 'vitest';
import { writeReading } from '../../../main/access/reading';
import { account, askedIn, invitingBench } from '../../support/inviting';
import { like } from '../../support/like';
import { firstEnd, listedAs, losingAmazon, type LosingAmazon } from '../../support/losing';
import type { Arrived, Reply } from '../../support/loopbackAmazon';
import { outboxOver, type OutboxBench } from '../../support/outboxBench';

const bench = invitingBench();
const jane = 'jane@example.com';
const ref = { ...account, invitationId: 'i-1' };
let amazon: LosingAmazon;
let own: OutboxBench;
/** How Amazon answers the revocation and the new invitation. */
let onRevoke: (request: Arrived) => Reply | Promise<Reply>;
let onInvite: (request: Arrived) => Reply | Promise<Reply>;

/** The store knows this invitation as pending. */
function known(emailAddress: string): void {
  const entry = { invitationId: 'i-1', emailAddress, userName: 'Jane', role: 'viewer' };
  const rest = { createdBy: 'Dana', createdAt: 1, expiresAt: firstEnd * 1000 };
  writeReading(
    bench.store.db,
    { realm: 'sandbox', accountId: account.accountId, name: '' },
    { entries: [{ ...entry, ...rest }], unreadable: 0, beganAt: 10 },
  );
}

beforeEach(() => {
  amazon = losingAmazon(bench);
  amazon.pending = [listedAs('i-1', jane)];
  known(jane);
  onRevoke = amazon.carryOut;
  onInvite = amazon.carryOut;
  bench.reply = (request) => (request.method === 'PUT' ? onRevoke(request) : onInvite(request));
  own = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 20 });
});

const change = (role: 'admin' | 'viewer' = 'admin'): number[] =>
  own.outbox.changeRole({ invitation: ref, role, notifyInvitedUsers: true });
const sent = (): string[] => bench.amazon.arrived.map(({ method }) => method);
const stand = (): string[] => own.operations().map(({ kind, status }) => `${kind} ${status}`);
const states = (): unknown[] => bench.rows('invitations').map((row) => [row['invitation_id'], row['state']]);
const refusal: Reply = { status: 400, json: { message: 'No.' } };

async function changed(): Promise<number[]> {
  const ids = change();
  await own.outbox.idle();
  return ids;
}

describe('changing the role of a pending invitation', () => {
  test('revokes it and makes a new one, in this order, as one run', async () => {
    const [first, second] = await changed();
    expect(sent()).toEqual(['PUT', 'POST']);
    expect(JSON.parse(bench.amazon.arrived[0]?.body ?? '')).toEqual({
      updates: [{ invitationId: 'i-1', state: 'REVOKED' }],
      notifyInvitedUsers: false,
    });
    expect(bench.amazon.arrived.slice(1).flatMap(askedIn)).toMatchObject([
      { user: { emailAddress: jane, userName: 'Jane' }, permissionSet: { role: { name: 'admin' } } },
    ]);
    expect(JSON.parse(bench.amazon.arrived[1]?.body ?? '')).toMatchObject({ notifyInvitedUsers: true });
    expect(own.operations()).toMatchObject([
      { operationId: first, kind: 'revoke', status: 'done', afterOperation: null, readBack: null },
      { operationId: second, kind: 'create', status: 'done', afterOperation: first, readBack: 'asAsked' },
    ]);
    expect(own.outbox.status().runs).toMatchObject([{ kind: 'changeRole', counts: { done: 2 } }]);
    expect(states()).toEqual([
      ['i-1', 'revoked'],
      [`inv-${jane}`, 'pending'],
    ]);
  });

  test('sends the second step only when the first is confirmed', async () => {
    const seen: string[][] = [];
    onRevoke = (request) => {
      seen.push(stand());
      return amazon.carryOut(request);
    };
    await changed();
    expect(seen).toEqual([['revoke sending', 'create queued']]);
  });

  test('whose second step fails says how things stand; trying again repairs it', async () => {
    onInvite = () => refusal;
    const [, second = 0] = await changed();
    expect(stand()).toEqual(['revoke done', 'create failed']);
    expect(own.operations()[1]?.error).toMatchObject({
      retryable: true,
      message: like(/old invitation is revoked.*this person has no invitation now/),
    });
    expect(states()).toEqual([['i-1', 'revoked']]);

    onInvite = amazon.carryOut;
    own.outbox.retry([second]);
    await own.outbox.idle();
    expect(sent()).toEqual(['PUT', 'POST', 'POST']);
    expect(own.operations()[2]).toMatchObject({ kind: 'create', status: 'done', readBack: 'asAsked' });
    expect(own.outbox.status().runs).toMatchObject([{ counts: { done: 2, failed: 0 } }]);
  });

  test('whose first step fails changes nothing, and says so', async () => {
    onRevoke = () => refusal;
    await changed();
    expect(stand()).toEqual(['revoke failed', 'create failed']);
    expect(sent()).toEqual(['PUT']);
    expect(own.operations()[1]?.error).toMatchObject({
      code: 'NOT_SENT',
      retryable: true,
      message: like(/was not revoked, so it stands as it was/),
    });
    expect(states()).toEqual([['i-1', 'pending']]);
  });

  test.each([
    ['first', 0],
    ['second', 1],
  ])('whose first step failed is tried again as a whole, by naming the %s step', async (_which, index) => {
    onRevoke = () => refusal;
    const ids = await changed();
    onRevoke = amazon.carryOut;
    expect(own.outbox.retry([ids[index] ?? 0])).toHaveLength(2);
    await own.outbox.idle();
    expect(sent()).toEqual(['PUT', 'PUT', 'POST']);
    expect(stand().slice(2)).toEqual(['revoke done', 'create done']);
    expect(own.operations().slice(2)).toMatchObject([
      { attempt: 2 },
      { attempt: 2, afterOperation: own.operations()[2]?.operationId, readBack: 'asAsked' },
    ]);
  });

  test('stopped in between sends no second step, and says how things stand', async () => {
    onRevoke = async (request) => {
      await own.outbox.stop();
      return amazon.carryOut(request);
    };
    const [, second = 0] = await changed();
    expect(stand()).toEqual(['revoke done', 'create failed']);
    expect(sent()).toEqual(['PUT']);
    onRevoke = amazon.carryOut;
    own.outbox.retry([second]);
    await own.outbox.idle();
    expect(stand()).toEqual(['revoke done', 'create failed', 'create done']);
    expect(sent()).toEqual(['PUT', 'POST']);
  });

  test('paused in between waits with the second step', async () => {
    onRevoke = (request) => {
      own.outbox.pause();
      return amazon.carryOut(request);
    };
    await changed();
    expect(stand()).toEqual(['revoke done', 'create queued']);
    own.outbox.resume();
    await own.outbox.idle();
    expect(stand()).toEqual(['revoke done', 'create done']);
    expect(sent()).toEqual(['PUT', 'POST']);
  });
});

describe('a change of role whose first step is in doubt', () => {
  test('goes on when the list shows that it was done', async () => {
    onRevoke = (request) => {
      amazon.carryOut(request);
      return 'reset';
    };
    // The end of its two weeks must be ahead, else it may have lapsed.
    amazon.pending = [{ ...listedAs('i-1', jane), expiration: 4_000_000_000 }];
    await changed();
    expect(stand()).toEqual(['revoke inDoubt', 'create queued']);
    expect(sent()).toEqual(['PUT']);
    await own.outbox.doubtsLookedAt();
    await own.outbox.idle();
    expect(stand()).toEqual(['revoke done', 'create done']);
    expect(sent()).toEqual(['PUT', 'POST']);
  });

  /** The revocation was lost on its way, and the list was read. */
  async function inDoubt(): Promise<number[]> {
    onRevoke = () => 'reset';
    const ids = await changed();
    await own.outbox.doubtsLookedAt();
    await own.outbox.idle();
    onRevoke = amazon.carryOut;
    expect(stand()).toEqual(['revoke inDoubt', 'create queued']);
    expect(sent()).toEqual(['PUT']);
    return ids;
  }

  test('waits for a person, who says that it was not done: then nothing is made', async () => {
    const [first = 0] = await inDoubt();
    own.outbox.resolve(first, { as: 'notDone' });
    await own.outbox.idle();
    expect(stand()).toEqual(['revoke failed', 'create failed']);
    expect(sent()).toEqual(['PUT']);
  });

  test('waits for a person, who sends it again: then the second step follows the new one', async () => {
    const [first = 0, second = 0] = await inDoubt();
    const [again = 0] = own.outbox.resolve(first, { as: 'sendAgain' });
    await own.outbox.idle();
    expect(stand()).toEqual(['revoke failed', 'create done', 'revoke done']);
    expect(sent()).toEqual(['PUT', 'PUT', 'POST']);
    expect(own.operations()[1]).toMatchObject({
      operationId: second,
      afterOperation: again,
      readBack: 'asAsked',
    });
  });

  test('and was stopped: what is tried again later follows the revocation that was done', async () => {
    const [first = 0, second = 0] = await inDoubt();
    await own.outbox.stop();
    expect(stand()).toEqual(['revoke inDoubt', 'create failed']);
    own.outbox.resolve(first, { as: 'sendAgain' });
    await own.outbox.idle();
    expect(stand()).toEqual(['revoke failed', 'create failed', 'revoke done']);
    own.outbox.retry([second]);
    await own.outbox.idle();
    expect(stand().slice(3)).toEqual(['create done']);
    expect(sent()).toEqual(['PUT', 'PUT', 'POST']);
  });
});

describe('a change of role whose second step is in doubt', () => {
  test('is compared with what was asked for once the list shows it', async () => {
    onInvite = (request) => {
      amazon.carryOut(request);
      return 'reset';
    };
    await changed();
    await own.outbox.doubtsLookedAt();
    expect(own.operations()[1]).toMatchObject({ status: 'done', readBack: 'asAsked' });
    expect(sent()).toEqual(['PUT', 'POST']);
  });

  test('and was not done, as a person says, leaves the person without an invitation, and says so', async () => {
    onInvite = () => 'reset';
    const [, second = 0] = await changed();
    await own.outbox.doubtsLookedAt();
    own.outbox.resolve(second, { as: 'notDone' });
    expect(own.operations()[1]).toMatchObject({
      status: 'failed',
      error: { code: 'NOT_DONE', retryable: true, message: like(/this person has no invitation now/) },
    });
  });
});
