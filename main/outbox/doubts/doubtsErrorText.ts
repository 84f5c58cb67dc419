/** Error messages of this folder: what happened and what to do. */
export const doubtsErrorText = {
  notDone: 'No clear answer arrived, and someone decided that it wasn’t done. Retry to send it again.',
  notUnconfirmed: 'This change is no longer unconfirmed. Check its current state.',
  notInList: 'This invitation isn’t one of those in Amazon’s list. Select one of them.',
  belongsElsewhere: 'This invitation already belongs to another of your changes. Select another one.',
  notReadYet:
    'Amazon’s list hasn’t been read for this change yet, and Amazon may still carry it out. Wait about a minute.',
  sentAgainByPerson: 'Someone decided to send it again.',
  doneByPerson: 'Someone decided that this was done.',
  sentAgainByRun: 'Amazon’s list doesn’t have it, and this run sends such changes again.',
  oneOfSeveral:
    'Amazon’s answer and its list show as many new invitations as were requested, but not which of them is this one.',
  claimedByList: 'Amazon’s answer left out the address, but its list shows which invitation this is.',
  doneByList: 'Amazon’s answer was lost, but its list shows that this was done.',
  doneByMembers: 'Amazon’s answer was lost, but its list of members shows that this was done.',
  acceptedBefore:
    'The person accepted the invitation before it could be revoked, and is now a user of the account. Remove the user in Amazon’s console.',
  sentAgain: 'No clear answer arrived, so this was sent again as a new change. See its result there.',
};
