import { expect, test } from 'vitest';
import {
  paceText,
  slowedText,
  waitHeader,
  waitingText,
} from '../../../../renderer/features/results/notices/waitText';

test.each([
  [undefined, 'Slowed by Amazon'],
  [59_000, 'Slowed by Amazon, less than a minute left'],
  [60_000, 'Slowed by Amazon, about 1 minute left'],
  [4.2 * 60_000, 'Slowed by Amazon, about 4 minutes left'],
  [180 * 60_000, 'Slowed by Amazon, about 3 hours left'],
])('time left of %s ms', (leftMs, text) => {
  expect(slowedText(leftMs === undefined ? undefined : { leftMs })).toBe(text);
});

test('a wait says which connection it is for, why, and that nothing was sent', () => {
  const slowed = { connectionId: 'c1', callsPerMinute: 1, leftMs: 120_000 };
  expect(waitHeader({ reason: 'throttled' }, 'North', slowed)).toBe(
    'North: Slowed by Amazon, about 2 minutes left',
  );
  expect(waitHeader({ reason: 'unreachable' }, 'North', undefined)).toBe(
    'North: can’t reach Amazon right now',
  );
  expect(waitHeader({ reason: 'unreachable', accounts: ['A', 'B', 'C'] }, 'North', undefined)).toBe(
    'North: can’t read A and 2 more accounts right now',
  );
  expect(waitingText('unreachable', undefined)).toBe('Goes out when you’re back online');
  expect(waitingText('throttled', slowed)).toBe('Slowed by Amazon, about 2 minutes left');
  expect(paceText(slowed)).toContain('about 1 request a minute');
});
