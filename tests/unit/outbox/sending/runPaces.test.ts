import { expect, test } from 'vitest';
import { createRunPaces } from '../../../../main/outbox/sending/paces/runPaces';

test('a run’s pace is that of the last minute, and determines the time left', () => {
  let at = 0;
  const paces = createRunPaces(() => at);
  expect(paces.of(1, { answered: 0, left: 300 })).toBeNull();
  // Two seconds say nothing yet.
  at = 2_000;
  expect(paces.of(1, { answered: 50, left: 250 })).toBeNull();
  at = 10_000;
  expect(paces.of(1, { answered: 100, left: 200 })).toEqual({ perMinute: 600, leftMs: 20_000 });
  // What was before the last minute no longer counts.
  at = 65_000;
  expect(paces.of(1, { answered: 155, left: 145 })).toEqual({ perMinute: 60, leftMs: 145_000 });
});

test('no pace is shown if nothing was answered lately, or for a run that was dropped', () => {
  let at = 0;
  const paces = createRunPaces(() => at);
  paces.of(1, { answered: 10, left: 10 });
  at = 20_000;
  expect(paces.of(1, { answered: 10, left: 10 })).toBeNull();
  paces.keep([2]);
  at = 40_000;
  expect(paces.of(1, { answered: 15, left: 5 })).toBeNull();
});
