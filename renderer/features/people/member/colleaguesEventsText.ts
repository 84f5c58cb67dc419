import { memberRoleName, memberScopeName } from '../../../../shared/domain/member/memberText';
import { memberScope } from '../../../../shared/domain/member/member';
import type { ColleagueMemberEvent } from '../../../../shared/domain/team/colleagueMemberEvent';

/** What people read about what colleagues' apps saw of a member. */
export const colleaguesEventsText = {
  title: 'Seen by colleagues',
  description:
    'What Amazon’s lists showed colleagues about this user ID and this computer didn’t see. It comes through the team, and changes nothing here.',
  when: 'When',
  what: 'What',
  account: 'Account',
  who: 'Whose app',
  learned: 'Learned here',
  event: ({ event, scope, role, before }: ColleagueMemberEvent): string => {
    switch (event) {
      case 'firstSeen':
        return 'In the first list they read';
      case 'joined':
        return 'Joined';
      case 'left':
        return 'No longer listed';
      case 'scopeChanged':
        return `Access changed from ${scopeOf(before)} to ${memberScopeName(scope)}`;
      case 'roleSeen':
        return `Role: ${memberRoleName(role)}`;
      case 'roleChanged':
        return `Role changed from ${memberRoleName(before)} to ${memberRoleName(role)}`;
    }
  },
};

const scopeOf = (before: string | null): string => {
  const scope = memberScope.safeParse(before);
  return memberScopeName(scope.success ? scope.data : 'unknown');
};
