/** Error messages of this folder: what happened and what to do. */
export const agreementErrorText = {
  typeNumber: (number: string) => `Type ${number} to confirm.`,
};
