import { describe, expect, test } from 'vitest';
import { membersText, progressText } from '../../../../renderer/features/members/membersText';
import { isNarrowed, queryOf } from '../../../../renderer/features/members/membersFilter';
import type { MemberRefreshProgress } from '../../../../shared/domain/member/memberRefresh';

const progress = (more: Partial<MemberRefreshProgress> = {}): MemberRefreshProgress => ({
  startedAt: 1,
  running: true,
  paused: false,
  stopped: false,
  accounts: { total: 14, done: 14, failed: 0 },
  roles: { total: 40, done: 11, failed: 1 },
  waits: [],
  ...more,
});

describe('the progress of reading members', () => {
  test.each<readonly [string | null, Partial<MemberRefreshProgress>]>([
    ['Reading roles 12 of 40', {}],
    [
      'Reading members of accounts 3 of 14',
      { accounts: { total: 14, done: 3, failed: 0 }, roles: { total: 0, done: 0, failed: 0 } },
    ],
    [
      'Reading members',
      { accounts: { total: 0, done: 0, failed: 0 }, roles: { total: 0, done: 0, failed: 0 } },
    ],
    ['Paused, roles 12 of 40', { paused: true }],
    ['Stopping, roles 12 of 40', { stopped: true }],
    [
      'Reading roles 12 of 40; Amazon asked to wait',
      { waits: [{ connectionId: 'c-1', reason: 'throttled', message: 'Wait.', until: null }] },
    ],
    [null, { running: false, stopped: true }],
  ])('reads %j', (text, more) => {
    expect(progressText(progress(more))).toBe(text);
  });
});

describe('a role', () => {
  test.each([
    ['Admin', 'admin'],
    ['Editor', 'editor'],
    ['Admin, Viewer', 'admin, viewer'],
    ['BILLING_MANAGER', 'BILLING_MANAGER'],
    ['Unknown', null],
  ])('is shown as %s', (text, role) => {
    expect(membersText.roleName(role)).toBe(text);
  });
});

describe('a filter of members', () => {
  test('by an unknown role matches those without one', () => {
    expect(queryOf({ search: ' d* ', role: 'unknown', scope: 'both' })).toEqual({
      ...{ search: 'd*', roles: [null], scopes: ['both'] },
    });
  });

  test('of only spaces leaves nobody out', () => {
    const filter = { search: '  ', role: null, scope: null };
    expect(isNarrowed(filter)).toBe(false);
    expect(queryOf(filter)).toEqual({ search: '' });
    expect(isNarrowed({ ...filter, role: 'unknown' })).toBe(true);
  });
});
