/** What people read about one user ID. */
export const memberPersonText = {
  // MemberPersonPage
  readFailed: 'Couldn’t read what’s known about this user ID',
  copyUserId: 'user ID',
  alsoListedAs: (emails: string) => `Also listed as ${emails}`,
  unknownTitle: 'No account lists this user ID',
  unknownBody: 'Its connection may have been removed, or its accounts haven’t been read yet.',
  timelineDescription: 'What was done about this user ID with this app, the latest first.',

  // MemberAccessTable
  access: 'Access',
  accessDescription: 'The accounts that list this user ID. Select some to change the role or remove access.',
  account: 'Account',
  kind: 'Access',
  role: 'Role',
  since: 'Member since',
  lastSeen: 'Last seen',
  left: 'No longer listed',
  inviteAgain: 'Invite again',
  inviteAgainTo: (accountName: string) => `Invite again to ${accountName}`,
  letInBy: {
    certain: (day: string) => `Invited ${day}`,
    probable: (day: string) => `Probably invited ${day}`,
  },
  leftSince: (day: string) => `as of ${day}`,
};
