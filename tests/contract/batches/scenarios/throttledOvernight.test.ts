import { expect, test } from 'vitest';
import type { Fault } from '../../../../main/sandbox/faults/fault';
import { jumpingClock } from '../../../support/clocks/jumpingClock';
import { calm } from '../../../support/clocks/manualClock';
import { refreshedAll, wiredApp } from '../../../support/benches/wiredApp';
import {
  batchOf,
  invited,
  mailed,
  numbers,
  openAccounts,
  row,
  send,
  soon,
  statuses,
  wanted,
  written,
} from './support';

const clock = jumpingClock();
const wired = wiredApp({ accounts: 7, invitations: 0 });

const second = 1000;
const hour = 3600 * second;

/** Amazon accepts every other call, and asks for a pause of ten seconds at the ones between. */
const throttled = (): [Fault, ...Fault[]] => [
  { kind: 'none' },
  ...numbers(119).map((index): Fault =>
    index % 2 === 0 ? { kind: 'throttle', retryAfterSeconds: 10 } : { kind: 'none' },
  ),
];

/** Lets time pass, a second at a time, until the condition is met; at most an hour. */
async function passUntil(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let seconds = 0; seconds < 3600 && !(await isSo()); seconds += 1) {
    await expect.poll(() => wired.app.outbox.status().runs[0]?.counts.sending, soon).toBe(0);
    await clock.jump(second, wired.sandbox);
    await calm();
  }
  expect(await isSo()).toBe(true);
}

/** Lets time pass until nothing is being sent anymore. */
async function passUntilIdle(): Promise<void> {
  let isIdle = false;
  void wired.app.outbox.idle().then(() => {
    isIdle = true;
  });
  await passUntil(() => isIdle);
}

const invitedIn = (accountId: string): string[] =>
  wired.sandbox
    .query('SELECT email FROM invitations WHERE account_id = ? ORDER BY position', accountId)
    .map(({ email }) => String(email));

test('a batch that is throttled, paused, closed and resumed the next day invites everybody once, in order, and ends', async () => {
  const connectionId = await wired.signedIn('dana');
  await refreshedAll(wired);
  const accounts = openAccounts(wired, connectionId);
  expect(accounts).toHaveLength(6);
  // Three calls per account: 18.
  const rows = accounts.flatMap((account, index) =>
    numbers(120, index * 120).map((number) => row(number, account)),
  );
  const batchId = batchOf(wired, rows);
  await wired.sandbox.misbehave({ operation: 'CreateUserInvitations', faults: throttled() });
  const sending = await send(wired, batchId);
  expect(sending).toMatchObject({ sent: true, invitations: 720, leftOut: 0 });
  const done = (): number => statuses(wired, batchId)['done'] ?? 0;
  const endedAt = async (): Promise<number | null> => (await wired.app.batchSender.report(batchId)).endedAt;

  await expect.poll(() => wired.app.outbox.status().waits, soon).toMatchObject([{ reason: 'throttled' }]);
  await expect.poll(() => wired.app.outbox.status().runs[0]?.counts.sending, soon).toBe(0);
  const first = invited(wired).length;
  // Waking up the computer doesn't either.
  wired.app.outbox.tryNow();
  await clock.jump(5 * second, wired.sandbox);
  await calm();
  expect(invited(wired)).toHaveLength(first);
  await passUntil(() => done() >= 250);
  expect(done()).toBeLessThan(720);

  wired.app.outbox.pause();
  await passUntilIdle();
  const yesterday = invited(wired);
  expect(statuses(wired, batchId)).toEqual({ done: yesterday.length, queued: 720 - yesterday.length });
  expect(yesterday.length).toBeLessThan(720);
  await clock.jump(hour, wired.sandbox);
  await wired.restart();
  await clock.jump(23 * hour, wired.sandbox);

  const today = Date.now();
  wired.app.outbox.recover({ continueAtStart: false });
  wired.app.outbox.tryNow();
  await wired.app.outbox.idle();
  await clock.jump(hour, wired.sandbox);
  expect(invited(wired)).toEqual(yesterday);
  expect(wired.app.outbox.status().runs).toMatchObject([{ paused: true }]);
  expect(wired.app.batches.require(batchId).counts).toMatchObject({
    invited: yesterday.length,
    queued: 720 - yesterday.length,
  });
  expect(await endedAt()).toBeNull();

  wired.app.outbox.resume();
  await passUntil(async () => {
    const isOver = done() === 720;
    expect((await endedAt()) === null).toBe(!isOver);
    return isOver;
  });
  await passUntilIdle();
  expect(invited(wired)).toEqual(wanted(rows));
  expect(mailed(wired)).toEqual(wanted(rows));
  for (const { accountId } of accounts) {
    expect(invitedIn(accountId)).toEqual(
      rows.flatMap(({ account, emailAddress }) => (account?.accountId === accountId ? [emailAddress] : [])),
    );
  }
  expect(statuses(wired, batchId)).toEqual({ done: 720 });
  expect(written(wired)).toBe(720);
  // Of 18 accepted calls all but the last were each followed by a refused one.
  expect(await wired.sandbox.faultsLeft()).toBeLessThanOrEqual(120 - (18 + 17));
  expect(await wired.app.batchSender.report(batchId)).toMatchObject({
    counts: { rows: 720, invited: 720, queued: 0, failed: 0, inDoubt: 0 },
    states: [{ state: 'pending', rows: 720 }],
    failures: [],
    runs: [{ runId: sending.sent ? sending.runId : 0 }],
  });
  expect(await endedAt()).toBeGreaterThan(today);
  expect(await endedAt()).toBeLessThanOrEqual(Date.now());
}, 120_000);
