/** Error messages of this folder: what happened and what to do. */
export const draftingErrorText = {
  unknownChange: 'This change isn’t in the journal. Open the list again.',
  listedTwice: (emailAddress: string) =>
    `${emailAddress} is in the list twice. Keep one of the two and try again.`,
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
};
