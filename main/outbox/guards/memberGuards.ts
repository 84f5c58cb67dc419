import type { MemberScope } from '../../../shared/domain/member/member';
import type { Role } from '../../../shared/domain/invitation/role';
import type { MemberState } from '../../access/members/memberState';

/** A member of an account as last read. */
export interface KnownMember {
  readonly userId: string;
  readonly scope: MemberScope;
  /** The direct role, as stored; null: unknown. */
  readonly role: string | null;
  /** Whether an earlier change of this member waits, is being sent or is unconfirmed: it may lose the role. */
  readonly isUnsettled: boolean;
}

/** A change of one member. */
export interface MemberChange {
  readonly userId: string;
  /** The role to get; null: the member is removed. */
  readonly role: Role | null;
}

/**
 * Why a change of a member isn't sent:
 * - `gone`: the member no longer has access; `hasRole`: the direct role is this one already. Nothing is left to do.
 * - `inherited`: access comes through a manager account alone, and can't be changed in this one (amazon-api §3).
 * - `lastAdmin`: the account would be left without an admin that Amazon shows. Amazon refuses that too.
 */
export type MemberObstacle = 'gone' | 'hasRole' | 'inherited' | 'lastAdmin';

/**
 * What keeps changes of one account's members from being sent, by user ID, judged on the members as just read. Changes that
 * together take the last known admin are all left out: nobody can tell which of them was meant to stay.
 */
export function memberObstacles(
  members: readonly KnownMember[],
  changes: readonly MemberChange[],
): ReadonlyMap<string, MemberObstacle> {
  const byId = new Map(members.map((member) => [member.userId, member]));
  const obstacles = new Map<string, MemberObstacle>();
  for (const change of changes) {
    const obstacle = obstacleTo(byId.get(change.userId), change);
    if (obstacle !== null) obstacles.set(change.userId, obstacle);
  }
  const possible = changes.filter(({ userId }) => !obstacles.has(userId));
  for (const userId of takersOfLastAdmin(members, possible)) obstacles.set(userId, 'lastAdmin');
  return obstacles;
}

function obstacleTo(member: KnownMember | undefined, { role }: MemberChange): MemberObstacle | null {
  if (member === undefined) return 'gone';
  if (member.scope === 'inherited') return 'inherited';
  return role !== null && member.role === role ? 'hasRole' : null;
}

/** The user IDs whose change takes an admin role, if no known admin would be left; an account without one isn't made worse. */
function takersOfLastAdmin(
  members: readonly KnownMember[],
  changes: readonly MemberChange[],
): readonly string[] {
  const losers = new Set(changes.filter(({ role }) => role !== 'admin').map(({ userId }) => userId));
  const admins = members.filter(isAdmin);
  const takers = admins.filter(({ userId }) => losers.has(userId)).map(({ userId }) => userId);
  const stays = admins.some(({ userId, isUnsettled }) => !losers.has(userId) && !isUnsettled);
  // Somebody who becomes an admin with the same call may be refused, so that doesn't count.
  return stays ? [] : takers;
}

/** Several roles are stored as one text. */
const isAdmin = ({ role, scope }: KnownMember): boolean =>
  scope !== 'inherited' && (role?.split(', ').includes('admin') ?? false);

/** Whether a member has direct access, so that it can be changed in the account itself, as far as is known. */
export const hasDirectAccess = ({ goneAt, scope }: Pick<MemberState, 'goneAt' | 'scope'>): boolean =>
  goneAt === null && scope !== 'inherited';

/** From this share of an account's direct members on, and from this many, their number has to be typed. */
const typedFromShare = 0.25;
const typedFromMembers = 3;

/** Whether changing this many of an account's direct members at once is large for this account. */
export const isLargeShare = (changed: number, directMembers: number): boolean =>
  changed >= typedFromMembers && changed > directMembers * typedFromShare;
