/** Error messages of this folder: what happened and what to do. */
export const checkingErrorText = {
  notifyMissing: 'First select whether Amazon sends email or you share the links: it’s part of the call.',
  callChanged:
    'Sending would no longer make this call because the batch has changed. Open the dry run again.',
};
