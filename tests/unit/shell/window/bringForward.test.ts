import { expect, it } from 'vitest';
import { createBringForward } from '../../../../main/shell/window/bringForward';

it('links bring the window forward five times a minute, and again when that minute is over', () => {
  let at = 0;
  const mayComeForward = createBringForward(() => at);
  const tries = (number: number): boolean[] =>
    Array.from({ length: number }, () => {
      at += 1_000;
      return mayComeForward(false);
    });
  expect(tries(7)).toEqual([true, true, true, true, true, false, false]);
  at = 60_999;
  expect(mayComeForward(false)).toBe(false);
  at = 61_000;
  expect(mayComeForward(false)).toBe(true);
  at = 61_999;
  expect(mayComeForward(false)).toBe(false);
  at = 62_000;
  expect(mayComeForward(false)).toBe(true);
});

it('ten links at the same moment bring it forward once', () => {
  let at = 0;
  const mayComeForward = createBringForward(() => at);
  expect(Array.from({ length: 10 }, () => mayComeForward(false)).filter(Boolean)).toHaveLength(1);
  at = 5_000;
  expect(Array.from({ length: 4 }, () => ((at += 1_000), mayComeForward(false)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it('a link brings a window forward that a person minimized right after the one before, without counting it', () => {
  let at = 0;
  const mayComeForward = createBringForward(() => at);
  expect(mayComeForward(false)).toBe(true);
  at = 500;
  expect(mayComeForward(true)).toBe(true);
  expect(mayComeForward(false)).toBe(false);
  const later = Array.from({ length: 5 }, () => ((at += 1_000), mayComeForward(true)));
  expect(later).toEqual([true, true, true, true, false]);
});
