import { expect, it } from 'vitest';
import { createComingForward } from '../../../main/shell/comingForward';

it('links bring the window forward five times a minute, and again when that minute is over', () => {
  let at = 0;
  const mayComeForward = createComingForward(() => at);
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
  expect(mayComeForward()).toBe(false);
});
