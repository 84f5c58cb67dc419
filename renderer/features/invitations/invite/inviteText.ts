/** What people read on Invite people. */
export const inviteText = {
  // InvitePage
  title: 'Invite people',
  accountTitle: (name: string) => `Invite people to ${name}`,

  // AccountPicker
  account: 'Account',
  accountHint:
    'People are invited to one account at a time. Accounts where you are only a viewer are not listed.',
  accountPlaceholder: 'Choose an account',
  accountSearchPlaceholder: 'Name or ID',
  accountSearchLabel: 'Find an account',
  readingAccounts: 'Reading accounts',
  noAccounts: 'There is no account you can invite to',
  noAccountMatches: 'No account has this name or ID',

  // InviteForm
  people: 'People',
  rolesHint: 'Admins can invite and manage people in this account; viewers cannot.',
  makeAll: (role: string) => `Make all ${role}s`,
  email: 'Email',
  callsHint: 'Each call can succeed or fail on its own.',
  rowsToCorrect: (count: string) => `${count} to correct above.`,
  inviteFailed: 'Nothing was sent',
  discard: 'Discard',
  invite: (count: string) => `Invite ${count}`,
  handingOver: 'Handing over',

  // InviteeRows
  name: 'Name',
  role: 'Role',
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
  pasteTitle: 'Paste many people',
  pasteHint:
    'One a line, or separated by semicolons: a bare address, Name <address>, or two columns copied from a spreadsheet.',
  pastePlaceholder: 'Jane Doe <jane@example.com>; sam@example.com',
  pasteProblemsTitle: 'Some of it could not be read',
  pasteAdd: 'Add to the list',
};
