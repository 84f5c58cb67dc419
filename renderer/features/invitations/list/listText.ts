/** What people read on Invitations. */
export const listText = {
  // InvitationsPage
  accountTitle: (name: string) => `Invitations for ${name}`,
  unknownAccountTitle: 'This account isn’t in your list',
  unknownAccountBody: 'Its connection may have been removed. Select another account above.',

  // InvitationsHeader
  invitations: 'Invitations',
  allAccountsDescription: 'Every account you can reach. Select one above to invite people to it.',
  refresh: 'Refresh',
  invitePeople: 'Invite people',
  more: 'More',
  resend: 'Resend',
  changeRole: 'Change role',
  revoke: 'Revoke',
  inviteAgain: 'Invite again',

  // InvitationMenu
  openPerson: 'Open person in new window',
  showDetails: 'Show details',
  actionsFor: (name: string) => `Actions for ${name}`,
  actionsForSelected: (invitations: string) => `Actions for ${invitations}`,

  // InvitationsTable
  selectionLabel: 'Select invitations',
  selectPage: 'Select all on this page',
  selectRow: (name: string, address: string) => `Select ${name}, ${address}`,
  cannotSelectRow: (name: string, address: string, reason: string) =>
    `Select ${name}, ${address} (not possible: ${reason})`,
  since: 'since {day}' as const,

  // UnreachableNote
  unreachableNote: (count: string, reason: string) => `${count} on this page can’t be selected: ${reason}.`,

  // SelectionSummary
  selectAll: (total: string) => `Select all ${total} that match`,
  selectFirst: (limit: string, total: string) => `Select the first ${limit} of ${total}`,
  selecting: 'Selecting',
  selectNone: 'Clear selection',

  // CopyLinks
  copyLinks: 'Copy redeem links',
  copyLinksLabel: (count: string) => `Copy ${count}`,
  copiedLinks: (count: string) => `${count} copied, one per line`,
  copyFailed: 'Couldn’t copy. Bring the window to the front and try again.',

  // invitationColumns
  person: 'Person',
  email: 'Email',
  account: 'Account',
  role: 'Role',
  invitedBy: 'Invited by',
  created: 'Created',
  expiresIn: 'Expires in',
  state: 'State',
  noName: 'No name',
  detailsOf: (name: string) => `Details of ${name}`,

  // InvitationsEmpty
  readFailed: 'Couldn’t read the invitations',
  viewerTitle: 'Nothing to show',
  viewerBody: 'Amazon doesn’t show invitations to viewers.',
  noMatchTitle: 'No invitations match',
  noMatchBody: 'Try other words, select another view, or remove a filter.',
  showAllPending: 'Show all pending',
  unreadTitle: 'Not read yet',
  unreadBody: 'Refresh to ask Amazon for the invitations of this account.',
  noPendingTitle: 'No pending invitations',
  noPendingBody: 'Everyone has answered, or no one was invited in the last two weeks.',
  inviteHint: 'Invite people to get started.',
};
