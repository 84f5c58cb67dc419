import { formatList, formatNumber } from '../../../../shared/text/formats';
import { byCount, pluralize } from '../../../../shared/text/pluralize';

/** What people read on Invite people. */
export const inviteText = {
  // InvitePage
  title: 'Invite people',
  accountTitle: (name: string) => `Invite people to ${name}`,

  // AccountsField
  accounts: 'Accounts',
  accountsHint: 'Each person is invited to each account. Accounts where you’re only a viewer aren’t listed.',
  accountsPlaceholder: 'Select accounts',
  accountsMissing: 'Select at least one account.',
  favorites: 'Favorites',
  recentlyOpened: 'Recently opened',
  otherAccounts: 'All accounts you manage',
  allOfGroup: (group: string) => `All of ${group}`,
  ungroupedAccounts: 'Accounts without a group',
  allAccounts: (count: string) => `All accounts you manage (${count})`,
  deselect: (account: string) => `Remove ${account}`,
  accountSearchPlaceholder: 'Name, ID, group or tag',
  accountSearchLabel: 'Find an account',
  readingAccounts: 'Reading accounts',
  noAccounts: 'There are no accounts you can invite people to',
  noAccountMatches: 'No accounts with this name, ID, group or tag',

  // InstancesField
  instances: 'Instances',
  instancesHint: (accounts: number) =>
    byCount(
      accounts,
      'To which instances viewers should be added once they accept. Left blank, what was planned before stays.',
      'Names or IDs with “;” between them, “all”, or “none” to clear an earlier plan; each account is checked. Left blank, what was planned before stays.',
    ),
  instancesPlaceholder: 'Main; Sandbox',
  instancesSelect: 'Select instances',
  findInstance: 'Find an instance',
  noInstanceMatches: 'No instance with this name or ID',
  noInstances: 'Plan no instances',
  allInstances: 'All instances',
  instancesNeedAccount: 'Select an account first.',
  adminsNeedNone: 'Admins can open every instance, so there’s nothing to plan.',
  instancesChecking: 'The instances are still being checked. Try again.',
  moreInstanceFaults: (count: number) =>
    byCount(count, 'One more account has a problem.', `${formatNumber(count)} more accounts have a problem.`),
  instancesUnread: (accounts: readonly string[]) =>
    `The instances of ${accountList(accounts)} were never read, so names can’t be checked there. They’re kept as written.`,
  readInstances: 'Read instances',

  // AddPeople
  addPeople: 'Add people',
  addPeopleHint: 'Type an address, paste a list, or select somebody you invited before.',
  addPeoplePlaceholder: 'Name or address',
  addTyped: (text: string) => `Add ${text}`,
  nobodyKnown: 'Nobody invited before has this name or address',

  // InviteForm, PeopleFields, InviteFooter
  people: 'People',
  rolesHint: 'Admins can invite and manage people in this account. Viewers can’t.',
  makeAll: (role: string) => `Make all ${role}s`,
  email: 'Email',
  peopleInAccounts: (people: string, accounts: string) => `${people} in ${accounts}`,
  calls: (countedPeople: string, countedCalls: string, maxPerCall: number) =>
    `${countedPeople} = ${countedCalls} to Amazon, which takes at most ${maxPerCall} per call.`,
  callsHint: 'Each call can succeed or fail separately.',
  faults: (count: number) => `${pluralize(count, 'field')} to correct`,
  inviteFailed: 'Nothing was sent',
  discard: 'Discard',
  handingOver: 'Submitting',

  // InviteeRows
  name: 'Name',
  role: 'Role',
  emailPlaceholder: 'name@example.com',
  addPerson: 'Add a person',
  person: (number: string) => `Person ${number}`,
  emailOf: (person: string) => `Email of ${person}`,
  nameOf: (person: string) => `Name of ${person}`,
  roleOf: (person: string) => `Role of ${person}`,
  nameGuessed: 'Guessed from the address',
  remove: (person: string) => `Remove ${person}`,

  // PersonNotes
  fixLabel: (fix: string, field: string, person: string) => `${fix} as the ${field} of ${person}`,

  // colleagueHints
  invitedByColleague: (who: string, account: string, when: string, age: string) =>
    `${who} invited this person to ${account} on ${when} (${age}, from the team).`,
  maybeMember: 'A member who came since could be this person.',
  invitedElsewhereToo: (accounts: readonly string[]) => `Also to ${accountList(accounts)}.`,

  // inviteDraft
  emailMissing: 'Enter the person’s email address.',
  emailRepeated: (row: string) => `This address is already in row ${row}.`,

  // PasteBox
  pasteTitle: 'Paste a list',
  pasteHint:
    'One per line, or separated by semicolons: an address, Name <address>, or two columns copied from a spreadsheet.',
  pastePlaceholder: 'Jane Doe <jane@example.com>; sam@example.com',
  pasteProblemsTitle: 'Some of it couldn’t be read',
  pasteAdd: 'Add to the list',
};

/** As many accounts as a sentence has room for. */
const maxListed = 3;

function accountList(names: readonly string[]): string {
  const more = names.length - maxListed;
  return formatList(more <= 0 ? names : [...names.slice(0, maxListed), `${formatNumber(more)} more`]);
}

/** What the form would send. */
export interface InviteSummary {
  readonly people: number;
  /** How many of them as admin. */
  readonly admins: number;
  readonly accounts: number;
  readonly notify: boolean | null;
}

/** “Invite 3 people to 4 accounts (12 invitations)”. */
export function inviteButtonText({ people, accounts }: InviteSummary): string {
  if (people === 0) return 'Invite';
  const whom = `Invite ${pluralize(people, 'person', 'people')}`;
  if (accounts === 0) return whom;
  const where = `${whom} to ${pluralize(accounts, 'account')}`;
  return accounts === 1 ? where : `${where} (${pluralize(people * accounts, 'invitation')})`;
}

/** “2 viewers, 1 admin. Amazon sends the email.” Empty while nobody is named. */
export function summaryText({ people, admins, notify }: InviteSummary): string {
  if (people === 0) return '';
  const viewers = people - admins;
  const roles = [
    ...(viewers > 0 ? [pluralize(viewers, 'viewer')] : []),
    ...(admins > 0 ? [pluralize(admins, 'admin')] : []),
  ].join(', ');
  if (notify === null) return `${roles}.`;
  return `${roles}. ${notify ? 'Amazon sends the email.' : 'No email: you share the links.'}`;
}
