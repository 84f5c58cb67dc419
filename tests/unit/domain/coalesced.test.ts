import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coalesce } from '../../../shared/util/coalesce';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first request runs at once, and a flood of requests as only a few', async () => {
  let runs = 0;
  const ask = coalesce(() => {
    runs += 1;
  }, 250);
  ask();
  expect(runs).toBe(1);
  for (let times = 0; times < 50; times += 1) {
    ask();
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  // In one second: one immediately, four in the flood, one after it.
  expect(runs).toBeGreaterThan(3);
  expect(runs).toBeLessThan(7);
});

test('the last request is always handled, and then nothing runs', async () => {
  let facts = 0;
  const seen: number[] = [];
  const ask = coalesce(() => {
    seen.push(facts);
  }, 250);
  for (facts = 1; facts <= 3; facts += 1) ask();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toEqual([1, 4]);
});

test('slow work never runs twice at the same time, and is never skipped', async () => {
  let running = 0;
  let max = 0;
  let runs = 0;
  const ask = coalesce(async () => {
    runs += 1;
    running += 1;
    max = Math.max(max, running);
    await new Promise((resolve) => setTimeout(resolve, 900));
    running -= 1;
  }, 250);
  for (let times = 0; times < 20; times += 1) {
    ask();
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(5_000);
  expect(max).toBe(1);
  expect(runs).toBe(4);
});
