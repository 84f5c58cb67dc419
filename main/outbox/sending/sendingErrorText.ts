/** Error messages of this folder: what happened and what to do. */
export const sendingErrorText = {
  sentSolo: (reason: string) => `Sent without the team: ${reason}`,
  doubt: (happened: string) =>
    `${happened} We don’t know whether it went through. The app will check Amazon’s list and won’t resend it until then.`,
  refusedAsAWhole:
    'Amazon rejected the entire request. Read Amazon’s reason. If Amazon doesn’t accept user changes in this account, use Amazon’s own console. Otherwise, fix the cause and try again.',
  noClearAnswer: 'No clear answer arrived.',
  answerTimedOut: 'Amazon didn’t answer in time.',
  connectionEnded: 'The connection ended before Amazon’s answer arrived.',
  failedAtAmazon: 'Something failed at Amazon during this request.',
  answerUnreadable: 'Amazon’s answer can’t be read or doesn’t say what happened.',
  answerNotProcessed: 'The app couldn’t process Amazon’s answer.',
  createRefused:
    'Amazon didn’t accept this invitation. Read Amazon’s reason, fix the cause and invite again.',
  revokeRefused:
    'Amazon didn’t revoke this invitation. Read Amazon’s reason, refresh the list and decide again.',
  resendRefused:
    'Amazon didn’t resend this invitation. Read Amazon’s reason, refresh the list and decide again.',
  setRoleRefused:
    'Amazon didn’t change this role. Read Amazon’s reason, refresh the members and decide again.',
  removeMemberRefused:
    'Amazon didn’t remove this member. Read Amazon’s reason, refresh the members and decide again.',
  memberGone: 'Nothing was sent: Amazon no longer lists this member in the account.',
  memberHasRole: 'Nothing was sent: Amazon shows that the member has this role already.',
  memberInherited:
    'Nothing was sent: this access comes through a manager account. Change it there, in Amazon’s console.',
  lastAdmin:
    'Nothing was sent: this is the last admin that Amazon shows in the account. Make someone else an admin first, then retry.',
  shareGrew:
    'Nothing was sent: this would change more than a quarter of the members with direct access to this account. Retry, and type the number for it.',
  noReason: 'Amazon gave no reason.',
  otherRole: (actual: string, wanted: string) =>
    `Amazon returned an invitation with the role ${actual} instead of ${wanted}. It may be an earlier one that has not changed.`,
  refusedForGood: (message: string) =>
    `Nothing was sent: Amazon refused twice to list this account’s invitations, which the app reads first. ${message}`,
  membersUnread: (message: string) =>
    `Nothing was sent: the app reads an account’s members before it changes them, and couldn’t. ${message}`,
  noAccessLeft: (message: string) => `Nothing was sent. ${message}`,
  newOneMissing: (message: string) =>
    `The old invitation is revoked, but the new one wasn’t created, so this person has no invitation now. Retry to create it. ${message}`,
  stopped: 'You stopped this before it was sent. Nothing reached Amazon. Retry to send it.',
  oldOneUnchanged:
    'The old invitation wasn’t revoked, so it’s unchanged, and no new one was created. Retry to change the role.',
  requestDamaged:
    'Not sent: the saved request was changed or damaged after it was queued. Check the person and role listed here, then retry.',
  /** @param inviter as Amazon names it; @param otherRole the role of that invitation, if it isn't the requested one */
  alreadyInvited: (inviter: string | null, otherRole: string | null) => {
    if (otherRole === null) {
      return inviter === null
        ? 'Already invited: Amazon lists a pending invitation, so nothing was sent.'
        : `Already invited by ${inviter}: Amazon lists a pending invitation, so nothing was sent.`;
    }
    return inviter === null
      ? `Already invited as ${otherRole}: Amazon lists a pending invitation, so nothing was sent. To change the role, change that invitation.`
      : `Already invited as ${otherRole} by ${inviter}: Amazon lists a pending invitation, so nothing was sent. To change the role, change that invitation.`;
  },
  pendingInvitation: (invitationId: string) => `Pending invitation ${invitationId}`,
};
