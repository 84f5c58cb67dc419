import { describe, expect, test } from 'vitest';
import { barBounds, lapsingSummary } from '../../../renderer/features/home/lapsingWords';

const dayMs = 86_400_000;
const daysOf = (...counts: number[]) => counts.map((count, day) => ({ from: 1000 + day * dayMs, count }));

describe('the chart in words', () => {
  test('tells how many lapse, how many soon, and when most', () => {
    const summary = lapsingSummary(daysOf(1, 0, 2, 9, 0));
    expect(summary).toContain('12 pending invitations lapse in the next 5 days, 3 of them within 3 days.');
    expect(summary).toContain('Most, 9,');
  });

  test('is plain where there is nothing, and only one', () => {
    expect(lapsingSummary(daysOf(0, 0, 0))).toBe('No pending invitation lapses in the next 14 days.');
    expect(lapsingSummary(daysOf(0, 0, 0, 1))).toBe(
      '1 pending invitation lapses in the next 4 days, but not within 3 days.',
    );
    expect(lapsingSummary(daysOf(0, 1, 0, 0))).toBe(
      '1 pending invitation lapses in the next 4 days, and that within 3 days.',
    );
  });

  test('the bars follow each other without gap', () => {
    const [first, second] = daysOf(1, 1).map(barBounds);
    expect(first?.expiresTo).toBe(second?.expiresFrom);
  });
});
