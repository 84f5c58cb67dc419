/** What people read in the details of an invitation. */
export const detailsText = {
  panelLabel: 'Details of the invitation',
  noName: 'No name',
  readFailed: 'Could not read the details',
  history: 'History',

  state: 'State',
  role: 'Role',
  account: 'Account',
  invitedBy: 'Invited by',
  created: 'Created',
  expires: 'Expires',
  email: 'Email',
  invitationId: 'Invitation ID',
  lastSeen: 'Last seen in Amazon’s list',
  unknown: 'Not known',

  settings: 'Settings',

  rawAnswer: 'Amazon’s raw answer',
  askAmazon: 'Ask Amazon',
  askAgain: 'Ask again',
  asking: 'Asking Amazon',
  askFailed: 'Amazon could not be asked',
  noAnswer:
    'Amazon does not tell about this invitation: it may not be there any more, or your Amazon user may not see it. Its documents do not say which of the two such a refusal means.',
};
