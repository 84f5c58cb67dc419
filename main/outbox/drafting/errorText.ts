/** What people read in the errors of this folder: what happened, and what to do. */
export const errorText = {
  unknownChange: 'This change isn’t in the journal. Open the list again.',
};
