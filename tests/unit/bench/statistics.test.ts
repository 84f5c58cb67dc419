import { describe, expect, test } from 'vitest';
import { toRow } from '../../bench/results/results';
import { median, percentile } from '../../bench/results/statistics';

describe('the median', () => {
  test.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[10, 2, 100, 9], 9.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('leaves the values in the order they were measured', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  test('of nothing is an error, not a number', () => {
    expect(() => median([])).toThrow('no values');
  });
});

describe('the percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  test.each([
    [hundred, 95, 95],
    [hundred, 100, 100],
    [[30, 10, 20], 95, 30],
    [[30, 10, 20], 50, 20],
    [[30, 10, 20], 0, 10],
  ])('is a measured value', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected);
  });
});

describe('a row', () => {
  const measured = {
    name: 'launch',
    unit: 'ms',
    values: [300, 100, 200],
    baselines: [90, 110, 100],
  } as const;

  test('shows medians, how they compare, and everything that was measured', () => {
    expect(toRow({ ...measured, target: { more: 100 } })).toEqual({
      name: 'launch',
      value: 200,
      unit: 'ms',
      baseline: 100,
      ratio: 2,
      target: 200,
      met: true,
      runs: { values: [300, 100, 200], baselines: [90, 110, 100] },
    });
  });

  test.each([
    [{ more: 99 }, 199],
    [{ times: 1.25 }, 125],
    [{ atMost: 150 }, 150],
  ])('reports a missed target %j', (target, allowed) => {
    expect(toRow({ ...measured, target })).toMatchObject({ target: allowed, met: false });
  });

  test('without a target or a baseline is not judged', () => {
    expect(toRow({ name: 'launch', unit: 'ms', values: [1] })).toMatchObject({
      baseline: null,
      ratio: null,
      target: null,
      met: null,
    });
  });

  test('cannot be compared with a missing baseline', () => {
    expect(() => toRow({ name: 'launch', unit: 'ms', values: [1], target: { times: 2 } })).toThrow(
      'there is none',
    );
  });
});
