import { beforeEach, describe, expect, test } from 'vitest';
import { account, invitingBench, people } from '../../../support/benches/inviting';
import { lossyAmazon, type LossyAmazon } from '../../../support/amazon/lossyAmazon';
import { manualClock, until } from '../../../support/clocks/manualClock';
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

const firstInvitation = { ...account, invitationId: 'inv-p1@example.com' };

interface Fault {
  /** The call during which another change is requested. */
  readonly askAt: number;
  readonly ask: () => Promise<unknown>;
  /** The call from which on answers are lost, and whether Amazon carries those out. */
  readonly loseFrom: number;
  readonly carriedOut: boolean;
}

function arrange({ askAt, ask, loseFrom, carriedOut }: Fault): void {
  bench.reply = async (request, count) => {
    if (count === askAt) {
      // By then the previous call is recorded as done.
      await until(() => own.operations().some(({ status }) => status === 'done'));
      await ask();
    }
    if (count < loseFrom) return amazon.carryOut(request);
    if (carriedOut) amazon.carryOut(request);
    return 'reset';
  };
}

async function look(): Promise<void> {
  await own.outbox.idle();
  await clock.advance(minute);
  await own.outbox.doubtsLookedAt();
}

const resend = () => own.outbox.resend({ invitations: [firstInvitation], notifyInvitedUsers: true });

const revoke = () => own.outbox.revoke({ invitations: [firstInvitation] });

// docs/sending.md: S6
describe('an invitation that is changed again while its account is still being sent to', () => {
  test('has its lost resending found done, even though the list before the first call lacked it', async () => {
    arrange({ askAt: 2, ask: resend, loseFrom: 3, carriedOut: true });
    own.outbox.create({ account, invitees: people(100), notifyInvitedUsers: true });
    await look();
    expect(own.operations().at(-1)).toMatchObject({ kind: 'resend', status: 'done' });
  });

  test('has its lost revocation found done, even though the list before the first call lacked it', async () => {
    arrange({ askAt: 2, ask: revoke, loseFrom: 3, carriedOut: true });
    own.outbox.create({ account, invitees: people(100), notifyInvitedUsers: true });
    await look();
    expect(own.operations().at(-1)).toMatchObject({ kind: 'revoke', status: 'done' });
  });

  test('does not have a second resending that never arrived mistaken for the first', async () => {
    own.outbox.create({ account, invitees: people(1), notifyInvitedUsers: true });
    await own.outbox.idle();
    // Read before the first resending, and valid for the calls after it.
    await resend();
    own.outbox.create({ account, invitees: people(60).slice(1), notifyInvitedUsers: true });
    arrange({ askAt: 3, ask: resend, loseFrom: 5, carriedOut: false });
    await look();
    expect(own.operations().at(-1)).toMatchObject({
      kind: 'resend',
      status: 'inDoubt',
      finding: { verdict: 'notSeen' },
    });
  });
});
