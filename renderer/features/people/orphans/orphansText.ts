import type { DirectoryFile, DirectoryLeftOut, Orphan } from '../../../../shared/domain/person/directory';
import { directorySourceNames } from '../../../../shared/domain/person/directorySourceText';
import type { AccountMember } from '../../../../shared/domain/person/memberPerson';
import { formatList, formatMoment, formatNumber } from '../../../../shared/text/formats';
import { byCount, pluralize } from '../../../../shared/text/pluralize';
import { membersText } from '../../members/membersText';

/** What people read on Not in the directory. */
export const orphansText = {
  title: 'Not in the directory',
  description: 'People with access who aren’t in your directory, or aren’t active there.',
  readFailed: 'Couldn’t read who isn’t in the directory',
  refresh: 'Refresh',

  // Importing and forgetting
  importFirst: 'Import a directory file',
  importNewer: 'Import a newer file',
  importFailed: 'The file wasn’t imported',
  olderStays: (fileName: string) => `Nothing changed: the list is still compared with ${fileName}.`,
  imported: 'Directory imported',
  dismiss: 'Dismiss',
  forget: 'Forget this file',
  forgetTitle: (fileName: string) => `Forget ${fileName}?`,
  forgetFailed: 'The file wasn’t forgotten',
  forgetBody: (people: number) =>
    `This deletes what the app stored of ${pluralize(people, 'person', 'people')}: addresses, names and who is active. The list stays empty until you import a file again.`,
  forgetEffect:
    'Nobody’s access changes. Addresses that only this file has no longer help to find out who a user ID belongs to; what you confirmed stays.',

  // FirstDirectory
  purposeTitle: 'Find access that nobody needs anymore',
  purpose:
    'Import a list of users from your organization’s directory. The app compares it with everyone who has access to your accounts, and shows who isn’t in it or isn’t active anymore.',
  exportsTitle: 'Exports the app understands',
  exports: [
    { name: 'Microsoft Entra', how: 'Users, Download users' },
    { name: 'Microsoft 365 admin center', how: 'Active users, Export users' },
    { name: 'Google Workspace', how: 'Users, Download users' },
    { name: 'Okta', how: 'Password Health report, or users with email, login and status' },
    { name: 'Slack', how: 'Manage members, Export member list' },
  ],
  exportsFormat: 'As CSV or Excel, with the column headers as they were exported.',
  storedTitle: 'What the app stores',
  stored: [
    'Each person’s email address, name and whether they’re active; nothing else in the file.',
    'Only the newest file: importing one replaces the one before.',
    'On this computer. You can forget the file at any time.',
  ],

  // OrphansNotices and OwnDomains
  ownDomains: 'Own domains only',
  hidden: (otherDomains: number) =>
    otherDomains === 0
      ? 'Hides people at domains that the file doesn’t have, such as clients. None are hidden now.'
      : `Hides ${pluralize(otherDomains, 'person', 'people')} at domains that the file doesn’t have, such as clients.`,
  notHidden: (otherDomains: number) =>
    `Includes ${pluralize(otherDomains, 'person', 'people')} at domains that the file doesn’t have, such as clients.`,
  unidentified: (userIds: number) =>
    `${formatNumber(userIds)} ${byCount(userIds, 'user ID couldn’t be compared: its address isn’t', 'user IDs couldn’t be compared: their addresses aren’t')} known well enough.`,
  showEveryone: 'Show everyone',

  // orphanColumns
  person: 'Person',
  why: 'Why',
  whyName: { notInFile: 'Not in the file', notActive: 'Not active' } satisfies Record<Orphan['why'], string>,
  certainty: 'How certain',
  accounts: 'Accounts',
  moreAccounts: (count: number) => `and ${pluralize(count, 'more account')}`,
  asOf: 'As of',
  actions: 'Actions',
  removeAll: 'Remove all access',
  removeAllOf: (address: string) => `Remove all access of ${address}`,

  // OrphansEmpty
  unreadTitle: 'Not read yet',
  unreadBody: 'Refresh to ask Amazon who has access to your accounts.',
  nobodyTitle: 'Nobody found',
  nobodyBody: 'Everyone whose address is known well enough is active in the directory.',
  nobodyAtOwnTitle: 'Nobody found at your own domains',
  nobodyAtOwnBody: (otherDomains: number) =>
    `${pluralize(otherDomains, 'person', 'people')} at other domains ${byCount(otherDomains, 'isn’t', 'aren’t')} in the directory.`,
  showAllDomains: 'Show all domains',
};

/** Where the file is from, when it was imported, and who is in it: "from Okta, imported …: 12 people, 2 of them not active." */
export const fileText = ({ source, importedAt, people, inactive }: DirectoryFile): string =>
  `from ${directorySourceNames[source]}, imported ${formatMoment(importedAt)}: ${pluralize(people, 'person', 'people')}, ${
    inactive === 0 ? 'none listed as not active' : `${formatNumber(inactive)} of them not active`
  }.`;

const reasons: Readonly<Record<DirectoryLeftOut['reason'], string>> = {
  aboveHeader: 'above the column headers',
  noAddress: 'without an address',
  notAnAddress: 'without a usable address',
  duplicate: 'already listed',
};

/** How many rows weren't taken, and why; null if all were. */
export function leftOutText({ leftOut }: DirectoryFile): string | null {
  const rows = leftOut.reduce((sum, { count }) => sum + count, 0);
  if (rows === 0) return null;
  const parts = leftOut.map(({ reason, count }) => `${formatNumber(count)} ${reasons[reason]}`);
  return `${pluralize(rows, 'row')} left out: ${formatList(parts)}.`;
}

/** An account and what somebody has there: "Northwind: Admin". */
export function accessLine({ accountName, role, scope }: AccountMember): string {
  if (role !== null) return `${accountName}: ${membersText.roleName(role)}`;
  return `${accountName}: ${scope === 'inherited' ? 'Inherited' : 'Role unknown'}`;
}
