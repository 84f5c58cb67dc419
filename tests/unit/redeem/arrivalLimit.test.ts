import { expect, it } from 'vitest';
import { createArrivalLimit } from '../../../main/redeem/links/arrivalLimit';

let at = 0;
const limit = (): ((link: string) => string) => {
  at = 1_000_000;
  return createArrivalLimit(() => at);
};

it('accepts the same link once a minute', () => {
  const take = limit();
  expect([take('a'), take('a')]).toEqual(['take', 'repeated']);
  at += 59_999;
  expect(take('a')).toBe('repeated');
  at += 1;
  expect(take('a')).toBe('take');
});

it('accepts ten different ones a minute; rejected ones do not delay the next', () => {
  const take = limit();
  const verdicts = Array.from({ length: 1000 }, (_, n) => take(String(n)));
  expect(verdicts.filter((verdict) => verdict === 'take')).toHaveLength(10);
  expect(verdicts.slice(10).every((verdict) => verdict === 'tooMany')).toBe(true);
  at += 60_000;
  expect(take('later')).toBe('take');
});

it('is not blocked for hours by a clock that is set back', () => {
  const take = limit();
  for (let n = 0; n < 10; n += 1) take(String(n));
  at -= 3_600_000;
  expect(take('after')).toBe('take');
});
