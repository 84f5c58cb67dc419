/** Error messages of this folder: what happened and what to do. */
export const pacingErrorText = {
  stopped: 'This was stopped before Amazon was asked. Refresh again to continue.',
  shut: 'Amazon asks you to sign in again. Sign in, then refresh again.',
};
