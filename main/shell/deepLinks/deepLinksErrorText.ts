/** Error messages of this folder: what happened and what to do. */
export const deepLinksErrorText = {
  notArranged:
    'Couldn’t set the app as the program that opens redeem links. You can still paste links under Redeem.',
};
