import { expect, test } from 'vitest';
import { foldedNames } from '../../../../renderer/features/operations/groups/groupsText';
import { progressWithPace } from '../../../../renderer/features/operations/runs/runText';
import { continuable } from '../../../../shared/domain/outbox/attention';
import { runOf } from '../../../support/benches/runs';

test('paused changes count only if resuming would send them', () => {
  const held = [runOf({ queued: 5, done: 2 }, { paused: true })];
  const connectionId = held[0]?.accounts[0]?.connectionId ?? '';
  const wait = { connectionId, message: '', until: null };
  expect(continuable(held, [])).toBe(5);
  expect(continuable(held, [{ ...wait, reason: 'throttled' }])).toBe(5);
  expect(continuable(held, [{ ...wait, reason: 'unreachable' }])).toBe(0);
  expect(continuable(held, [{ ...wait, reason: 'signIn' }])).toBe(0);
  expect(continuable(held, [{ ...wait, connectionId: 'other', reason: 'signIn' }])).toBe(5);
});

test('a group names its first people and how many more there are', () => {
  expect(foldedNames(['Rosa', 'Tariq', 'Mia'], 17)).toBe('Rosa, Tariq, Mia and 14 more');
  expect(foldedNames(['Rosa', 'Tariq'], 2)).toBe('Rosa, Tariq');
});

test('a run says its pace and the time left once they are known', () => {
  const run = runOf({ queued: 60, done: 40 });
  expect(progressWithPace(run)).toBe('40 of 100 sent: 40 invited');
  expect(progressWithPace({ ...run, pace: { perMinute: 30, leftMs: 120_000 } })).toBe(
    '40 of 100 sent: 40 invited · about 30 a minute, about 2 minutes left',
  );
});
