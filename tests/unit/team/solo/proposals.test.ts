import { expect, test } from 'vitest';
import { isSettled, proposedOf, type DoubleSide } from '../../../../shared/domain/team/teamDouble';

const side = (claimId: string, state: DoubleSide['state'], fields: Partial<DoubleSide> = {}): DoubleSide => ({
  ...{ claimId, state, colleague: 'Mia', isSolo: false, reason: null, at: 1, role: 'viewer' },
  invitationId: `inv-${claimId}`,
  ...fields,
});

test.each([
  ['of two pending ones, the later', [side('a', 'pending', { at: 2 }), side('b', 'pending')], 'a'],
  ['the pending one beside an accepted one', [side('a', 'accepted', { at: 2 }), side('b', 'pending')], 'b'],
  ['none if both were accepted', [side('a', 'accepted'), side('b', 'accepted')], null],
  ['none as long as one isn’t known', [side('a', 'unknown'), side('b', 'pending')], null],
  ['none whose ID isn’t known', [side('a', 'pending'), side('b', 'pending', { invitationId: null })], null],
])('proposed to be revoked is %s', (_, sides, proposed) => {
  expect(proposedOf(sides)).toBe(proposed);
});

test('nothing is left to do once one of both ended', () => {
  expect(isSettled([side('a', 'ended'), side('b', 'accepted')])).toBe(true);
  expect(isSettled([side('a', 'unknown'), side('b', 'pending')])).toBe(false);
});
