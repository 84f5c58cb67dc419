import { describe, expect, test } from 'vitest';
import { keepUntil } from '../../../../main/people/retention/keepUntil';

const now = Date.UTC(2026, 10, 29, 12);
const day = 86_400_000;

describe('the time before which people are erased', () => {
  test.each([
    [now, 24, Date.UTC(2024, 10, 29, 12)],
    [Date.UTC(2026, 2, 31), 1, Date.UTC(2026, 1, 28)],
    [Date.UTC(2024, 1, 29), 12, Date.UTC(2023, 1, 28)],
    [Date.UTC(2026, 0, 15), 2, Date.UTC(2025, 10, 15)],
  ])('from %d, %d months earlier', (at, months, before) => {
    expect(keepUntil(at, [at], months)).toEqual({ before, now: at });
  });

  test('is counted from the earlier clock', () => {
    expect(keepUntil(now, [now - 1000, now + 1000], 24)).toEqual({
      before: Date.UTC(2024, 10, 29, 12) - 1000,
      now: now - 1000,
    });
  });

  test.each([
    ['nothing is to be erased', now, [now], 0],
    ['Amazon hasn’t answered yet', now, [], 24],
    ['this clock is two years ahead', now + 730 * day, [now], 24],
    ['this clock is behind', now - 2 * day, [now], 24],
    ['one of Amazon’s clocks disagrees', now, [now, now - 30 * day], 24],
  ])('doesn’t exist while %s', (_why, at, amazons, months) => {
    expect(keepUntil(at, amazons, months)).toBeNull();
  });
});
