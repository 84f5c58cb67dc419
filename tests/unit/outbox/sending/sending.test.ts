import { createHash } from 'node:crypto';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { concurrencyProbe } from '../../../support/fixtures/concurrencyProbe';
import { account, requestedIn, inviteAll, invitingBench, people } from '../../../support/benches/inviting';
import { outboxOver } from '../../../support/benches/outboxBench';
import { addAccount } from '../../../support/fixtures/store';

const bench = invitingBench();

// docs/sending.md: S1, S4
describe('inviting 51 people', () => {
  test('takes two calls, of 50 and of 1, one after the other, each exactly as in the journal', async () => {
    let open = 0;
    let max = 0;
    bench.reply = async (request) => {
      open += 1;
      max = Math.max(max, open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      return inviteAll(request);
    };
    const { operationIds, operations } = await bench.invite(people(51));
    expect(bench.amazon.arrived.map((request) => requestedIn(request).length)).toEqual([50, 1]);
    expect(max).toBe(1);
    expect(operations.map(({ operationId }) => operationId)).toEqual(operationIds);
    expect(operations.every(({ status }) => status === 'done')).toBe(true);
    expect(operations[50]).toMatchObject({
      emailAddress: 'p51@example.com',
      invitationId: 'inv-p51@example.com',
      accountName: 'Name of ENTITY1',
      requestId: 'amzn-1',
      notify: true,
      error: null,
    });
    bench.rows('requests').forEach((row, index) => {
      const sent = bench.amazon.arrived[index]?.body ?? '';
      expect(new TextDecoder().decode(row['body'] as Uint8Array)).toBe(sent);
      expect(row['body_sha256']).toBe(createHash('sha256').update(sent).digest('hex'));
      expect(row).toMatchObject({ http_status: 200, amazon_request_id: 'amzn-1' });
    });
  });

  test('returns at once, before anything is sent', () => {
    const { outbox, operations } = outboxOver(bench.store.db, bench.amazon.origin);
    expect(outbox.create({ account, invitees: people(51), notifyInvitedUsers: false })).toHaveLength(51);
    expect(bench.amazon.arrived).toHaveLength(0);
    expect(new Set(operations().map(({ status }) => status))).toEqual(new Set(['queued']));
    return outbox.idle();
  });

  test('continues when a call is rejected', async () => {
    bench.reply = (request, count) => (count === 1 ? { status: 400 } : inviteAll(request));
    const { operations } = await bench.invite(people(51));
    expect(operations.filter(({ status }) => status === 'failed')).toHaveLength(50);
    expect(operations[50]?.status).toBe('done');
    expect(bench.amazon.arrived).toHaveLength(2);
  });
});

// docs/sending.md: S9
test('an operation is `sending` on disk before its request is sent, and later ones are not', async () => {
  const seen: unknown[] = [];
  bench.reply = (request) => {
    const other = new DatabaseSync(bench.store.file);
    seen.push(
      other.prepare('SELECT status, count(*) AS n FROM operations GROUP BY status ORDER BY status').all(),
    );
    other.close();
    return inviteAll(request);
  };
  await bench.invite(people(51));
  expect(seen).toEqual([
    [
      { status: 'queued', n: 1 },
      { status: 'sending', n: 50 },
    ],
    [
      { status: 'done', n: 50 },
      { status: 'sending', n: 1 },
    ],
  ]);
});

describe('accounts', () => {
  // docs/sending.md: S10
  test('are sent to in parallel, four at a time at most', async () => {
    const accountIds = Array.from({ length: 8 }, (_, index) => `E${String(index)}`);
    for (const accountId of accountIds) addAccount(bench.store.db, 'c-1', accountId);
    const crowd = concurrencyProbe(4);
    bench.reply = async (request) => {
      await crowd.enter();
      return inviteAll(request);
    };
    const { outbox, operations, readings } = outboxOver(bench.store.db, bench.amazon.origin);
    for (const accountId of accountIds) {
      outbox.create({ account: { ...account, accountId }, invitees: people(1), notifyInvitedUsers: false });
    }
    await outbox.idle();
    expect(crowd.max()).toBe(4);
    expect(operations().every(({ status }) => status === 'done')).toBe(true);
    expect(readings.map(({ accountId }) => accountId).sort()).toEqual([...accountIds, ...accountIds].sort());
  });

  // docs/sending.md: S6
  test('are read once before their calls and once after; if the later refresh fails, it changes nothing', async () => {
    bench.list = () => (bench.amazon.lists.length === 1 ? { json: { invitations: [] } } : { status: 400 });
    const { operations, readings, events } = await bench.invite(people(51));
    expect(operations.every(({ status }) => status === 'done')).toBe(true);
    expect(readings).toEqual([account, account]);
    expect(bench.amazon.lists).toHaveLength(2);
    expect(new Set(events)).toEqual(
      new Set(['operations.changed', 'invitations.changed', 'accounts.changed']),
    );
  });
});
