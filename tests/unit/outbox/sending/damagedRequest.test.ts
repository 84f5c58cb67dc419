import { describe, expect, test } from 'vitest';
import {
  account,
  requestedIn,
  invitingBench,
  people,
  statuses,
  type InvitingBench,
} from '../../../support/benches/inviting';
import { outboxOver } from '../../../support/benches/outboxBench';
import { openDatabase } from '../../../../main/storage/database';
import { addAccount } from '../../../support/fixtures/store';

const bench = invitingBench();

const trigger = 'requests_keep_their_words';

/** Changes an address in the first request, as a program with access to the file or a bad disk could. */
function changeFirstRequest({ store }: InvitingBench): void {
  const other = openDatabase(store.file);
  const { sql } = other.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(trigger) as {
    sql: string;
  };
  other.exec(`DROP TRIGGER ${trigger}`);
  other.exec(`UPDATE requests SET
    body = CAST(replace(CAST(body AS TEXT), 'p1@example.com', 'intruder@example.net') AS BLOB) WHERE request_id = 1`);
  other.exec(sql);
  other.close();
}

// docs/sending.md: S1
describe('a request whose stored bytes no longer match their hash', () => {
  test('is never sent: its changes fail with what to do, and everything else is sent', async () => {
    addAccount(bench.store.db, account.connectionId, 'ENTITY2');
    const before = outboxOver(bench.store.db, bench.amazon.origin);
    before.outbox.create({ account, invitees: people(60), notifyInvitedUsers: false });
    before.outbox.create({
      account: { ...account, accountId: 'ENTITY2' },
      invitees: people(1),
      notifyInvitedUsers: false,
    });
    await before.outbox.close();
    changeFirstRequest(bench);
    expect(bench.amazon.arrived).toEqual([]);

    bench.store.reopen();
    const own = outboxOver(bench.store.db, bench.amazon.origin);
    own.outbox.recover({ continueAtStart: true });
    await own.outbox.idle();

    const sentTo = bench.amazon.arrived.map(({ body }) => body).join('\n');
    expect(sentTo).not.toContain('intruder@example.net');
    expect(bench.amazon.arrived.map((each) => requestedIn(each).length).sort()).toEqual([1, 10]);
    const operations = own.operations();
    expect(new Set(operations.slice(0, 50).map(({ status }) => status))).toEqual(new Set(['failed']));
    expect(new Set(operations.slice(50).map(({ status }) => status))).toEqual(new Set(['done']));
    expect(operations[0]?.error).toEqual({
      code: 'DATA_UNAVAILABLE',
      message:
        'Not sent: the saved request was changed or damaged after it was queued. Check the person and role listed here, then retry.',
      retryable: true,
    });
    expect(bench.rows('requests')[0]).toMatchObject({ sent_at: null, answered_at: null });
    const failed = bench.rows('activity').filter((row) => row['result'] === 'failed');
    expect(failed).toHaveLength(50);
    expect(new Set(failed.map((row) => row['code']))).toEqual(new Set(['DATA_UNAVAILABLE']));
  });

  test('is retried with what the list of operations shows', async () => {
    const own = outboxOver(bench.store.db, bench.amazon.origin);
    const operationIds = own.outbox.create({ account, invitees: people(2), notifyInvitedUsers: true });
    changeFirstRequest(bench);
    await own.outbox.idle();
    expect(bench.amazon.arrived).toEqual([]);

    await own.outbox.retry(operationIds);
    await own.outbox.idle();
    expect(bench.amazon.arrived.flatMap(requestedIn).map(({ user }) => user.emailAddress)).toEqual([
      'p1@example.com',
      'p2@example.com',
    ]);
    expect(statuses(own.operations())).toEqual(['p1 failed', 'p2 failed', 'p1 done', 'p2 done']);
  });
});
