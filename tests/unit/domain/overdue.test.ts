import { expect, test } from 'vitest';
import { isOverdue } from '../../../shared/domain/invitation/invitation';

test.each([
  ['before its end', { state: 'pending', expiresAt: 101 }, false],
  ['at its end', { state: 'pending', expiresAt: 100 }, true],
  ['without a known end', { state: 'pending', expiresAt: null }, false],
  ['accepted', { state: 'accepted', expiresAt: 1 }, false],
  ['lapsed', { state: 'lapsed', expiresAt: 1 }, false],
] as const)('only a pending invitation can be past its two weeks: %s', (_what, invitation, expected) => {
  expect(isOverdue(invitation, 100)).toBe(expected);
});
