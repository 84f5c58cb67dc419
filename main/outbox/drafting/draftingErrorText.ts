/** Error messages of this folder: what happened and what to do. */
export const draftingErrorText = {
  unknownChange: 'This change isn’t in the journal. Open the list again.',
  listedTwice: (emailAddress: string) =>
    `${emailAddress} is in the list twice. Keep one of the two and try again.`,
  accountTwice: (accountName: string) =>
    `${accountName} is selected through two connections. Keep one of the two and try again.`,
  twiceInAccount: (emailAddress: string, accountName: string) =>
    `Two of these changes are for ${emailAddress} in ${accountName}. Try only one of them again.`,
  notFailed: (emailAddress: string) =>
    `The change for ${emailAddress} has not failed. Only failed changes can be retried.`,
  sentAgain: (emailAddress: string) =>
    `The change for ${emailAddress} has already been sent again. Look at the newer one.`,
  hasRole: (emailAddress: string, role: string) =>
    `${emailAddress} is already invited as ${role}. Select the other role.`,
  addressHidden:
    'Amazon hides the address of this invitation. Revoke it and invite the person again with the full address.',
  memberTwice: 'One member is in the list twice. Select each once.',
  memberBeingChanged: (emailAddress: string) => ({
    inDoubt: `An earlier change of ${emailAddress} is unconfirmed. Resolve it under Operations first.`,
    underWay: `An earlier change of ${emailAddress} is in progress. Wait for its result.`,
  }),
  /** Why nothing is left of a change of members, by the first reason. */
  noMemberChanged: {
    inDoubt: 'An earlier change is unconfirmed. Resolve it under Operations first.',
    underWay: 'An earlier change is in progress. Wait for its result.',
    gone: 'Amazon no longer lists this person in the account. Refresh the members.',
    hasRole: 'The role is this one already. Select the other role.',
    inherited: 'This access comes through a manager account. Change it there, in Amazon’s console.',
    lastAdmin: 'No admin that Amazon shows would be left in the account. Make someone else an admin first.',
  },
  titleTwice: (title: string) => `${title} is in the list twice. Name it once.`,
  stillPending: (emailAddress: string) =>
    `The invitation of ${emailAddress} is still pending. Resend it instead.`,
  isAccepted: (emailAddress: string) =>
    `The invitation of ${emailAddress} is already accepted. This person doesn’t need a new one.`,
  partHidden: (userName: string) =>
    `Amazon hides part of the invitation of ${userName}. Invite this person manually.`,
  erased: (person: string) =>
    `The data of ${person} was erased, so nothing can be sent for them. Leave them out.`,
  beingInvited: (emailAddress: string, accountName: string) => ({
    inDoubt: `${emailAddress} is being invited to ${accountName}, and that is unconfirmed. Resolve it under Operations first.`,
    underWay: `${emailAddress} is being invited to ${accountName} right now. Wait for the result first.`,
  }),
  beingChanged: (emailAddress: string) => ({
    inDoubt: `The invitation of ${emailAddress} is being revoked or resent, and that is unconfirmed. Resolve it under Operations first.`,
    underWay: `The invitation of ${emailAddress} is being revoked or resent right now. Wait for the result first.`,
  }),
  /** For an invitation whose address Amazon hides. */
  hiddenBeingChanged: (invitationId: string) => ({
    inDoubt: `The invitation ${invitationId} is being revoked or resent, and that is unconfirmed. Resolve it under Operations first.`,
    underWay: `The invitation ${invitationId} is being revoked or resent right now. Wait for the result first.`,
  }),
  /** @param title see `titleOf` */
  notPending: (title: string) => ({
    accepted: `${title} is already accepted. Only pending invitations can be revoked or resent.`,
    revoked: `${title} is already revoked. Only pending invitations can be revoked or resent.`,
    lapsed: `${title} is expired. Only pending invitations can be revoked or resent.`,
    gone: `${title} is no longer in Amazon’s list. Only pending invitations can be revoked or resent.`,
  }),
  /** How a sentence names an invitation. */
  titleOf: (emailAddress: string) => `The invitation of ${emailAddress}`,
  hiddenTitleOf: (invitationId: string) => `The invitation ${invitationId}`,
};
