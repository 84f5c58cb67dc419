import { describe, expect, test } from 'vitest';
import { barBounds, barName, expirySummary } from '../../../../renderer/features/home/expiringText';

const day = (date: number): number => new Date(2026, 10, date).getTime();
/** Days from 24 November on, of which the first has begun. */
const daysOf = (...counts: number[]) =>
  counts.map((count, index) => ({
    from: index === 0 ? day(24) + 1000 : day(24 + index),
    to: day(25 + index),
    count,
  }));
const name = (date: number): string => barName({ from: day(date), to: day(date + 1), count: 0 });

describe('the text of the chart', () => {
  test('says how many expire, how many soon, and when most do', () => {
    expect(expirySummary(daysOf(1, 2, 0, 9, 0))).toBe(
      `12 pending invitations expire by ${name(28)}, 3 of them today or tomorrow. The busiest day is ${name(27)}, with 9.`,
    );
  });

  test('is simple for none or one', () => {
    expect(expirySummary(daysOf(0, 0, 0))).toBe(`No pending invitations expire by ${name(26)}.`);
    expect(expirySummary(daysOf(0, 0, 0, 1))).toBe(
      `1 pending invitation expires by ${name(27)}, but not today or tomorrow.`,
    );
    expect(expirySummary(daysOf(0, 1, 0, 0))).toBe(
      `1 pending invitation expires by ${name(27)}, today or tomorrow.`,
    );
  });

  test('the bars follow each other without gaps', () => {
    const [first, second] = daysOf(1, 1).map(barBounds);
    expect(first?.expiresTo).toBe(second?.expiresFrom);
  });
});
