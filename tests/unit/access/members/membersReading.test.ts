import { describe, expect, test } from 'vitest';
import type { MemberList } from '../../../../shared/domain/member/memberList';
import { readingOf } from '../../../../shared/domain/member/membersReading';
import type { ErrorBody, ErrorCode } from '../../../../shared/errors';

const error = (code: ErrorCode): ErrorBody => ({ code, message: `It is ${code}.`, retryable: false });
const complete = (list: MemberList['list'], at: number): MemberList => ({
  ...{ list, asOf: at, triedAt: at },
  outcome: 'complete',
  error: null,
});
const incomplete = (
  list: MemberList['list'],
  outcome: MemberList['outcome'],
  { asOf, triedAt, code }: { asOf?: number; triedAt: number; code: ErrorCode },
): MemberList => ({ ...{ list, outcome, triedAt }, asOf: asOf ?? null, error: error(code) });

const outcomes = (lists: readonly MemberList[]) =>
  readingOf(lists).problems.map(({ list, outcome }) => `${list} ${outcome}`);

describe('the state of a member list', () => {
  test('is unknown before the first request to Amazon', () => {
    expect(readingOf([])).toEqual({ asOf: null, triedAt: null, isUnavailable: false, problems: [] });
  });

  test('is as old as the older list, and was tried when the newer one was', () => {
    expect(readingOf([complete('direct', 20), complete('inherited', 10)])).toEqual({
      ...{ asOf: 10, triedAt: 20, isUnavailable: false, problems: [] },
    });
  });

  test('uses only the list without a scope if Amazon accepts no scope', () => {
    const refused = { triedAt: 10, code: 'BAD_REQUEST' } as const;
    const lists = [
      incomplete('direct', 'unavailable', refused),
      incomplete('inherited', 'unavailable', refused),
    ];
    expect(readingOf([...lists, complete('unscoped', 11)])).toMatchObject({
      ...{ asOf: 11, isUnavailable: false, problems: [] },
    });
  });

  test('ignores the list without a scope once lists with one are read', () => {
    expect(readingOf([complete('direct', 20), complete('inherited', 21), complete('unscoped', 5)])).toEqual({
      ...{ asOf: 20, triedAt: 21, isUnavailable: false, problems: [] },
    });
  });

  test('is not available if Amazon rejects the first list, however the other one was read before', () => {
    const lists = [
      incomplete('direct', 'unavailable', { triedAt: 20, code: 'FORBIDDEN' }),
      complete('inherited', 10),
    ];
    expect(readingOf(lists).isUnavailable).toBe(true);
    expect(outcomes(lists)).toEqual(['direct unavailable']);
  });

  test('lacks only inherited access if Amazon rejects only that list', () => {
    const lists = [
      complete('direct', 20),
      incomplete('inherited', 'unavailable', { triedAt: 20, code: 'FORBIDDEN' }),
    ];
    expect(readingOf(lists)).toMatchObject({ asOf: 20, isUnavailable: false });
    expect(outcomes(lists)).toEqual(['inherited unavailable']);
  });

  test('keeps its age while newer refreshes fail, and shows each reason once', () => {
    const lists = [
      incomplete('direct', 'failed', { asOf: 10, triedAt: 30, code: 'NETWORK' }),
      incomplete('inherited', 'failed', { asOf: 12, triedAt: 30, code: 'NETWORK' }),
    ];
    expect(readingOf(lists)).toMatchObject({ asOf: 10, triedAt: 30 });
    expect(outcomes(lists)).toEqual(['direct failed']);
    expect(
      outcomes([
        incomplete('direct', 'partial', { triedAt: 30, code: 'UNREADABLE_ANSWER' }),
        incomplete('inherited', 'failed', { triedAt: 30, code: 'NETWORK' }),
      ]),
    ).toEqual(['direct partial', 'inherited failed']);
  });
});
