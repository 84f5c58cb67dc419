import { expect, test } from 'vitest';
import { createAmazonsClock } from '../../../main/amazonAds/client/amazonsClock';
import { startLoopbackAmazon, clientTo } from '../../support/amazon/loopbackAmazon';

test('continues from the time of the latest answer', () => {
  let passed = 500;
  const clock = createAmazonsClock(() => passed);
  expect(clock.now()).toBeUndefined();
  clock.readDateHeader('Fri, 28 Nov 2025 10:00:00 GMT');
  const stated = Date.UTC(2025, 10, 28, 10);
  passed += 90_000;
  expect(clock.now()).toBe(stated + 90_000);
  for (const nothing of [null, '', 'soon']) clock.readDateHeader(nothing);
  expect(clock.now()).toBe(stated + 90_000);
  clock.readDateHeader('Fri, 28 Nov 2025 09:00:00 GMT');
  expect(clock.now()).toBe(stated - 3_600_000);
});

test('a client reads it from Amazon’s answers, and not from a page in their place', async () => {
  const dates = { page: 'Fri, 28 Nov 2025 12:00:00 GMT', own: 'Fri, 28 Nov 2025 10:00:00 GMT' };
  const amazon = await startLoopbackAmazon((_request, count) =>
    count === 1
      ? { status: 200, text: '<html>', headers: { date: dates.page } }
      : { json: {}, headers: { date: dates.own } },
  );
  try {
    const client = clientTo(amazon.origin);
    const question = { method: 'GET', path: '/', mediaType: 'application/json' } as const;
    await expect(client.readOnce(question)).rejects.toThrow();
    expect(client.amazonsTime()).toBeUndefined();
    await client.readOnce(question);
    const now = client.amazonsTime() ?? 0;
    expect(now).toBeGreaterThanOrEqual(Date.parse(dates.own));
    expect(now).toBeLessThan(Date.parse(dates.page));
  } finally {
    await amazon.stop();
  }
});
