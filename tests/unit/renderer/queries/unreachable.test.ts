import { describe, expect, test } from 'vitest';
import {
  isExplained,
  unreachableOf,
  withoutExplained,
} from '../../../../renderer/queries/refresh/unreachable';
import type { RefreshFailure } from '../../../../renderer/queries/refresh/refreshState';
import type { Account } from '../../../../shared/domain/account/account';
import type { Run, Wait } from '../../../../shared/domain/outbox/run';
import { noCounts } from '../../../../shared/domain/outbox/runCounts';
import type { ErrorBody } from '../../../../shared/errors';
import { runOf } from '../../../support/benches/runs';

const offline: ErrorBody = { code: 'NETWORK', message: 'Amazon could not be reached.', retryable: true };
const refused: ErrorBody = { code: 'BAD_REQUEST', message: 'Amazon did not accept it.', retryable: false };

const connections = [
  { connectionId: 'c1', label: 'North', state: 'signedIn' },
  { connectionId: 'c2', label: 'South', state: 'signedIn' },
] as const;
const failure = (connectionId: string, accountId: string, error = offline): RefreshFailure => ({
  connectionId,
  account: { connectionId, accountId },
  error,
});
const wait: Wait = { connectionId: 'c1', reason: 'unreachable', message: 'No route.', until: 1 };
const queuedIn = (connectionId: string, queued: number, more: Partial<Run> = {}): Run =>
  runOf(
    { queued },
    {
      accounts: [{ connectionId, accountId: 'A', accountName: 'A', counts: { ...noCounts, queued } }],
      ...more,
    },
  );

describe('Amazon that can’t be reached', () => {
  test('isn’t claimed while reading and sending get through, or fail for another reason', () => {
    const failures = [failure('c1', 'A', refused)];
    expect(unreachableOf({ failures, offline: false }, { runs: [], waits: [] }, connections)).toBeNull();
    const others: Wait[] = [
      { ...wait, reason: 'throttled' },
      { ...wait, accounts: ['A'] },
    ];
    expect(
      unreachableOf({ failures: [], offline: false }, { runs: [], waits: others }, connections),
    ).toBeNull();
    // One account failed, but a later one was read.
    const one = [failure('c1', 'A')];
    expect(unreachableOf({ failures: one, offline: false }, { runs: [], waits: [] }, connections)).toBeNull();
  });

  test('is one cause for all that couldn’t be read, and names connections only if others may work', () => {
    const failures = [failure('c1', 'A'), failure('c1', 'B'), failure('c1', 'C', refused)];
    expect(unreachableOf({ failures, offline: true }, { runs: [], waits: [] }, connections)).toMatchObject({
      labels: ['North'],
      message: offline.message,
      failures: failures.slice(0, 2),
    });
    const everywhere = [...failures, failure('c2', 'D')];
    expect(
      unreachableOf({ failures: everywhere, offline: true }, { runs: [], waits: [] }, connections),
    ).toMatchObject({ labels: [], connectionIds: ['c1', 'c2'] });
  });

  test('is the same cause for what waits to be sent, except what a person holds back', () => {
    const runs = [
      queuedIn('c1', 3),
      queuedIn('c1', 20, { paused: true }),
      queuedIn('c1', 200, { startsAt: 5 }),
      queuedIn('c2', 2000),
    ];
    const failures = [failure('c1', 'A'), failure('c2', 'B')];
    expect(unreachableOf({ failures, offline: false }, { runs, waits: [wait] }, connections)).toMatchObject({
      connectionIds: ['c1'],
      message: wait.message,
      // That of the other connection has its own notice: something was read since.
      failures: failures.slice(0, 1),
      queued: 3,
    });
  });

  test('explains the accounts that couldn’t be read, and no other problem', () => {
    const account = (accountId: string, trouble: ErrorBody | null): Account =>
      ({ connectionId: 'c1', accountId, trouble, troubleAt: 7 }) as Account;
    const accounts = [account('A', offline), account('B', refused), account('C', null)];
    const unreachable = unreachableOf(
      { failures: [], offline: false },
      { runs: [], waits: [wait] },
      connections,
    );
    expect(withoutExplained(accounts, unreachable)).toMatchObject([
      { accountId: 'A', trouble: null },
      { accountId: 'B', trouble: refused },
      { accountId: 'C', trouble: null },
    ]);
    expect(withoutExplained(accounts, null)).toBe(accounts);
    expect(isExplained(unreachable, failure('c2', 'A'))).toBe(false);
  });
});
