/** What people read on Invite people. */
export const inviteText = {
  // InvitePage
  title: 'Invite people',
  accountTitle: (name: string) => `Invite people to ${name}`,

  // AccountPicker
  account: 'Account',
  accountHint:
    'You invite people to one account at a time. Accounts where you’re only a viewer aren’t listed.',
  accountPlaceholder: 'Select an account',
  accountSearchPlaceholder: 'Name or ID',
  accountSearchLabel: 'Find an account',
  readingAccounts: 'Reading accounts',
  noAccounts: 'There are no accounts you can invite people to',
  noAccountMatches: 'No accounts with this name or ID',

  // InviteForm
  people: 'People',
  rolesHint: 'Admins can invite and manage people in this account. Viewers can’t.',
  makeAll: (role: string) => `Make all ${role}s`,
  email: 'Email',
  calls: (countedPeople: string, countedCalls: string, maxPerCall: number) =>
    `${countedPeople} = ${countedCalls} to Amazon, which takes at most ${maxPerCall} per call.`,
  callsHint: 'Each call can succeed or fail separately.',
  rowsToCorrect: (count: string) => `${count} to correct above.`,
  inviteFailed: 'Nothing was sent',
  discard: 'Discard',
  invite: (count: string) => `Invite ${count}`,
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
  rolePlaceholder: 'Choose',
  nameGuessed: 'Guessed from the address',
  remove: (person: string) => `Remove ${person}`,

  // PersonNotes
  fixLabel: (fix: string, field: string, person: string) => `${fix} as the ${field} of ${person}`,

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
