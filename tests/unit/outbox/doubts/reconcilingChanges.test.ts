import { beforeEach, describe, expect, test } from 'vitest';
import { account, invitingBench, people } from '../../../support/benches/inviting';
import { firstEnd, listedAs, lossyAmazon, type LossyAmazon } from '../../../support/amazon/lossyAmazon';
import { manualClock } from '../../../support/clocks/manualClock';
import { outboxOver, type OutboxBench } from '../../../support/benches/outboxBench';

const clock = manualClock();
const bench = invitingBench();
const minute = 60_000;
let amazon: LossyAmazon;
let own: OutboxBench;
beforeEach(() => {
  amazon = lossyAmazon(bench);
  own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
});

/** Lets sending end, a late commit be ruled out, and the doubts be checked. */
async function look(): Promise<void> {
  await own.outbox.idle();
  await clock.advance(minute);
  await own.outbox.doubtsLookedAt();
  await own.outbox.idle();
}

// docs/sending.md: S16
describe('a change of an invitation whose answer was lost', () => {
  const ref = { ...account, invitationId: 'i-1' };
  beforeEach(async () => {
    amazon.pending = [listedAs('i-1', 'jane@example.com'), listedAs('i-2', 'bob@example.com')];
    own.outbox.create({ account, invitees: people(1), notifyInvitedUsers: false });
    await own.outbox.idle();
  });
  const factOf = (id: string): unknown =>
    bench.rows('invitations').find((row) => row['invitation_id'] === id);
  const last = () => own.operations().at(-1);

  test('a revocation that was carried out is done', async () => {
    bench.reply = (request) => {
      amazon.carryOut(request);
      return 'reset';
    };
    await own.outbox.revoke({ invitations: [ref] });
    await look();
    expect(last()).toMatchObject({ kind: 'revoke', status: 'done', invitationId: 'i-1' });
    expect(factOf('i-1')).toMatchObject({ state: 'revoked' });
    expect(factOf('i-2')).toMatchObject({ state: 'pending' });
    expect(bench.amazon.arrived).toHaveLength(2);
  });

  test('a revocation of an invitation the person had accepted has failed, and says that there is a user now', async () => {
    bench.reply = () => {
      amazon.pending = amazon.pending.filter(({ invitationId }) => invitationId !== 'i-1');
      return 'reset';
    };
    bench.one = (invitationId) => ({ json: { invitation: { invitationId, state: 'REDEEMED' } } });
    await own.outbox.revoke({ invitations: [ref], whenNotSeen: 'sendAgain' });
    await look();
    expect(last()).toMatchObject({
      kind: 'revoke',
      status: 'failed',
      error: { code: 'NOT_DONE', retryable: false },
    });
    expect(last()?.error?.message).toMatch(/accepted .* before it could be revoked/);
    expect(bench.amazon.arrived).toHaveLength(2);
  });

  test('a revocation that was not carried out stays in doubt, and is sent again if the run allows it', async () => {
    bench.reply = (request, count) => (count === 2 ? 'reset' : amazon.carryOut(request));
    await own.outbox.revoke({ invitations: [ref], whenNotSeen: 'sendAgain' });
    await look();
    expect(own.operations().slice(1)).toMatchObject([
      { kind: 'revoke', status: 'failed', error: { code: 'SENT_AGAIN' } },
      { kind: 'revoke', status: 'done', invitationId: 'i-1', attempt: 2 },
    ]);
    expect(bench.amazon.arrived).toHaveLength(3);
    expect(bench.amazon.arrived[2]?.body).toBe(bench.amazon.arrived[1]?.body);
    expect(factOf('i-1')).toMatchObject({ state: 'revoked' });
  });

  test('a revocation that was not carried out, in a run that asks, names the invitation that is still there', async () => {
    bench.reply = () => 'reset';
    await own.outbox.revoke({ invitations: [ref] });
    await look();
    expect(last()).toMatchObject({
      status: 'inDoubt',
      finding: { verdict: 'notSeen', candidates: [{ invitationId: 'i-1' }] },
    });
    expect(factOf('i-1')).toMatchObject({ state: 'pending' });
    expect(bench.amazon.arrived).toHaveLength(2);
  });

  test('a resending that was carried out is done, and the new expiry is known', async () => {
    bench.reply = (request) => {
      amazon.carryOut(request);
      return 'reset';
    };
    await own.outbox.resend({ invitations: [ref], notifyInvitedUsers: true });
    await look();
    await own.outbox.idle();
    expect(last()).toMatchObject({ kind: 'resend', status: 'done' });
    expect(bench.amazon.arrived).toHaveLength(2);
    expect(amazon.pending[0]?.expiration).toBeGreaterThan(firstEnd);
  });

  test('a resending that was not carried out stays in doubt', async () => {
    bench.reply = () => 'reset';
    await own.outbox.resend({ invitations: [ref], notifyInvitedUsers: true });
    await look();
    expect(last()).toMatchObject({ kind: 'resend', status: 'inDoubt', finding: { verdict: 'notSeen' } });
    expect(last()?.finding?.candidates).toHaveLength(1);
    expect(bench.amazon.arrived).toHaveLength(2);
  });
});
