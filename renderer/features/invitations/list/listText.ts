/** What people read on Invitations. */
export const listText = {
  // InvitationsPage
  accountTitle: (name: string) => `Invitations of ${name}`,
  unknownAccountTitle: 'This account is not in your list',
  unknownAccountBody:
    'It may have been reached through a connection that was removed. Choose another account above.',

  // InvitationsHeader
  invitations: 'Invitations',
  allAccountsDescription: 'Every account you can reach. Choose one above to invite people to it.',
  refresh: 'Refresh',
  invitePeople: 'Invite people',
  more: 'More',
  resend: 'Resend',
  changeRole: 'Change role',
  revoke: 'Revoke',
  inviteAgain: 'Invite again',

  // ExportButton
  exportButton: 'Export',
  exporting: 'Exporting',
  excelWorkbook: 'Excel workbook',
  csv: 'CSV',

  // InvitationsTable
  selectionLabel: 'Choose invitations',
  selectPage: 'Choose all on this page',
  selectRow: (name: string, address: string, note: string) => `Choose ${name}, ${address}${note}`,

  // UnreachableNote
  unreachableNote: (count: string, reason: string) => `${count} on this page cannot be chosen: ${reason}.`,

  // SelectionSummary
  selectAll: (total: string) => `Choose all ${total} that match`,
  selectFirst: (limit: string, total: string) => `Choose the first ${limit} of ${total}`,
  selecting: 'Choosing',
  selectNone: 'Choose none',

  // CopyLinks
  copyLinks: 'Copy redeem links',
  copyLinksLabel: (count: string) => `Copy ${count}`,
  copiedLinks: (count: string) => `${count} copied, one a line`,
  copyFailed: 'Could not copy. Try again with the window in front.',

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
  readFailed: 'Could not read the invitations',
  viewerTitle: 'Nothing to show',
  viewerBody: 'Amazon shows a viewer no invitations.',
  noMatchTitle: 'No invitation matches',
  noMatchBody: 'Try other words, choose another view, or take away a filter.',
  showAllPending: 'Show all pending',
  unreadTitle: 'Not read yet',
  unreadBody: 'Refresh to ask Amazon for the invitations of this account.',
  noPendingTitle: 'No pending invitations',
  inviteHint: ' Invite people to begin.',
};
