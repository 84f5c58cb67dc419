import { describe, expect, test } from 'vitest';
import { sandboxClient } from '../../../../main/sandbox/endpoints';
import { freePort } from '../../../support/network/freePort';
import { jumpingClock } from '../../../support/clocks/jumpingClock';
import { signInOverHttp } from '../../../support/amazon/signInOverHttp';
import { refreshedAll, wiredApp } from '../../../support/benches/wiredApp';
import {
  at,
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
const wired = wiredApp({ invitations: 0 });

const hour = 3_600_000;

/** A connection with only a client ID: Amazon lets it work for an hour, and then requires the browser again. */
async function withoutSecret(): Promise<string> {
  const { connectionId } = await wired.app.connections.add({
    label: 'Northwind',
    region: 'eu',
    clientId: sandboxClient.clientId,
    returnPort: await freePort(),
    endpoints: wired.sandbox.endpoints,
  });
  await signIn(connectionId);
  await refreshedAll(wired);
  return connectionId;
}

async function signIn(connectionId: string): Promise<void> {
  const before = wired.openedPages.length;
  const signingIn = wired.app.connections.signIn(connectionId);
  await expect.poll(() => wired.openedPages.length, soon).toBeGreaterThan(before);
  await signInOverHttp(wired.openedPages.at(-1) ?? '', { identity: 'dana', decision: 'allow' });
  const { state, identity } = await signingIn;
  expect(state).toBe('signedIn');
  wired.app.connections.confirmIdentity(connectionId, identity?.userId ?? '');
}

/** 360 rows, 30 per account, some of them sent and the others in progress. */
async function inTheMiddle(connectionId: string) {
  const accounts = openAccounts(wired, connectionId);
  expect(accounts).toHaveLength(12);
  const rows = numbers(360).map((number) => row(number, at(accounts, number)));
  const batchId = batchOf(wired, rows);
  await wired.sandbox.misbehave({
    operation: 'CreateUserInvitations',
    faults: [{ kind: 'delay', ms: 100, when: 'before' }],
    random: { rate: 1, seed: 1 },
  });
  expect(await send(wired, batchId)).toMatchObject({ sent: true, invitations: 360, leftOut: 0 });
  await expect.poll(() => statuses(wired, batchId)['done'] ?? 0, soon).toBeGreaterThan(0);
  return { rows, batchId };
}

/** What was sent is done, the rest waits for the person, and no notification says that it is over. */
async function expectToWait(batchId: string): Promise<void> {
  const { done = 0, queued = 0, ...others } = statuses(wired, batchId);
  expect(others).toEqual({});
  expect(queued).toBeGreaterThan(0);
  expect(done + queued).toBe(360);
  expect(invited(wired)).toHaveLength(done);
  expect(wired.app.batches.require(batchId).counts).toMatchObject({
    rows: 360,
    invited: done,
    queued,
    failed: 0,
  });
  expect(await wired.app.batchSender.report(batchId)).toMatchObject({ failures: [], endedAt: null });
  expect(wired.app.connections.list()).toMatchObject([{ state: 'signInAgain' }]);
  expect(wired.app.outbox.status().waits).toMatchObject([{ reason: 'signIn', until: null }]);
}

/** Everybody is invited once, by the originally recorded operations. */
async function expectAllOnce(batchId: string, rows: Parameters<typeof wanted>[0]): Promise<void> {
  expect(invited(wired)).toEqual(wanted(rows));
  expect(mailed(wired)).toEqual(wanted(rows));
  expect(statuses(wired, batchId)).toEqual({ done: 360 });
  expect(written(wired)).toBe(360);
  const report = await wired.app.batchSender.report(batchId);
  expect(report).toMatchObject({ states: [{ state: 'pending', rows: 360 }], failures: [] });
  expect(report.runs).toHaveLength(1);
  expect(report.endedAt).not.toBeNull();
}

describe('a sign-in that cannot be renewed ends while a batch is being sent', () => {
  test('because Amazon no longer accepts its token', async () => {
    const connectionId = await withoutSecret();
    const { rows, batchId } = await inTheMiddle(connectionId);
    await wired.sandbox.expireTokens('dana');
    await wired.app.outbox.idle();
    await expectToWait(batchId);
    // Neither waking up nor a restart sends anything without the person.
    wired.app.outbox.tryNow();
    await wired.app.outbox.idle();
    await wired.restart();
    wired.app.outbox.recover({ continueAtStart: true });
    await wired.app.outbox.idle();
    await expectToWait(batchId);
    await signIn(connectionId);
    await wired.app.outbox.idle();
    await expectAllOnce(batchId, rows);
  });

  test('because its hour is over', async () => {
    const connectionId = await withoutSecret();
    const { rows, batchId } = await inTheMiddle(connectionId);
    wired.app.outbox.pause();
    await wired.app.outbox.idle();
    await clock.jump(hour, wired.sandbox);
    wired.app.outbox.resume();
    await wired.app.outbox.idle();
    await expectToWait(batchId);
    await signIn(connectionId);
    await wired.app.outbox.idle();
    await expectAllOnce(batchId, rows);
  });
});
