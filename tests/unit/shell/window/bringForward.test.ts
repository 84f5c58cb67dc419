import { expect, it } from 'vitest';
import { createBringForward } from '../../../../main/shell/window/bringForward';

it('links bring the window forward five times a minute, and again when that minute is over', () => {
  let at = 0;
  const mayComeForward = createBringForward(() => at);
  const tries = (number: number): boolean[] =>
    Array.from({ length: number }, () => {
      at += 1_000;
      return mayComeForward();
    });
  expect(tries(7)).toEqual([true, true, true, true, true, false, false]);
  at = 60_999;
  expect(mayComeForward()).toBe(false);
  at = 61_000;
  expect(mayComeForward()).toBe(true);
  at = 61_999;
  expect(mayComeForward()).toBe(false);
  at = 62_000;
  expect(mayComeForward()).toBe(true);
});

it('ten links at the same moment bring it forward once', () => {
  let at = 0;
  const mayComeForward = createBringForward(() => at);
  expect(Array.from({ length: 10 }, mayComeForward).filter(Boolean)).toHaveLength(1);
  at = 5_000;
  expect(Array.from({ length: 4 }, () => ((at += 1_000), mayComeForward()))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
