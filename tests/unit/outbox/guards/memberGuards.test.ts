import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isLargeShare,
  memberObstacles,
  type KnownMember,
  type MemberChange,
} from '../../../../main/outbox/guards/memberGuards';

const member = (userId: string, role: string | null, more: Partial<KnownMember> = {}): KnownMember => ({
  userId,
  scope: 'direct',
  role,
  isUnsettled: false,
  ...more,
});
const remove = (userId: string): MemberChange => ({ userId, role: null });
const obstacles = (members: readonly KnownMember[], ...changes: readonly MemberChange[]) =>
  Object.fromEntries(memberObstacles(members, changes));

// docs/sending.md: S26
describe('a change of a member', () => {
  const dana = member('dana', 'admin');
  const ben = member('ben', 'admin');
  const rosa = member('rosa', 'viewer');

  test('is sent if an admin stays', () => {
    expect(obstacles([dana, ben, rosa], remove('ben'), remove('rosa'))).toEqual({});
    expect(obstacles([dana, ben], { userId: 'ben', role: 'viewer' })).toEqual({});
  });

  test('of the last known admin is left out, whatever the kind, and nothing else with it', () => {
    expect(obstacles([dana, rosa], remove('dana'), remove('rosa'))).toEqual({ dana: 'lastAdmin' });
    expect(obstacles([dana, rosa], { userId: 'dana', role: 'viewer' })).toEqual({ dana: 'lastAdmin' });
  });

  test('that takes all admins at once is left out for each of them', () => {
    expect(obstacles([dana, ben, rosa], remove('dana'), remove('ben'))).toEqual({
      dana: 'lastAdmin',
      ben: 'lastAdmin',
    });
  });

  test('counts no admin whose own change is open, whose role is unknown, or who only inherits access', () => {
    for (const other of [
      member('ben', 'admin', { isUnsettled: true }),
      member('ben', null),
      member('ben', 'admin', { scope: 'inherited' }),
    ]) {
      expect(obstacles([dana, other], remove('dana'))).toEqual({ dana: 'lastAdmin' });
    }
  });

  test('doesn’t count somebody who becomes an admin with the same call', () => {
    expect(obstacles([dana, rosa], { userId: 'rosa', role: 'admin' }, remove('dana'))).toEqual({
      dana: 'lastAdmin',
    });
  });

  test('is left out if there is nothing left to do, or nothing that can be done here', () => {
    const inherited = member('ivy', null, { scope: 'inherited' });
    expect(
      obstacles([dana, rosa, inherited], remove('gone'), remove('ivy'), { userId: 'rosa', role: 'viewer' }),
    ).toEqual({ gone: 'gone', ivy: 'inherited', rosa: 'hasRole' });
  });

  test('that leaves others out never leaves an account without a known admin that had a settled one', () => {
    const roles = fc.constantFrom('admin', 'viewer', 'admin, editor', null);
    const scopes = fc.constantFrom('direct', 'both', 'inherited', 'unknown');
    const members = fc.uniqueArray(
      fc.record({
        userId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        role: roles,
        scope: scopes,
        isUnsettled: fc.boolean(),
      }) as fc.Arbitrary<KnownMember>,
      { selector: ({ userId }) => userId },
    );
    const changes = fc.uniqueArray(
      fc.record({
        userId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        role: fc.constantFrom('admin', 'viewer', null),
      }) as fc.Arbitrary<MemberChange>,
      { selector: ({ userId }) => userId },
    );
    fc.assert(
      fc.property(members, changes, (before, wanted) => {
        const left = memberObstacles(before, wanted);
        const sent = new Map(
          wanted.filter(({ userId }) => !left.has(userId)).map((each) => [each.userId, each]),
        );
        const isSettledAdmin = ({ role, scope, isUnsettled }: KnownMember): boolean =>
          scope !== 'inherited' && !isUnsettled && role?.split(', ').includes('admin') === true;
        if (!before.some(isSettledAdmin)) return;
        const stay = before.filter(({ userId }) => !sent.has(userId) || sent.get(userId)?.role === 'admin');
        expect(stay.some(isSettledAdmin)).toBe(true);
      }),
    );
  });
});

test.each([
  [2, 4, false],
  [3, 12, false],
  [3, 11, true],
  [3, 3, true],
  [10, 40, false],
  [11, 40, true],
])('%i of %i direct members at once is large: %s', (changed, direct, isLarge) => {
  expect(isLargeShare(changed, direct)).toBe(isLarge);
});
