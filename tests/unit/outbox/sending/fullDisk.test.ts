import { describe, expect, test } from 'vitest';
import { account, inviteAll, invitingBench, people } from '../../../support/benches/inviting';
import { outboxOver } from '../../../support/benches/outboxBench';
import { thrownBy } from '../../../support/fixtures/thrownBy';

const bench = invitingBench();

/** From here on the database can't grow, as on a full disk. */
const fillDisk = (): void => bench.store.db.exec('PRAGMA max_page_count = 1');
const freeSpace = (): void => bench.store.db.exec('PRAGMA max_page_count = 1000000');

const noticed = async (condition: () => boolean): Promise<void> => {
  await expect.poll(condition, { interval: 5 }).toBe(true);
};

// docs/sending.md: S22
describe('on a full disk', () => {
  test('a change is rejected with what to do, and nothing of it is written or sent', async () => {
    const { outbox, operations } = outboxOver(bench.store.db, bench.amazon.origin);
    fillDisk();
    const error = thrownBy(() =>
      outbox.create({ account, invitees: people(1000), notifyInvitedUsers: false }),
    );
    expect(error).toMatchObject({ code: 'DISK_FULL', retryable: true });
    await outbox.idle();
    expect(operations()).toEqual([]);
    expect(bench.rows('requests')).toEqual([]);
    expect(bench.amazon.arrived).toEqual([]);

    freeSpace();
    const { operations: later } = await bench.invite(people(1));
    expect(later.map(({ status }) => status)).toEqual(['done']);
  });

  test('Amazon’s answer is held until there is space, and the next call waits with it', async () => {
    bench.reply = (request, count) => {
      if (count === 1) fillDisk();
      return inviteAll(request);
    };
    const { outbox, operations, events } = outboxOver(bench.store.db, bench.amazon.origin);
    outbox.create({ account, invitees: people(100), notifyInvitedUsers: false });
    await noticed(outbox.waitsForRoom);
    expect(operations().filter(({ status }) => status === 'sending')).toHaveLength(50);
    expect(bench.rows('activity')).toEqual([]);
    expect(events).toContain('app.changed');

    freeSpace();
    await outbox.idle();
    expect(outbox.waitsForRoom()).toBe(false);
    expect(operations().filter(({ status }) => status === 'done')).toHaveLength(100);
    expect(bench.amazon.arrived).toHaveLength(2);
  });

  test('quitting does not wait; the next launch knows that this call is in doubt and that one was never sent', async () => {
    bench.reply = (request) => {
      fillDisk();
      return inviteAll(request);
    };
    const { outbox } = outboxOver(bench.store.db, bench.amazon.origin);
    outbox.create({ account, invitees: people(51), notifyInvitedUsers: false });
    await noticed(outbox.waitsForRoom);
    await outbox.close();
    expect(bench.amazon.arrived).toHaveLength(1);

    bench.store.reopen();
    const next = outboxOver(bench.store.db, bench.amazon.origin);
    next.outbox.recover({ continueAtStart: false });
    const statuses = next.operations().map(({ status }) => status);
    expect(statuses.filter((status) => status === 'inDoubt')).toHaveLength(50);
    expect(statuses.filter((status) => status === 'queued')).toHaveLength(1);
    expect(bench.amazon.arrived).toHaveLength(1);
  });
});
