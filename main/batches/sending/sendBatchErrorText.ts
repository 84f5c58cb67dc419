/** Error messages of this folder: what happened and what to do. */
export const sendBatchErrorText = {
  notifyMissing: 'First select whether Amazon emails people or you share the links yourself.',
  nothingLeft: 'There’s nothing to send: all of these rows have already been sent, or there are none.',
  onlyErrors: 'There’s nothing to send: each of these rows has an error. Fix the problems first.',
};
