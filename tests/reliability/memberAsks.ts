import type { Random } from '../../main/sandbox/state/random';
import type { Role } from '../../shared/domain/invitation/role';
import type { Member, Step } from './inspect/ledger';
import type { Person } from './inspect/ledger';

/** The possible stories of a member. */
const stories: [readonly Step[], ...(readonly Step[])[]] = [
  ['setRole'],
  ['removeMember'],
  ['removeMember'],
  ['setRole', 'setRole'],
  ['setRole', 'removeMember'],
];

/** Some of the members who have no story yet: usually of one account, a few at once. */
export function newMembers(random: Random, members: readonly Member[], people: readonly Person[]): Person[] {
  const busy = new Set(people.map(memberKey));
  const free = members.filter((member) => !busy.has(memberKey(member)));
  if (free.length === 0) return [];
  const { accountId } = random.pick(free as [Member, ...Member[]]);
  return free
    .filter((member) => member.accountId === accountId)
    .slice(0, random.between(1, 5))
    .map(({ userId, role }) => ({
      emailAddress: '',
      userName: '',
      ...{ accountId, userId },
      batch: null,
      story: random.pick(stories),
      roles: [role],
      requested: 0,
      done: 0,
      isColleagues: false,
      invitationId: null,
    }));
}

/** The role that a member gets next. */
export const otherRole = ({ roles }: Pick<Person, 'roles'>): Role =>
  roles.at(-1) === 'admin' ? 'viewer' : 'admin';

const memberKey = ({
  accountId,
  userId,
}: {
  readonly accountId: string;
  readonly userId: string | null;
}): string => `${userId ?? ''} in ${accountId}`;
