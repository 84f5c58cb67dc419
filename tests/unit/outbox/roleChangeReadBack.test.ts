import { beforeEach, describe, expect, test } from 'vitest';
import { writeReading } from '../../../main/access/reading';
import { account, invitingBench } from '../../support/inviting';
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

async function changed(): Promise<number[]> {
  const ids = change();
  await own.outbox.idle();
  return ids;
}

describe('what the list shows after a change of role', () => {
  test.each<[string, () => void]>([
    ['asAsked', () => undefined],
    ['otherRole', () => (amazon.pending = [listedAs(`inv-${jane}`, jane, 'viewer')])],
    ['notListed', () => (amazon.pending = [])],
    ['oldOneListed', () => amazon.pending.push(listedAs('i-1', jane))],
  ])('is %s', async (readBack, showing) => {
    onInvite = (request) => {
      const answer = amazon.carryOut(request);
      showing();
      return answer;
    };
    await changed();
    expect(own.operations()[1]).toMatchObject({ status: 'done', readBack });
    expect(sent()).toEqual(['PUT', 'POST']);
  });

  test('that was not shown yet is compared anew with the next reading', async () => {
    onInvite = (request) => {
      const answer = amazon.carryOut(request);
      amazon.pending = [];
      return answer;
    };
    await changed();
    expect(own.operations()[1]?.readBack).toBe('notListed');
    amazon.pending = [listedAs(`inv-${jane}`, jane, 'admin')];
    const other = { emailAddress: 'bob@example.com', userName: 'Bob', role: 'viewer' as const };
    onInvite = amazon.carryOut;
    own.outbox.create({ account, invitees: [other], notifyInvitedUsers: false });
    await own.outbox.idle();
    expect(own.operations()[1]?.readBack).toBe('asAsked');
  });
});

describe('a change of role is refused', () => {
  const refused = async (work: () => unknown, message: RegExp): Promise<void> => {
    expect(work).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', message: like(message) }));
    await own.outbox.idle();
    expect(own.operations()).toEqual([]);
    expect(bench.rows('runs')).toEqual([]);
    expect(sent()).toEqual([]);
  };

  test('for a masked address', async () => {
    bench.store.db.prepare('UPDATE invitations SET email_address = ?').run('j***@example.com');
    await refused(change, /hides the address/);
  });
  test('to the role it has', () => refused(() => change('viewer'), /is invited as viewer already/));
  test.each(['revoked', 'accepted', 'lapsed', 'gone'])('for an invitation that is %s', async (state) => {
    bench.store.db.prepare('UPDATE invitations SET state = ?').run(state);
    await refused(change, /Only a pending one/);
  });
});

test('a change of role is refused while the person is being invited anew', () => {
  own.outbox.create({
    account,
    invitees: [{ emailAddress: jane.toUpperCase(), userName: 'Jane', role: 'admin' }],
    notifyInvitedUsers: false,
  });
  expect(() => change()).toThrow(/is being invited to/);
  expect(own.operations()).toHaveLength(1);
  return own.outbox.idle();
});
