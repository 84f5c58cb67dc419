import { formatList } from '../../shared/text/formats';
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
  nothingPlanned: (name: string) =>
    `No instances are planned for ${name}. Choose the instances first, then tick them off.`,
  nothingMissing: (name: string) =>
    `${name} has every planned instance already, so there is nothing to tick off.`,
  nothingTickedOff: (name: string) => `Nothing is ticked off for ${name}, so there is nothing to undo.`,
  noTaskList: (fileName: string) =>
    `“${fileName}” isn’t a task list: it needs the columns Account ID, Email, Instance and Done. Export a task list to see how one looks.`,
  otherTaskList: 'This task list was closed, or another one was opened since. Open it again.',
  changedSincePreview:
    'Nothing was added, because something has changed since the task list was opened. Open it again to see what it says now.',
  changedWhileAdding: (people: number, of: number) =>
    `${people} of ${pluralize(of, 'person', 'people')} were added; then something changed that the list was compared with. Open the task list again to add the rest.`,
  /** The detail of an entry of the record. @param list the task list it comes from, and who added the person by it; or null */
  tickDetail: (
    instances: readonly string[],
    list: { readonly by: string; readonly sourceFile: string } | null,
  ) => `${formatList(instances)}${list === null ? '' : `; added by ${list.by}, from “${list.sourceFile}”`}`,
};
