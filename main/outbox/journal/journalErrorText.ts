/** Error messages of this folder: what happened and what to do. */
export const journalErrorText = {
  settledMeanwhile:
    'This change has been resolved in the meantime. Check its current state and decide again.',
};
