import type { MemberRefreshProgress } from '../../../shared/domain/member/memberRefresh';
import { memberRoleName, memberScopeName } from '../../../shared/domain/member/memberText';
import { formatNumber } from '../../../shared/text/formats';
import { clockOf } from '../../components/text/formatTime';

/** What people read on Members of an account. */
export const membersText = {
  // MembersPage
  accountTitle: (name: string) => `Members of ${name}`,
  unknownAccountTitle: 'This account isn’t in your list',
  unknownAccountBody: 'Its connection may have been removed. Select another account above.',

  // MembersHeader
  members: 'Members',
  refresh: 'Refresh',

  // MembersFilters
  find: 'Find members',
  findPlaceholder: 'Find by email or user ID',
  filterByAccess: 'Filter by access',
  filterByRole: 'Filter by role',
  anyAccess: 'Any access',
  anyRole: 'Any role',
  clearFilters: 'Clear filters',

  // memberColumns
  email: 'Email',
  emailNotShown: 'Not shown',
  userId: 'User ID',
  copyUserId: 'user ID',
  access: 'Access',
  role: 'Role',
  memberSince: 'Member since',
  lastSeen: 'Last seen',
  accessName: memberScopeName,
  roleName: memberRoleName,
  inheritedRole: 'Amazon only shows direct roles',
  roleNotRead: 'Not read yet',
  since: 'Since',
  before: 'Before',

  // MembersProgress
  pauseReading: 'Pause reading members',
  resumeReading: 'Resume reading members',
  stopReading: 'Stop reading members',

  // MembersProblems
  readFailed: 'Couldn’t read the members',
  olderList: 'The list shows what was last read.',
  tryAgain: 'Try again',
  unavailableTitle: 'Amazon doesn’t show members here to you',
  unavailableBody:
    'Only admins of an account can see who has access to it, and some accounts don’t offer it at all. Ask an admin of this account, or open it through another connection.',
  inheritedUnavailable: 'Amazon doesn’t show inherited access here to you',
  inheritedUnavailableBody:
    'People who have access through a manager account are missing from this list. Ask an admin of the manager account.',
  partialTitle: 'Some members couldn’t be read',

  // MembersEmpty
  readingTitle: 'Reading the members',
  readingBody: 'This takes a moment.',
  unreadTitle: 'Not read yet',
  unreadBody: 'Refresh to ask Amazon who has access to this account.',
  noMatchTitle: 'No members match',
  noMatchBody: 'Try another part of the email or user ID, or remove a filter.',
  noMembersTitle: 'No members',
  noMembersBody: 'Amazon lists no one with access to this account.',
};

/** The progress of reading members, in a few words: "Reading roles 12 of 40"; null while nothing is read. */
export function progressText({
  running,
  paused,
  stopped,
  accounts,
  roles,
  waits: [wait],
}: MemberRefreshProgress): string | null {
  if (!running) return null;
  const ofRoles = roles.total > 0;
  const { total, done, failed } = ofRoles ? roles : accounts;
  if (total === 0) return stopped ? 'Stopping' : paused ? 'Paused' : 'Reading members';
  const count = `${ofRoles ? 'roles' : 'members of accounts'} ${formatNumber(done + failed)} of ${formatNumber(total)}`;
  if (stopped) return `Stopping, ${count}`;
  if (paused) return `Paused, ${count}`;
  if (wait?.reason !== 'throttled') return `Reading ${count}`;
  return `Reading ${count}; Amazon asked to wait${wait.until === null ? '' : ` until ${clockOf(wait.until)}`}`;
}
