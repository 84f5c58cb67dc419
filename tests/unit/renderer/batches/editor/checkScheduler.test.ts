import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCheckScheduler } from '../../../../../renderer/features/batches/editor/checkScheduler';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A check takes a while; each reports when it began and ended (ms). */
function setUp(takesMs: number) {
  const began: number[] = [];
  const start = Date.now();
  let running = 0;
  let max = 0;
  const checker = createCheckScheduler(async () => {
    began.push(Date.now() - start);
    running += 1;
    max = Math.max(max, running);
    await new Promise((resolve) => setTimeout(resolve, takesMs));
    running -= 1;
  });
  return { checker, began, max: () => max, now: () => Date.now() - start };
}

test('while 80 accounts are read the rows are checked now and then, one check at a time, and after the last one', async () => {
  const { checker, began, max, now } = setUp(700);
  let last = 0;
  for (let account = 0; account < 80; account += 1) {
    last = now();
    checker.factsChanged();
    await vi.advanceTimersByTimeAsync(250);
  }
  await vi.advanceTimersByTimeAsync(5_000);
  expect(began.length).toBeLessThanOrEqual(12);
  expect(began.length).toBeGreaterThan(5);
  expect(began.at(-1)).toBeGreaterThanOrEqual(last);
  expect(max()).toBe(1);
});

test('text typed in the meantime is checked after a pause, not during another check', async () => {
  const { checker, began, max } = setUp(3_000);
  checker.factsChanged();
  await vi.advanceTimersByTimeAsync(100);
  for (let key = 0; key < 10; key += 1) {
    checker.soon();
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect(began).toHaveLength(2);
  expect(max()).toBe(1);
});
