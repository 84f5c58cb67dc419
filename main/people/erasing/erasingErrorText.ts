/** Error messages of this folder: what happened and what to do. */
export const erasingErrorText = {
  noSubject: 'Say whose data to erase: an email address or a user ID.',
  notTyped: 'Type “erase” to confirm.',
  open: 'Something of this person is still open. End it first; the dialog lists what.',
  nothing: 'Nothing is stored about this person.',
};
