import { describe, expect, test } from 'vitest';
import { requestedIn, invitingBench } from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { listedAs } from '../../../support/amazon/lossyAmazon';
import type { Reply } from '../../../support/amazon/loopbackAmazon';
import { jane, roleChangeBench } from '../../../support/benches/roleChange';

const bench = invitingBench();
const jobs = roleChangeBench(bench);
const { change, sent } = jobs;
const stand = (): string[] => jobs.own.operations().map(({ kind, status }) => `${kind} ${status}`);
const states = (): unknown[] => bench.rows('invitations').map((row) => [row['invitation_id'], row['state']]);
const refusal: Reply = { status: 400, json: { message: 'No.' } };

async function changed(): Promise<number[]> {
  const ids = await change();
  await jobs.own.outbox.idle();
  return ids;
}

// docs/sending.md: S19
describe('changing the role of a pending invitation', () => {
  test('revokes it and creates a new one, in this order, as one run', async () => {
    const [first, second] = await changed();
    expect(sent()).toEqual(['PUT', 'POST']);
    expect(JSON.parse(bench.amazon.arrived[0]?.body ?? '')).toEqual({
      updates: [{ invitationId: 'i-1', state: 'REVOKED' }],
      notifyInvitedUsers: false,
    });
    expect(bench.amazon.arrived.slice(1).flatMap(requestedIn)).toMatchObject([
      { user: { emailAddress: jane, userName: 'Jane' }, permissionSet: { role: { name: 'admin' } } },
    ]);
    expect(JSON.parse(bench.amazon.arrived[1]?.body ?? '')).toMatchObject({ notifyInvitedUsers: true });
    expect(jobs.own.operations()).toMatchObject([
      { operationId: first, kind: 'revoke', status: 'done', afterOperation: null, readBack: null },
      { operationId: second, kind: 'create', status: 'done', afterOperation: first, readBack: 'asAsked' },
    ]);
    expect(jobs.own.outbox.status().runs).toMatchObject([{ kind: 'changeRole', counts: { done: 2 } }]);
    expect(states()).toEqual([
      ['i-1', 'revoked'],
      [`inv-${jane}`, 'pending'],
    ]);
  });

  test('sends the second step only after the first is confirmed', async () => {
    const seen: string[][] = [];
    jobs.onRevoke = (request) => {
      seen.push(stand());
      return jobs.amazon.carryOut(request);
    };
    await changed();
    expect(seen).toEqual([['revoke sending', 'create queued']]);
  });

  test('whose second step fails reports the current state; retrying repairs it', async () => {
    jobs.onInvite = () => refusal;
    const [, second = 0] = await changed();
    expect(stand()).toEqual(['revoke done', 'create failed']);
    expect(jobs.own.operations()[1]?.error).toMatchObject({
      retryable: true,
      message: matching(/old invitation is revoked.*this person has no invitation now/),
    });
    expect(states()).toEqual([['i-1', 'revoked']]);

    jobs.onInvite = jobs.amazon.carryOut;
    await jobs.own.outbox.retry([second]);
    await jobs.own.outbox.idle();
    expect(sent()).toEqual(['PUT', 'POST', 'POST']);
    expect(jobs.own.operations()[2]).toMatchObject({ kind: 'create', status: 'done', readBack: 'asAsked' });
    expect(jobs.own.outbox.status().runs).toMatchObject([{ counts: { done: 2, failed: 0 } }]);
  });

  test('whose second step is skipped because a colleague also invited the person doesn’t say that they have none', async () => {
    jobs.amazon.pending.push(listedAs('hers', jane));
    await changed();
    expect(sent()).toEqual(['PUT']);
    expect(stand()).toEqual(['revoke done', 'create failed']);
    expect(jobs.own.operations()[1]?.error).toMatchObject({
      code: 'ALREADY_INVITED',
      retryable: false,
      message: matching(/^Already invited as viewer: .*To change the role, change that invitation\.$/),
    });
  });

  test('whose first step fails changes nothing, and says so', async () => {
    jobs.onRevoke = () => refusal;
    await changed();
    expect(stand()).toEqual(['revoke failed', 'create failed']);
    expect(sent()).toEqual(['PUT']);
    expect(jobs.own.operations()[1]?.error).toMatchObject({
      code: 'NOT_DONE',
      retryable: true,
      message: matching(/^The old invitation wasn’t revoked, so it’s unchanged/),
    });
    expect(states()).toEqual([['i-1', 'pending']]);
  });

  test.each([
    ['first', 0],
    ['second', 1],
  ])(
    'whose first step failed is retried as a whole, even if only the %s step is named',
    async (_which, index) => {
      jobs.onRevoke = () => refusal;
      const ids = await changed();
      jobs.onRevoke = jobs.amazon.carryOut;
      expect(await jobs.own.outbox.retry([ids[index] ?? 0])).toHaveLength(2);
      await jobs.own.outbox.idle();
      expect(sent()).toEqual(['PUT', 'PUT', 'POST']);
      expect(stand().slice(2)).toEqual(['revoke done', 'create done']);
      expect(jobs.own.operations().slice(2)).toMatchObject([
        { attempt: 2 },
        { attempt: 2, afterOperation: jobs.own.operations()[2]?.operationId, readBack: 'asAsked' },
      ]);
    },
  );

  test('stopped between the steps sends no second step, and reports the current state', async () => {
    jobs.onRevoke = async (request) => {
      await jobs.own.outbox.stop();
      return jobs.amazon.carryOut(request);
    };
    const [, second = 0] = await changed();
    expect(stand()).toEqual(['revoke done', 'create failed']);
    expect(sent()).toEqual(['PUT']);
    jobs.onRevoke = jobs.amazon.carryOut;
    await jobs.own.outbox.retry([second]);
    await jobs.own.outbox.idle();
    expect(stand()).toEqual(['revoke done', 'create failed', 'create done']);
    expect(sent()).toEqual(['PUT', 'POST']);
  });

  test('paused between the steps waits with the second step', async () => {
    jobs.onRevoke = (request) => {
      jobs.own.outbox.pause();
      return jobs.amazon.carryOut(request);
    };
    await changed();
    expect(stand()).toEqual(['revoke done', 'create queued']);
    jobs.own.outbox.resume();
    await jobs.own.outbox.idle();
    expect(stand()).toEqual(['revoke done', 'create done']);
    expect(sent()).toEqual(['PUT', 'POST']);
  });
});

