import { describe, expect, test } from 'vitest';
import { parseRetryAfter } from '../../../main/network/retryAfter';
import { amazonThat, failureOf, question } from '../../support/amazon/adsCalls';
import { clientTo, type Reply } from '../../support/amazon/loopbackAmazon';

describe('repeating a read', () => {
  test.each<[string, Reply]>([
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['a broken connection', 'reset'],
  ])('happens after %s, at most three times', async (_what, reply) => {
    const amazon = await amazonThat(() => reply);
    await failureOf(clientTo(amazon.origin).read(question));
    expect(amazon.arrived).toHaveLength(4);
  });

  test('uses the answer of a later try', async () => {
    const amazon = await amazonThat((count) => (count < 3 ? { status: 503 } : { json: { count } }));
    expect((await clientTo(amazon.origin).read(question)).body).toEqual({ count: 3 });
  });

  test.each([400, 403, 404])('does not happen after %i', async (status) => {
    const amazon = await amazonThat(() => ({ status }));
    await failureOf(clientTo(amazon.origin).read(question));
    expect(amazon.arrived).toHaveLength(1);
  });

  test('waits as Amazon requests, or longer and longer at random, never over a minute', async () => {
    const pauses: number[] = [];
    const options = {
      pause: (ms: number) => {
        pauses.push(Math.round(ms));
        return Promise.resolve();
      },
      random: () => 0.5,
    };
    const retryAfter = ['7', '86400', undefined];
    const amazon = await amazonThat((count) => {
      const header = retryAfter[count - 1];
      return { status: 429, ...(header === undefined ? {} : { headers: { 'retry-after': header } }) };
    });
    await failureOf(clientTo(amazon.origin, options).read(question));
    expect(pauses).toEqual([7000, 60_000, 1000]);
  });

  test('understands a date in Retry-After', async () => {
    const pauses: number[] = [];
    const amazon = await amazonThat((count) =>
      count === 1
        ? { status: 429, headers: { 'retry-after': new Date(Date.now() + 20_000).toUTCString() } }
        : {},
    );
    const pause = (ms: number): Promise<void> => {
      pauses.push(ms);
      return Promise.resolve();
    };
    await clientTo(amazon.origin, { pause }).read(question);
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toBeGreaterThan(17_000);
    expect(pauses[0]).toBeLessThanOrEqual(20_000);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 28, 14, 5);
  test.each([
    [null, undefined],
    ['', undefined],
    [' ', undefined],
    [',', undefined],
    ['-1', undefined],
    ['soon', undefined],
    ['5 s', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
    ['9'.repeat(400), undefined],
    ['0', 0],
    ['7', 7000],
    [' 7 ', 7000],
    ['0.5', 500],
    ['5, 10', 10_000],
    ['10,5', 10_000],
    ['5, soon', undefined],
    ['Sat, 28 Nov 2026 14:05:20 GMT', 20_000],
    // The other side's clock differs; it doesn't mean no wait.
    ['Sat, 28 Nov 2026 14:04:59 GMT', undefined],
    ['Sat, 28 Nov 2026 14:05:00 GMT', undefined],
    ['2026-11-28', undefined],
  ])('of %j is %j ms', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });
});
