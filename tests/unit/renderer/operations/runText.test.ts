import { describe, expect, test } from 'vitest';
import {
  indicationOf,
  percentOf,
  progressText,
  titleOf,
} from '../../../../renderer/features/operations/runs/runText';
import { runOf } from '../../../support/benches/runs';
import { noCounts } from '../../../../shared/domain/outbox/runCounts';

const place = (accountName: string, count: number) => ({
  connectionId: 'c1',
  accountId: accountName,
  accountName,
  counts: { ...noCounts, done: count },
});

describe('what a run does', () => {
  test.each([
    [runOf({ done: 1 }), 'Invite 1 person to Copper Kettle Coffee'],
    [
      runOf({ done: 90, queued: 30 }, { accounts: [place('A', 60), place('B', 60)] }),
      'Invite 120 people to 2 accounts',
    ],
    [runOf({ done: 58 }, { kind: 'resend' }), 'Resend 58 invitations of Copper Kettle Coffee'],
    [runOf({ done: 1 }, { kind: 'revoke' }), 'Revoke 1 invitation of Copper Kettle Coffee'],
    [runOf({ done: 2 }, { kind: 'changeRole' }), 'Change a role in Copper Kettle Coffee'],
  ])('%#', (run, title) => {
    expect(titleOf(run)).toBe(title);
  });
});

test('progress counts everything that was sent, and is 100 only at the end', () => {
  const { counts } = runOf({ queued: 1, done: 250, failed: 2, inDoubt: 1 });
  expect(progressText(counts, 'create')).toBe('253 of 254 sent: 250 invited, 2 failed, 1 unconfirmed');
  expect(progressText(counts, 'revoke')).toBe('253 of 254 sent: 250 revoked, 2 failed, 1 unconfirmed');
  expect(percentOf(counts)).toBe(99);
  expect(progressText(runOf({ queued: 3 }).counts, 'create')).toBe('0 of 3 sent');
});

describe('sending in one line', () => {
  const moving = runOf({ queued: 86, done: 32, inDoubt: 2 });
  const wait = {
    connectionId: 'c1',
    reason: 'throttled' as const,
    message: 'Amazon asks to wait.',
    until: 1,
  };

  test('is empty when there is nothing to report', () => {
    expect(indicationOf({ runs: [runOf({ done: 5, failed: 1 })], waits: [], slowed: [] }, 0)).toBeNull();
  });

  test('shows the total progress, and what is in doubt', () => {
    expect(indicationOf({ runs: [moving], waits: [], slowed: [] }, 2)).toEqual({
      type: 'in-progress',
      text: 'Sending 34 of 120 · 2 unconfirmed',
    });
  });

  test('shows why nothing is sent, unless that is about another connection', () => {
    const text = (connectionId: string) =>
      indicationOf({ runs: [moving], waits: [{ ...wait, connectionId }], slowed: [] }, 0)?.text;
    expect(text('c1')).toBe('Slowed by Amazon · 34 of 120');
    expect(text('c2')).toBe('Sending 34 of 120');
  });

  test('shows what waits for its start, which is not a pause', () => {
    const starting = runOf({ queued: 600 }, { startsAt: 1 });
    expect(indicationOf({ runs: [starting], waits: [], slowed: [] }, 0)).toEqual({
      type: 'in-progress',
      text: 'Starting soon: 600 waiting',
    });
    const both = { runs: [starting, moving], waits: [], slowed: [] };
    expect(indicationOf(both, 0)?.text).toBe('Sending 34 of 120');
  });

  test('shows what is paused, and what is left in doubt', () => {
    const held = runOf({ queued: 34 }, { paused: true });
    expect(indicationOf({ runs: [held], waits: [], slowed: [] }, 0)).toEqual({
      type: 'stopped',
      text: 'Paused: 34 waiting',
    });
    expect(indicationOf({ runs: [], waits: [], slowed: [] }, 3)).toEqual({
      type: 'warning',
      text: '3 unconfirmed',
    });
  });
});
