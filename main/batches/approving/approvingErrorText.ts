/** Error messages of this folder: what happened and what to do. */
export const approvingErrorText = {
  unnamed: 'Batch',
  notifyMissing: 'First select, under Send, whether Amazon emails people or you share the links yourself.',
  notRead:
    'Use Check online first: your colleague has to see how old the data is that this batch was checked against.',
  nothing: 'There’s nothing to approve: no row of this batch can be sent.',
  severalRealms: 'This batch has accounts of Amazon and of the sandbox or another server. Split it first.',
  notADraft: 'This file has been answered already. Open the one that asks for approval.',
  ownDraft:
    'You drafted this batch, or this app’s data is a copy of the drafter’s. Somebody else has to approve it.',
  approveNothing: 'You removed every row. Return the batch instead.',
  unchecked: (names: string) =>
    `These accounts can’t be read here, so nobody checked their rows: ${names}. Agree to that, or remove their rows.`,
  unknownRow: 'The file has no such row.',
  unknownSender: 'Select who sends the batch: its drafter, or a colleague whose key is confirmed.',
  approverSends: 'Somebody else has to send what you approve.',
  notYours: (sender: string) => `This is for ${sender} to send.`,
  notApproved: 'Only an approved batch can be made here. Ask its drafter to correct it.',
};
