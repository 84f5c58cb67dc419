import { expect, test } from 'vitest';
import { CodedError } from '../../../../shared/errors';
import { account, inviteAll, invitingBench, people, statuses } from '../../../support/benches/inviting';
import { clientTo } from '../../../support/amazon/loopbackAmazon';
import { manualClock, until } from '../../../support/clocks/manualClock';
import { outboxOver } from '../../../support/benches/outboxBench';
import { addAccount, addConnection } from '../../../support/fixtures/store';

const clock = manualClock();
const bench = invitingBench();

// docs/sending.md: S10
test('a connection that must sign in again does not block another one in the same account', async () => {
  addConnection(bench.store.db, 'c-2');
  addAccount(bench.store.db, 'c-2', account.accountId);
  let signedIn = false;
  const own = outboxOver(bench.store.db, (connectionId) =>
    connectionId === 'c-1' && !signedIn
      ? Promise.reject(new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in again.' }))
      : Promise.resolve(clientTo(bench.amazon.origin)),
  );
  const [one, two] = people(2);
  const invite = (connectionId: string, invitee = one): void => {
    if (invitee === undefined) return;
    own.outbox.create({
      account: { ...account, connectionId },
      invitees: [invitee],
      notifyInvitedUsers: false,
    });
  };
  invite('c-1');
  await until(() => own.outbox.status().waits.length === 1);
  invite('c-2', two);
  await until(() => own.operations()[1]?.status === 'done');
  expect(statuses(own.operations())).toEqual(['p1 queued', 'p2 done']);
  signedIn = true;
  own.outbox.tryNow();
  await own.outbox.idle();
  expect(statuses(own.operations())).toEqual(['p1 done', 'p2 done']);
  expect(bench.amazon.arrived).toHaveLength(2);
});

test('unconfirmed changes of a paused run are not sent again while it is paused', async () => {
  bench.reply = (request, count) => (count === 1 ? 'reset' : inviteAll(request));
  bench.list = () => ({ json: { invitations: [] } });
  const own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
  own.outbox.create({ account, invitees: people(1), notifyInvitedUsers: false, whenNotSeen: 'sendAgain' });
  await own.outbox.idle();
  own.outbox.pause();
  await clock.advance(60_000);
  await own.outbox.doubtsLookedAt();
  await own.outbox.idle();
  expect(statuses(own.operations())).toEqual(['p1 failed', 'p1 queued']);
  expect(bench.amazon.arrived).toHaveLength(1);
  own.outbox.resume();
  await own.outbox.idle();
  expect(statuses(own.operations())).toEqual(['p1 failed', 'p1 done']);
  expect(bench.amazon.arrived).toHaveLength(2);
});
