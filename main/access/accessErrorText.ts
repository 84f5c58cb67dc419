/** Error messages of this folder: what happened and what to do. */
export const accessErrorText = {
  unknownAccount: (accountId: string) =>
    `The account ${accountId} isn’t known through this connection. Refresh the connection’s accounts and select it again.`,
  unknownInvitation: (invitationId: string) =>
    `The invitation ${invitationId} isn’t known in this account. Refresh the invitations and select it again.`,
};
