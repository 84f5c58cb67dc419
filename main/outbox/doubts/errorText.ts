/** What people read in the errors of this folder: what happened, and what to do. */
export const errorText = {
  notDone: 'No clear answer arrived, and someone decided that it wasn’t done. Retry to send it again.',
};