describe('a change of role whose first step is in doubt', () => {
  test('continues when the list shows that it was done', async () => {
    jobs.onRevoke = (request) => {
      jobs.amazon.carryOut(request);
      return 'reset';
    };
    // Its expiry must be ahead, otherwise it may have expired.
    jobs.amazon.pending = [{ ...listedAs('i-1', jane), expiration: 4_000_000_000 }];
    await changed();
    expect(stand()).toEqual(['revoke inDoubt', 'create queued']);
    expect(sent()).toEqual(['PUT']);
    await jobs.own.outbox.doubtsLookedAt();
    await jobs.own.outbox.idle();
    expect(stand()).toEqual(['revoke done', 'create done']);
    expect(sent()).toEqual(['PUT', 'POST']);
  });

  /** The revocation was lost, and the list was read. */
  async function inDoubt(): Promise<number[]> {
    jobs.onRevoke = () => 'reset';
    const ids = await changed();
    await jobs.own.outbox.doubtsLookedAt();
    await jobs.own.outbox.idle();
    jobs.onRevoke = jobs.amazon.carryOut;
    expect(stand()).toEqual(['revoke inDoubt', 'create queued']);
    expect(sent()).toEqual(['PUT']);
    return ids;
  }

  test('waits for a person, who says that it was not done: then nothing is created', async () => {
    const [first = 0] = await inDoubt();
    jobs.own.outbox.resolve(first, { as: 'notDone' });
    await jobs.own.outbox.idle();
    expect(stand()).toEqual(['revoke failed', 'create failed']);
    expect(sent()).toEqual(['PUT']);
  });

  test('waits for a person, who sends it again: then the second step follows the new one', async () => {
    const [first = 0, second = 0] = await inDoubt();
    const [again = 0] = jobs.own.outbox.resolve(first, { as: 'sendAgain' });
    await jobs.own.outbox.idle();
    expect(stand()).toEqual(['revoke failed', 'create done', 'revoke done']);
    expect(sent()).toEqual(['PUT', 'PUT', 'POST']);
    expect(jobs.own.operations()[1]).toMatchObject({
      operationId: second,
      afterOperation: again,
      readBack: 'asAsked',
    });
  });

  test('and was stopped: a later retry follows the revocation that was done', async () => {
    const [first = 0, second = 0] = await inDoubt();
    await jobs.own.outbox.stop();
    expect(stand()).toEqual(['revoke inDoubt', 'create failed']);
    // Whether the old invitation is revoked isn't known, so nothing is said about it.
    expect(jobs.own.operations()[1]?.error).toMatchObject({ message: matching(/^You stopped this/) });
    jobs.own.outbox.resolve(first, { as: 'sendAgain' });
    await jobs.own.outbox.idle();
    expect(stand()).toEqual(['revoke failed', 'create failed', 'revoke done']);
    await jobs.own.outbox.retry([second]);
    await jobs.own.outbox.idle();
    expect(stand().slice(3)).toEqual(['create done']);
    expect(sent()).toEqual(['PUT', 'PUT', 'POST']);
  });
});

describe('a change of role whose second step is in doubt', () => {
  test('is compared with what was requested once the list shows it', async () => {
    jobs.onInvite = (request) => {
      jobs.amazon.carryOut(request);
      return 'reset';
    };
    await changed();
    await jobs.own.outbox.doubtsLookedAt();
    expect(jobs.own.operations()[1]).toMatchObject({ status: 'done', readBack: 'asAsked' });
    expect(sent()).toEqual(['PUT', 'POST']);
  });

  test('and was not done, as a person says, leaves the person without an invitation, and says so', async () => {
    jobs.onInvite = () => 'reset';
    const [, second = 0] = await changed();
    await jobs.own.outbox.doubtsLookedAt();
    jobs.own.outbox.resolve(second, { as: 'notDone' });
    expect(jobs.own.operations()[1]).toMatchObject({
      status: 'failed',
      error: { code: 'NOT_DONE', retryable: true, message: matching(/this person has no invitation now/) },
    });
  });
});
