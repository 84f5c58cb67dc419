import type { MemberPerson, PeopleCoverage } from '../../../../shared/domain/person/memberPerson';
import { formatList, formatNumber } from '../../../../shared/text/formats';
import { byCount, pluralize } from '../../../../shared/text/pluralize';

/** What people read on People. */
export const peopleListText = {
  people: 'People',
  open: 'Open',
  actionsFor: (name: string) => `Actions for ${name}`,
  refresh: 'Refresh',
  removeLeaver: 'Remove a leaver',
  description: 'Everyone Amazon lists as a member of your accounts, by user ID.',

  // peopleColumns
  email: 'Email',
  userId: 'User ID',
  copyUserId: 'user ID',
  accounts: 'Accounts',
  roles: 'Roles',
  newest: 'Newest access',
  asOf: 'As of',

  // PeopleCoverageNotice
  unread: ({ unread, accounts }: PeopleCoverage) =>
    `The members of ${formatNumber(unread)} of ${pluralize(accounts, 'account')} ${byCount(unread, 'hasn’t', 'haven’t')} been read, so people may be missing.`,
  showAccounts: 'Show accounts',

  // PeopleEmpty
  readFailed: 'Couldn’t read who has access',
  noMatchTitle: 'No people match',
  noMatchBody: 'Try another part of the email or user ID, or remove a filter.',
  clearFilters: 'Clear filters',
  readingTitle: 'Reading the members',
  readingBody: 'The first people appear in a moment.',
  unreadTitle: 'Not read yet',
  unreadBody: 'Refresh to ask Amazon who has access to your accounts.',
  nobodyTitle: 'No people',
  nobodyBody: 'Amazon lists no one with access to your accounts.',
};

/** In how many accounts somebody has which role: "Admin in 3, viewer in 11, inherited in 2". */
export function rolesText(person: MemberPerson): string {
  const { admins, viewers, otherRoles, unknownRoles, inherited } = person;
  const parts = [
    { count: admins, name: 'admin' },
    { count: viewers, name: 'viewer' },
    { count: otherRoles, name: 'another role' },
    { count: inherited, name: 'inherited' },
    { count: unknownRoles, name: 'unknown' },
  ].filter(({ count }) => count > 0);
  const isTheSameEverywhere = parts.length === 1 && parts[0]?.count === person.accounts;
  const text = formatList(
    parts.map(({ count, name }) => (isTheSameEverywhere ? name : `${name} in ${formatNumber(count)}`)),
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}
