import { describe, expect, test } from 'vitest';
import {
  defaultApprovalRule,
  loosens,
  needsApproval,
  type ApprovalRule,
} from '../../../shared/domain/approval/approvalRule';

const rule = (needed: ApprovalRule['needed'], fields: Partial<ApprovalRule> = {}): ApprovalRule => ({
  ...defaultApprovalRule,
  needed,
  ...fields,
});

describe('a rule gets looser', () => {
  test.each([
    ['always', 'never'],
    ['always', 'admins'],
    ['always', 'people'],
    ['admins', 'never'],
    ['people', 'never'],
    // Neither covers the other.
    ['admins', 'people'],
    ['people', 'admins'],
  ] as const)('from %s to %s', (before, after) => {
    expect(loosens(rule(before), rule(after))).toBe(true);
  });

  test.each([
    ['never', 'admins'],
    ['never', 'always'],
    ['admins', 'always'],
    ['people', 'always'],
    ['always', 'always'],
    ['never', 'never'],
  ] as const)('not from %s to %s', (before, after) => {
    expect(loosens(rule(before), rule(after))).toBe(false);
  });

  test('with a larger number of people or days, not with a smaller one', () => {
    expect(loosens(rule('people', { people: 10 }), rule('people', { people: 11 }))).toBe(true);
    expect(loosens(rule('people', { people: 10 }), rule('people', { people: 9 }))).toBe(false);
    for (const days of ['approvalDays', 'snapshotDays'] as const) {
      expect(loosens(rule('always', { [days]: 5 }), rule('always', { [days]: 6 }))).toBe(true);
      expect(loosens(rule('always', { [days]: 5 }), rule('always', { [days]: 4 }))).toBe(false);
    }
  });
});

test('admins and the number of people decide which batches need an approval', () => {
  const batch = { total: 3, admins: 1 };
  expect(needsApproval(rule('never'), batch)).toBe(false);
  expect(needsApproval(rule('always'), { total: 1, admins: 0 })).toBe(true);
  expect(needsApproval(rule('admins'), batch)).toBe(true);
  expect(needsApproval(rule('admins'), { total: 3, admins: 0 })).toBe(false);
  expect(needsApproval(rule('people', { people: 3 }), batch)).toBe(false);
  expect(needsApproval(rule('people', { people: 2 }), batch)).toBe(true);
});
