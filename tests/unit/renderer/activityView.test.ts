import { describe, expect, test } from 'vitest';
import { filterOf, isNarrowed, spanOf, wholeRecord } from '../../../renderer/features/activity/activityView';

const local = (...time: [number, number, number, number?, number?]): number => new Date(...time).getTime();

describe('a time span', () => {
  test('of days is from the first local midnight to the end of the last day', () => {
    const { bounds } = spanOf({ type: 'absolute', startDate: '2026-03-28', endDate: '2026-03-29' }, 0);
    expect(bounds).toEqual({ from: local(2026, 2, 28), to: local(2026, 2, 30) });
  });

  test('of the last days starts before now and has no end', () => {
    const { bounds } = spanOf({ type: 'relative', days: 7 }, local(2026, 10, 24, 7, 9));
    expect(bounds).toEqual({ from: local(2026, 10, 17, 7, 9) });
  });
});

describe('the request to main', () => {
  test('is for everything while nothing is selected', () => {
    expect(filterOf(wholeRecord, null)).toEqual({});
    expect(isNarrowed(wholeRecord)).toBe(false);
  });

  test('is exactly what was selected', () => {
    const account = { connectionId: 'c-1', accountId: 'A' };
    const span = spanOf({ type: 'absolute', startDate: '2026-11-01', endDate: '2026-11-02' }, 0);
    const view = {
      ...wholeRecord,
      search: ' rosa ',
      action: 'revoke',
      result: 'failed',
      actor: 'Dana',
      span,
    } as const;
    expect(filterOf(view, account)).toEqual({
      accounts: [account],
      search: 'rosa',
      actions: ['revoke'],
      results: ['failed'],
      actor: 'Dana',
      ...span.bounds,
    });
    expect(isNarrowed(view)).toBe(true);
  });
});
