import { describe, expect, test } from 'vitest';
import { writeSnapshot } from '../../../../main/access/refresh/pendingSnapshot';
import { writeAgreedRun, type PlannedRun } from '../../../../main/outbox/agreed/agreedRun';
import { draftCreate } from '../../../../main/outbox/drafting/draftInvitations';
import { appendRun, type NewRequest } from '../../../../main/outbox/journal/append';
import { createDiskRoom } from '../../../../main/storage/writeWhenDiskHasRoom';
import { goLive, moveSome, operationIdsOf, stage } from '../../../../main/outbox/agreed/staging';
import { atOnce } from '../../../../main/storage/stepwise';
import { transaction } from '../../../../main/storage/transaction';
import { account, invitingBench, people } from '../../../support/benches/inviting';
import { outboxOver } from '../../../support/benches/outboxBench';

const bench = invitingBench();

const room = createDiskRoom(() => undefined);
const calls = (count: number): NewRequest[] =>
  atOnce(draftCreate(bench.store.db, { account, invitees: people(count), notifyInvitedUsers: false }));
const staged = (count: number): Promise<number> =>
  stage(bench.store.db, calls(count), { batchId: null, at: 1 });
const newRun = (): number => appendRun(bench.store.db, 'create', 'ask', 2);
const live = (stagingId: number): number =>
  transaction(bench.store.db, () => {
    const runId = newRun();
    goLive(bench.store.db, stagingId, runId);
    return runId;
  });
/** Somebody else's invitation in the account, as a reading brings it. */
const readAnother = (): void => {
  const entry = { invitationId: 'i-other', emailAddress: 'other@example.com', userName: 'O', role: 'viewer' };
  writeSnapshot(
    bench.store.db,
    { realm: 'sandbox', accountId: account.accountId, name: '' },
    { entries: [{ ...entry, createdBy: '', createdAt: 1, expiresAt: 1 }], unreadable: 0, beganAt: 10 },
  );
};

/** The app restarts over what it left. */
const restarted = () => {
  const own = outboxOver(bench.store.db, bench.amazon.origin);
  own.outbox.recover({ continueAtStart: true });
  return own;
};

// docs/sending.md: S3
describe('a staged run', () => {
  test('is never sent before it goes live, and is removed at the next launch', async () => {
    await staged(120);
    const own = restarted();
    await own.outbox.idle();
    expect(bench.amazon.arrived).toEqual([]);
    for (const table of ['operations', 'requests', 'runs', 'stagings', 'staged_calls']) {
      expect(bench.rows(table)).toEqual([]);
    }
  });

  test('is sent completely once it is live, wherever the program ended while it moved into the journal', async () => {
    live(await staged(900));
    expect(moveSome(bench.store.db, 3)).toBe(true);
    expect(bench.rows('operations').length).toBeGreaterThan(0);
    expect(bench.rows('operations').length).toBeLessThan(900);
    const own = restarted();
    await own.outbox.idle();
    expect(bench.rows('operations').map((row) => row['email_address'])).toEqual(
      people(900).map(({ emailAddress }) => emailAddress),
    );
    expect(own.operations().every(({ status }) => status === 'done')).toBe(true);
    expect(bench.amazon.arrived).toHaveLength(18);
    expect(bench.rows('stagings')).toEqual([]);
    expect(bench.rows('staged_calls')).toEqual([]);
  });

  test('waits for a person after a restart like everything else that waited', async () => {
    live(await staged(60));
    const own = outboxOver(bench.store.db, bench.amazon.origin);
    own.outbox.recover({ continueAtStart: false });
    await own.outbox.idle();
    expect(bench.amazon.arrived).toEqual([]);
    expect(own.outbox.status().runs).toMatchObject([{ paused: true, counts: { queued: 60 } }]);
  });

  test('is in the journal before another command checks who is being invited', async () => {
    const own = outboxOver(bench.store.db, bench.amazon.origin);
    live(await staged(60));
    expect(() =>
      own.outbox.create({ account, invitees: people(60).slice(59), notifyInvitedUsers: false }),
    ).toThrow(/p60@example\.com is being invited/);
    expect(bench.rows('operations')).toHaveLength(60);
  });
});

// docs/sending.md: S2
describe('a run is written as it was confirmed', () => {
  const plan = (more: Partial<PlannedRun<{ requests: NewRequest[] }>>) => ({
    batchId: null,
    begin: newRun,
    idsOf: (runId: number) => operationIdsOf(bench.store.db, runId),
    draft: () => Promise.resolve({ requests: calls(3) }),
    compare: () => Promise.resolve(null),
    stillHolds: () => true,
    ...more,
  });
  const write = (more: Partial<PlannedRun<{ requests: NewRequest[] }>>) =>
    writeAgreedRun({ db: bench.store.db, now: () => 1, room }, plan(more));

  test('not at all if it differs', async () => {
    const now = {
      digest: '',
      total: 3,
      admins: 2,
      notify: null,
      revision: null,
      accounts: [],
      shares: [],
      sponsoredAds: [],
      yourself: [],
    };
    const difference = { now, changed: 1 };
    expect(await write({ compare: () => Promise.resolve(difference) })).toEqual({ difference });
    for (const table of ['operations', 'runs', 'stagings']) expect(bench.rows(table)).toEqual([]);
  });

  test('drafted and compared again if a refresh changes an account, or the batch changes, in the meantime', async () => {
    let drafts = 0;
    let looks = 0;
    const run = await write({
      draft: () => {
        drafts += 1;
        return Promise.resolve({ requests: calls(3) });
      },
      compare: () => {
        if (drafts === 1) readAnother();
        return Promise.resolve(null);
      },
      stillHolds: () => {
        looks += 1;
        return looks !== 2;
      },
    });
    expect(drafts).toBe(3);
    expect(run).toMatchObject({ operationIds: [1, 2, 3] });
    expect(bench.rows('runs')).toHaveLength(1);
    expect(bench.rows('staged_calls')).toEqual([]);
  });

  test('a refresh that changes nothing causes no other comparison', () => {
    readAnother();
    const stamp = (): unknown => bench.rows('accounts')[0]?.['facts_stamp'];
    const before = stamp();
    readAnother();
    expect(stamp()).toBe(before);
  });
});
