import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { notifyOfRuns } from '../../../../main/shell/notifications/runNotifications';
import { watchForEnd } from '../../../../main/shell/notifications/runSummary';
import { taskbarProgress } from '../../../../main/shell/window/taskbarProgress';
import type { Run } from '../../../../shared/domain/outbox/run';
import { runOf } from '../../../support/benches/runs';

describe('the progress on the taskbar', () => {
  test('covers everything being sent now, and disappears with it', () => {
    const runs = [
      runOf({ queued: 60, done: 30, failed: 10 }),
      runOf({ sending: 100 }),
      runOf({ queued: 500 }, { paused: true }),
      runOf({ done: 500 }),
    ];
    expect(taskbarProgress(runs)).toEqual({ fraction: 0.2, mode: 'normal' });
    expect(taskbarProgress([runOf({ done: 5, inDoubt: 1 })])).toBeNull();
    expect(taskbarProgress([])).toBeNull();
  });

  test('shows that something is in doubt', () => {
    expect(taskbarProgress([runOf({ queued: 1, inDoubt: 1 })])?.mode).toBe('error');
  });
});

describe('the notification at the end', () => {
  test('is one sentence about all runs, once the last one has ended', () => {
    const ended = watchForEnd();
    const first = runOf({ queued: 100 });
    const second = runOf({ queued: 20 });
    const old = runOf({ done: 9 });
    expect(ended([first, second, old])).toBeNull();
    const done = { ...first, counts: { ...first.counts, queued: 0, done: 98, failed: 2 } };
    expect(ended([done, second, old])).toBeNull();
    const doubtful = { ...second, counts: { ...second.counts, queued: 0, done: 19, inDoubt: 1 } };
    expect(ended([done, doubtful, old])).toBe('120 changes: 117 invited, 2 failed, 1 unconfirmed.');
    expect(ended([done, doubtful, old])).toBeNull();
  });

  test('names what was done only if all runs did the same', () => {
    const ended = watchForEnd();
    const old = runOf({ done: 9 });
    expect(ended([old])).toBeNull();
    const revoked = runOf({ done: 1 }, { kind: 'revoke' });
    expect(ended([old, revoked])).toBe('1 change: 1 revoked.');
    expect(ended([old, revoked, runOf({ done: 2 }), runOf({ done: 1 }, { kind: 'revoke' })])).toBe(
      '3 changes: 3 done.',
    );
  });

  test('includes a run that began and ended between two checks', () => {
    const ended = watchForEnd();
    const old = runOf({ done: 9 });
    expect(ended([old])).toBeNull();
    expect(ended([old, runOf({ done: 2 })])).toBe('2 changes: 2 invited.');
  });

  test('is not shown when the person paused it; that run is announced after it was resumed and ended', () => {
    const ended = watchForEnd();
    const run = runOf({ queued: 2 });
    const now = (paused: boolean, queued: number): Run[] => [
      { ...run, paused, counts: { ...run.counts, queued, done: 2 - queued } },
    ];
    expect(ended(now(false, 2))).toBeNull();
    expect(ended(now(true, 1))).toBeNull();
    expect(ended(now(false, 1))).toBeNull();
    expect(ended(now(false, 0))).toBe('2 changes: 2 invited.');
  });
});

describe('following the runs', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['nobody looks at the app', false, ['1 change: 1 invited.']],
    ['somebody looks at the app', true, []],
  ])('notifies at most once, and only when nobody is looking: %s', async (_when, lookedAt, expected) => {
    const run = runOf({ sending: 1 });
    let runs = [run];
    const notified: string[] = [];
    const listener = notifyOfRuns({
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      runs: () => runs,
      showProgress: () => undefined,
      isLookedAt: () => lookedAt,
      notify: (text) => notified.push(text),
    });
    listener('operations.changed');
    runs = [{ ...run, counts: { ...run.counts, sending: 0, done: 1 } }];
    for (let times = 0; times < 50; times += 1) listener('operations.changed');
    await vi.advanceTimersByTimeAsync(2_000);
    listener('operations.changed');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(notified).toEqual(expected);
  });
});
