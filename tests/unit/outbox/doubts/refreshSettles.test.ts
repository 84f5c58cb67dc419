import { describe, expect, test } from 'vitest';
import { account, invitingBench, people } from '../../../support/benches/inviting';
import { listedAs, lossyAmazon } from '../../../support/amazon/lossyAmazon';
import { manualClock } from '../../../support/clocks/manualClock';
import { outboxOver } from '../../../support/benches/outboxBench';

const clock = manualClock();
const bench = invitingBench();

// docs/sending.md: S15
describe('a refresh of the account', () => {
  test('resolves what was in doubt while the list could not be read', async () => {
    const amazon = lossyAmazon(bench);
    const { list } = bench;
    const own = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 5, clock });
    bench.reply = (request) => {
      amazon.carryOut(request);
      bench.list = () => ({ status: 403, json: { message: 'No.' } });
      return 'reset';
    };
    await bench.invite(people(1), own);
    await clock.advance(5);
    await own.outbox.doubtsLookedAt();
    expect(own.operations()).toMatchObject([{ status: 'inDoubt', finding: { verdict: 'unread' } }]);
    bench.list = list;
    await own.access.refreshInvitations([account]);
    await own.outbox.doubtsLookedAt();
    expect(own.operations()).toMatchObject([{ status: 'done', invitationId: 'inv-p1@example.com' }]);
  });

  test('works right away, without waiting for a late commit again', async () => {
    const amazon = lossyAmazon(bench);
    const { list } = bench;
    const own = outboxOver(bench.store.db, bench.amazon.origin, { lateCommitMs: 50, clock });
    bench.reply = (request) => {
      amazon.carryOut(request);
      bench.list = () => ({ json: {} });
      return 'reset';
    };
    await bench.invite(people(1), own);
    await clock.advance(50);
    await own.outbox.doubtsLookedAt();
    expect(own.operations()).toMatchObject([{ finding: { verdict: 'unread' } }]);
    bench.list = list;
    await own.access.refreshInvitations([account]);
    await own.outbox.doubtsLookedAt();
    expect(own.operations()).toMatchObject([{ status: 'done' }]);
  });

  test('resolves a change of role whose person has accepted in the meantime', async () => {
    const amazon = lossyAmazon(bench);
    const own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
    amazon.pending = [listedAs('i-1', 'p1@example.com')];
    await own.access.refreshInvitations([account]);
    bench.reply = (request) => {
      const answer = amazon.carryOut(request);
      if (request.method === 'POST') amazon.pending = [];
      return answer;
    };
    await own.outbox.changeRole({
      invitation: { ...account, invitationId: 'i-1' },
      role: 'admin',
      notifyInvitedUsers: false,
    });
    await own.outbox.idle();
    expect(own.operations().at(-1)?.readBack).toBe('notListed');
    bench.users = () => ({ json: { users: [{ userId: 'u-1', emailAddress: 'p***@e***.com' }] } });
    await clock.advance(60_000);
    own.events.length = 0;
    await own.access.refreshInvitations([account]);
    expect(own.operations().at(-1)?.readBack).toBe('accepted');
    expect(own.events.at(-1)).toBe('operations.changed');
  });

  test('resolves a new role that was not listed yet', async () => {
    const amazon = lossyAmazon(bench);
    const own = outboxOver(bench.store.db, bench.amazon.origin);
    amazon.pending = [listedAs('i-1', 'p1@example.com')];
    await own.access.refreshInvitations([account]);
    bench.reply = (request) => {
      const answer = amazon.carryOut(request);
      if (request.method === 'POST') bench.list = () => ({ json: { invitations: [] } });
      return answer;
    };
    const { list } = bench;
    await own.outbox.changeRole({
      invitation: { ...account, invitationId: 'i-1' },
      role: 'admin',
      notifyInvitedUsers: false,
    });
    await own.outbox.idle();
    expect(own.operations().at(-1)?.readBack).toBe('notListed');
    bench.list = list;
    await own.access.refreshInvitations([account]);
    expect(own.operations().at(-1)?.readBack).toBe('asAsked');
  });
});
