/** What people read in the details of an invitation. */
export const detailsText = {
  panelLabel: 'Details of the invitation',
  noName: 'No name',
  readFailed: 'Couldn’t read the details',
  history: 'History',
  run: (runId: string) => `Run ${runId}`,

  state: 'State',
  role: 'Role',
  account: 'Account',
  invitedBy: 'Invited by',
  created: 'Created',
  expires: 'Expires',
  email: 'Email',
  invitationId: 'Invitation ID',
  lastSeen: 'Last seen in Amazon’s list',
  member: 'Member',
  instances: 'Instances',
  planned: (names: string) => `Planned: ${names}`,
  allInstances: 'all instances',
  missing: (names: string) => `Missing: ${names}`,
  plannedByColleague: (who: string, names: string, day: string) =>
    `${who} planned ${names}, ${day}, from the team`,
  addedBy: (name: string, who: string, day: string) => `${name}: ticked off by ${who}, ${day}`,
  seen: (names: string) => `Opened by their own sign-in: ${names}`,
  workList: 'To add to instances',
  unknown: 'Unknown',

  // RevokeShown
  revoke: 'Revoke…',

  // ShareLink
  copyLink: 'Copy redeem link',
  copyMessage: 'Copy message',
  whereMessageIs: 'You can edit the message in {settings}.' as const,
  settings: 'Settings',

  rawAnswer: 'Amazon’s raw answer',
  askAmazon: 'Ask Amazon',
  askAgain: 'Ask again',
  asking: 'Asking Amazon',
  askFailed: 'Couldn’t ask Amazon',
  noAnswer:
    'Amazon returned nothing for this invitation. It may no longer exist, or this user may not have access to it.',
};
