/** Error messages of this folder: what happened and what to do. */
export const approvalsErrorText = {
  nameMissing: 'Enter your name under Settings, Colleagues’ keys, so that others know who signed.',
  notLoosened: 'The rule was left as it was.',
};
