/** Error messages of this folder: what happened and what to do. */
export const agreementErrorText = {
  typeNumber: (number: string) => `Type ${number} to confirm.`,
  typeShare: (number: string, accountName: string) => `Type ${number} for ${accountName} to confirm.`,
  confirmSponsoredAds: (accountName: string) =>
    `${accountName} has only instances for sponsored ads. Confirm that users may be changed there.`,
  confirmYourself: (accountName: string) =>
    `One of these members of ${accountName} may be you. Confirm that first.`,
};
