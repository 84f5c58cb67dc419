import { formatNumber } from '../../shared/text/formats';

/** Error messages of this folder: what happened and what to do. */
export const batchesErrorText = {
  gone: 'This batch no longer exists. Go back to the list of batches and select another one.',
  sentAlready: (emailAddress: string, others: number) =>
    others === 0
      ? `The invitation for ${emailAddress} has already been sent, so its row can’t be changed. Open the batch again to see its current state.`
      : `The invitation for ${emailAddress} and ${formatNumber(others)} more have already been sent, so their rows can’t be changed. Open the batch again to see their current state.`,
  editedElsewhere: 'This batch is being edited in another window. Select “Edit here” to edit it in this one.',
  openElsewhere:
    'This batch is being edited in another window, so it can’t be renamed, duplicated or deleted here. Show that window and close it, or leave the batch there, then try again.',
  takenByAnother: 'Another window edits this batch now. Try again.',
  otherWindowSilent:
    'The other window doesn’t respond, so it can’t save its changes. Show it, or close it, then edit here.',
  otherNotSaved: (reason: string) => `The other window couldn’t save its latest changes. ${reason}`,
  tooMany: (maxRows: string, count: string) =>
    `A batch can have at most ${maxRows} rows, and this would make it ${count}. Put the rest in another batch.`,
};
