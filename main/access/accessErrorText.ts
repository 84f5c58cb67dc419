import { pluralize } from '../../shared/text/pluralize';

/** Error messages of this folder: what happened and what to do. */
export const accessErrorText = {
  unknownAccount: (accountId: string) =>
    `The account ${accountId} isn’t known through this connection. Refresh the connection’s accounts and select it again.`,
  unknownInvitation: (invitationId: string) =>
    `The invitation ${invitationId} isn’t known in this account. Refresh the invitations and select it again.`,
  unknownUser: (userId: string) =>
    `No account lists the user ID ${userId}. Refresh the members and select the person again.`,
  notWholeAddress: (emailAddress: string) =>
    `“${emailAddress}” isn’t a complete email address. Enter the whole address of the person.`,
  otherConfirmed: (otherAddress: string, userId: string) =>
    `${otherAddress} is confirmed as the person with the user ID ${userId}. Undo that first.`,
  nothingDecided: (emailAddress: string, userId: string) =>
    `Nothing is decided about ${emailAddress} and the user ID ${userId}, so there is nothing to undo.`,
  unreadableInstances: (count: number) =>
    `Amazon listed ${pluralize(count, 'instance')} without an ID, so the list wasn’t stored. Check again later to see whether Amazon has fixed its answer.`,
};
